#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes NAME.expect.json for every golden fixture: what a careful person who knows the tool would count.

Only Python's standard library reads the files here, and the rules stand per file below; nothing of npscope is used. Run it after a
fixture was changed, and read the difference.
"""
import csv
import html
import io
import json
import re
import zipfile
from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path(__file__).parent
SENTINELS = {'-99', '-1', '-999', '999', '99'}
WORDS = {'na', 'n/a', 'keine angabe', 'k.a.'}
CLASS = {'score-empty': 'unscored', 'score-missing-code': 'unscored'}


# --- Reading files ----------------------------------------------------------------------------------------------------
def delimited(name, encoding='utf-8', delimiter=','):
    """Records that are no blank lines, and how many of those there are."""
    with io.TextIOWrapper(io.BytesIO((FOLDER / name).read_bytes()), encoding, newline='') as text:
        rows = list(csv.reader(text, delimiter=delimiter, strict=True))
    return [row for row in rows if row], sum(not row for row in rows)


def sheet(name):
    """The rows of the only sheet, numbers as Python's repr writes them without a needless fraction."""
    space = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    with zipfile.ZipFile(FOLDER / name) as book:
        strings = [''.join(t.text or '' for t in si.iter(space + 't')) for si in ElementTree.fromstring(book.read('xl/sharedStrings.xml'))]
        rows = ElementTree.fromstring(book.read('xl/worksheets/sheet1.xml')).iter(space + 'row')
        table = []
        for row in rows:
            cells = {}
            for cell in row:
                value = cell.find(space + 'v').text
                cells[ord(cell.get('r')[0]) - 65] = strings[int(value)] if cell.get('t') == 's' else value
            table.append([cells.get(column, '') for column in range(7)])
    return table, 0


# --- Scores -----------------------------------------------------------------------------------------------------------
def score_of(cell, missing=(), positions=False):
    """(score, None) or (None, reason)."""
    text = ' '.join(str('' if cell is None else cell).replace('\u00a0', ' ').split()).lower().removeprefix("'")
    if text == '':
        return None, 'score-empty'
    if text in missing or text in WORDS:
        return None, 'score-missing-code'
    if re.fullmatch(r'[+-]?\d+([.,]\d+)?', text):
        if text in SENTINELS:
            return None, 'score-sentinel'
        number = Fraction(text.replace(',', '.'))
        if positions and 1 <= number <= 11 and number.denominator == 1:
            return int(number) - 1, None
        if not 0 <= number <= 10 or positions:
            inside = positions and 0 <= number <= 11 and number.denominator != 1
            return None, 'score-not-integer' if inside else 'score-out-of-range'
        return (int(number), None) if number.denominator == 1 else (None, 'score-not-integer')
    numbers = re.findall(r'\d+', text)
    if not numbers or re.search(r'[a-z]\d|\d[a-z]', text):
        return None, 'score-not-a-number'
    if len(numbers) > 1:
        return None, 'score-ambiguous'
    if re.match(r'\d', text) or re.search(r'\d$', text):
        return int(numbers[0]), None
    return None, 'score-not-a-number'


# --- One record, as every fixture below gives it ----------------------------------------------------------------------
class Record:
    def __init__(self, number, reason=None, score=None, when=None, key='', response='', row=None):
        self.number, self.reason, self.score, self.when = number, reason, score, when
        self.key, self.response, self.row = key.strip().lower(), response.strip(), row


def seconds(record):
    return (record.when - datetime(1970, 1, 1)).total_seconds() if record.when else 0


def settle(records):
    """Copies of a row count once when it has a response id, or a respondent and a date; then a response id counts once: the latest
    answer, of equal dates the lower score, else the first record."""
    seen = set()
    for record in records:
        if record.reason or not (record.response or (record.key and record.when)):
            continue
        if record.row in seen:
            record.reason = 'duplicate-row'
        seen.add(record.row)
    by_response = defaultdict(list)
    for record in records:
        if not record.reason and record.response:
            by_response[record.response].append(record)
    for copies in by_response.values():
        keep = min(copies, key=lambda r: (-seconds(r), r.score, r.number))
        for record in copies:
            if record is not keep:
                record.reason = 'duplicate-response'


def figures(scores):
    low, high = sum(s <= 6 for s in scores), sum(s >= 9 for s in scores)
    return {'responses': len(scores), 'detractors': low, 'passives': len(scores) - low - high, 'promoters': high, 'nps': 100 * (high - low) / len(scores)}


def points(score):
    return (score >= 9) - (score <= 6)


def sensitivity(accepted):
    """NPS and number of respondents when one answer of each counts, or when each answer of k counts 1/k; None when nobody repeats."""
    groups = defaultdict(list)
    for record in accepted:
        groups[record.key or f'#{record.number}'].append(record)
    if all(len(group) == 1 for group in groups.values()):
        return None
    latest = [min(g, key=lambda r: (-seconds(r), r.score)).score for g in groups.values()]
    first = [min(g, key=lambda r: (seconds(r), r.score)).score for g in groups.values()]
    mean = sum((Fraction(sum(points(r.score) for r in g), len(g)) for g in groups.values()), Fraction(0))
    of = lambda scores: {'nps': figures(scores)['nps'], 'n': len(scores)}
    return {'latest': of(latest), 'first': of(first), 'mean': {'nps': float(100 * mean / len(groups)), 'n': len(groups)}}


def class_of(reason):
    return CLASS.get(reason) or ('excluded' if reason.startswith('excluded') else 'duplicate' if reason.startswith('duplicate') else 'rejected')


def months(accepted):
    count = Counter(r.when.strftime('%Y-%m') if r.when else None for r in accepted)
    return [{'value': m, 'responses': count[m]} for m in sorted(count, key=lambda m: (m is None, m or ''))]


def write(name, rule, records, facts, blank=0, most_rejects=1000):
    settle(records)
    accepted = [r for r in records if not r.reason]
    reasons = Counter(r.reason for r in records if r.reason)
    classes = Counter(class_of(r.reason) for r in records if r.reason)
    ledger = {'read': len(records), 'accepted': len(accepted)}
    ledger |= {c: classes[c] for c in ('rejected', 'duplicate', 'excluded', 'unscored')}
    ledger |= {'reasons': dict(sorted(reasons.items())), 'blankLines': blank}
    repeats = Counter(r.key for r in accepted if r.key)
    rejects = [[r.number, r.reason] for r in records if r.reason]
    expected = {'file': name, 'rule': rule, **facts, 'ledger': ledger, 'nps': figures([r.score for r in accepted])}
    expected['histogram'] = [sum(r.score == s for r in accepted) for s in range(11)]
    if any(r.when for r in accepted):
        expected['months'] = months(accepted)
    expected['repeats'] = {'respondents': sum(n > 1 for n in repeats.values()), 'responses': sum(n for n in repeats.values() if n > 1)}
    expected['sensitivity'] = sensitivity(accepted)
    expected['rejects'] = rejects if len(rejects) <= most_rejects else None
    lines = [f'  {json.dumps(k, ensure_ascii=False)}: {json.dumps(v, ensure_ascii=False)}' for k, v in expected.items()]
    stem = name.rsplit('.', 1)[0]
    (FOLDER / f'{stem}.expect.json').write_text('{\n' + ',\n'.join(lines) + '\n}\n', encoding='utf-8')


# --- Delimited text and sheets ----------------------------------------------------------------------------------------
def table(name, rule, read, *, preset, score, roles, date=None, form=None, key=None, response=None, exclude=(), headers=1, names=0,
          missing=(), positions=False, no_date=(), decisions=(), issues=(), encoding='utf-8', delimiter=',', format='csv', copies_of_id=()):
    """`form`: how the dates are written (strptime), or a function. `exclude`: (column, predicate, code), the first one holds.
    `copies_of_id`: the response ids that stand in several records on purpose."""
    rows, blank = read
    header = rows[names]
    at = lambda column: header.index(column)
    records = []
    for number, row in enumerate(rows[headers:], headers + 1):
        record = Record(number, row=tuple(row))
        records.append(record)
        if len(row) > len(header) and any(row[len(header):]):
            record.reason = 'too-many-cells'
            continue
        out = next((code for column, wanted, code in exclude if wanted(row[at(column)].strip().lower())), None)
        record.score, record.reason = score_of(row[at(score)], missing, positions)
        record.reason = out or record.reason
        cell = row[at(date)] if date else ''
        if cell and not cell.startswith(tuple(no_date) or ('\0',)):
            record.when = form(cell) if callable(form) else datetime.strptime(cell, form)
        record.key = row[at(key)].strip().lower() if key else ''
        record.response = row[at(response)].strip() if response else ''
    ids = Counter(r.response for r in records if r.response)
    assert {i for i, n in ids.items() if n > 1} == set(copies_of_id), (name, [i for i, n in ids.items() if n > 1])
    facts = {'preset': preset, 'score': shown(score), 'roles': {shown(column): role for column, role in roles.items()}, 'format': format, 'encoding': None if format == 'xlsx' else encoding.removesuffix('-sig'),
             'delimiter': None if format == 'xlsx' else delimiter, 'headerRecords': headers, 'decisions': list(decisions), 'issues': sorted(issues)}
    write(name, rule, records, facts, blank)


def shown(header):
    """A header as a person reads it in a browser."""
    return ' '.join(html.unescape(re.sub('<[^>]*>', '', header.replace('<br>', ' '))).split())


def is_one_of(*values):
    return lambda cell: cell in values


ISO = '%Y-%m-%d %H:%M:%S'
ZULU = '%Y-%m-%dT%H:%M:%SZ'
QUALTRICS = [('Status', is_one_of('1', '2', '9', '17', 'survey preview', 'survey test'), 'excluded-test'),
             ('Status', is_one_of('8', '12', '40', 'spam'), 'excluded-flag'),
             ('Finished', is_one_of('0', 'false'), 'excluded-unfinished')]
LIME = lambda column: [(column, is_one_of(''), 'excluded-unfinished')]


def qualtrics(name, rule, score, why, ids=(), decisions=(), missing=(), issues=(), encoding='utf-8', delimiter=','):
    table(name, rule, delimited(name, 'utf-16' if encoding == 'utf-16le' else encoding, delimiter), preset='qualtrics_v3', headers=3, score=score, date='RecordedDate', form=ISO,
          key='RecipientEmail', response='ResponseId', exclude=QUALTRICS, missing={'-99', *missing}, decisions=decisions, issues=issues, copies_of_id=ids,
          roles={'RecordedDate': 'date', 'RecipientEmail': 'respondent', 'ResponseId': 'response-id', why: 'comment'}, encoding=encoding, delimiter=delimiter)


def surveymonkey(name, rule, ids=(), decisions=(), issues=(), positions=False, why='Why did you give us this score?',
                 score='How likely is it that you would recommend this company to a friend or colleague?'):
    table(name, rule, delimited(name), preset='surveymonkey', headers=2, score=score, date='End Date', form='%m/%d/%Y %I:%M:%S %p', key='Email Address', response='Respondent ID',
          roles={'End Date': 'date', 'Email Address': 'respondent', 'Respondent ID': 'response-id', why: 'comment'}, positions=positions, decisions=decisions, issues=issues, copies_of_id=ids)


def ids_twice(name, column, header=0, **reading):
    """The values of an id column that stand in several records, so that a fixture's own accident is noticed."""
    rows, _ = delimited(name, **reading)
    at = rows[header].index(column)
    return [i for i, n in Counter(row[at] for row in rows[header + 1:] if len(row) > at and row[at]).items() if n > 1]


def delimited_fixtures():
    name = 'qualtrics_3row_de_numeric.csv'
    twice = ids_twice(name, 'ResponseId')
    assert len(twice) == 2
    qualtrics(name, 'Three header records, German, numbers: previews, spam and unfinished answers are left out, -99 is no answer, -1 is asked about.', 'Q23', 'Q24',
              ids=twice, missing=['-1'], decisions=[{'code': 'missing', 'answer': '-1'}], issues=['conflicting-response', 'repeated-respondent'])
    qualtrics('qualtrics_choice_text_unanswered_-99.csv', 'Answers as texts, unanswered as -99, which the preset declares: never a detractor.', 'Q4', 'Q5', issues=['repeated-respondent'])
    qualtrics('qualtrics_multiline_row2.csv', 'The second header record runs over many lines, and so do answers: a record is not a line.', 'Q2', 'Q3')
    qualtrics('qualtrics_utf16le.tsv', 'Tabs in UTF-16 with a byte order mark, French.', 'Q2', 'Q3', encoding='utf-16le', delimiter='\t', issues=['repeated-respondent'])
    name = 'qualtrics_legacy_bom_trailing_comma.csv'
    table(name, 'Until 2017: a byte order mark, names in the second of two header records, an empty last column.', delimited(name, 'utf-8-sig'), preset='qualtrics_legacy', headers=2, names=1,
          score='How likely is it that you would recommend us to a friend or colleague?', date='EndDate', form=ISO, key='EmailAddress', response='ResponseID', exclude=QUALTRICS, missing={'-99'},
          roles={'EndDate': 'date', 'EmailAddress': 'respondent', 'ResponseID': 'response-id', 'What is the main reason for your score?': 'comment'}, issues=['repeated-respondent'])

    name = 'surveymonkey_expanded_2row.csv'
    surveymonkey(name, 'Two header records; an 11 among scores with a 0 is out of range, no position; an answer without a date stays without a month.',
                 ids=ids_twice(name, 'Respondent ID'), issues=['repeated-respondent'])
    surveymonkey('surveymonkey_extremely_likely_-_10.csv', 'Labels with the number at the end; "8 - 9" and "Extremely likely" are no score.', issues=['repeated-respondent'])
    surveymonkey('surveymonkey_numeric_1_11.csv', 'Positions 1 to 11: each is one more than the score, and that is asked.', positions=True,
                 decisions=[{'code': 'scale', 'answer': 'positions'}], issues=['repeated-respondent'])
    rows, _ = delimited('surveymonkey_html_entities.csv')
    surveymonkey('surveymonkey_html_entities.csv', 'Tags and entities in names and comments.', score=rows[0][9], why=rows[0][13], issues=['repeated-respondent'])

    name = 'typeform_old_multicol.csv'
    table(name, 'No answer below 5: the scale still is 0 to 10. Two answers with one token: the later one counts.', delimited(name), preset='typeform_old', response='#',
          score='How likely are you to recommend the gym to a friend?', date='Submit Date (UTC)', form=ISO, copies_of_id=ids_twice(name, '#'), issues=['conflicting-response'],
          roles={'#': 'response-id', 'Submit Date (UTC)': 'date', 'What should we do better?': 'comment'})
    name = 'typeform_new_partial_rows.csv'
    table(name, 'Partial answers are left out even when they hold a score; two columns have the same name.', delimited(name), preset='typeform_current', response='#',
          score='How likely are you to recommend {{hidden:brand}} to a friend?', date='Submit Date (UTC)', form=ISO, copies_of_id=ids_twice(name, '#'), issues=['duplicate-header'],
          exclude=[('Response Type', is_one_of('partial', 'started'), 'excluded-unfinished')], roles={'#': 'response-id', 'Submit Date (UTC)': 'date', 'Why?': 'comment'})

    name = 'google_forms_gmt.csv'
    table(name, 'Two thirds promoters and one third detractors are 33.3, not 34; a form sent twice in the same second counts once.', delimited(name), preset='google_forms',
          score='On a scale from 0 to 10, how likely are you to recommend our workshop?', date='Timestamp', form=lambda cell: datetime.strptime(cell, '%Y/%m/%d %I:%M:%S %p GMT+3'),
          key='Email Address', roles={'Timestamp': 'date', 'Email Address': 'respondent', 'What could we do better?': 'comment'}, issues=['repeated-respondent'])
    name = 'google_sheets_dmy.csv'
    table(name, 'Day before month, proved by the 13th; two equal rows without any key are two answers.', delimited(name), preset='google_forms',
          score='How likely are you to recommend the café to a friend? (0 = not at all, 10 = extremely)', date='Timestamp', form='%d/%m/%Y %H:%M:%S',
          roles={'Timestamp': 'date', 'Why?': 'comment'}, issues=['identical-rows'])

    name = 'msforms_cp1252_dash.csv'
    rows, _ = delimited(name, 'cp1252')
    table(name, 'Saved by Excel in Windows-1252; "anonymous" is not one respondent; a name with a line end and a no-break space.', delimited(name, 'cp1252'), preset='ms_forms', response='ID',
          score=rows[0][5], date='Completion time', form='%m/%d/%y %H:%M:%S', copies_of_id=ids_twice(name, 'ID', encoding='cp1252'), encoding='windows-1252',
          roles={'ID': 'response-id', 'Completion time': 'date', rows[0][7]: 'comment'})
    name = 'msforms_serial_dates.xlsx'
    rows, _ = sheet(name)
    table(name, 'Dates are serial numbers; a score stored as text is a score.', (rows, 0), preset='ms_forms', response='ID', key='Email', score=rows[0][5], date='Completion time', format='xlsx',
          form=lambda cell: datetime(1899, 12, 30) + timedelta(seconds=round(float(cell) * 86400)), copies_of_id=['8'], issues=['repeated-respondent'],
          roles={'ID': 'response-id', 'Completion time': 'date', 'Email': 'respondent', rows[0][6]: 'comment'})

    name = 'limesurvey_semicolon_null_vs_empty.csv'
    table(name, 'Nothing without quotes (not asked) and nothing in quotes (not answered) both are no answer; no date of submission: unfinished; a blank line ends the file.',
          delimited(name, 'utf-8-sig', ';'), preset='limesurvey_code', response='id', key='token', score='nps', date='submitdate', form=ISO, exclude=LIME('submitdate'), missing={'-oth-'}, delimiter=';',
          copies_of_id=ids_twice(name, 'id', encoding='utf-8-sig', delimiter=';'), roles={'id': 'response-id', 'submitdate': 'date', 'token': 'respondent', 'warum': 'comment'}, issues=['repeated-respondent'])
    name = 'limesurvey_1980_sentinel.csv'
    table(name, '1980-01-01 means "not known": the answer counts, in no month.', delimited(name, 'utf-8-sig', ';'), preset='limesurvey_code', response='id', score='nps', date='submitdate', form=ISO,
          no_date=['1980-01-01'], exclude=LIME('submitdate'), missing={'-oth-'}, delimiter=';', roles={'id': 'response-id', 'submitdate': 'date', 'why': 'comment'}, issues=['date-sentinel'])
    name = 'limesurvey_de_full.csv'
    score = 'Wie wahrscheinlich ist es, dass Sie die Stadtwerke Lindental einem Freund oder Kollegen weiterempfehlen?'
    table(name, 'German names and answers as texts; "keine Angabe" is no answer, "10 von 10" is no score.', delimited(name, 'utf-8-sig', ';'), preset='limesurvey_full_de', response='Antwort ID', score=score,
          date='Datum Abgeschickt', form=ISO, exclude=LIME('Datum Abgeschickt'), missing={'-oth-'}, delimiter=';', copies_of_id=ids_twice(name, 'Antwort ID', encoding='utf-8-sig', delimiter=';'),
          roles={'Antwort ID': 'response-id', 'Datum Abgeschickt': 'date', 'Was ist der Hauptgrund für Ihre Bewertung?': 'comment'})

    name = 'formbricks_formula_guard.csv'
    table(name, "Cells and names that begin with = + - @ wear an apostrophe: '+10 is 10, '-5 is out of range.", delimited(name), preset='formbricks', response='Response ID', key='User ID',
          score='1. How likely are you to recommend Fieldnote to a colleague?', date='Timestamp', form=ISO, exclude=[('Finished', is_one_of('no', 'false'), 'excluded-unfinished')],
          copies_of_id=ids_twice(name, 'Response ID'), roles={'Response ID': 'response-id', 'Timestamp': 'date', 'User ID': 'respondent', '2. What do you like?': 'comment'}, issues=['repeated-respondent'])

    name = 'asknicely_all_strings.csv'
    table(name, 'Everything is a text, dates are unix seconds; other questions are left out; unanswered rows are not in the denominator; -99 is asked about.', delimited(name), preset='asknicely',
          response='response_id', key='email', score='answer', date='responded', form=lambda cell: datetime.fromtimestamp(int(cell), timezone.utc).replace(tzinfo=None),
          exclude=[('question_type', lambda cell: cell != 'nps', 'excluded-metric')], missing={'-99'}, decisions=[{'code': 'missing', 'answer': '-99'}], copies_of_id=ids_twice(name, 'response_id'),
          roles={'response_id': 'response-id', 'responded': 'date', 'email': 'respondent', 'comment': 'comment'}, issues=['conflicting-response', 'repeated-respondent'])
    name = 'intellisurvey_triple_columns.csv'
    table(name, 'Score, group and -100/0/100 are one answer in three columns; a group that contradicts its score is told, the score counts.', delimited(name), preset='intellisurvey',
          score='Q16', date='date', form=ISO, roles={'date': 'date', 'Q17': 'comment'}, issues=['group-mismatch'])
    name = 'hubspot_mixed_metrics.csv'
    table(name, 'NPS, CSAT and CES share a column: only NPS counts; a stated group that contradicts the score is told.', delimited(name), preset='hubspot_feedback', response='hs_object_id',
          key='hs_contact_email_rollup', score='hs_value', date='hs_submission_timestamp', form=ZULU, exclude=[('hs_survey_type', lambda cell: cell != 'nps', 'excluded-metric')],
          copies_of_id=ids_twice(name, 'hs_object_id'), issues=['conflicting-response', 'group-mismatch', 'repeated-respondent'],
          roles={'hs_object_id': 'response-id', 'hs_submission_timestamp': 'date', 'hs_contact_email_rollup': 'respondent', 'hs_content': 'comment'})
    name = 'appcues_event_log.csv'
    table(name, 'Only the events that are answers count; an event that was sent twice counts once.', delimited(name), preset='appcues_events', key='user_id', score='score', date='timestamp', form=ZULU,
          exclude=[('event', lambda cell: cell != 'nps_score', 'excluded-event')], roles={'timestamp': 'date', 'user_id': 'respondent'}, issues=['repeated-respondent'])
    name = 'decimal_comma_semicolon.csv'
    table(name, 'Decimal commas: 9,0 is nine, 8,5 is no score; a bare semicolon too many breaks its record only; -99 stays rejected.', delimited(name, 'cp1252', ';'), preset=None, response='Antwort-Nr',
          key='Kundennummer', score='Weiterempfehlung (0-10)', date='Datum', form='%d.%m.%Y', encoding='windows-1252', delimiter=';', decisions=[{'code': 'missing', 'answer': 'reject'}],
          copies_of_id=['7'], roles={'Antwort-Nr': 'response-id', 'Kundennummer': 'respondent', 'Datum': 'date', 'Umsatz': 'revenue', 'Begründung': 'comment'}, issues=['repeated-respondent'])


# --- JSON, and the file with one row per answer -----------------------------------------------------------------------
def posthog():
    name = 'posthog_events_partial.ndjson'
    records = []
    for number, line in enumerate((FOLDER / name).read_text('utf-8').splitlines(), 1):
        try:
            event = json.loads(line)
        except ValueError:
            records.append(Record(number, 'invalid-json-record'))
            continue
        given = event['properties']
        out = 'excluded-event' if event['event'] != 'survey sent' else 'excluded-unfinished' if given['$survey_completed'] is False else None
        score, reason = score_of(given.get('$survey_response_1'))
        records.append(Record(number, out or reason, score, datetime.strptime(event['timestamp'], ZULU), event['distinct_id'], given.get('$survey_submission_id', ''), line))
    write(name, 'The NPS question is the second one; parts of an unfinished submission are left out, and of one sent twice the later one counts.', records,
          {'preset': 'posthog_events', 'score': 'properties.$survey_response_1', 'roles': {'timestamp': 'date', 'distinct_id': 'respondent', 'properties.$survey_submission_id': 'response-id'},
           'format': 'ndjson', 'encoding': 'utf-8', 'delimiter': None, 'headerRecords': 0, 'decisions': [], 'issues': ['conflicting-response', 'repeated-respondent']})


def delighted():
    name = 'delighted_api.json'
    records = []
    for number, item in enumerate(json.loads((FOLDER / name).read_text('utf-8')), 1):
        score, reason = score_of(item['score'])
        when = datetime.fromtimestamp(item['created_at'], timezone.utc).replace(tzinfo=None)
        records.append(Record(number, 'excluded-metric' if item['survey_type'] != 'nps' else reason, score, when, item['person']['email'], item['id'], json.dumps(item)))
    write(name, 'Pages that overlap bring an answer twice; an answer that was changed has one id and one date: the lower score counts.', records,
          {'preset': 'delighted', 'score': 'score', 'roles': {'id': 'response-id', 'created_at': 'date', 'person.email': 'respondent', 'comment': 'comment'}, 'format': 'json', 'encoding': 'utf-8',
           'delimiter': None, 'headerRecords': 0, 'decisions': [], 'issues': ['conflicting-response', 'repeated-respondent']})


def long_format():
    """Records are responses, numbered by the first of their rows as records of the file."""
    name = 'longformat_one_row_per_answer.csv'
    rows, _ = delimited(name)
    at = rows[0].index
    responses = {}
    for number, row in enumerate(rows[1:], 2):
        record = responses.setdefault(row[at('submission_id')], Record(number, 'score-empty', None, datetime.strptime(row[at('collected_at')], ZULU), row[at('user_id')], row[at('submission_id')], number))
        if row[at('field_type')] == 'nps':
            record.score, record.reason = score_of(row[at('value_number')])
    write(name, 'A row is an answer to one of several questions: rows of a submission are one response, and other numbers are no scores.', list(responses.values()),
          {'preset': 'formbricks_records_long', 'score': 'How likely are you to recommend us?', 'roles': {'submission_id': 'response-id', 'collected_at': 'date', 'user_id': 'respondent', 'What is the main reason?': 'comment'},
           'format': 'csv', 'encoding': 'utf-8', 'delimiter': ',', 'headerRecords': 1, 'decisions': [], 'issues': ['long-format', 'repeated-respondent']})


# --- The large workbook, which golden.test.mjs writes from the same rule ------------------------------------------------
def large_row(i):
    score = '' if i % 97 == 0 else '11' if i % 101 == 0 else '9.5' if i % 103 == 0 else 'eleven' if i % 107 == 0 else str(i * 7 % 11)
    return {'id': f'R-{i - 1 if i % 1009 == 0 else i}', 'email': f'p{i % 250000}@example.test', 'score': score, 'when': datetime(2025, 1, 1) + timedelta(milliseconds=i * 86400)}


def large():
    records = []
    for i in range(1, 340_001):
        row = large_row(i)
        score, reason = score_of(row['score'])
        records.append(Record(i + 1, reason, score, row['when'], row['email'], row['id'], i))
    write('xlsx_340k_rows.xlsx', 'More rows than old readers take: every one is in the ledger.', records,
          {'preset': None, 'score': 'How likely are you to recommend us?', 'roles': {'Response ID': 'response-id', 'E-mail': 'respondent', 'Submitted at': 'date', 'Why?': 'comment'}, 'format': 'xlsx',
           'encoding': None, 'delimiter': None, 'headerRecords': 1, 'decisions': [], 'issues': ['conflicting-response', 'repeated-respondent']})


if __name__ == '__main__':
    delimited_fixtures()
    posthog()
    delighted()
    long_format()
    large()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes LANGUAGE.terms.json beside this file: the 25 terms that promoters and detractors of LANGUAGE.csv write more, in three comments
at least, worked out without npscope: words by regular expressions, counts by Counter, the formula of Monroe, Colaresi and Quinn 2008
(equations 15, 19 to 22; statistics.md 4.1) on comments with the term, a_w = 100 * share of w in both groups together.

Only the lists of words that are counted and not shown are the tool's own (core/comment/word-lists.json).
"""
import csv
import json
import math
import re
import unicodedata
from collections import Counter
from pathlib import Path

folder = Path(__file__).parent
lists = json.loads((folder / '../../../core/comment/word-lists.json').read_text(encoding='utf8'))
minimum = 3
HAN = '\u4e00-\u9fff'
TOKEN = re.compile(rf"[{HAN}]+|(?:(?![{HAN}])[^\W_])+(?:['’](?:(?![{HAN}])[^\W_])+)*(?:(?<=\d)[.,]\d+)*")
ELIDED = re.compile(r"(l|d|j|m|t|s|n|c|ç|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|all|dall|nell|sull|quest)['’](?=[aeiouyhàâäéèêëîïôöùûüœæ])")
JOINS = re.compile(r"[ \t\-\"'’‘“”«»\u00a0\u202f]*")

def tokens(text):
    """(word, makes a pair with the word before, shares a letter with it)"""
    text = unicodedata.normalize('NFC', text).casefold() if 'ß' not in text else unicodedata.normalize('NFC', text).lower()
    out, end = [], None
    for match in TOKEN.finditer(text):
        follows = end is not None and JOINS.fullmatch(text, end, match.start()) is not None
        end = match.end()
        word = match.group().replace('’', "'")
        if re.match(f'[{HAN}]', word):
            if len(word) == 1:
                out.append((word, follows, False))
            for i in range(len(word) - 1):
                out.append((word[i:i + 2], follows if i == 0 else True, i > 0))
            continue
        while (elided := ELIDED.match(word)) is not None:
            out.append((elided.group(), follows, False))
            word, follows = word[elided.end():], True
        out.append((word, follows, False))
    return out

def pair_text(a, b, overlaps):
    return a + b[1:] if overlaps else a + b if a.endswith("'") else a + ' ' + b

def is_hidden(word, common, kept):
    if word in common: return True
    if not re.fullmatch(f'[{HAN}]+', word) or any(c in kept for c in word): return False
    return any(c in common for c in word)

def contrasts(counts, kind):
    totals = [sum(side.values()) for side in counts]
    a0, both = 100.0, sum(totals)
    for term in set(counts[0]) | set(counts[1]):
        y = [side[term] for side in counts]
        if sum(y) < minimum: continue
        a = a0 * sum(y) / both
        logit = [math.log((y[i] + a) / (totals[i] + a0 - y[i] - a)) for i in (0, 1)]
        delta = logit[0] - logit[1]
        yield {'term': term, 'kind': kind, 'first': y[0], 'second': y[1], 'delta': delta,
               'z': delta / math.sqrt(1 / (y[0] + a) + 1 / (y[1] + a))}

for language in ('en', 'de', 'fr', 'zh'):
    words, pairs, comments = (Counter(), Counter()), (Counter(), Counter()), [0, 0]
    for row in csv.DictReader(open(folder / f'{language}.csv', encoding='utf8', newline='')):
        score = int(row['score'])
        if score in (7, 8): continue
        side = 0 if score >= 9 else 1
        read = tokens(row['comment'])
        comments[side] += 1
        words[side].update({word for word, _, _ in read})
        pairs[side].update({(a[0], b[0], b[2]) for a, b in zip(read, read[1:]) if b[1]})
    common, kept = set(lists['display'][language].split()), set(lists['keptCharacters'].split())
    found = [dict(one, text=one['term']) for one in contrasts(words, 'word') if not is_hidden(one['term'], common, kept)]
    found += [dict(one, text=pair_text(*one['term'])) for one in contrasts(pairs, 'pair')
              if not any(is_hidden(word, common, kept) for word in one['term'][:2])]
    result = {'minimum': minimum, 'comments': comments}
    for side, sign in (('first', 1), ('second', -1)):
        ranked = sorted((one for one in found if sign * one['z'] > 0), key=lambda o: (-sign * round(o['z'], 12), o['kind'] == 'pair', o['text'].encode()))
        result[side] = [{key: one[key] for key in ('text', 'kind', 'first', 'second', 'delta', 'z')} for one in ranked[:25]]
    with open(folder / f'{language}.terms.json', 'w', encoding='utf8') as out:
        json.dump(result, out, ensure_ascii=False, indent=1)
        out.write('\n')

// SPDX-License-Identifier: MIT
// What `npscope --help` prints, in every language: commands, options by what they are about, and exit statuses. No line has more than
// 128 characters.
import type { Lang } from './index.js';

const en = `npscope: the NPS of survey exports, with its margin. Reads files on this machine and sends nothing anywhere.

  npscope report FILE... [options]     the figures; several files count together
  npscope inspect FILE... [options]    what was recognised: format, encoding, sheets, header rows, columns and samples
  npscope plan FILE... [options]       every decision before anything is counted, and what would be asked
  npscope rejects FILE... [--as csv]   the rows that were not counted, with the reason, to correct and read again
  npscope verify REPORT FILE...        repeats a saved report and compares files, versions and every number
  npscope convert FILE --to csv|ndjson [--raw] [-o OUT]    the records as they were read
  npscope score --counts 20,30,50      from the number of detractors, passives and promoters alone
  npscope compare --counts 20,30,50 --with 35,30,35    two sets of counts: their difference, its interval and p
  npscope query FILE... [question]     an answer about the responses: by group, over time, drivers, comments

CSV and other text, Excel (.xlsx .xls), LibreOffice (.ods), JSON, JSON lines, and these in .zip or .gz, told by content.
A folder stands for all files in it, hidden ones left out; - is standard input.

Reading
  --map ROLE=COLUMN    choose a column (header, or #3 for the third column); ROLE is score, date, respondent, comment, segment,
                       group, response-id, name, account, employee, start-date, language, channel, touchpoint, survey, wave,
                       count, weight, revenue, driver, metric or ignore
  --missing -99,99     codes that stand for "no answer"
  --delimiter ;        separator: , ; tab |
  --quote "            quote character: " or '
  --dialect ';"'       both at once: separator, then quote character
  --encoding NAME      utf-8, utf-16le, windows-1252, gb18030, shift_jis and every other WHATWG label
  --header N           number of header rows, 0 to 5
  --sheet NAME         sheet of a workbook or path of a JSON list; #2 for the second

Decisions
  --recipe FILE        follow a recipe: every decision of an earlier run, for files of the same kind
  --plan FILE          follow a plan that npscope plan --json printed, perhaps edited
  --save-recipe FILE   keep the decisions of this run
  --save FILE          keep the report with the SHA-256 of each file, for npscope verify
  --policy latest      which responses count: all, or the latest, first or mean per respondent and wave; latest:account counts
                       per account
  --from, --to DAY     first and last day that count, such as 2024-05-31
  --completeness 0.5   least share of the columns with a role that must be filled
  --include CODE       count what the file marks as excluded-test, -unfinished, -flag, -metric or -event; may stand several
                       times
  --no-clean RULE      switch a cleaning rule off: trim, inner-space, invisible, entities, tags, apostrophe, nfc, key-case,
                       missing-words, labels, numbers, dates; may stand several times
  --duplicates keyed   identical rows count once: when keyed by response or respondent and date, all, or off
  --as-of DAY          the day that counts as today
  --report-zone ZONE   time zone whose days and months count (Europe/Berlin); times count as written without it
  --employees          allow groups of employees, from 10 responses on

Rows that were not counted
  --as csv             csv, source-csv (written like the source) or xlsx
  --file N             which of several files
  --no-guard           without the apostrophe in front of cells that a spreadsheet could take for a formula

Figures
  --level 0.95         confidence of the interval: 0.8, 0.9, 0.95, 0.99
  --method score       interval: score (Tango), adjusted-wald, wald, jeffreys
  --by month|COLUMN    NPS per month, per file (--by file) or per value of a column; may stand several times

Question
  --where CONDITION    Plan=pro,team · Plan!=pro · comment~slow · comment!~slow · Seats=5..10 · Seats=5.. · score=0..6 ·
                       group=promoter · Plan= (empty) · date=2025-01-01..2025-03-31; a column (column:date where it has the
                       name of a role) or a role; several hold together
  --with CONDITION     the responses to compare with; all others without it
  --by GROUP           a column or role, day, week, month, quarter, year, group or file; at most two
  --measure NAME       nps, shares, probability, bootstrap, sample-size, goals, difference, paired, homogeneity, segments,
                       decomposition, weighted, clustered, accounts, raked, trend, events, drivers, association, terms, themes,
                       languages, near-duplicates or comments; with options: sample-size:margin=5,power=0.9, or as JSON
                       (docs/queries.md lists all); may stand several times; nps without it
  --events FILE        days to compare before and after: a CSV with the columns date, name and perhaps kind, or a JSON list;
                       --measure events:window=60 for 60 days on each side
  --query JSON|FILE    the whole question as JSON
  --share 10           for sharing: groups with fewer responses (5 or more) are hidden, and no comment is shown

Output
  --json               as JSON (schemas in the package: report, inspect, plan and recipe.schema.json)
  --raw                with --to ndjson: one line per row, header rows too, each cell with its type
  --output, -o OUT     write the conversion or the rows that were not counted to this file
  --lang en|de|zh      language of the text
  --help, --version

Exit status: 0 done; 1 a report differs; 2 a file could not be used (the code stands in brackets); 3 a target is missed or a
threshold is crossed (measure goals); 64 wrong usage; 73 output not written.
`;

const de = `npscope: der NPS aus Umfrageexporten, mit seiner Spanne. Liest Dateien auf diesem Rechner und sendet nichts.

  npscope report DATEI... [Optionen]   die Zahlen; mehrere Dateien zählen zusammen
  npscope inspect DATEI... [Optionen]  was erkannt wurde: Format, Kodierung, Blätter, Kopfzeilen, Spalten und Beispiele
  npscope plan DATEI... [Optionen]     jede Entscheidung, bevor gezählt wird, und was zu fragen wäre
  npscope rejects DATEI... [--as csv]  die nicht gezählten Zeilen mit dem Grund, zum Berichtigen und Wiedereinlesen
  npscope verify BERICHT DATEI...      wiederholt einen gespeicherten Bericht, vergleicht Dateien, Versionen und jede Zahl
  npscope convert DATEI --to csv|ndjson [--raw] [-o ZIEL]    die Datensätze, wie sie gelesen wurden
  npscope score --counts 20,30,50      allein aus der Anzahl der Kritiker, Passiven und Promotoren
  npscope compare --counts 20,30,50 --with 35,30,35    zwei Sätze von Anzahlen: Unterschied, Spanne und p
  npscope query DATEI... [Frage]       eine Antwort über die Antworten: nach Gruppe, über die Zeit, Treiber, Kommentare

CSV und anderer Text, Excel (.xlsx .xls), LibreOffice (.ods), JSON, JSON-Zeilen, auch in .zip oder .gz; der Inhalt entscheidet.
Ein Ordner steht für alle Dateien darin, ohne verborgene; - ist die Standardeingabe.

Lesen
  --map ROLLE=SPALTE   eine Spalte wählen (Überschrift, oder #3 für die dritte); ROLLE ist score, date, respondent, comment,
                       segment, group, response-id, name, account, employee, start-date, language, channel, touchpoint, survey,
                       wave, count, weight, revenue, driver, metric oder ignore
  --missing -99,99     Codes für "keine Antwort"
  --delimiter ;        Trennzeichen: , ; tab |
  --quote "            Anführungszeichen: " oder '
  --dialect ';"'       beides zugleich: Trennzeichen, dann Anführungszeichen
  --encoding NAME      utf-8, utf-16le, windows-1252, gb18030, shift_jis und jeder andere WHATWG-Name
  --header N           Anzahl der Kopfzeilen, 0 bis 5
  --sheet NAME         Blatt einer Arbeitsmappe oder Pfad einer JSON-Liste; #2 für das zweite

Entscheidungen
  --recipe DATEI       einem Rezept folgen: allen Entscheidungen eines früheren Laufs, für Dateien derselben Art
  --plan DATEI         einem Plan folgen, den npscope plan --json ausgab, auch bearbeitet
  --save-recipe DATEI  die Entscheidungen dieses Laufs behalten
  --save DATEI         den Bericht mit dem SHA-256-Wert jeder Datei behalten, für npscope verify
  --policy latest      welche Antworten zählen: all, oder je Person und Welle latest (letzte), first (erste), mean (Mittel);
                       latest:account je Kundenkonto
  --from, --to TAG     erster und letzter Tag, der zählt, etwa 2024-05-31
  --completeness 0.5   kleinster Anteil der Spalten mit einer Rolle, der gefüllt sein muss
  --include CODE       zählen, was die Datei als excluded-test, -unfinished, -flag, -metric oder -event kennzeichnet;
                       mehrfach möglich
  --no-clean REGEL     eine Regel der Bereinigung ausschalten: trim, inner-space, invisible, entities, tags, apostrophe, nfc,
                       key-case, missing-words, labels, numbers, dates; mehrfach möglich
  --duplicates keyed   gleiche Zeilen zählen einmal: keyed mit Antwortnummer oder Person und Datum, all (alle) oder off (nie)
  --as-of TAG          der Tag, der als heute gilt
  --report-zone ZONE   Zeitzone, deren Tage und Monate zählen (Europe/Berlin); sonst zählen Zeiten wie geschrieben
  --employees          Gruppen nach Beschäftigten zulassen, ab 10 Antworten

Nicht gezählte Zeilen
  --as csv             csv, source-csv (geschrieben wie die Quelle) oder xlsx
  --file N             welche von mehreren Dateien
  --no-guard           ohne den Apostroph vor Zellen, die ein Tabellenprogramm für eine Formel halten könnte

Zahlen
  --level 0.95         Sicherheit des Intervalls: 0.8, 0.9, 0.95, 0.99
  --method score       Intervall: score (Tango), adjusted-wald, wald, jeffreys
  --by month|SPALTE    NPS je Monat, je Datei (--by file) oder je Wert einer Spalte; mehrfach möglich

Frage
  --where BEDINGUNG    Plan=pro,team · Plan!=pro · comment~langsam · comment!~langsam · Seats=5..10 · Seats=5.. · score=0..6 ·
                       group=promoter · Plan= (leer) · date=2025-01-01..2025-03-31; eine Spalte (column:date, wenn sie wie eine
                       Rolle heißt) oder Rolle; mehrere gelten zugleich
  --with BEDINGUNG     die Antworten zum Vergleich; ohne dies alle übrigen
  --by GRUPPE          eine Spalte oder Rolle, day, week, month, quarter, year, group oder file; höchstens zwei
  --measure NAME       nps, shares, probability, bootstrap, sample-size, goals, difference, paired, homogeneity, segments,
                       decomposition, weighted, clustered, accounts, raked, trend, events, drivers, association, terms, themes,
                       languages, near-duplicates oder comments; mit Angaben: sample-size:margin=5,power=0.9, oder als JSON
                       (docs/queries.md nennt alle); auch mehrmals; ohne dies nps
  --events DATEI       Tage zum Vergleich davor und danach: eine CSV-Datei mit den Spalten date, name und vielleicht kind, oder
                       eine JSON-Liste; --measure events:window=60 für 60 Tage auf jeder Seite
  --query JSON|DATEI   die ganze Frage als JSON
  --share 10           zum Weitergeben: kleinere Gruppen (mindestens 5) bleiben verborgen, keine Kommentare

Ausgabe
  --json               als JSON (Schemas im Paket: report, inspect, plan und recipe.schema.json)
  --raw                mit --to ndjson: eine Zeile je Zeile, auch Kopfzeilen, jede Zelle mit ihrem Typ
  --output, -o ZIEL    die Umwandlung oder die nicht gezählten Zeilen in diese Datei schreiben
  --lang en|de|zh      Sprache des Textes
  --help, --version

Rückgabewert: 0 fertig; 1 ein Bericht weicht ab; 2 eine Datei war nicht zu gebrauchen (Code in Klammern);
3 ein Ziel ist verfehlt oder eine Schwelle überschritten (goals); 64 falscher Aufruf; 73 Ausgabe nicht geschrieben.
`;

const zh = `npscope：从问卷导出文件得出 NPS 及其误差范围。只读取本机文件，不发送任何内容。

  npscope report 文件... [选项]        统计结果；多个文件合并计算
  npscope inspect 文件... [选项]       识别结果：格式、编码、工作表、表头行、各列及样例
  npscope plan 文件... [选项]          计算之前的每一项决定，以及需要询问的问题
  npscope rejects 文件... [--as csv]   没有计入的行及其原因，供更正后重新读取
  npscope verify 报告 文件...          重新计算保存的报告，核对文件、版本和每个数字
  npscope convert 文件 --to csv|ndjson [--raw] [-o 目标]    按读取的样子输出记录
  npscope score --counts 20,30,50      只用贬损者、被动者、推荐者的人数计算
  npscope compare --counts 20,30,50 --with 35,30,35    比较两组人数：差异、区间和 p 值
  npscope query 文件... [问题]         对回答提问：按分组、随时间、驱动因素、评论

可读取 CSV 等文本、Excel（.xlsx .xls）、LibreOffice（.ods）、JSON、JSON 行，以及 .zip 或 .gz 中的这些文件；按内容识别。
文件夹表示其中的全部文件，隐藏文件除外；- 表示标准输入。

读取
  --map 角色=列名      指定列（列名，或用 #3 表示第三列）；角色为 score、date、respondent、comment、segment、group、response-id、
                       name、account、employee、start-date、language、channel、touchpoint、survey、wave、count、weight、revenue、
                       driver、metric 或 ignore
  --missing -99,99     表示“未回答”的代码
  --delimiter ;        分隔符：, ; tab |
  --quote "            引号：" 或 '
  --dialect ';"'       两者一起：先分隔符，后引号
  --encoding 名称      utf-8、utf-16le、windows-1252、gb18030、shift_jis 以及其他 WHATWG 名称
  --header N           表头行数，0 到 5
  --sheet 名称         工作簿的工作表，或 JSON 列表的路径；#2 表示第二个

决定
  --recipe 文件        采用处理方案：对同类文件沿用以前的每一项决定
  --plan 文件          采用 npscope plan --json 输出的计划，可以修改过
  --save-recipe 文件   保存这次的各项决定
  --save 文件          保存报告和每个文件的 SHA-256，供 npscope verify 使用
  --policy latest      计入哪些回答：all 为全部；latest、first、mean 为每位受访者每轮最新、最早或平均；latest:account 按客户账户
  --from、--to 日期    计入的第一天和最后一天，例如 2024-05-31
  --completeness 0.5   有用途的列中至少要填写的比例
  --include 代码       计入文件标为 excluded-test、-unfinished、-flag、-metric 或 -event 的行；可多次使用
  --no-clean 规则      关闭一条清理规则：trim、inner-space、invisible、entities、tags、apostrophe、nfc、key-case、
                       missing-words、labels、numbers、dates；可多次使用
  --duplicates keyed   相同的行只计一次：keyed 为含回答编号或受访者和日期时，all 为一律，off 为从不
  --as-of 日期         当作今天的日期
  --report-zone 时区   按哪个时区的日期和月份计算（如 Europe/Berlin）；不填则按原样
  --employees          允许按员工分组，每组至少 10 份回答

没有计入的行
  --as csv             csv、source-csv（写法与原文件相同）或 xlsx
  --file N             多个文件中的哪一个
  --no-guard           不在电子表格可能当作公式的单元格前加撇号

统计
  --level 0.95         区间的置信水平：0.8、0.9、0.95、0.99
  --method score       区间方法：score（Tango）、adjusted-wald、wald、jeffreys
  --by month|列名      按月、按文件（--by file）或按某列的值计算 NPS；可多次使用

问题
  --where 条件         Plan=pro,team · Plan!=pro · comment~慢 · comment!~慢 · Seats=5..10 · Seats=5.. · score=0..6 ·
                       group=promoter · Plan=（空）· date=2025-01-01..2025-03-31；列名（与角色同名时写 column:date）或角色；
                       多个条件同时成立
  --with 条件          与之比较的回答；不写则为其余全部
  --by 分组            列名、角色、day、week、month、quarter、year、group 或 file；最多两个
  --measure 名称       nps、shares、probability、bootstrap、sample-size、goals、difference、paired、homogeneity、segments、
                       decomposition、weighted、clustered、accounts、raked、trend、events、drivers、association、terms、themes、
                       languages、near-duplicates 或 comments；可带参数：sample-size:margin=5,power=0.9，或写成 JSON
                       （见 docs/queries.md）；可多次使用；不写则为 nps
  --events 文件        比较其前后的日期：CSV 含 date、name 列（可加 kind），或 JSON 列表；
                       --measure events:window=60 表示前后各 60 天
  --query JSON|文件    以 JSON 写出的完整问题
  --share 10           用于分享：隐藏更小的分组（至少为 5），不含评论

输出
  --json               以 JSON 输出（包内模式：report、inspect、plan 和 recipe.schema.json）
  --raw                与 --to ndjson 一起：每行一条，包括表头行，每个单元格带类型
  --output, -o 目标    把转换结果或没有计入的行写入此文件
  --lang en|de|zh      文字的语言
  --help, --version

退出状态：0 完成；1 报告不一致；2 有文件无法使用（方括号内为代码）；3 未达到目标或越过阈值（goals）；
64 用法错误；73 无法写入输出。
`;

export const help: Readonly<Record<Lang, string>> = { en, de, zh };

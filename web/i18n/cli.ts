// SPDX-License-Identifier: MIT
// The words that only the command line needs, in every language; all others are those of the page.
// One file, because they are few and are read side by side.
import type { Lang } from './index.js';

const en = {
  facts: '{size}, {encoding}, separator {delimiter}, header rows: {headers}',
  'delimiter.,': 'comma',
  'delimiter.;': 'semicolon',
  'delimiter.\t': 'tab',
  'delimiter.|': 'bar',
  hash: 'Content hash {hash}',
  because: 'because: {reasons}',
  place: 'record {record}, line {line}',
  'place-cell': 'record {record}, line {line}, column {column}',
  'by.month': 'NPS per month',
  'by.column': 'NPS by {name}',
  'by.none': '(none)',
  'usage.command': 'There is no command {command}.',
  'usage.files': 'Which file should be read? Name at least one, or - for standard input.',
  'usage.counts': 'Give three counts, for example --counts 20,30,50: detractors, passives, promoters.',
  'usage.map': '--map takes ROLE=COLUMN, for example --map score="How likely". Roles: {roles}.',
  'usage.help': 'npscope --help shows what there is.',
  help: `npscope: the NPS of survey exports, with its margin. Reads files on this machine and sends nothing anywhere.

  npscope report FILE... [options]     read CSV exports; several files count together; - is standard input
  npscope score --counts 20,30,50      from the number of detractors, passives and promoters alone

Reading
  --map ROLE=COLUMN    choose a column: score, date, respondent, comment, segment (header, or #3 for the third column)
  --missing -99,99     codes that stand for "no answer"
  --delimiter ;        separator: , ; tab |
  --encoding NAME      utf-8, utf-16le, utf-16be, windows-1252
  --header N           number of header rows, 0 to 3

Figures
  --level 0.95         confidence of the interval: 0.9, 0.95, 0.99
  --method score       interval: score (Tango), adjusted-wald, wald
  --by month|COLUMN    NPS per month or per value of a column; may stand several times

Output
  --json               the report as JSON (schema: npscope/report.schema.json)
  --lang en|de|zh      language of the text
  --help, --version

Exit status: 0 done; 2 a file could not be used (the code stands in brackets); 64 wrong usage.
`,
};

type CliWords = Readonly<Record<keyof typeof en, string>>;

const de: CliWords = {
  facts: '{size}, {encoding}, Trennzeichen {delimiter}, Kopfzeilen: {headers}',
  'delimiter.,': 'Komma',
  'delimiter.;': 'Semikolon',
  'delimiter.\t': 'Tabulator',
  'delimiter.|': 'senkrechter Strich',
  hash: 'Prüfwert des Inhalts {hash}',
  because: 'weil: {reasons}',
  place: 'Datensatz {record}, Zeile {line}',
  'place-cell': 'Datensatz {record}, Zeile {line}, Spalte {column}',
  'by.month': 'NPS je Monat',
  'by.column': 'NPS nach {name}',
  'by.none': '(ohne)',
  'usage.command': 'Den Befehl {command} gibt es nicht.',
  'usage.files': 'Welche Datei soll gelesen werden? Nennen Sie mindestens eine, oder - für die Standardeingabe.',
  'usage.counts': 'Geben Sie drei Anzahlen an, etwa --counts 20,30,50: Kritiker, Passive, Promotoren.',
  'usage.map': '--map erwartet ROLLE=SPALTE, etwa --map score="Wie wahrscheinlich". Rollen: {roles}.',
  'usage.help': 'npscope --help zeigt, was es gibt.',
  help: `npscope: der NPS aus Umfrageexporten, mit seiner Spanne. Liest Dateien auf diesem Rechner und sendet nichts.

  npscope report DATEI... [Optionen]   CSV-Exporte lesen; mehrere Dateien zählen zusammen; - ist die Standardeingabe
  npscope score --counts 20,30,50      allein aus der Anzahl der Kritiker, Passiven und Promotoren

Lesen
  --map ROLLE=SPALTE   eine Spalte wählen: score, date, respondent, comment, segment (Überschrift, oder #3 für die dritte)
  --missing -99,99     Codes für "keine Antwort"
  --delimiter ;        Trennzeichen: , ; tab |
  --encoding NAME      utf-8, utf-16le, utf-16be, windows-1252
  --header N           Anzahl der Kopfzeilen, 0 bis 3

Zahlen
  --level 0.95         Sicherheit des Intervalls: 0.9, 0.95, 0.99
  --method score       Intervall: score (Tango), adjusted-wald, wald
  --by month|SPALTE    NPS je Monat oder je Wert einer Spalte; mehrfach möglich

Ausgabe
  --json               der Bericht als JSON (Schema: npscope/report.schema.json)
  --lang en|de|zh      Sprache des Textes
  --help, --version

Rückgabewert: 0 fertig; 2 eine Datei war nicht zu gebrauchen (Code in Klammern); 64 falscher Aufruf.
`,
};

const zh: CliWords = {
  facts: '{size}，{encoding}，分隔符：{delimiter}，表头行数：{headers}',
  'delimiter.,': '逗号',
  'delimiter.;': '分号',
  'delimiter.\t': '制表符',
  'delimiter.|': '竖线',
  hash: '内容哈希 {hash}',
  because: '理由：{reasons}',
  place: '第 {record} 条记录，第 {line} 行',
  'place-cell': '第 {record} 条记录，第 {line} 行，“{column}”列',
  'by.month': '各月的 NPS',
  'by.column': '按“{name}”分组的 NPS',
  'by.none': '（无）',
  'usage.command': '没有 {command} 这个命令。',
  'usage.files': '要读取哪个文件？请至少给出一个，或用 - 表示标准输入。',
  'usage.counts': '请给出三个人数，例如 --counts 20,30,50：贬损者、被动者、推荐者。',
  'usage.map': '--map 的写法是 角色=列名，例如 --map score="推荐意愿"。角色：{roles}。',
  'usage.help': '运行 npscope --help 查看用法。',
  help: `npscope：从问卷导出文件得出 NPS 及其误差范围。只读取本机文件，不发送任何内容。

  npscope report 文件... [选项]        读取 CSV 文件；多个文件合并计算；- 表示标准输入
  npscope score --counts 20,30,50      只用贬损者、被动者、推荐者的人数计算

读取
  --map 角色=列名      指定列：score、date、respondent、comment、segment（列名，或用 #3 表示第三列）
  --missing -99,99     表示“未回答”的代码
  --delimiter ;        分隔符：, ; tab |
  --encoding 名称      utf-8、utf-16le、utf-16be、windows-1252
  --header N           表头行数，0 到 3

统计
  --level 0.95         区间的置信水平：0.9、0.95、0.99
  --method score       区间方法：score（Tango）、adjusted-wald、wald
  --by month|列名      按月或按某列的值计算 NPS；可多次使用

输出
  --json               以 JSON 输出报告（模式：npscope/report.schema.json）
  --lang en|de|zh      文字的语言
  --help, --version

退出状态：0 完成；2 有文件无法使用（方括号内为代码）；64 用法错误。
`,
};

export type CliWord = keyof CliWords;

export const cliWords: Readonly<Record<Lang, CliWords>> = { en, de, zh };

/** The text for `word` with its values put in. */
export function cliText(lang: Lang, word: CliWord, params: Readonly<Record<string, string>> = {}): string {
  return cliWords[lang][word].replace(/\{([a-z]+)\}/g, (place, name: string) => params[name] ?? place);
}

// SPDX-License-Identifier: MIT
// The words that only the command line needs, in every language; all others are those of the page.
// One file, because they are few and are read side by side.
import type { Lang } from './index.js';

const en = {
  comma: ', ',
  separator: 'separator {delimiter}',
  headers: 'header rows: {count}',
  sheet: 'sheet “{name}”',
  zone: 'time zone {zone}',
  encodings: 'Other encodings that the bytes allow',
  columns: 'Columns: {count}',
  hash: 'Content hash {hash}',
  place: 'record {record}, line {line}',
  'place-cell': 'record {record}, line {line}, column {column}',
  'by.month': 'NPS per month',
  'by.column': 'NPS by {name}',
  'by.none': '(none)',
  'not-written': '{path} can not be written. Check the folder and the space that is left.',
  'usage.command': 'There is no command {command}.',
  'usage.files': 'Which file should be read? Name at least one, or - for standard input.',
  'usage.counts': 'Give three counts, for example --counts 20,30,50: detractors, passives, promoters.',
  'usage.one-file': 'One file at a time: name the file to convert, or - for standard input.',
  'usage.to': 'Say what to write: --to csv or --to ndjson.',
  'usage.raw': '--raw goes with --to ndjson: every row as it stands in the file.',
  'usage.map': '--map takes ROLE=COLUMN, for example --map score="How likely". Roles: {roles}.',
  'usage.help': 'npscope --help shows what there is.',
  help: `npscope: the NPS of survey exports, with its margin. Reads files on this machine and sends nothing anywhere.

  npscope report FILE... [options]     the figures; several files count together
  npscope inspect FILE... [options]    what was recognised: format, encoding, sheets, header rows, columns and samples
  npscope convert FILE --to csv|ndjson [--raw] [-o OUT]    the records as they were read
  npscope score --counts 20,30,50      from the number of detractors, passives and promoters alone

CSV and other text, Excel (.xlsx .xls), LibreOffice (.ods), JSON, JSON lines, and these in .zip or .gz, told by content.
A folder stands for all files in it, hidden ones left out; - is standard input.

Reading
  --map ROLE=COLUMN    choose a column: score, date, respondent, comment, segment (header, or #3 for the third column)
  --missing -99,99     codes that stand for "no answer"
  --delimiter ;        separator: , ; tab |
  --quote "            quote character: " or '
  --dialect ';"'       both at once: separator, then quote character
  --encoding NAME      utf-8, utf-16le, windows-1252, gb18030, shift_jis and every other WHATWG label
  --header N           number of header rows, 0 to 5
  --sheet NAME         sheet of a workbook or path of a JSON list; #2 for the second

Figures
  --level 0.95         confidence of the interval: 0.9, 0.95, 0.99
  --method score       interval: score (Tango), adjusted-wald, wald
  --by month|COLUMN    NPS per month or per value of a column; may stand several times

Output
  --json               as JSON (schemas: npscope/report.schema.json, npscope/inspect.schema.json)
  --raw                with --to ndjson: one line per row, header rows too, each cell with its type
  --output, -o OUT     write the conversion to this file
  --lang en|de|zh      language of the text
  --help, --version

Exit status: 0 done; 2 a file could not be used (the code stands in brackets); 64 wrong usage; 73 output not written.
`,
};

type CliWords = Readonly<Record<keyof typeof en, string>>;

const de: CliWords = {
  comma: ', ',
  separator: 'Trennzeichen {delimiter}',
  headers: 'Kopfzeilen: {count}',
  sheet: 'Blatt „{name}“',
  zone: 'Zeitzone {zone}',
  encodings: 'Andere Kodierungen, die die Bytes zulassen',
  columns: 'Spalten: {count}',
  hash: 'Prüfwert des Inhalts {hash}',
  place: 'Datensatz {record}, Zeile {line}',
  'place-cell': 'Datensatz {record}, Zeile {line}, Spalte {column}',
  'by.month': 'NPS je Monat',
  'by.column': 'NPS nach {name}',
  'by.none': '(ohne)',
  'not-written': '{path} kann nicht geschrieben werden. Prüfen Sie den Ordner und den freien Platz.',
  'usage.command': 'Den Befehl {command} gibt es nicht.',
  'usage.files': 'Welche Datei soll gelesen werden? Nennen Sie mindestens eine, oder - für die Standardeingabe.',
  'usage.counts': 'Geben Sie drei Anzahlen an, etwa --counts 20,30,50: Kritiker, Passive, Promotoren.',
  'usage.one-file': 'Eine Datei zurzeit: Nennen Sie die Datei zum Umwandeln, oder - für die Standardeingabe.',
  'usage.to': 'Sagen Sie, was geschrieben werden soll: --to csv oder --to ndjson.',
  'usage.raw': '--raw gehört zu --to ndjson: jede Zeile, wie sie in der Datei steht.',
  'usage.map': '--map erwartet ROLLE=SPALTE, etwa --map score="Wie wahrscheinlich". Rollen: {roles}.',
  'usage.help': 'npscope --help zeigt, was es gibt.',
  help: `npscope: der NPS aus Umfrageexporten, mit seiner Spanne. Liest Dateien auf diesem Rechner und sendet nichts.

  npscope report DATEI... [Optionen]   die Zahlen; mehrere Dateien zählen zusammen
  npscope inspect DATEI... [Optionen]  was erkannt wurde: Format, Kodierung, Blätter, Kopfzeilen, Spalten und Beispiele
  npscope convert DATEI --to csv|ndjson [--raw] [-o ZIEL]    die Datensätze, wie sie gelesen wurden
  npscope score --counts 20,30,50      allein aus der Anzahl der Kritiker, Passiven und Promotoren

CSV und anderer Text, Excel (.xlsx .xls), LibreOffice (.ods), JSON, JSON-Zeilen, auch in .zip oder .gz; der Inhalt entscheidet.
Ein Ordner steht für alle Dateien darin, ohne verborgene; - ist die Standardeingabe.

Lesen
  --map ROLLE=SPALTE   eine Spalte wählen: score, date, respondent, comment, segment (Überschrift, oder #3 für die dritte)
  --missing -99,99     Codes für "keine Antwort"
  --delimiter ;        Trennzeichen: , ; tab |
  --quote "            Anführungszeichen: " oder '
  --dialect ';"'       beides zugleich: Trennzeichen, dann Anführungszeichen
  --encoding NAME      utf-8, utf-16le, windows-1252, gb18030, shift_jis und jeder andere WHATWG-Name
  --header N           Anzahl der Kopfzeilen, 0 bis 5
  --sheet NAME         Blatt einer Arbeitsmappe oder Pfad einer JSON-Liste; #2 für das zweite

Zahlen
  --level 0.95         Sicherheit des Intervalls: 0.9, 0.95, 0.99
  --method score       Intervall: score (Tango), adjusted-wald, wald
  --by month|SPALTE    NPS je Monat oder je Wert einer Spalte; mehrfach möglich

Ausgabe
  --json               als JSON (Schemas: npscope/report.schema.json, npscope/inspect.schema.json)
  --raw                mit --to ndjson: eine Zeile je Zeile, auch Kopfzeilen, jede Zelle mit ihrem Typ
  --output, -o ZIEL    die Umwandlung in diese Datei schreiben
  --lang en|de|zh      Sprache des Textes
  --help, --version

Rückgabewert: 0 fertig; 2 eine Datei war nicht zu gebrauchen (Code in Klammern); 64 falscher Aufruf; 73 nicht geschrieben.
`,
};

const zh: CliWords = {
  comma: '，',
  separator: '分隔符：{delimiter}',
  headers: '表头行数：{count}',
  sheet: '工作表“{name}”',
  zone: '时区 {zone}',
  encodings: '字节也符合的其他编码',
  columns: '列数：{count}',
  hash: '内容哈希 {hash}',
  place: '第 {record} 条记录，第 {line} 行',
  'place-cell': '第 {record} 条记录，第 {line} 行，“{column}”列',
  'by.month': '各月的 NPS',
  'by.column': '按“{name}”分组的 NPS',
  'by.none': '（无）',
  'not-written': '无法写入 {path}。请检查文件夹和剩余空间。',
  'usage.command': '没有 {command} 这个命令。',
  'usage.files': '要读取哪个文件？请至少给出一个，或用 - 表示标准输入。',
  'usage.counts': '请给出三个人数，例如 --counts 20,30,50：贬损者、被动者、推荐者。',
  'usage.one-file': '一次一个文件：请给出要转换的文件，或用 - 表示标准输入。',
  'usage.to': '请说明写成什么：--to csv 或 --to ndjson。',
  'usage.raw': '--raw 与 --to ndjson 一起使用：按文件原样输出每一行。',
  'usage.map': '--map 的写法是 角色=列名，例如 --map score="推荐意愿"。角色：{roles}。',
  'usage.help': '运行 npscope --help 查看用法。',
  help: `npscope：从问卷导出文件得出 NPS 及其误差范围。只读取本机文件，不发送任何内容。

  npscope report 文件... [选项]        统计结果；多个文件合并计算
  npscope inspect 文件... [选项]       识别结果：格式、编码、工作表、表头行、各列及样例
  npscope convert 文件 --to csv|ndjson [--raw] [-o 目标]    按读取的样子输出记录
  npscope score --counts 20,30,50      只用贬损者、被动者、推荐者的人数计算

可读取 CSV 等文本、Excel（.xlsx .xls）、LibreOffice（.ods）、JSON、JSON 行，以及 .zip 或 .gz 中的这些文件；按内容识别。
文件夹表示其中的全部文件，隐藏文件除外；- 表示标准输入。

读取
  --map 角色=列名      指定列：score、date、respondent、comment、segment（列名，或用 #3 表示第三列）
  --missing -99,99     表示“未回答”的代码
  --delimiter ;        分隔符：, ; tab |
  --quote "            引号：" 或 '
  --dialect ';"'       两者一起：先分隔符，后引号
  --encoding 名称      utf-8、utf-16le、windows-1252、gb18030、shift_jis 以及其他 WHATWG 名称
  --header N           表头行数，0 到 5
  --sheet 名称         工作簿的工作表，或 JSON 列表的路径；#2 表示第二个

统计
  --level 0.95         区间的置信水平：0.9、0.95、0.99
  --method score       区间方法：score（Tango）、adjusted-wald、wald
  --by month|列名      按月或按某列的值计算 NPS；可多次使用

输出
  --json               以 JSON 输出（模式：npscope/report.schema.json、npscope/inspect.schema.json）
  --raw                与 --to ndjson 一起：每行一条，包括表头行，每个单元格带类型
  --output, -o 目标    把转换结果写入此文件
  --lang en|de|zh      文字的语言
  --help, --version

退出状态：0 完成；2 有文件无法使用（方括号内为代码）；64 用法错误；73 无法写入输出。
`,
};

export type CliWord = keyof CliWords;

export const cliWords: Readonly<Record<Lang, CliWords>> = { en, de, zh };

/** The text for `word` with its values put in. */
export function cliText(lang: Lang, word: CliWord, params: Readonly<Record<string, string>> = {}): string {
  return cliWords[lang][word].replace(/\{([a-z]+)\}/g, (place, name: string) => params[name] ?? place);
}

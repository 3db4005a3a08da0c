// SPDX-License-Identifier: MIT
// Answers in words for a terminal: names of measures and members, and the words that members have as values. What the page says too comes
// from there; a name that is not known, from a later version, shows as itself.
import { memberWords } from './answer-members.js';
import { isKey, t, type Lang, type MessageKey } from './index.js';

/** English, German and Chinese; the key of a text of the page; or the measure whose name it is. */
export type Words = readonly [string, string, string] | MessageKey | `measure.${string}`;

const measureNames: Readonly<Record<string, Words>> = {
  nps: 'sensitivity.nps',
  shares: ['Shares of the groups', 'Anteile der Gruppen', '各组比例'],
  probability: ['Probability', 'Wahrscheinlichkeit', '概率'],
  bootstrap: ['NPS with bootstrap interval', 'NPS mit Bootstrap-Intervall', 'NPS 及自助法区间'],
  'sample-size': ['Sample size', 'Stichprobengröße', '样本量'],
  goals: 'explore.goals',
  difference: ['Difference between two sets', 'Unterschied zweier Mengen', '两组回答的差异'],
  paired: 'compare.paired',
  homogeneity: ['Do the groups differ?', 'Unterscheiden sich die Gruppen?', '各组是否有差别'],
  segments: ['Each group beside the rest', 'Jede Gruppe neben den übrigen', '各组与其余比较'],
  decomposition: ['Mix and rate', 'Mischung und Rate', '构成与水平'],
  weighted: ['Weighted NPS', 'Gewichteter NPS', '加权 NPS'],
  clustered: [
    'NPS with errors by account or respondent',
    'NPS mit Fehlern nach Konto oder Person',
    '按账户或受访者计误差的 NPS',
  ],
  accounts: ['Accounts', 'Kundenkonten', '客户账户'],
  raked: ['NPS with the shares of the population', 'NPS mit den Anteilen der Grundgesamtheit', '按总体比例调整的 NPS'],
  trend: 'explore.trend',
  events: 'events.title',
  drivers: 'explore.drivers',
  association: 'drivers.association',
  terms: ['Words of comments', 'Wörter der Kommentare', '评论中的词'],
  themes: 'themes.title',
  languages: ['Languages of comments', 'Sprachen der Kommentare', '评论的语言'],
  'near-duplicates': 'comments.duplicates',
  comments: 'explore.comments',
};

const sides: Readonly<Record<string, Words>> = {
  promoters: 'group.promoters',
  detractors: 'group.detractors',
  selected: ['Selected', 'Ausgewählt', '所选'],
  others: ['Others', 'Übrige', '其余'],
};

const bounds: Readonly<Record<string, Words>> = { below: ['below', 'unter', '低于'], above: ['above', 'über', '高于'] };

const timeUnits: Readonly<Record<string, Words>> = {
  day: 'trend.per.day',
  week: 'trend.per.week',
  month: 'trend.per.month',
  quarter: 'trend.per.quarter',
  year: 'trend.per.year',
};

/** The words that a member may have, or the beginning of the keys that the page has them under. */
const valueWords: Readonly<Record<string, Readonly<Record<string, Words>> | string>> = {
  test: 'stat.test.',
  rank: 'segments.rank.',
  adjust: 'segments.adjust.',
  status: 'goals.status.',
  quadrant: 'drivers.quadrant.',
  role: 'role.',
  withoutError: 'unavailable.',
  found: 'events.pre.',
  bound: bounds,
  unit: {
    ...timeUnits,
    score: ['points of the score', 'Punkten des Werts', '得分'],
    points: ['points of the NPS', 'Punkten des NPS', 'NPS 点数'],
  },
  first: sides,
  second: sides,
  by: { account: 'role.account', respondent: 'role.respondent' },
  cluster: { account: 'role.account', respondent: 'role.respondent' },
  definition: {
    'mean-of-accounts': ['each account counts once', 'jedes Konto zählt einmal', '每个账户计一次'],
    respondents: ['each response counts once', 'jede Antwort zählt einmal', '每份回答计一次'],
    'by-revenue': ['accounts weighed by revenue', 'Konten nach Umsatz gewichtet', '账户按收入加权'],
  },
  errors: {
    account: ['by account', 'nach Kundenkonto', '按账户'],
    model: ['of the model', 'des Modells', '按模型'],
  },
  outcome: { score: ['the score', 'der Wert', '得分'], group: ['the group', 'die Gruppe', '分组'] },
  band: {
    low: 'drivers.low',
    middle: ['Middle ratings', 'Mittlere Bewertungen', '中等评分'],
    high: 'drivers.high',
    missing: ['Not rated', 'Nicht bewertet', '未评分'],
  },
  group: {
    detractor: ['Detractor', 'Kritiker', '贬损者'],
    passive: ['Passive', 'Passiver', '被动者'],
    promoter: ['Promoter', 'Promotor', '推荐者'],
  },
  kind: {
    performance: 'drivers.kind.performance',
    basic: 'drivers.kind.basic',
    excitement: 'drivers.kind.excitement',
    none: 'drivers.kind.none',
    shewhart: 'trend.control.shewhart',
    laney: 'trend.control.laney',
    word: ['word', 'Wort', '词'],
    pair: ['pair', 'Wortpaar', '词对'],
  },
  method: {
    score: 'score.method.score',
    jeffreys: 'score.method.jeffreys',
    'adjusted-wald': 'score.method.adjusted-wald',
    wald: 'score.method.wald',
    goodman: ['Goodman intervals', 'Goodman-Intervalle', 'Goodman 区间'],
    bootstrap: ['bootstrap percentiles', 'Bootstrap-Perzentile', '自助法百分位'],
    mover: ['MOVER interval', 'MOVER-Intervall', 'MOVER 区间'],
    'inverse-variance': ['inverse-variance line', 'Gerade nach inverser Varianz', '逆方差加权直线'],
    ranks: ['ranks of slopes', 'Ränge der Steigungen', '斜率的秩'],
  },
  code: 'caveat.',
};

/** Caveats that stand beside answers of the terminal alone. */
const caveats: Readonly<Record<string, Words>> = {
  'one-by-one': [
    'Each attribute is looked at by itself, and attributes go with each other, too.',
    'Jedes Merkmal wird für sich betrachtet, und Merkmale hängen auch miteinander zusammen.',
    '每个属性都是单独考察的，而属性之间也相互关联。',
  ],
};

const others = {
  yes: ['yes', 'ja', '是'],
  no: ['no', 'nein', '否'],
  interval: ['{level}% interval: {method}', '{level}-%-Intervall: {method}', '{level}% 区间：{method}'],
  tests: ['p: {tests}', 'p: {tests}', 'p 值：{tests}'],
  adjusted: ['Adjusted p: {adjust}', 'Angepasstes p: {adjust}', '校正 p 值：{adjust}'],
  nothing: ['(nothing)', '(nichts)', '（无）'],
  'more-of': ['{name}: more often', '{name}: häufiger', '{name}：更常用'],
  'comments-of': ['Comments: {name}', 'Kommentare: {name}', '评论：{name}'],
  'theme-hidden': ['too few to share', 'zu wenige zum Weitergeben', '太少，不可分享'],
} as const satisfies Readonly<Record<string, Words>>;

/** What the measure is called. */
export function measureName(lang: Lang, measure: string): string {
  return known(lang, measureNames[measure]) ?? measure;
}

/** What a member is called inside of another one, the nearest first; undefined when there is no word for it. */
export function memberName(lang: Lang, name: string, within: readonly string[]): string | undefined {
  const place = within.find((outer) => memberWords[`${outer}.${name}`] !== undefined);
  return known(lang, memberWords[place === undefined ? name : `${place}.${name}`]);
}

/** A word that a member has as its value; undefined when there is no text for it, or the member has no words. */
export function valueName(lang: Lang, name: string, value: string): string | undefined {
  const words = valueWords[name];
  if (typeof words !== 'string') return known(lang, words?.[value]);
  const key = [words, ...(name === 'code' ? ['unavailable.'] : [])].map((prefix) => prefix + value).find(isKey);
  if (key) return t(lang, key);
  return name === 'code' ? known(lang, caveats[value]) : undefined;
}

/** Everything else that is said about answers, with values put in. */
export function answerWord(lang: Lang, word: keyof typeof others, params: Readonly<Record<string, string>> = {}): string {
  return (known(lang, others[word]) ?? word).replace(/\{([a-z]+)\}/g, (place, name: string) => params[name] ?? place);
}

function known(lang: Lang, words: Words | undefined): string | undefined {
  if (words === undefined) return undefined;
  if (typeof words !== 'string') return words[lang === 'en' ? 0 : lang === 'de' ? 1 : 2];
  if (isKey(words)) return t(lang, words);
  return known(lang, measureNames[words.replace(/^measure\./, '')]);
}

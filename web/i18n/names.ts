// SPDX-License-Identifier: MIT
// Names that are the same in every language: of the tools whose exports are recognised, and of text encodings.

const tools: Readonly<Record<string, string>> = {
  qualtrics: 'Qualtrics',
  surveymonkey: 'SurveyMonkey',
  typeform: 'Typeform',
  tally: 'Tally',
  google_forms: 'Google Forms',
  ms_forms: 'Microsoft Forms',
  limesurvey: 'LimeSurvey',
  formbricks: 'Formbricks',
  posthog: 'PostHog',
  delighted: 'Delighted',
  asknicely: 'AskNicely',
  retently: 'Retently',
  wootric: 'Wootric (InMoment)',
  zendesk: 'Zendesk',
  hubspot: 'HubSpot',
  satismeter: 'SatisMeter',
  satismeter_or_callexa_traits: 'SatisMeter or Callexa',
  callexa: 'Callexa',
  survicate: 'Survicate',
  intellisurvey: 'IntelliSurvey',
  appcues: 'Appcues',
  thanx: 'Thanx',
  medallia: 'Medallia',
  alchemer: 'Alchemer',
  gainsight: 'Gainsight',
  nicereply: 'Nicereply',
  nps_today: 'nps.today',
  help_scout: 'Help Scout',
  hotjar: 'Hotjar',
  ciopulse: 'CIOPulse',
  neutral_template: 'npscope template',
};

/** The tool of a preset, whose id is its name or begins with it (`qualtrics_v3`); the id itself when it is a later one. */
export function presetName(id: string): string {
  const [tool = ''] = id.split('_');
  return tools[id] ?? tools[tool] ?? id;
}

/** Every encoding that can be chosen, by its WHATWG name, in groups of one script each. */
export const encodings = [
  ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'],
  ['windows-1252', 'iso-8859-15', 'macintosh', 'windows-1254', 'iso-8859-3', 'iso-8859-10', 'iso-8859-14'],
  ['windows-1250', 'iso-8859-2', 'iso-8859-16', 'windows-1257', 'iso-8859-13', 'iso-8859-4', 'windows-1258'],
  ['windows-1251', 'koi8-r', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'],
  ['windows-1253', 'iso-8859-7', 'windows-1255', 'iso-8859-8', 'windows-1256', 'iso-8859-6', 'windows-874'],
  ['gb18030', 'gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'],
] as const;

const written: Readonly<Record<string, string>> = {
  macintosh: 'Mac Roman',
  'x-mac-cyrillic': 'Mac Cyrillic',
  shift_jis: 'Shift_JIS',
  big5: 'Big5',
};

/** An encoding as people write it: `UTF-8`, `Windows-1252`, `GB18030`. */
export function encodingName(label: string): string {
  return (
    written[label] ?? label.replace(/^windows/, 'Windows').replace(/^(utf|iso|koi8|ibm|gb|euc).*/, (name) => name.toUpperCase())
  );
}

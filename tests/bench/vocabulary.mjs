// SPDX-License-Identifier: MIT
// The words of the generated survey: names, companies, comments in three languages, products.
// Order and spelling are part of the file's bytes; changing one changes the fingerprint.

export const headers =
  'response_id,email,name,company,score,comment,created_at,channel,product,plan,country,account_revenue'.split(',');

export const firstNames = (
  'Anna Jürgen Sophie Björn Lukas Zoë Emma Noah Mia François Wei Li Hao Xiaoming Olivia Liam Käthe Günter Renée Ines Tomasz ' +
  'Ana Pablo Mehmet Aylin 伟 芳 娜 秀英 敏'
).split(' ');

export const lastNames = (
  "Müller|Schmidt|Schneider|Fischer|Weber|Größl|Weiß|O'Brien|Smith|Johnson|Nguyễn|García|Wang|Zhang|Liu|Chen|Yang|王|李|张|刘|" +
  "Özdemir|Kowalski|Jensen|Åkesson|D'Angelo|van der Berg|Dupont|Rossi|Brown"
).split('|');

export const mailHosts = ['example.com', 'mail.example.org', 'kunde.example.de', 'corp.example.net'];

export const companyParts = {
  starts:
    'Nord Süd Alpha Beta Gamma Rhein Blue Green Quant Data Cloud Metro Omni Prime Vertex Zenit Bright Solid Open Star'.split(
      ' ',
    ),
  trades: 'soft werk tech logic bau media care pay ship labs trade energie data health food'.split(' '),
  forms: [' GmbH', ' AG', ' Inc.', ', Inc.', ' Ltd', ' SE & Co. KG', ', LLC', ' BV', ' SA', '科技有限公司'],
};

const english = [
  'Great product, really easy to use.',
  'Support took three days to answer, which is too long.',
  'I would recommend it to colleagues.',
  'The new dashboard is slow, especially on Mondays.',
  'Love the "export" feature!',
  'Pricing is confusing, the invoice never matches the quote.',
  'Onboarding was smooth.',
  'It crashed twice last week; please fix the sync.',
  'OK, nothing special.',
  'The mobile app needs work.',
  'Best tool we have used so far, thanks!',
  'Missing integrations: Zendesk, HubSpot, SAP.',
  'Billing errors every month.',
  'Fast, simple, reliable.',
  'Search does not find older tickets.',
];

const german = [
  'Sehr gutes Produkt, einfach zu bedienen.',
  'Der Support hat drei Tage gebraucht, das ist zu lang.',
  'Ich würde es weiterempfehlen.',
  'Das neue Dashboard ist langsam, vor allem montags.',
  'Die Funktion "Export" ist großartig!',
  'Die Preise sind unübersichtlich, die Rechnung stimmt nie mit dem Angebot überein.',
  'Einführung verlief reibungslos.',
  'Letzte Woche zweimal abgestürzt; bitte Synchronisation beheben.',
  'Für uns völlig ausreichend.',
  'Die App müsste dringend überarbeitet werden.',
];

const chinese = [
  '产品很好用,界面也很清楚。',
  '客服回复太慢了,等了三天。',
  '我会推荐给同事。',
  '新的仪表板加载很慢。',
  '价格不透明,账单总是对不上。',
  '导出功能非常实用!',
  '希望增加与CRM系统的集成。',
  '总体满意,没有特别的问题。',
];

/** Sentences by language, each with the share of comments at or below which it is chosen. */
export const comments = [
  { upTo: 0.6, sentences: english },
  { upTo: 0.9, sentences: german },
  { upTo: 1, sentences: chinese },
];

export const channels = 'email web in-app sms phone link'.split(' ');
export const products = 'Core Suite|Analytics|Mobile App|Payments|Support Desk|Integrations, API|Kundenportal|企业版'.split(
  '|',
);
export const plans = 'free starter pro business enterprise'.split(' ');
export const countries = 'DE AT CH US GB FR NL CN SG ES IT PL SE DK BR IN'.split(' ');

/** How often each score from 0 to 10 is given, and what stands there instead in a bad row. */
export const scoreWeights = [2, 1, 2, 2, 2, 5, 6, 12, 18, 22, 28];
export const badScores = ['', 'N/A', '11', '-1', '7.5'];

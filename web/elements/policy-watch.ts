// SPDX-License-Identifier: MIT
// A page whose Trusted Types list lacks `lit-html` stops every Lit element before it exists, with an error nobody sees.
// This watch puts the sentence and the directive to add into the elements that stay undefined.
import { explain } from '../i18n/sentences.js';
import { nearestLang } from '../i18n/index.js';

const kCode = 'trusted-types-blocked';

function tell(event: SecurityPolicyViolationEvent): void {
  if (event.effectiveDirective !== 'trusted-types') return;
  const lang = nearestLang(document.documentElement.lang) ?? nearestLang(navigator.language) ?? 'en';
  const { sentence, fix } = explain(lang, kCode);
  for (const element of document.querySelectorAll('nps-workspace:not(:defined)')) {
    const paragraph = document.createElement('p');
    paragraph.setAttribute('role', 'alert');
    paragraph.textContent = `${sentence} ${fix} (${kCode})`;
    element.replaceChildren(paragraph);
  }
}

if (typeof document !== 'undefined') document.addEventListener('securitypolicyviolation', tell);

// SPDX-License-Identifier: MIT
// The demo page: registers the elements, speaks the visitor's language, offers an example, and keeps a file that is dropped
// beside the workspace from replacing the page. Stores nothing; `?lang=de` in the address chooses a language.
import '../elements/policy-watch.js';

import type { NpsWorkspace } from '../elements/nps-workspace/nps-workspace.js';
import { registerElements } from '../elements/register.js';
import { isKey, nearestLang, t, type Lang } from '../i18n/index.js';
import { exampleFile } from './example.js';

function isSupported(): boolean {
  return 'adoptedStyleSheets' in document && CSS.supports('color', 'color-mix(in srgb, red, blue)');
}

function speak(lang: Lang): void {
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const key = element.dataset.text ?? '';
    if (isKey(key)) element.textContent = t(lang, key);
  }
  document.querySelector('.languages')?.setAttribute('aria-label', t(lang, 'demo.language'));
  for (const button of document.querySelectorAll('.languages button')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('lang') === lang));
  }
}

function firstLang(): Lang {
  const asked = new URLSearchParams(location.search).get('lang');
  return [asked, ...navigator.languages].map(nearestLang).find((lang) => lang !== undefined) ?? 'en';
}

function offerExample(workspace: NpsWorkspace): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.slot = 'start';
  button.className = 'example';
  button.dataset.text = 'demo.example';
  button.addEventListener('click', () => {
    const lang = nearestLang(document.documentElement.lang) ?? 'en';
    // What goes wrong shows in the element.
    workspace.analyze(exampleFile(t(lang, 'demo.example-name'))).catch(() => undefined);
  });
  workspace.append(button);
}

function start(): void {
  if (!isSupported()) {
    document.querySelector('.fallback')?.classList.add('now');
    return;
  }
  registerElements();
  for (const workspace of document.querySelectorAll('nps-workspace')) offerExample(workspace);
  for (const button of document.querySelectorAll('.languages button')) {
    button.addEventListener('click', () => speak(nearestLang(button.getAttribute('lang')) ?? 'en'));
  }
  for (const type of ['dragover', 'drop'] as const) document.addEventListener(type, (event) => event.preventDefault());
}

start();
speak(firstLang());

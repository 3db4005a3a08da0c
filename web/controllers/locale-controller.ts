// SPDX-License-Identifier: MIT
// LocaleController: which language an element speaks, and its texts in it. The nearest `lang` decides, through shadow
// roots up to the page, then the browser's languages, then English; a change of `lang` on the element or page redraws.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearestLang, pieces, plural, t, type Lang, type MessageKey, type Piece, type PluralKey } from '../i18n/index.js';
import type { MessageParams } from '../i18n/message.js';

export class LocaleController implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private watcher?: MutationObserver;

  /** The language in use. */
  lang: Lang = 'en';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.resolve();
    this.watcher = new MutationObserver(() => this.resolve());
    const watched = { attributes: true, attributeFilter: ['lang'] };
    this.watcher.observe(this.host, watched);
    this.watcher.observe(document.documentElement, watched);
  }

  hostDisconnected(): void {
    this.watcher?.disconnect();
  }

  t(key: MessageKey, params?: MessageParams): string {
    return t(this.lang, key, params);
  }

  plural(key: PluralKey, count: number, params?: MessageParams): string {
    return plural(this.lang, key, count, params);
  }

  /** The text with its places filled by `values`, which may be templates. */
  rich(key: MessageKey, values: Readonly<Record<string, unknown>>): unknown[] {
    return pieces(this.lang, key).map((piece: Piece) => (typeof piece === 'string' ? piece : values[piece.place]));
  }

  private resolve(): void {
    const lang = spokenLang(this.host);
    if (lang === this.lang) return;
    this.lang = lang;
    this.host.requestUpdate();
  }
}

/** The language for an element: nearest `lang` attribute we speak, then the browser's, then English. */
export function spokenLang(element: Element): Lang {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const lang = nearestLang(at.getAttribute('lang'));
    if (lang) return lang;
  }
  return navigator.languages.map(nearestLang).find((lang) => lang !== undefined) ?? 'en';
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

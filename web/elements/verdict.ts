// SPDX-License-Identifier: MIT
// A verdict in a word, with a shape that says the same as its colour: up, down, or none where nothing is decided.
import { html, nothing, svg, type TemplateResult } from 'lit';

const shapes: Readonly<Record<string, string>> = {
  above: 'M5 0 10 9H0z',
  met: 'M5 0 10 9H0z',
  below: 'M5 10 0 1h10z',
  missed: 'M5 10 0 1h10z',
};

/** `kind` is the machine word of the verdict, `text` what a person reads. */
export function renderVerdict(kind: string, text: string): TemplateResult {
  const shape = shapes[kind];
  return html`<span class="badge ${kind}"
    >${
      shape
        ? html`<svg class="icon mark-shape" viewBox="0 0 10 10" aria-hidden="true">${svg`<path d=${shape}></path>`}</svg>`
        : nothing
    }${text}</span
  >`;
}

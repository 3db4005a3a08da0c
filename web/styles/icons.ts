// SPDX-License-Identifier: MIT
// The few icons, drawn with lines in the colour of the text around them. They only repeat what words beside them say,
// so all are hidden from screen readers.
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

function icon(drawing: SVGTemplateResult): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${drawing}
  </svg>`;
}

export const sheetIcon = icon(
  svg`<path d="M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8z"></path><path d="M14 3v5h5M12 11v6M9.5 14.5 12 17l2.5-2.5"></path>`,
);
export const lockIcon = icon(
  svg`<rect x="5" y="11" width="14" height="9" rx="2"></rect><path d="M8 11V8a4 4 0 0 1 8 0v3"></path>`,
);
export const errorIcon = icon(svg`<circle cx="12" cy="12" r="9"></circle><path d="M9 9l6 6M15 9l-6 6"></path>`);
export const warningIcon = icon(svg`<path d="M12 4 2.8 20h18.4z"></path><path d="M12 10v4.5M12 17.4v.1"></path>`);
export const infoIcon = icon(svg`<circle cx="12" cy="12" r="9"></circle><path d="M12 11v5M12 8v.1"></path>`);
export const checkIcon = icon(svg`<circle cx="12" cy="12" r="9"></circle><path d="M8 12.4l2.8 2.8L16 9.6"></path>`);
export const crossIcon = icon(svg`<path d="M7 7l10 10M17 7L7 17"></path>`);

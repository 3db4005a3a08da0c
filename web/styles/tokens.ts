// SPDX-License-Identifier: MIT
// Colours, type and space of all elements, for light and dark. A host page changes them by the `--nps-…` properties;
// inside, styles use the `--_…` names only, which hold the host's choice or ours.
import { css } from 'lit';

/**
 * The three groups differ in lightness and along blue and orange, so that they stay apart without red and green vision;
 * text on a surface reaches 4.5:1 and a coloured area 3:1.
 */
export const tokens = css`
  :host {
    --_surface: var(--nps-surface, #ffffff);
    --_ground: var(--nps-ground, #f5f6f8);
    --_line: var(--nps-line, #e1e4ea);
    --_strong-line: var(--nps-strong-line, #828c99);
    --_ink: var(--nps-ink, #171c24);
    --_soft-ink: var(--nps-soft-ink, #566070);
    --_accent: var(--nps-accent, #3647c4);
    --_on-accent: var(--nps-on-accent, #ffffff);
    --_accent-wash: var(--nps-accent-wash, #eef0fd);
    --_detractor: var(--nps-detractor, #cf5a12);
    --_passive: var(--nps-passive, #8b95a3);
    --_promoter: var(--nps-promoter, #10728a);
    --_warning: var(--nps-warning, #8a5a00);
    --_warning-wash: var(--nps-warning-wash, #fdf4e0);
    --_error: var(--nps-error, #b3261e);
    --_error-wash: var(--nps-error-wash, #fdeeec);

    --_font: var(
      --nps-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      'Noto Sans',
      Arial,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif
    );
    --_code-font: var(--nps-code-font, ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace);
    --_radius: var(--nps-radius, 14px);
    --_small: 0.8125rem;
    --_body: 0.9375rem;
    --_title: 1.0625rem;

    display: block;
    color-scheme: light dark;
    box-sizing: border-box;
    color: var(--_ink);
    font: 400 var(--_body) / 1.5 var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: start;
    overflow-wrap: anywhere;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --_surface: var(--nps-surface, #191e26);
      --_ground: var(--nps-ground, #10141a);
      --_line: var(--nps-line, #2b323d);
      --_strong-line: var(--nps-strong-line, #6f7a89);
      --_ink: var(--nps-ink, #eceff4);
      --_soft-ink: var(--nps-soft-ink, #a3adbb);
      --_accent: var(--nps-accent, #a8b3ff);
      --_on-accent: var(--nps-on-accent, #12162b);
      --_accent-wash: var(--nps-accent-wash, #232a48);
      --_detractor: var(--nps-detractor, #f08a4b);
      --_passive: var(--nps-passive, #7d8898);
      --_promoter: var(--nps-promoter, #4fb9cc);
      --_warning: var(--nps-warning, #f0c268);
      --_warning-wash: var(--nps-warning-wash, #332a16);
      --_error: var(--nps-error, #ff9d94);
      --_error-wash: var(--nps-error-wash, #3a1f1d);
    }
  }
`;

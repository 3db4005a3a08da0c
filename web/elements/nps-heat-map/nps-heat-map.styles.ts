// SPDX-License-Identifier: MIT
// The look of <nps-heat-map>: a table whose cells are coloured from the colour of detractors over none to that of promoters. Text stays
// the ink of everything else, so colours are washes only.
import { css } from 'lit';

import { cards, controls, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  :host {
    container-type: inline-size;
  }

  p {
    margin: 0.5rem 0 0;
    max-inline-size: 72ch;
  }

  h4 {
    margin: 0 0 0.5rem;
    font-size: var(--_body);
    font-weight: 600;
  }

  .scroll {
    max-inline-size: 100%;
  }

  table {
    inline-size: auto;
    border-collapse: separate;
    border-spacing: 3px;
  }

  th,
  td {
    border: 0;
    vertical-align: middle;
  }

  thead th {
    max-inline-size: 9rem;
    padding: 0.25rem 0.5rem;
    text-align: center;
    vertical-align: bottom;
  }

  tbody th {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    min-inline-size: 5rem;
    max-inline-size: 14rem;
    padding: 0.25rem 0.75rem 0.25rem 0;
    background: var(--_surface);
  }

  td {
    min-inline-size: 6.25rem;
    padding: 0.375rem 0.5rem;
    border-radius: 6px;
    text-align: center;
    line-height: 1.25;
    white-space: nowrap;
  }

  td > .nps {
    display: block;
    font-weight: 600;
  }

  td > .small {
    display: block;
    font-size: 0.75rem;
  }

  /* An empty cell is no figure: no colour, no frame. */
  td.empty {
    color: var(--_soft-ink);
    font-size: 0.75rem;
  }

  .middle {
    background-color: color-mix(in srgb, var(--_line) 45%, var(--_surface));
  }

  .low-1 {
    background-color: color-mix(in srgb, var(--_detractor) 12%, var(--_surface));
  }

  .low-2 {
    background-color: color-mix(in srgb, var(--_detractor) 22%, var(--_surface));
  }

  .low-3 {
    background-color: color-mix(in srgb, var(--_detractor) 33%, var(--_surface));
  }

  .low-4 {
    background-color: color-mix(in srgb, var(--_detractor) 45%, var(--_surface));
  }

  .high-1 {
    background-color: color-mix(in srgb, var(--_promoter) 12%, var(--_surface));
  }

  .high-2 {
    background-color: color-mix(in srgb, var(--_promoter) 22%, var(--_surface));
  }

  .high-3 {
    background-color: color-mix(in srgb, var(--_promoter) 33%, var(--_surface));
  }

  .high-4 {
    background-color: color-mix(in srgb, var(--_promoter) 45%, var(--_surface));
  }

  .few {
    background-image: repeating-linear-gradient(
      -45deg,
      color-mix(in srgb, var(--_strong-line) 22%, transparent) 0 1px,
      transparent 1px 7px
    );
  }

  td.few > .nps {
    font-weight: 400;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem 1.25rem;
    align-items: center;
    margin-block-start: 0.5rem;
  }

  .legend > span {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }

  .ramp {
    display: inline-flex;
    gap: 2px;
  }

  .swatch {
    inline-size: 1.125rem;
    block-size: 0.875rem;
    border-radius: 3px;
  }

  .more {
    margin-block-start: 0.75rem;
  }

  @media (forced-colors: active) {
    td,
    .swatch {
      forced-color-adjust: none;
      color: CanvasText;
      background: none;
      border: 1px solid;
    }

    td.few {
      border-style: dashed;
    }
  }
`;

export const styles = [tokens, cards, controls, tables, own];

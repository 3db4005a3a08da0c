// SPDX-License-Identifier: MIT
// The look of <nps-groups>: chips to choose by, and a line for each group; on a phone the drawing stands under its numbers.
import { css } from 'lit';

import { cards, controls, intervalTables, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const choice = css`
  fieldset {
    min-inline-size: 0;
    margin: 0 0 1rem;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 0.375rem;
    padding: 0;
    color: var(--_soft-ink);
    font-size: var(--_small);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .by {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    max-inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--_strong-line);
    border-radius: 1.375rem;
    cursor: pointer;
  }

  .by > input {
    flex: none;
    margin: 0;
  }

  .by:hover,
  .by:has(:checked) {
    border-color: var(--_accent);
  }

  .by:has(:checked) {
    background: var(--_accent-wash);
    color: var(--_accent);
    font-weight: 550;
  }

  .employees {
    margin-block-end: 1rem;
  }

  .switch {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.625rem;
    align-items: start;
    inline-size: fit-content;
    padding-block: 0.625rem;
    cursor: pointer;
  }

  .note {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.625rem;
    max-inline-size: 72ch;
    margin: 0;
  }

  .note > .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }
`;

const own = css`
  :host {
    container-type: inline-size;
  }

  p {
    margin: 0;
    max-inline-size: 72ch;
  }

  h4 {
    margin: 1.5rem 0 0.25rem;
    font-size: var(--_body);
    font-weight: 600;
    line-height: 1.35;
  }

  tbody > tr > *,
  tfoot > tr > * {
    vertical-align: middle;
  }

  tfoot > tr > * {
    border-block-start: 1px solid var(--_strong-line);
    border-block-end: 0;
    font-weight: 600;
  }

  th[scope='row'] {
    min-inline-size: 8rem;
  }

  th .badge {
    margin-inline-start: 0.375rem;
    white-space: nowrap;
  }

  .number {
    inline-size: 6.5rem;
  }

  .interval {
    inline-size: 9.5rem;
    padding-inline-start: 1rem;
  }

  .chart {
    inline-size: 36%;
    padding-inline-end: 0;
  }

  .more {
    margin-block-start: 0.75rem;
  }

  .hidden {
    margin-block-start: 0.75rem;
  }

  .few > .band {
    fill: none;
    stroke: var(--_accent);
    stroke-dasharray: 3 3;
  }

  @container (max-width: 44rem) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody > tr,
    tfoot > tr {
      display: grid;
      grid-template-columns: auto 1fr auto;
      gap: 0 0.75rem;
      align-items: baseline;
      padding-block: 0.625rem;
      border-block-end: 1px solid var(--_line);
    }

    tfoot > tr {
      border-block-start: 1px solid var(--_strong-line);
      border-block-end: 0;
    }

    tbody > tr:last-child {
      border-block-end: 0;
    }

    tr > th,
    tr > td,
    tfoot > tr > * {
      padding: 0.125rem 0;
      border: 0;
    }

    tr > th[scope='row'],
    tr > .chart {
      grid-column: 1 / -1;
      inline-size: auto;
    }

    tr > td.number,
    tr > td.interval {
      inline-size: auto;
      padding-inline: 0;
    }

    tr > td.figure {
      order: -1;
    }

    tr > th {
      order: -2;
    }

    tr > td.interval {
      order: -1;
    }

    [data-label]::before {
      content: attr(data-label) ': ';
      color: var(--_soft-ink);
      font-weight: 400;
    }
  }

  @media (forced-colors: active) {
    svg:not(.icon) {
      forced-color-adjust: none;
    }
  }
`;

export const styles = [tokens, cards, controls, tables, intervalTables, choice, own];

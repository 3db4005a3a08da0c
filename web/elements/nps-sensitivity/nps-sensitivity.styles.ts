// SPDX-License-Identifier: MIT
// The look of <nps-sensitivity>: one line for each policy, on a phone without the drawing.
import { css } from 'lit';

import { cards, controls, intervalTables, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  :host {
    container-type: inline-size;
  }

  .title {
    margin-block-end: 0.25rem;
  }

  p {
    margin: 0 0 0.75rem;
    max-inline-size: 72ch;
  }

  tbody > tr > * {
    vertical-align: middle;
  }

  .chosen > th {
    font-weight: 600;
  }

  .chart {
    inline-size: 34%;
  }

  .use {
    inline-size: 1%;
    padding-inline-end: 0;
    text-align: end;
    white-space: nowrap;
  }

  .use > button {
    padding-inline: 0.75rem;
    font-size: var(--_small);
  }

  @container (max-width: 44rem) {
    .chart {
      display: none;
    }
  }

  @container (max-width: 34rem) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody > tr {
      display: grid;
      grid-template-columns: auto 1fr auto;
      gap: 0 0.75rem;
      align-items: center;
      padding-block: 0.625rem;
      border-block-end: 1px solid var(--_line);
    }

    tbody > tr:last-child {
      border-block-end: 0;
    }

    tbody > tr > th,
    tbody > tr > td {
      padding: 0.125rem 0;
      border: 0;
    }

    tbody > tr > td.number,
    tbody > tr > td.interval {
      padding-inline: 0;
    }

    [data-label]::before {
      content: attr(data-label) ': ';
      color: var(--_soft-ink);
    }

    tbody > tr > th {
      grid-column: 1 / -1;
    }

    .use {
      grid-column: 1 / -1;
      inline-size: auto;
      text-align: start;
    }
  }

  @media (forced-colors: active) {
    svg {
      forced-color-adjust: none;
    }
  }
`;

export const styles = [tokens, cards, controls, tables, intervalTables, own];

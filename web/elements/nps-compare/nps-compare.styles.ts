// SPDX-License-Identifier: MIT
// The look of <nps-compare>: what is compared as pills, then a sentence that says it, then the figures behind it.
import { css } from 'lit';

import { choices, verdictTables, waiting } from '../../styles/explore.js';
import { cards, controls, intervalTables, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  .against {
    margin-block-end: 1rem;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .by {
    display: flex;
    gap: 0.5rem;
    align-items: center;
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

  fieldset > p {
    margin-block-start: 0.5rem;
  }

  nps-filter {
    margin-block-end: 1rem;
  }

  .says {
    font-size: 1.1875rem;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }

  .evidence {
    margin-block: 0.25rem 1rem;
  }

  .moves {
    inline-size: auto;
  }

  .side {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
  }

  .side > strong {
    font-weight: 600;
  }

  nps-share {
    margin-block-start: 0.75rem;
  }

  @container (max-width: 50rem) {
    .parts tr > td.number {
      order: 0;
    }

    .moves thead {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
    }

    .moves tbody > tr {
      display: table-row;
    }

    .moves tbody > tr > * {
      padding: 0.375rem 0.5rem;
    }
  }
`;

export const styles = [tokens, cards, controls, tables, intervalTables, choices, waiting, verdictTables, own];

// SPDX-License-Identifier: MIT
// The look of <nps-columns>: a table where there is room, and a list of columns on a phone.
import { css } from 'lit';

import { cards, controls, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  :host {
    container-type: inline-size;
  }

  th[scope='row'] {
    min-inline-size: 9rem;
    font-weight: 600;
  }

  .unused > th,
  .unused > td {
    color: var(--_soft-ink);
    font-weight: 400;
  }

  .role {
    inline-size: 15rem;
    min-inline-size: 12rem;
  }

  .role > span {
    display: block;
    margin-block-start: 0.25rem;
  }

  select {
    min-block-size: 2.75rem;
  }

  details {
    min-inline-size: 9rem;
  }

  summary {
    padding-block: 0.375rem;
    font-size: var(--_small);
  }

  ul {
    margin: 0;
    padding-inline-start: 1.125rem;
    color: var(--_soft-ink);
    font-size: var(--_small);
  }

  .filled {
    inline-size: 6rem;
    min-inline-size: 5rem;
  }

  .share {
    font-size: var(--_small);
  }

  svg {
    display: block;
    inline-size: 100%;
    margin-block-start: 0.25rem;
  }

  .whole {
    fill: var(--_line);
  }

  .part {
    fill: var(--_accent);
  }

  .examples {
    min-inline-size: 9rem;
    max-inline-size: 16rem;
    color: var(--_soft-ink);
    font-size: var(--_small);
  }

  .examples > bdi {
    display: block;
  }

  .examples > bdi + bdi {
    margin-block-start: 0.125rem;
  }

  .note {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.625rem;
    max-inline-size: 72ch;
    margin: 0.75rem 0 0;
  }

  .note > .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    color: var(--_soft-ink);
  }

  .plain {
    margin-block-start: 0.75rem;
  }

  @container (max-width: 46rem) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    table,
    tbody,
    tr,
    th,
    td {
      display: block;
      inline-size: auto;
      max-inline-size: none;
      min-inline-size: 0;
    }

    tr {
      padding-block: 0.75rem;
      border-block-end: 1px solid var(--_line);
    }

    th,
    td {
      padding: 0.25rem 0;
      border: 0;
    }

    .filled {
      max-inline-size: 12rem;
    }

    [data-label]::before {
      content: attr(data-label) ': ';
      color: var(--_soft-ink);
      font-size: var(--_small);
    }
  }

  @media (forced-colors: active) {
    svg {
      forced-color-adjust: none;
    }
  }
`;

export const styles = [tokens, cards, controls, tables, own];

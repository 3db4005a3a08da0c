// SPDX-License-Identifier: MIT
// The look of <nps-ledger>: tables like in an account book; on a phone each decision is a paragraph.
import { css } from 'lit';

import { cards, controls, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    container-type: inline-size;
  }

  .title + p {
    margin: -0.75rem 0 0.75rem;
  }

  .number {
    padding-inline: 0.75rem 0.5rem;
  }

  .whole > * {
    font-weight: 600;
  }

  .files th[scope='row'] {
    min-inline-size: 10rem;
  }

  .decisions > tbody > tr > * {
    vertical-align: middle;
  }

  .decisions th[scope='row'] {
    min-inline-size: 14rem;
  }

  .use {
    inline-size: 1%;
    padding-inline-end: 0;
    text-align: end;
  }

  .use > button {
    padding-inline: 0.75rem;
    font-size: var(--_small);
    white-space: nowrap;
  }

  @container (max-width: 34rem) {
    .files > thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .files > tbody > tr {
      display: block;
      padding-block: 0.625rem;
      border-block-end: 1px solid var(--_line);
    }

    .files > tbody > tr:last-child {
      border-block-end: 0;
    }

    .files > tbody > tr > * {
      display: flex;
      justify-content: space-between;
      gap: 1rem;
      padding: 0.125rem 0;
      border: 0;
    }

    .files [data-label]::before {
      content: attr(data-label);
      color: var(--_soft-ink);
      font-weight: 400;
    }
  }

  @container (max-width: 44rem) {
    .decisions > thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .decisions > tbody > tr {
      display: grid;
      gap: 0 1rem;
      align-items: center;
      padding-block: 0.625rem;
      border-block-end: 1px solid var(--_line);
    }

    .decisions > tbody > tr:last-child {
      border-block-end: 0;
    }

    .decisions > tbody > tr > * {
      padding: 0.125rem 0;
      border: 0;
    }

    .decisions > tbody > tr > .number,
    .decisions > tbody > tr > .use {
      inline-size: auto;
      text-align: start;
    }

    .decisions > tbody > tr > .number:empty {
      display: none;
    }

    .decisions [data-label]::before {
      content: attr(data-label) ': ';
      color: var(--_soft-ink);
    }
  }
`;

export const styles = [tokens, cards, controls, tables, own];

// SPDX-License-Identifier: MIT
// The look of <nps-issues>: a sum like in an account book, and a list of notes.
import { css } from 'lit';

import { cards, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  :host {
    container-type: inline-size;
  }

  .halves {
    display: grid;
    gap: 2rem 3rem;
  }

  @container (min-width: 46rem) {
    .halves {
      grid-template-columns: 2fr 3fr;
    }
  }

  section {
    min-inline-size: 0;
  }

  p {
    margin: 0;
  }

  .whole > * {
    border-block-end-color: var(--_strong-line);
    font-weight: 600;
  }

  tr > .number {
    font-weight: 600;
  }

  .explained > *,
  .reason:has(+ .reason) > * {
    padding-block-end: 0.125rem;
    border-block-end-color: transparent;
  }

  .reason > * {
    padding-block-start: 0.125rem;
    color: var(--_soft-ink);
    font-size: var(--_small);
  }

  .reason > th {
    padding-inline-start: 1rem;
  }

  .reason > .number {
    font-weight: 400;
  }

  table + p {
    margin-block-start: 0.75rem;
  }

  ul {
    display: grid;
    gap: 1.25rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li,
  .fine {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75rem;
  }

  .icon {
    inline-size: 1.375rem;
    block-size: 1.375rem;
    color: var(--_soft-ink);
  }

  .warning > .icon {
    color: var(--_warning);
  }

  .error > .icon {
    color: var(--_error);
  }

  .fine > .icon {
    color: var(--_promoter);
  }

  .what,
  .times {
    font-weight: 550;
  }

  .times {
    color: var(--_soft-ink);
  }
`;

export const styles = [tokens, cards, tables, own];

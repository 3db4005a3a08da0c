// SPDX-License-Identifier: MIT
// The look of <nps-cleaning>: a list of switches, those that did something first.
import { css } from 'lit';

import { cards, controls, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  :host {
    container-type: inline-size;
  }

  .title {
    margin-block-end: 0.25rem;
  }

  p {
    margin: 0;
  }

  ul {
    margin: 0.75rem 0 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    gap: 0.25rem 1.5rem;
    padding-block: 0.75rem;
    border-block-start: 1px solid var(--_line);
  }

  @container (min-width: 44rem) {
    li {
      grid-template-columns: 15rem 1fr;
    }
  }

  label {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75rem;
    align-items: start;
    align-content: start;
    min-block-size: 2.75rem;
    padding-block: 0.25rem;
    cursor: pointer;
  }

  .active .name,
  .many {
    font-weight: 600;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    margin-block-start: 0.25rem;
  }

  table {
    inline-size: auto;
    margin-block-start: 0.5rem;
  }

  th,
  td {
    padding: 0.25rem 1.25rem 0.25rem 0;
    font-size: var(--_small);
  }

  .cell {
    padding: 0.0625rem 0.25rem;
    border-radius: 4px;
    background: var(--_ground);
    font-family: var(--_code-font);
    white-space: pre-wrap;
  }
`;

export const styles = [tokens, cards, controls, tables, own];

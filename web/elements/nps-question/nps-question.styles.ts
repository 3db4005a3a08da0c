// SPDX-License-Identifier: MIT
// The look of <nps-question>: the question, its answers as large targets, and the rows that show it.
import { css } from 'lit';

import { cards, controls, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  fieldset {
    min-inline-size: 0;
    margin: 0;
  }

  legend {
    float: inline-start;
    inline-size: 100%;
    padding: 0;
    font-size: var(--_title);
    font-weight: 620;
    line-height: 1.35;
  }

  legend + * {
    clear: both;
  }

  p {
    margin: 0.25rem 0 0;
    max-inline-size: 68ch;
  }

  .answers {
    display: grid;
    gap: 0.5rem;
    margin-block: 1rem;
  }

  label {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75rem;
    align-items: start;
    min-block-size: 2.75rem;
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--_line);
    border-radius: 10px;
    cursor: pointer;
  }

  label:hover {
    border-color: var(--_accent);
  }

  label:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-wash);
  }

  label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  input:focus-visible {
    outline: none;
  }

  .text {
    font-weight: 550;
  }

  .outcome {
    display: block;
    font-size: var(--_small);
  }

  .scroll {
    margin-block-start: 0.5rem;
  }

  table {
    inline-size: max-content;
    min-inline-size: min(100%, 30rem);
  }

  th,
  td {
    max-inline-size: 16rem;
    min-inline-size: 4rem;
    overflow-wrap: break-word;
    padding-inline: 0.625rem;
    font-size: var(--_small);
  }

  .asked {
    background: var(--_accent-wash);
    font-weight: 600;
  }

  thead .asked {
    color: var(--_accent);
  }
`;

export const styles = [tokens, cards, controls, tables, own];

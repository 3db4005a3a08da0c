// SPDX-License-Identifier: MIT
// The look of <nps-filter>: chips in a row with what adds one, and under them the form for a condition.
import { css } from 'lit';

import { choices, waiting } from '../../styles/explore.js';
import { cards, controls } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
  }

  h4 {
    margin: 0;
    font-size: var(--_body);
    font-weight: 600;
  }

  .chips {
    display: contents;
    list-style: none;
  }

  .chip {
    display: inline-flex;
    max-inline-size: 100%;
    border: 1px solid var(--_accent);
    border-radius: 1.375rem;
    background: var(--_accent-wash);
    color: var(--_accent);
    overflow: clip;
  }

  .chip > button {
    min-inline-size: 0;
    padding-inline: 0.875rem 0.25rem;
    border: 0;
    border-radius: 1.375rem 0 0 1.375rem;
    background: none;
    color: inherit;
    text-align: start;
  }

  .chip > .remove {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.5rem;
    padding: 0;
    border-radius: 0 1.375rem 1.375rem 0;
  }

  .chip > button:focus-visible {
    outline-offset: -3px;
  }

  .remove > .icon {
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }

  .remove:hover {
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
  }

  .plain {
    padding-inline: 0.5rem;
    border-color: transparent;
    background: none;
    color: var(--_accent);
  }

  .add {
    border-style: dashed;
    border-radius: 1.375rem;
  }

  .editor {
    display: grid;
    gap: 1rem;
    max-inline-size: 36rem;
    margin-block: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--_line);
    border-radius: 10px;
    background: var(--_ground);
  }

  .editor .waiting {
    margin: 0;
  }

  .values {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
    column-gap: 2rem;
    max-block-size: 16rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: 10px;
    background: var(--_surface);
    overflow-y: auto;
  }

  .values > label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: start;
    min-block-size: 2.75rem;
    padding-block: 0.625rem;
    cursor: pointer;
  }

  .ends {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: 0.75rem;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }

  section > p,
  section > div > p {
    margin-block-start: 0.5rem;
  }

  strong {
    color: var(--_ink);
    font-weight: 600;
  }

  section > .waiting {
    margin-block: 0.5rem 0;
  }
`;

export const styles = [tokens, cards, controls, choices, waiting, own];

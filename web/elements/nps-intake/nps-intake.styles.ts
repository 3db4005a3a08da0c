// SPDX-License-Identifier: MIT
// The look of <nps-intake>: a wide, quiet area with one clear thing to do.
import { css } from 'lit';

import { cards, controls } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  .zone {
    display: grid;
    justify-items: center;
    align-content: center;
    min-block-size: var(--nps-zone-height, 24rem);
    padding: clamp(1.5rem, 5vw, 3.5rem) clamp(1rem, 4vw, 3rem);
    border: 1.5px dashed var(--_strong-line);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_surface);
    text-align: center;
  }

  .picture {
    display: grid;
    place-items: center;
    inline-size: 4rem;
    block-size: 4rem;
    margin-block-end: 1.25rem;
    border-radius: 18px;
    background: var(--_accent-wash);
    color: var(--_accent);
  }

  .picture .icon {
    inline-size: 2rem;
    block-size: 2rem;
  }

  h2 {
    margin: 0 0 0.375rem;
    font-size: clamp(1.375rem, 1.1rem + 1.2vw, 1.75rem);
    font-weight: 620;
    letter-spacing: -0.015em;
    line-height: 1.25;
    text-wrap: balance;
  }

  p {
    margin: 0;
    max-inline-size: 62ch;
    text-wrap: balance;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.75rem;
    margin-block: 1.75rem;
  }

  .private .icon {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin-inline-end: 0.5rem;
    vertical-align: -0.25em;
  }

  .field {
    inline-size: min(100%, 44rem);
    text-align: start;
  }

  .field > label {
    font-size: var(--_title);
    font-weight: 600;
  }

  .field > p {
    margin-block-end: 0.75rem;
  }

  .field > .problem {
    margin-block: 0.25rem 0;
    color: var(--_error);
  }

  .field > .ways {
    justify-content: flex-start;
    margin-block: 1rem 0;
  }

  textarea {
    font: var(--_small) / 1.5 var(--_code-font);
    resize: vertical;
  }
`;

export const styles = [tokens, cards, controls, own];

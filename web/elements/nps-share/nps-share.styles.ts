// SPDX-License-Identifier: MIT
// The look of <nps-share>: one line until it is opened.
import { css } from 'lit';

import { cards, controls } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  p {
    margin: 0 0 0.75rem;
    max-inline-size: 72ch;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: end;
    margin-block-end: 0.75rem;
  }

  label {
    display: block;
    margin-block-end: 0.25rem;
    color: var(--_soft-ink);
    font-size: var(--_small);
  }

  input[type='number'] {
    max-inline-size: 8rem;
  }
`;

export const styles = [tokens, cards, controls, own];

// SPDX-License-Identifier: MIT
// The look of <nps-recipe>: a sentence and its buttons, twice.
import { css } from 'lit';

import { cards, controls } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  .card {
    block-size: 100%;
  }

  p {
    margin: 0;
    max-inline-size: 72ch;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    margin-block: 1rem 0.375rem;
  }
`;

export const styles = [tokens, cards, controls, own];

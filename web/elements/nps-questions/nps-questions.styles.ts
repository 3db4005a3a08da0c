// SPDX-License-Identifier: MIT
// The look of <nps-questions>: question under question, and the way on at the end.
import { css } from 'lit';

import { cards, controls, headings } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  p {
    margin: 0.25rem 0 1.25rem;
    max-inline-size: 68ch;
  }

  .list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }

  .confirm {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    margin-block-start: 1.5rem;
  }
`;

export const styles = [tokens, cards, controls, headings, own];

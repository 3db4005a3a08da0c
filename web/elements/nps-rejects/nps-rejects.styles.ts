// SPDX-License-Identifier: MIT
// The look of <nps-rejects>: a count and its buttons for each file.
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

  ul {
    display: grid;
    gap: 1rem;
    margin: 1rem 0;
    padding: 0;
    list-style: none;
  }

  li > p {
    font-weight: 550;
  }

  .name {
    font-weight: 640;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    margin-block-start: 0.5rem;
  }
`;

export const styles = [tokens, cards, controls, own];

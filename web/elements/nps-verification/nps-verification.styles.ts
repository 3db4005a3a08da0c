// SPDX-License-Identifier: MIT
// The look of <nps-verification>: the verdict with its sign, and lists under it.
import { css } from 'lit';

import { cards } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  .card {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 1rem;
  }

  .icon {
    inline-size: 1.625rem;
    block-size: 1.625rem;
    color: var(--_warning);
  }

  .same > .icon {
    color: var(--_promoter);
  }

  .title {
    margin-block-end: 0.375rem;
  }

  ul {
    display: grid;
    gap: 0.125rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .name {
    font-weight: 600;
  }

  .numbers {
    margin-block-start: 0.75rem;
    font: 0.8125rem/1.5 var(--_code-font);
  }
`;

export const styles = [tokens, cards, own];

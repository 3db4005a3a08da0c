// SPDX-License-Identifier: MIT
// The look of <nps-failure>: clear, not loud.
import { css } from 'lit';

import { cards } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  .card {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 1rem;
    border-color: transparent;
    background: var(--_error-wash);
  }

  .icon {
    inline-size: 1.625rem;
    block-size: 1.625rem;
    color: var(--_error);
  }

  h2,
  p {
    margin: 0 0 0.375rem;
    max-inline-size: 68ch;
  }

  h2 {
    font-size: var(--_title);
    font-weight: 600;
    line-height: 1.5;
  }

  h2:focus {
    outline: none;
  }

  p:last-child {
    margin-block: 0.75rem 0;
  }

  @media (forced-colors: active) {
    .card {
      border-color: CanvasText;
    }
  }
`;

export const styles = [tokens, cards, own];

// SPDX-License-Identifier: MIT
// The look of <nps-goals>: fields for targets, and a line for each value with its target, its interval and what that says.
import { css } from 'lit';

import { choices, verdictTables, waiting } from '../../styles/explore.js';
import { cards, controls, intervalTables, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  .intro {
    margin-block-end: 1rem;
  }

  .choices > .narrow {
    flex: 1 1 8rem;
    min-inline-size: 0;
    max-inline-size: 11rem;
  }

  input[type='number'] {
    max-inline-size: 11rem;
  }

  td > input[type='number'] {
    inline-size: 6rem;
  }

  .target {
    stroke: var(--_ink);
    stroke-width: 2;
  }

  .alerts {
    margin-block: 0 1rem;
    padding: 0.75rem 1rem;
    border-radius: 10px;
    background: var(--_warning-wash);
  }

  .alerts > ul {
    margin: 0.25rem 0 0;
    padding-inline-start: 1.25rem;
  }

  .alerts > p {
    font-weight: 600;
  }

  nps-share {
    margin-block-start: 0.75rem;
  }
`;

export const styles = [tokens, cards, controls, tables, intervalTables, choices, waiting, verdictTables, own];

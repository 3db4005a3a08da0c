// SPDX-License-Identifier: MIT
// The look of <nps-segments>: two choices, a ranked table, and under it the heat map of two attributes.
import { css } from 'lit';

import { choices, verdictTables, waiting } from '../../styles/explore.js';
import { cards, controls, intervalTables, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  .summary {
    margin-block-end: 0.25rem;
  }

  details {
    margin-block-start: 0.5rem;
  }

  details > .field {
    max-inline-size: 32rem;
    margin-block: 0.25rem 0.75rem;
  }

  .caveat {
    margin-block-start: 0.75rem;
  }

  nps-heat-map {
    margin-block-start: 1.75rem;
  }
`;

export const styles = [tokens, cards, controls, tables, intervalTables, choices, waiting, verdictTables, own];

// SPDX-License-Identifier: MIT
// The look of <nps-quality>: the verdict beside the title, the columns behind a disclosure.
import { css } from 'lit';

import { cards, controls, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  .card {
    block-size: 100%;
  }

  .title {
    margin-block-end: 0.5rem;
  }

  .badge {
    margin-inline-start: 0.375rem;
  }

  p {
    margin: 0;
  }

  ul {
    display: grid;
    gap: 0.25rem;
    margin: 0.5rem 0 0;
    padding-inline-start: 1.125rem;
  }

  .number {
    padding-inline: 0.75rem 0.5rem;
  }

  th[scope='row'] {
    min-inline-size: 8rem;
  }
`;

export const styles = [tokens, cards, controls, tables, own];

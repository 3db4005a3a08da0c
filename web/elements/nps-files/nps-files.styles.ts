// SPDX-License-Identifier: MIT
// The look of <nps-files>: a list, with what can be done beside each file.
import { css } from 'lit';

import { cards, controls } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0.5rem 1rem;
    padding-block: 0.625rem;
    border-block-end: 1px solid var(--_line);
  }

  li > div {
    flex: 1 1 14rem;
    min-inline-size: 0;
  }

  p {
    margin: 0;
  }

  .name {
    font-weight: 600;
  }

  .facts,
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
  }

  .remove {
    max-inline-size: 100%;
    font-size: var(--_small);
  }

  .ways {
    gap: 0.75rem;
    margin-block-start: 1rem;
  }

  .same {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    padding-block: 0.75rem;
  }

  .same > p {
    flex: 1 1 16rem;
  }

  button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-wash);
    color: var(--_accent);
  }
`;

export const styles = [tokens, cards, controls, own];

// SPDX-License-Identifier: MIT
// The look of <nps-explore>: one card with the filter on top, tabs under it, and the view of the chosen tab.
import { css } from 'lit';

import { cards, controls } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  .title {
    margin-block-end: 0.25rem;
  }

  p {
    margin: 0 0 1rem;
    max-inline-size: 72ch;
  }

  nps-filter {
    margin-block-end: 1.25rem;
  }

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-block-end: 1.25rem;
    border-block-end: 1px solid var(--_line);
  }

  .tabs > button {
    position: relative;
    flex: none;
    padding-inline: 1rem;
    border: 0;
    border-radius: 8px 8px 0 0;
    background: none;
    color: var(--_soft-ink);
  }

  .tabs > button:hover {
    color: var(--_accent);
  }

  .tabs > button[aria-selected='true'] {
    color: var(--_ink);
    box-shadow: inset 0 -3px 0 var(--_accent);
  }

  .tabs > button:focus-visible {
    outline-offset: -3px;
  }

  [role='tabpanel']:focus-visible {
    border-radius: 4px;
  }

  @media (forced-colors: active) {
    .tabs > button[aria-selected='true'] {
      border-block-end: 3px solid Highlight;
    }
  }
`;

export const styles = [tokens, cards, controls, own];

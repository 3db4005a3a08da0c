// SPDX-License-Identifier: MIT
// The look of <nps-result>: one column on a phone; on a wide screen the chart and the mapping stand side by side.
import { css } from 'lit';

import { cards } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  :host {
    container-type: inline-size;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0.75rem 1.5rem;
    margin-block-end: 1.25rem;
  }

  header > div {
    min-inline-size: 0;
    flex: 1 1 18rem;
  }

  h2,
  h3,
  p {
    margin: 0;
  }

  h2 {
    font-size: 1.25rem;
    font-weight: 620;
    letter-spacing: -0.01em;
    line-height: 1.3;
  }

  h2:focus {
    outline: none;
  }

  h3 {
    font-size: var(--_title);
    font-weight: 620;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    margin-block-start: 0.25rem;
  }

  .grid {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    align-items: stretch;
  }

  @container (min-width: 58rem) {
    .grid {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }

    nps-score,
    nps-groups,
    nps-issues,
    nps-recognition,
    nps-sensitivity,
    nps-ledger,
    .limits,
    ::slotted([slot='files']),
    ::slotted([slot='explore']),
    .several > nps-distribution,
    nps-mapping:first-child,
    nps-score + nps-mapping,
    .limits + nps-mapping {
      grid-column: 1 / -1;
    }

    /* Rows and recipe stand side by side, and what is alone takes the whole width. */
    .grid nps-quality {
      grid-column: 1 / -1;
    }
  }

  .grid.end {
    margin-block-start: 2.5rem;
  }

  ::slotted([slot='notes']) {
    margin-block-end: 1.25rem;
  }

  .limits {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75rem;
  }

  .limits .icon {
    inline-size: 1.375rem;
    block-size: 1.375rem;
    color: var(--_soft-ink);
  }

  section {
    margin-block-start: 2.5rem;
  }

  section > .facts,
  section > nps-failure {
    margin-block-end: 1rem;
  }
`;

export const styles = [tokens, cards, own];

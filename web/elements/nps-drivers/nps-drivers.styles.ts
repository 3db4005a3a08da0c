// SPDX-License-Identifier: MIT
// The look of <nps-drivers>: a table with bars for shares, a map of importance and performance, and what to keep in mind.
import { css } from 'lit';

import { choices, verdictTables, waiting } from '../../styles/explore.js';
import { cards, controls, intervalTables, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  .intro {
    margin-block-end: 1rem;
  }

  .bar {
    fill: var(--_accent);
  }

  .bar-ground {
    fill: var(--_line);
  }

  td > svg.share {
    inline-size: 6rem;
    block-size: 0.625rem;
    margin-block-start: 0.25rem;
  }

  figure {
    margin: 1.5rem 0;
  }

  figure > svg {
    overflow: visible;
    direction: ltr;
  }

  .field {
    fill: var(--_ground);
  }

  .middle {
    stroke: var(--_strong-line);
    stroke-dasharray: 4 4;
  }

  .aspect > circle {
    fill: var(--_accent);
    stroke: var(--_surface);
    stroke-width: 2;
  }

  .aspect > text {
    fill: var(--_ink);
    font-size: var(--_small);
  }

  td > .soft {
    display: block;
    white-space: nowrap;
  }

  .caveats {
    margin-block-start: 1.5rem;
    padding: 0.75rem 1rem;
    border-radius: 10px;
    background: var(--_ground);
  }

  .caveats > ul {
    margin: 0.25rem 0 0;
    padding-inline-start: 1.25rem;
  }

  abbr {
    text-decoration: underline dotted;
    cursor: help;
  }
`;

export const styles = [tokens, cards, controls, tables, intervalTables, choices, waiting, verdictTables, own];

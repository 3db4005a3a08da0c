// SPDX-License-Identifier: MIT
// The look of <nps-distribution>: columns in the colours of the groups, letters in the ink of the page.
import { css } from 'lit';

import { cards, controls, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  :host {
    container-type: inline-size;
  }

  .card {
    block-size: 100%;
  }

  .chart {
    display: block;
    inline-size: 100%;
    overflow: visible;
  }

  .slot {
    fill: transparent;
  }

  g:hover .column {
    filter: brightness(1.12);
  }

  .column,
  .bracket {
    shape-rendering: geometricPrecision;
  }

  .detractors {
    fill: var(--_detractor);
  }

  .passives {
    fill: var(--_passive);
  }

  .promoters {
    fill: var(--_promoter);
  }

  .base {
    stroke: var(--_strong-line);
    stroke-opacity: 0.6;
  }

  text {
    fill: var(--_ink);
    font-size: 0.8125rem;
  }

  .count,
  .score {
    text-anchor: middle;
  }

  .count {
    font-weight: 600;
  }

  .count.none,
  .score,
  .group {
    fill: var(--_soft-ink);
    font-weight: 400;
  }

  .group {
    font-size: 0.75rem;
  }

  /* On a phone the two short brackets are too narrow for two long words on one line. */
  @container (max-width: 26rem) {
    :host(:lang(de)) .promoters-label {
      transform: translateY(1.125rem);
    }
  }

  details {
    margin-block-start: 0.5rem;
  }

  @media (forced-colors: active) {
    .chart {
      forced-color-adjust: none;
    }

    text,
    .count.none,
    .score,
    .group {
      fill: CanvasText;
    }
  }
`;

export const styles = [tokens, cards, controls, tables, own];

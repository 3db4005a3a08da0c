// SPDX-License-Identifier: MIT
// The look of <nps-score>: one very large figure, everything else calm around it.
import { css } from 'lit';

import { cards } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  :host {
    container-type: inline-size;
  }

  .hero {
    display: grid;
    gap: 1.25rem 3rem;
  }

  @container (min-width: 42rem) {
    .hero {
      grid-template-columns: auto 1fr;
      align-items: center;
    }
  }

  .title {
    margin: 0;
    color: var(--_soft-ink);
    font-size: var(--_body);
    letter-spacing: 0.02em;
  }

  p {
    margin: 0;
  }

  .figure {
    margin: 0.125rem 0 0.5rem;
    font-size: clamp(4rem, 3rem + 5cqi, 6rem);
    font-weight: 640;
    letter-spacing: -0.035em;
    line-height: 1;
    white-space: nowrap;
  }

  .range {
    font-size: 1.125rem;
    font-weight: 550;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
  }

  .policy {
    margin-block-start: 0.375rem;
    font-weight: 550;
  }

  .interval {
    min-inline-size: 0;
    padding-block-end: 0.125rem;
  }

  .interval > p {
    max-inline-size: 62ch;
    margin-block-start: 0.5rem;
  }

  svg {
    display: block;
    inline-size: 100%;
    overflow: visible;
  }

  .axis {
    stroke: var(--_line);
    stroke-width: 4;
    stroke-linecap: round;
  }

  .tick {
    stroke: var(--_strong-line);
  }

  .tick.zero {
    stroke: var(--_ink);
    stroke-width: 1.5;
  }

  .tick-label {
    fill: var(--_soft-ink);
    font-size: 0.75rem;
  }

  .band {
    fill: var(--_accent);
    fill-opacity: 0.35;
  }

  .point {
    fill: var(--_accent);
  }

  .groups {
    margin-block-start: 2rem;
  }

  .shares {
    overflow: hidden;
    border-radius: 8px;
  }

  .cut {
    stroke: var(--_surface);
    stroke-width: 3;
  }

  .share.detractors {
    fill: var(--_detractor);
  }

  .share.passives {
    fill: var(--_passive);
  }

  .share.promoters {
    fill: var(--_promoter);
  }

  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: 0.75rem 1.5rem;
    margin: 1rem 0 0.75rem;
  }

  @container (max-width: 30rem) {
    dl {
      grid-template-columns: 1fr;
      gap: 0.5rem;
    }

    .group {
      display: flex;
      justify-content: space-between;
      align-items: baseline;
      gap: 1rem;
    }

    .amount {
      font-size: 1.125rem;
    }
  }

  dd {
    margin: 0;
    white-space: nowrap;
  }

  .swatch {
    display: inline-block;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    margin-inline-end: 0.5rem;
    border-radius: 3px;
    forced-color-adjust: none;
  }

  .swatch.detractors {
    background: var(--_detractor);
  }

  .swatch.passives {
    background: var(--_passive);
  }

  .swatch.promoters {
    background: var(--_promoter);
  }

  .amount {
    font-size: 1.5rem;
    font-weight: 600;
    letter-spacing: -0.015em;
  }

  @media (forced-colors: active) {
    svg {
      forced-color-adjust: none;
    }

    .axis,
    .tick,
    .tick.zero {
      stroke: CanvasText;
    }

    .tick-label {
      fill: CanvasText;
    }
  }
`;

export const styles = [tokens, cards, own];

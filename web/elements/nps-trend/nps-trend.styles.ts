// SPDX-License-Identifier: MIT
// The look of <nps-trend>: one drawing for each value, with a scale at its side, and sentences under it.
import { css } from 'lit';

import { choices, verdictTables, waiting } from '../../styles/explore.js';
import { cards, controls, intervalTables, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  figure {
    margin: 0 0 1.5rem;
  }

  figcaption {
    margin-block-end: 0.5rem;
    font-weight: 600;
  }

  .drawing {
    display: grid;
    grid-template-columns: 2.75rem minmax(0, 1fr);
    gap: 0.5rem;
  }

  .drawing > svg {
    inline-size: 100%;
    overflow: visible;
    direction: ltr;
  }

  .drawing text {
    fill: var(--_soft-ink);
    font-size: 0.75rem;
  }

  .drawing .scale {
    text-anchor: end;
  }

  .grid {
    stroke: var(--_line);
  }

  .grid.zero {
    stroke: var(--_strong-line);
  }

  .drawing path.band {
    fill: var(--_accent);
    fill-opacity: 0.14;
    stroke: none;
  }

  .drawing path:not(.band) {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }

  .drawing path.limit,
  .drawing path.centre {
    stroke: var(--_strong-line);
    stroke-width: 1;
    stroke-dasharray: 5 4;
  }

  .drawing path.centre {
    stroke-dasharray: none;
  }

  .drawing path.rolling {
    stroke: var(--_promoter);
  }

  .dot > line {
    stroke: var(--_accent);
    stroke-opacity: 0.35;
  }

  .dot > circle {
    fill: var(--_accent);
    stroke: var(--_surface);
    stroke-width: 1.5;
  }

  .dot.partial > circle {
    fill: var(--_surface);
    stroke: var(--_accent);
    stroke-width: 2;
  }

  .dot.marked > circle {
    fill: var(--_surface);
    stroke: var(--_detractor);
    stroke-width: 3;
  }

  .change {
    stroke: var(--_warning);
    stroke-width: 2;
    stroke-dasharray: 2 4;
  }

  line.event {
    stroke: var(--_ink);
  }

  .drawing .event-name {
    fill: var(--_ink);
  }

  @container (max-width: 34rem) {
    .bucket.second {
      display: none;
    }
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    margin: 0.25rem 0 0.75rem;
    padding: 0;
    list-style: none;
  }

  .legend > li {
    display: inline-flex;
    gap: 0.375rem;
    align-items: center;
  }

  .legend svg {
    inline-size: 1.25rem;
    block-size: 0.75rem;
  }

  .legend .swatch {
    fill: var(--_accent);
    fill-opacity: 0.25;
  }

  .sentences > p {
    margin-block-end: 0.25rem;
  }

  details {
    margin-block-start: 0.5rem;
  }

  summary {
    min-block-size: 2.75rem;
    padding-block: 0.5rem;
    cursor: pointer;
  }

  .events {
    margin-block-start: 1.5rem;
  }

  .events .choices {
    margin-block-start: 0.75rem;
  }

  input[type='date'],
  input[type='number'] {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_strong-line);
    border-radius: 10px;
    background: var(--_surface);
  }

  .choices > .narrow {
    flex: 0 1 9rem;
    min-inline-size: 0;
  }

  .file > input {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .file {
    display: inline-grid;
    align-items: center;
    min-block-size: 2.75rem;
    padding-inline: 1rem;
    border: 1px solid var(--_strong-line);
    border-radius: 10px;
    cursor: pointer;
  }

  .file:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  td.wide > .soft {
    display: block;
  }
`;

export const styles = [tokens, cards, controls, tables, intervalTables, choices, waiting, verdictTables, own];

// SPDX-License-Identifier: MIT
// What the views of <nps-explore> draw alike: choices in a row, answers that wait or are out of date, verdicts, tables that turn into
// lists on a phone.
import { css } from 'lit';

/** Labelled selects and fields side by side. */
export const choices = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1rem;
    align-items: end;
    margin-block-end: 1rem;
  }

  .choices > .field {
    flex: 0 1 16rem;
    min-inline-size: min(100%, 11rem);
  }

  .field > label,
  .field > .label,
  legend {
    display: block;
    margin: 0 0 0.25rem;
    padding: 0;
    color: var(--_soft-ink);
    font-size: var(--_small);
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  input[type='text'],
  input[type='search'] {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_strong-line);
    border-radius: 10px;
    background: var(--_surface);
    line-height: 1.3;
  }

  .switch {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.625rem;
    align-items: start;
    inline-size: fit-content;
    padding-block: 0.625rem;
    cursor: pointer;
  }

  .note {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.625rem;
    max-inline-size: 72ch;
    margin: 0 0 1rem;
  }

  .note > .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }
`;

/** What stands while an answer is worked out, and how one looks that belongs to an earlier question. */
export const waiting = css`
  p {
    margin: 0;
    max-inline-size: 72ch;
    text-wrap: pretty;
  }

  .waiting {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25rem 1rem;
    align-items: center;
    margin-block-end: 1rem;
    animation: appear 160ms 300ms both;
  }

  .waiting > progress {
    grid-row: 2;
    appearance: none;
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--_line);
    overflow: hidden;
  }

  .waiting > button {
    grid-row: span 2;
  }

  progress::-webkit-progress-bar {
    background: var(--_line);
  }

  progress::-webkit-progress-value {
    border-radius: 3px;
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    border-radius: 3px;
    background: var(--_accent);
  }

  .stale {
    opacity: 0.5;
    transition: opacity 160ms 300ms;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .waiting,
    .stale {
      animation-duration: 1ms;
      transition-duration: 1ms;
    }
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid;
    }
  }
`;

/** Figures with their interval and a verdict; on a phone a group is a block of lines. */
export const verdictTables = css`
  :host {
    container-type: inline-size;
  }

  h4 {
    margin: 1.5rem 0 0.25rem;
    font-size: var(--_body);
    font-weight: 600;
    line-height: 1.35;
  }

  tbody > tr > *,
  tfoot > tr > * {
    vertical-align: middle;
  }

  tfoot > tr > * {
    border-block-start: 1px solid var(--_strong-line);
    border-block-end: 0;
    font-weight: 600;
  }

  th[scope='row'] {
    min-inline-size: 7rem;
  }

  th .badge {
    margin-inline-start: 0.375rem;
    white-space: nowrap;
  }

  .number {
    inline-size: 5.5rem;
  }

  .chart {
    inline-size: 26%;
  }

  .few > .band {
    fill: none;
    stroke: var(--_accent);
    stroke-dasharray: 3 3;
  }

  .mark {
    stroke: var(--_strong-line);
    stroke-dasharray: 3 3;
  }

  .verdict {
    white-space: nowrap;
  }

  .verdict > .soft {
    display: block;
    line-height: 1.35;
  }

  .verdict > .badge {
    padding-inline: 0.5rem;
    color: var(--_ink);
  }

  .verdict > .badge > .mark-shape {
    display: inline-block;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    margin-inline-end: 0.375rem;
    overflow: visible;
  }

  .above .mark-shape,
  .met .mark-shape {
    fill: var(--_promoter);
  }

  .below .mark-shape,
  .missed .mark-shape {
    fill: var(--_detractor);
  }

  .badge.above,
  .badge.met {
    background: color-mix(in srgb, var(--_promoter) 14%, var(--_surface));
  }

  .badge.below,
  .badge.missed {
    background: color-mix(in srgb, var(--_detractor) 14%, var(--_surface));
  }

  .verdict > .badge.not-decided {
    padding-inline: 0;
    background: none;
    color: var(--_soft-ink);
    font-weight: 400;
  }

  .more {
    margin-block-start: 0.75rem;
  }

  @container (max-width: 50rem) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody > tr,
    tfoot > tr {
      display: grid;
      grid-template-columns: auto auto 1fr;
      gap: 0.125rem 0.75rem;
      align-items: baseline;
      padding-block: 0.75rem;
      border-block-end: 1px solid var(--_line);
    }

    tfoot > tr {
      border-block-start: 1px solid var(--_strong-line);
      border-block-end: 0;
    }

    tbody > tr:last-child {
      border-block-end: 0;
    }

    tbody > tr > th[scope],
    tbody > tr > td[class],
    tfoot > tr > th[scope],
    tfoot > tr > td[class] {
      inline-size: auto;
      padding: 0;
      border: 0;
    }

    tr > th[scope='row'],
    tr > td.chart,
    tr > td.wide {
      grid-column: 1 / -1;
    }

    tr > th {
      order: -4;
    }

    tr > td.figure {
      order: -3;
    }

    tr > td.interval:not(.wide) {
      order: -2;
    }

    tr > td.number:not(.figure) {
      order: -1;
      text-align: start;
    }

    tr > td.wide {
      white-space: normal;
    }

    tfoot > tr > td:empty {
      display: none;
    }

    [data-label]::before {
      content: attr(data-label) ': ';
      color: var(--_soft-ink);
      font-weight: 400;
    }

    .verdict {
      white-space: normal;
    }

    .verdict > .soft {
      display: inline-block;
      margin-inline-start: 0.5rem;
    }

    .verdict > .soft,
    .wide > .soft {
      white-space: nowrap;
    }
  }

  @media (forced-colors: active) {
    svg:not(.icon) {
      forced-color-adjust: none;
    }
  }
`;

// SPDX-License-Identifier: MIT
// The few things that all elements draw alike: cards and their titles, headings, buttons, fields, tables, disclosures, badges.
// Everything interactive is at least 44 px high on touch screens and shows where the focus is.
import { css } from 'lit';

export const cards = css`
  .card {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: clamp(1.125rem, 0.8rem + 1.4vw, 1.75rem);
  }

  .card > :last-child {
    margin-block-end: 0;
  }

  .title {
    margin: 0 0 1rem;
    font-size: var(--_title);
    font-weight: 600;
    letter-spacing: -0.005em;
    line-height: 1.35;
  }

  .soft {
    color: var(--_soft-ink);
  }

  .small {
    font-size: var(--_small);
  }

  .code {
    font: 0.8125rem/1.5 var(--_code-font);
  }

  .badge {
    display: inline-block;
    padding: 0.1rem 0.6rem;
    border-radius: 1rem;
    background: var(--_accent-wash);
    color: var(--_accent);
    font-size: var(--_small);
    font-weight: 600;
  }

  .badge.warning {
    background: var(--_warning-wash);
    color: var(--_warning);
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }
`;

export const controls = css`
  button,
  select,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }

  button {
    min-block-size: 2.75rem;
    padding: 0.5rem 1.125rem;
    border: 1px solid var(--_strong-line);
    border-radius: 10px;
    background: var(--_surface);
    font-weight: 550;
    line-height: 1.3;
    cursor: pointer;
  }

  button:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  button.main {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  button.main:hover {
    box-shadow: 0 0 0 3px var(--_accent-wash);
    color: var(--_on-accent);
  }

  button[disabled] {
    border-color: var(--_line);
    background: none;
    box-shadow: none;
    color: var(--_soft-ink);
    cursor: default;
  }

  select,
  input[type='date'],
  input[type='number'],
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_strong-line);
    border-radius: 10px;
    background: var(--_surface);
    line-height: 1.3;
  }

  input[type='radio'],
  input[type='checkbox'] {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0.1875rem 0 0;
    accent-color: var(--_accent);
  }

  summary {
    inline-size: fit-content;
    padding-block: 0.625rem;
    border-radius: 4px;
    color: var(--_accent);
    font-weight: 550;
    cursor: pointer;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 3px;
  }
`;

/** Headings that begin a view, which a screen reader starts from. */
export const headings = css`
  h2 {
    margin: 0;
    font-size: 1.25rem;
    font-weight: 620;
    letter-spacing: -0.01em;
    line-height: 1.3;
  }

  h2:focus {
    outline: none;
  }

  h3 {
    margin: 0;
    font-size: var(--_title);
    font-weight: 620;
    line-height: 1.35;
  }
`;

export const tables = css`
  .scroll {
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }

  th,
  td {
    padding: 0.5rem 0.75rem 0.5rem 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  thead th {
    color: var(--_soft-ink);
    font-size: var(--_small);
  }

  tbody tr:last-child > * {
    border-block-end: 0;
  }

  .number {
    padding-inline-end: 0;
    text-align: end;
    white-space: nowrap;
  }
`;

/** Tables of figures with their intervals as bars. */
export const intervalTables = css`
  .number,
  .interval,
  .chart {
    padding-inline: 0.5rem 0.75rem;
  }

  .interval {
    white-space: nowrap;
  }

  .figure {
    font-weight: 600;
  }

  .chart {
    min-inline-size: 9rem;
  }

  .ends {
    display: flex;
    justify-content: space-between;
  }

  svg:not(.icon) {
    display: block;
    inline-size: 100%;
    overflow: visible;
  }

  .axis {
    stroke: var(--_line);
    stroke-width: 3;
    stroke-linecap: round;
  }

  .tick {
    stroke: var(--_strong-line);
  }

  .band {
    fill: var(--_accent);
    fill-opacity: 0.35;
  }

  .point {
    fill: var(--_accent);
  }
`;

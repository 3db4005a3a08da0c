// SPDX-License-Identifier: MIT
// The look of <nps-comments> and <nps-themes>: two lists of terms side by side, comments as quotes with what was found marked.
import { css } from 'lit';

import { choices, verdictTables, waiting } from '../../styles/explore.js';
import { cards, controls, intervalTables, tables } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: 0.5rem 2rem;
  }

  .sides h4 {
    margin-block-start: 0.5rem;
  }

  .undo {
    margin-block-start: 1.75rem;
  }

  .terms {
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }

  .terms > li {
    border-block-end: 1px solid var(--_line);
  }

  summary {
    display: grid;
    inline-size: 100%;
    grid-template-columns: minmax(0, 1fr) 6rem 7.5rem;
    gap: 0.75rem;
    align-items: center;
    min-block-size: 2.5rem;
    padding-block: 0.25rem;
    cursor: pointer;
  }

  summary > svg {
    inline-size: 100%;
    block-size: 0.625rem;
  }

  @container (max-width: 34rem) {
    summary {
      gap: 0.5rem;
      grid-template-columns: minmax(0, 1fr) 2.5rem 7.75rem;
    }
  }

  .promoters .bar,
  .selected .bar {
    fill: var(--_promoter);
  }

  .detractors .bar,
  .others .bar {
    fill: var(--_detractor);
  }

  .bar-ground {
    fill: var(--_line);
  }

  blockquote {
    margin: 0.25rem 0 0.75rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_line);
    overflow-wrap: anywhere;
  }

  blockquote > bdi {
    white-space: pre-wrap;
  }

  blockquote.promoter {
    border-color: var(--_promoter);
  }

  blockquote.detractor {
    border-color: var(--_detractor);
  }

  blockquote.passive {
    border-color: var(--_passive);
  }

  blockquote > footer {
    color: var(--_soft-ink);
    font-size: var(--_small);
  }

  mark {
    border-radius: 3px;
    background: var(--_warning-wash);
    color: inherit;
    box-shadow: inset 0 -2px 0 var(--_warning);
  }

  section {
    margin-block-start: 1.75rem;
  }

  section > h4 {
    margin-block-start: 0;
  }

  .choices > .wide {
    flex: 1 1 20rem;
  }

  .found {
    margin-block: 0.5rem;
  }
`;

export const styles = [tokens, cards, controls, tables, intervalTables, choices, waiting, verdictTables, own];

// SPDX-License-Identifier: MIT
// The look of <nps-workspace>: its parts under each other, and a veil over all of it while something hovers.
import { css } from 'lit';

import { cards, controls } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  :host {
    position: relative;
  }

  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }

  .note {
    margin: 0;
    text-align: center;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }

  .ways:empty {
    display: none;
  }

  .applied {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0.5rem 1.5rem;
    padding-block: 0.75rem;
    border-color: transparent;
    background: var(--_accent-wash);
  }

  .applied > p {
    flex: 1 1 20rem;
    margin: 0;
  }

  .applied .name {
    font-weight: 600;
  }

  nps-failure ~ nps-intake {
    --nps-zone-height: 0;
  }

  .progress {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.75rem 1.5rem;
    align-items: center;
    animation: appear 120ms 120ms both;
  }

  .progress.tall {
    align-content: center;
    min-block-size: var(--nps-zone-height, 24rem);
    padding-inline: clamp(1.25rem, 8vw, 6rem);
  }

  .progress > h2,
  .progress > progress {
    grid-column: 1 / -1;
  }

  .progress > h2 {
    margin: 0;
    font-size: var(--_title);
    font-weight: 600;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    margin: 0;
  }

  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 10px;
    border: 0;
    border-radius: 5px;
    background: var(--_line);
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--_line);
  }

  progress::-webkit-progress-value {
    border-radius: 5px;
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    border-radius: 5px;
    background: var(--_accent);
  }

  nps-result[inert] {
    opacity: 0.45;
    transition: opacity 120ms 120ms;
  }

  .veil {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: grid;
    justify-items: center;
    align-items: start;
    padding-block-start: 8rem;
    border: 2px solid var(--_accent);
    border-radius: calc(var(--_radius) + 4px);
    background: color-mix(in srgb, var(--_accent-wash) 88%, transparent);
    pointer-events: none;
  }

  .veil > span {
    position: sticky;
    inset-block-start: 40vh;
    padding: 0.75rem 1.5rem;
    border-radius: 2rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 1.25rem;
    font-weight: 620;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .progress,
    nps-result[inert] {
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

export const styles = [tokens, cards, controls, own];

// SPDX-License-Identifier: MIT
// The look of <nps-mapping>: a sentence with its reasons, then the choice.
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

  p,
  ul {
    margin: 0;
  }

  .lead {
    margin-block-end: 1rem;
  }

  .name {
    font-weight: 640;
  }

  .badge {
    margin-inline-start: 0.375rem;
  }

  ul {
    display: grid;
    gap: 0.25rem;
    padding-inline-start: 1.125rem;
  }

  .choice {
    display: grid;
    justify-items: start;
    gap: 0.5rem 0.75rem;
    margin-block-start: 1.5rem;
  }

  .choice > label {
    color: var(--_soft-ink);
    font-size: var(--_small);
  }

  details {
    margin-block-start: 0.75rem;
  }

  .scroll {
    max-block-size: 20rem;
    overflow-y: auto;
    padding-inline-end: 0.75rem;
  }

  tr.none > td {
    color: var(--_soft-ink);
  }

  .examples {
    margin: 0.125rem 0 0;
    color: var(--_soft-ink);
    font-size: var(--_small);
    font-weight: 400;
    overflow-wrap: anywhere;
  }

  .examples > bdi:not(:last-child)::after {
    content: ' · ';
  }

  tr.score > * {
    font-weight: 600;
  }

  @container (min-width: 30rem) {
    .choice {
      grid-template-columns: minmax(0, 26rem) auto;
    }

    .choice > label {
      grid-column: 1 / -1;
    }
  }
`;

export const styles = [tokens, cards, controls, tables, own];

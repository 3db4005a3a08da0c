// SPDX-License-Identifier: MIT
// The look of <nps-policy>: fields under each other, side by side where there is room.
import { css } from 'lit';

import { cards, controls } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  :host {
    container-type: inline-size;
  }

  .card + .card {
    margin-block-start: 1.25rem;
  }

  p {
    margin: 0.25rem 0 0;
    max-inline-size: 68ch;
  }

  .title + p {
    margin-block: -0.75rem 1rem;
  }

  .field,
  fieldset {
    max-inline-size: 34rem;
    min-inline-size: 0;
    margin: 0 0 1.25rem;
    padding: 0;
    border: 0;
  }

  label,
  legend {
    padding: 0;
    font-size: var(--_small);
    font-weight: 600;
  }

  .field > label,
  .days label,
  legend {
    display: block;
    margin-block-end: 0.25rem;
  }

  .days label {
    color: var(--_soft-ink);
    font-weight: 400;
  }

  .days {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
    gap: 0.75rem;
  }

  input[type='number'] {
    max-inline-size: 8rem;
  }

  .switch {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75rem;
    min-block-size: 2.75rem;
    padding-block: 0.375rem;
    font-size: var(--_body);
    font-weight: 400;
    cursor: pointer;
  }
`;

export const styles = [tokens, cards, controls, own];

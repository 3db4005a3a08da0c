// SPDX-License-Identifier: MIT
// The look of <nps-recognition>: facts side by side where there is room, and under them what can be chosen.
import { css } from 'lit';

import { cards, controls } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  :host {
    container-type: inline-size;
  }

  dl,
  dd,
  p {
    margin: 0;
  }

  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
    gap: 1rem 2rem;
  }

  dt {
    color: var(--_soft-ink);
    font-size: var(--_small);
  }

  dd {
    font-weight: 550;
  }

  dd .soft {
    font-weight: 400;
  }

  .badge {
    margin-inline-start: 0.375rem;
  }

  .choices {
    display: grid;
    gap: 1.25rem 2rem;
    margin-block-start: 1.5rem;
  }

  .choice {
    display: grid;
    justify-items: start;
    align-content: start;
    gap: 0.5rem 0.75rem;
  }

  .choice > label {
    color: var(--_soft-ink);
    font-size: var(--_small);
  }

  details > .choice {
    margin-block-start: 0.5rem;
  }

  p {
    margin-block-start: 1rem;
  }

  @container (max-width: 30rem) {
    dl {
      grid-template-columns: 1fr;
      gap: 0.625rem;
    }
  }

  @container (min-width: 30rem) {
    .choice {
      grid-template-columns: minmax(0, 26rem) auto;
    }

    .choice > label {
      grid-column: 1 / -1;
    }
  }

  @container (min-width: 58rem) {
    .choices:has(> :nth-child(2)) {
      grid-template-columns: 1fr 1fr;
    }
  }
`;

export const styles = [tokens, cards, controls, own];

// SPDX-License-Identifier: MIT
// The look of <nps-plan>: part under part, and at the bottom of the window what is changed and not read yet.
import { css } from 'lit';

import { cards, controls, headings } from '../../styles/parts.js';
import { tokens } from '../../styles/tokens.js';

const own = css`
  p {
    margin: 0.25rem 0 0;
  }

  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    margin-block: 1.25rem;
  }

  .file {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    margin-block-start: 0.75rem;
  }

  .bar {
    position: sticky;
    inset-block-end: 0.75rem;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--_strong-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 4px 24px color-mix(in srgb, var(--_ink) 14%, transparent);
  }

  .bar > p {
    flex: 1 1 14rem;
    margin: 0;
    font-weight: 600;
  }

  .bar > p:empty {
    flex-basis: 0;
  }

  @media (max-width: 40rem) {
    .bar > button {
      flex: 1 1 auto;
      padding-inline: 0.75rem;
    }
  }
`;

export const styles = [tokens, cards, controls, headings, own];

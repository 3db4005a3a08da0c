// SPDX-License-Identifier: MIT
// What the measures `drivers` and `association` answer, as far as the page draws it: the words of core/measures/drivers.h as types.
import type { Unavailable } from '../client/query.js';
import type { NpsSummary } from '../client/report.js';
import type { LimitsOf } from './measure-answers.js';

interface MaybeNot {
  readonly unavailable?: Unavailable;
}

export interface Driver {
  readonly name: string;
  readonly rated: number;
  readonly byBand?: readonly (NpsSummary & { readonly band: 'low' | 'middle' | 'high' | 'missing' })[];
  readonly ranks?: MaybeNot & { readonly spearman?: number };
  readonly leftOut?: { readonly code: string };
}

export interface ModelledDriver {
  readonly name: string;
  readonly johnsonShare?: number | null;
  readonly oddsRatio?: { readonly ratio: number; readonly interval: LimitsOf } | null;
  readonly p?: number;
  readonly kind?: string | null;
}

export interface DriverMap {
  readonly middleImportance: number;
  readonly middleHighShare: number;
  readonly points: readonly {
    readonly name: string;
    readonly highShare: number;
    readonly importance: number;
    readonly quadrant: string;
  }[];
}

export interface Drivers extends MaybeNot {
  readonly complete?: number;
  readonly drivers?: readonly Driver[];
  readonly importance?: MaybeNot & { readonly rSquared?: number; readonly drivers?: readonly ModelledDriver[] };
  readonly logit?: MaybeNot & { readonly drivers?: readonly ModelledDriver[] };
  readonly contrasts?: MaybeNot & { readonly drivers?: readonly ModelledDriver[] };
  readonly map?: DriverMap | null;
  readonly caveats?: readonly { readonly code: string }[];
}

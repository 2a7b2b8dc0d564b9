import { nothingReturned, type Returned } from './returned/returns.ts';

/** What stands in the run folder beside an output, for it to link to. */
export interface Beside {
  readonly returned: Returned;
  /** Paths of the other outputs in the run folder. */
  readonly outputs: ReadonlySet<string>;
}

/** For an output that stands alone. */
export const nothingBeside: Beside = { returned: nothingReturned, outputs: new Set() };

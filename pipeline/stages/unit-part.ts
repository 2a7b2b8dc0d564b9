import type { Rule } from '../../rules/rule.ts';
import { isSummed } from '../model/is-summed.ts';
import {
  type Failure,
  type Finding,
  type LongList,
  type ProgressRow,
  type RunReport,
  runReportSchema,
  type TrendPoint,
} from '../model/report.ts';
import { forScripts } from '../model/report-line.ts';
import type { Kept } from '../model/spool.ts';
import { type DueMoney, dueMoney, joinedMoney, noMoney } from '../model/time-progress.ts';
import type { Checked, Counts } from './check.ts';
import { inReportOrder } from './finding-order.ts';
import type { UnitResult } from './judge-unit.ts';
import { type Explanations, explained } from './read-returned.ts';
import { mistakenIn, settle, withoutMistaken } from './settle.ts';

/** What one unit adds to the report: its long lists as pieces of it, and all that is summed up over units. */
export interface UnitPart<Bytes = Uint8Array<ArrayBuffer>> {
  readonly unit: string;
  /** Whether its tables were judged; false where only batch rules speak of it. */
  readonly isJudged: boolean;
  /** How often each rule answered what, in the order of the rules; see `countsIn`. */
  readonly counts: Bytes;
  readonly failures: readonly Failure[];
  readonly findings: FindingCounts;
  readonly spending: Spending;
  /** Projects by the curve their time progress is taken from. */
  readonly curves: readonly (readonly [curve: string | null, projects: number])[];
  /** What the unit's sheets tell of earlier months. */
  readonly months: readonly TrendPoint[];
  readonly lists: Readonly<Record<LongList, readonly Piece<Bytes>[]>>;
}

/** Some things of a list, as report.json has them: one a line, a comma between two. */
export interface Piece<Bytes = Uint8Array<ArrayBuffer>> {
  readonly count: number;
  readonly things: Bytes;
  /** With the numbers of persons masked; null where there are none. */
  readonly masked: Bytes | null;
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly notice: number;
  readonly undecidable: number;
}

export const noFindings: FindingCounts = { error: 0, warning: 0, notice: 0, undecidable: 0 };

/** Sums over projects, in fen; null: no project has the figure. */
export interface Sums {
  readonly budget: number | null;
  readonly released: number | null;
  readonly planned: number | null;
  readonly spent: number | null;
}

/**
 * What a unit's projects come to. Like is set against like: a project whose budget or spending nobody can read is in no
 * sum, for its budget without its spending would put the unit behind.
 */
export interface Spending {
  /** All projects, also those that are in no sum. */
  readonly projects: number;
  readonly sums: Sums;
  /** Of the projects in `sums` those that say what was released; what the released money is compared with. */
  readonly withReleased: Sums;
  /** Of the projects in `sums` those that have a plan. */
  readonly withPlanned: Sums;
  readonly due: DueMoney;
}

const noSums: Sums = { budget: null, released: null, planned: null, spent: null };

export const noSpending: Spending = {
  projects: 0,
  sums: noSums,
  withReleased: noSums,
  withPlanned: noSums,
  due: noMoney,
};

/** Puts together what a unit adds to the report; `tables`: what the table rules said of the submissions that count. */
export function unitPart(
  unit: string,
  tables: readonly Checked[],
  result: UnitResult,
  explanations: readonly Explanations[],
  rules: readonly Rule[],
): UnitPart {
  const judged = [...tables, result.checked];
  const mistaken = mistakenIn(judged);
  const checked = settle(judged, rules, mistaken);
  const { balances, annex } = result;
  const progress = withoutMistaken(result.progress, mistaken, unknownProgress);
  const guarantees = withoutMistaken(result.guarantees, mistaken, unknownGuarantee);
  const directFunds = withoutMistaken(result.directFunds, mistaken, unknownFund);
  const curves = new Map<string | null, number>();
  for (const { curve } of progress) curves.set(curve, (curves.get(curve) ?? 0) + 1);
  const findings = checked.flatMap((one) => one.findings);
  return {
    unit,
    isJudged: true,
    ...withFindings(findings, explanations, rules, {
      progress: piecesOf('progress', progress),
      guarantees: piecesOf('guarantees', guarantees),
      directFunds: piecesOf('directFunds', directFunds),
      balances: piecesOf('balances', balances),
      annex: piecesOf('annex', annex === null ? [] : [annex]),
    }),
    counts: bytesOfCounts(summedCounts(checked.map((one) => one.counts)), rules),
    failures: checked.flatMap((one) => one.failures),
    spending: spendingOf(progress),
    curves: [...curves],
    months: result.months,
  };
}

const unknownProgress = {
  budget: null,
  released: null,
  planned: null,
  spent: null,
  rate: null,
  allotmentRate: null,
  releaseRate: null,
  gap: null,
  variance: null,
  lamp: null,
  cells: { budget: [], released: [], planned: [], spent: [] },
};

const unknownGuarantee = {
  need: null,
  arranged: null,
  shortfall: null,
  spent: null,
  rate: null,
  gap: null,
  level: null,
};

const unknownFund = {
  allotted: null,
  distributed: null,
  spent: null,
  unspent: null,
  rate: null,
  lamp: null,
};

/** The part of a unit of which nothing but findings is known. */
export function partOfFindings(unit: string, findings: readonly Finding[], rules: readonly Rule[]): UnitPart {
  return {
    unit,
    isJudged: false,
    ...withFindings(findings, [], rules, {
      progress: [],
      guarantees: [],
      directFunds: [],
      balances: [],
      annex: [],
    }),
    counts: bytesOfCounts(new Map(), rules),
    failures: [],
    spending: noSpending,
    curves: [],
    months: [],
  };
}

/**
 * The same part with what the batch rules say of the unit; what rests on a mistaken figure waits as any.
 */
export function withBatchFindings(
  part: UnitPart<Kept>,
  batch: readonly Finding[],
  explanations: readonly Explanations[],
  rules: readonly Rule[],
): Omit<UnitPart<Kept>, 'counts' | 'lists'> & {
  readonly counts: Uint8Array;
  readonly pieces: readonly Piece[];
} {
  const own = [...thingsOf('findings', part.lists.findings)];
  const [settled, added] = settle(
    [own, batch].map((findings) => ({ findings, counts: new Map(), failures: [] })),
    rules,
  );
  if (settled === undefined || added === undefined)
    throw new RangeError('settling gives as many as it is given');
  const all = inReportOrder(
    [...settled.findings, ...explained(inReportOrder(added.findings, rules), explanations)],
    rules,
  );
  return {
    ...part,
    findings: countsOf(all),
    counts: bytesOfCounts(summedCounts([countsIn([part], rules), settled.counts, added.counts]), rules),
    pieces: piecesOf('findings', all),
  };
}

const answers = ['pass', 'fail', 'undecidable', 'notApplicable', 'error'] as const satisfies (keyof Counts)[];

/** One number for each answer of each rule. */
function bytesOfCounts(counts: ReadonlyMap<string, Counts>, rules: readonly Rule[]): Uint8Array<ArrayBuffer> {
  const numbers = rules.flatMap(({ meta }) => {
    const own = counts.get(meta.id);
    return answers.map((answer) => own?.[answer] ?? 0);
  });
  return new Uint8Array(Int32Array.from(numbers).buffer);
}

/** How often each rule answered what in some units together, by rule id. */
export function countsIn(
  parts: Iterable<Pick<UnitPart<Kept>, 'counts'>>,
  rules: readonly Rule[],
): ReadonlyMap<string, Counts> {
  const sums = new Float64Array(answers.length * rules.length);
  const numbers = new Int32Array(sums.length);
  const bytes = new Uint8Array(numbers.buffer);
  for (const { counts } of parts) {
    bytes.set(counts.look());
    for (let index = 0; index < sums.length; index += 1)
      sums[index] = (sums[index] ?? 0) + (numbers[index] ?? 0);
  }
  const at = (index: number) => sums[index] ?? 0;
  return new Map(
    rules.map(({ meta }, rule) => {
      const first = answers.length * rule;
      return [
        meta.id,
        {
          pass: at(first),
          fail: at(first + 1),
          undecidable: at(first + 2),
          notApplicable: at(first + 3),
          error: at(first + 4),
        },
      ];
    }),
  );
}

function withFindings(
  findings: readonly Finding[],
  explanations: readonly Explanations[],
  rules: readonly Rule[],
  lists: Omit<UnitPart['lists'], 'findings'>,
): Pick<UnitPart, 'findings' | 'lists'> {
  const all = explained(inReportOrder(findings, rules), explanations);
  return { findings: countsOf(all), lists: { ...lists, findings: piecesOf('findings', all) } };
}

export function summedCounts(all: Iterable<ReadonlyMap<string, Counts>>): ReadonlyMap<string, Counts> {
  const total = new Map<string, { -readonly [answer in keyof Counts]: Counts[answer] }>();
  for (const counts of all) {
    for (const [rule, more] of counts) {
      const own = total.get(rule);
      if (own === undefined) {
        total.set(rule, { ...more });
        continue;
      }
      own.pass += more.pass;
      own.fail += more.fail;
      own.undecidable += more.undecidable;
      own.notApplicable += more.notApplicable;
      own.error += more.error;
    }
  }
  return total;
}

function countsOf(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, warning: 0, notice: 0, undecidable: 0 };
  for (const { status, severity, count } of findings) {
    if (status === 'undecidable') counts.undecidable += count;
    else counts[severity] += count;
  }
  return counts;
}

function spendingOf(rows: readonly ProgressRow[]): Spending {
  const counted = rows.filter(isSummed);
  let due = noMoney;
  for (const row of counted)
    due = joinedMoney(due, dueMoney({ share: row.timeProgress, curve: row.curve }, row.budget ?? 0));
  const sums = sumsOf(counted);
  // Where all of them have the figure, as nearly everywhere, it is the same sums.
  const sumsWith = (some: readonly ProgressRow[]) => (some.length === counted.length ? sums : sumsOf(some));
  return {
    projects: rows.length,
    sums,
    withReleased: sumsWith(counted.filter(({ released }) => released !== null)),
    withPlanned: sumsWith(counted.filter(({ planned }) => planned !== null)),
    due,
  };
}

/** The sums of units together. */
export function joinedSpending(all: readonly Spending[]): Spending {
  return {
    projects: all.reduce((total, { projects }) => total + projects, 0),
    sums: sumsOf(all.map(({ sums }) => sums)),
    withReleased: sumsOf(all.map(({ withReleased }) => withReleased)),
    withPlanned: sumsOf(all.map(({ withPlanned }) => withPlanned)),
    due: all.reduce((total, { due }) => joinedMoney(total, due), noMoney),
  };
}

function sumsOf(all: readonly Sums[]): Sums {
  return {
    budget: sum(all.map(({ budget }) => budget)),
    released: sum(all.map(({ released }) => released)),
    planned: sum(all.map(({ planned }) => planned)),
    spent: sum(all.map(({ spent }) => spent)),
  };
}

/** A sum without any figure is null. */
function sum(figures: readonly (number | null)[]): number | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length === 0 ? null : known.reduce((total, figure) => total + figure, 0);
}

/** The same part with what stands for its bytes in their place. */
export function withBytes<From, To>(part: UnitPart<From>, change: (bytes: From) => To): UnitPart<To> {
  const { findings, progress, guarantees, directFunds, balances, annex } = part.lists;
  return {
    ...part,
    counts: change(part.counts),
    lists: {
      findings: piecesWithBytes(findings, change),
      progress: piecesWithBytes(progress, change),
      guarantees: piecesWithBytes(guarantees, change),
      directFunds: piecesWithBytes(directFunds, change),
      balances: piecesWithBytes(balances, change),
      annex: piecesWithBytes(annex, change),
    },
  };
}

export function piecesWithBytes<From, To>(
  pieces: readonly Piece<From>[],
  change: (bytes: From) => To,
): readonly Piece<To>[] {
  if (pieces.length === 0) return nothing;
  return pieces.map(({ count, things, masked }) => ({
    count,
    things: change(things),
    masked: masked === null ? null : change(masked),
  }));
}

/** One for all lists that are empty: most are. */
const nothing: readonly never[] = [];

/** So many things are one piece: few enough for a string, enough to be quick. */
const thingsAtOnce = 1000;

const utf8 = new TextEncoder();

/** @throws ZodError when one does not fit the report's schema: a mistake of ours, which must not be given out */
function piecesOf<L extends LongList>(list: L, things: readonly RunReport[L][number][]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let first = 0; first < things.length; first += thingsAtOnce) {
    const some = things.slice(first, first + thingsAtOnce);
    const checked: readonly unknown[] = runReportSchema.shape[list].parse(some);
    // Masked, what needs no masking is itself.
    const masked = checked.map((thing) => forScripts(thing));
    const isMasked = masked.some((thing, index) => thing !== checked[index]);
    pieces.push({
      count: some.length,
      things: bytesOf(checked),
      masked: isMasked ? bytesOf(masked) : null,
    });
  }
  return pieces;
}

function bytesOf(things: readonly unknown[]): Uint8Array<ArrayBuffer> {
  return utf8.encode(things.map((thing) => `    ${JSON.stringify(thing)}`).join(',\n'));
}

/** The things of some pieces, one after the other. */
export function* thingsOf<L extends LongList>(
  _list: L,
  pieces: readonly Piece<Kept>[],
): Generator<RunReport[L][number]> {
  const decoder = new TextDecoder();
  for (const { things } of pieces) {
    const some: readonly RunReport[L][number][] = JSON.parse(`[${decoder.decode(things.look())}]`); // made above
    yield* some;
  }
}

/** Reads single things of some pieces. Where each stands is found out once: they are parted by the line feeds between them. */
export function thingAt<L extends LongList>(
  _list: L,
  pieces: readonly Piece<Kept>[],
): (index: number) => RunReport[L][number] | undefined {
  const length = pieces.reduce((sum, { count }) => sum + count, 0);
  const places = {
    piece: new Uint32Array(length),
    start: new Uint32Array(length),
    size: new Uint32Array(length),
  };
  let index = 0;
  for (const [piece, { count, things }] of pieces.entries()) {
    const bytes = things.look();
    for (let left = count, start = 0; left > 0; left -= 1) {
      const lineEnd = left === 1 ? bytes.length : bytes.indexOf(lineFeed, start);
      places.piece[index] = piece;
      places.start[index] = start;
      // A comma stands before the line feed.
      places.size[index] = lineEnd - start - (left === 1 ? 0 : 1);
      start = lineEnd + 1;
      index += 1;
    }
  }
  const decoder = new TextDecoder();
  const held = new Uint8Array(mostHeld);
  let heldPiece: Piece<Kept> | null = null;
  return (which) => {
    const piece = pieces[places.piece[which] ?? -1];
    if (piece === undefined) return undefined;
    const { things } = piece;
    const [start = 0, size = 0] = [places.start[which], places.size[which]];
    if (piece !== heldPiece && things.length <= mostHeld) {
      held.set(things.look());
      heldPiece = piece;
    }
    const bytes = piece === heldPiece ? held.subarray(start, start + size) : things.look(start, size);
    return JSON.parse(decoder.decode(bytes)); // made above
  };
}

const lineFeed = 0x0a;
/** The next thing looked at mostly is of the same unit: its piece is read once, where that takes little more than one thing. */
const mostHeld = 65_536;

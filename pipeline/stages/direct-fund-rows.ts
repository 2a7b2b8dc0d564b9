import { deadlineLimits, deadlineNear } from '../../rules/direct-funds/deadline-near.ts';
import { daysBetween } from '../model/days-between.ts';
import { type Dossier, submissionsOf } from '../model/dossier.ts';
import { type DeadlineLimits, fundLamp } from '../model/fund-lamp.ts';
import type { Day } from '../model/period.ts';
import type { DirectFundRow } from '../model/report.ts';
import { placeOf } from '../model/submission.ts';
import type { Policy } from '../policy/policy.ts';
import type { SubmissionOf } from '../templates/index.ts';
import { directFunds } from '../templates/t10-direct-funds.ts';

/** So many funds of a unit are listed one by one; those of a longer ledger are summed up behind them. */
const mostListed = 5000;

/**
 * A unit's direct-transfer funds, in the order of its ledger; none when it handed in no T10. Of a long ledger those are
 * listed that call for attention, red lamps before yellow, and the rest follows in a line of sums for each lamp.
 */
export function directFundRows(
  dossier: Dossier,
  asOf: Day,
  policy: Policy,
  most = mostListed,
): DirectFundRow[] {
  const limits = deadlineLimits.parse(policy.ruleSettings(deadlineNear).options);
  const ledgers = submissionsOf(dossier, directFunds).map(({ tables }) => tables.funds.rows);
  const rows = ledgers.length === 1 ? (ledgers[0] ?? []) : ledgers.flat();
  // A long ledger is read once: of each urgency the first may be listed, and those behind them are only ever summed up.
  const levels = Array.from({ length: 5 }, (): Level => ({ first: [], beyond: null }));
  for (const [index, row] of rows.entries()) {
    const state = stateOf(row, asOf, limits);
    const level = levels[urgencyOf(state)];
    if (level === undefined) continue;
    if (level.first.length < most) level.first.push({ index, row, state });
    else if (level.beyond === null) level.beyond = namelessLine(row, state, dossier.unit);
    else addTo(level.beyond, state);
  }
  const listed: Fund[] = [];
  const sums: DirectFundRow[] = [];
  for (const { first, beyond } of levels) {
    const room = most - listed.length;
    listed.push(...first.slice(0, room));
    const [next, ...others] = first.slice(room);
    const line = next === undefined ? beyond : namelessLine(next.row, next.state, dossier.unit);
    if (line === null) continue;
    for (const { state } of others) addTo(line, state);
    if (beyond !== null && beyond !== line) addTo(line, beyond, beyond.count);
    sums.push(line);
  }
  listed.sort((one, other) => one.index - other.index);
  return [...listed.map(({ row, state }) => lineOf(row, state, dossier.unit)), ...sums];
}

/** The funds of one urgency. */
interface Level {
  readonly first: Fund[];
  /** The sum of those behind them. */
  beyond: DirectFundRow | null;
}

interface Fund {
  /** Its place in the ledger. */
  readonly index: number;
  readonly row: FundRow;
  readonly state: FundState;
}

type FundRow = SubmissionOf<'T10'>['tables']['funds']['rows'][number];

type FundState = Pick<DirectFundRow, 'allotted' | 'distributed' | 'spent' | 'unspent' | 'daysLeft' | 'lamp'>;

function stateOf({ values }: FundRow, asOf: Day, limits: DeadlineLimits): FundState {
  const { released: allotted, distributed, spent, deadline } = values;
  const daysLeft = deadline === null ? null : daysBetween(asOf, deadline);
  const isKnown = allotted !== null && allotted > 0 && spent !== null;
  return {
    allotted,
    distributed,
    spent,
    unspent: isKnown ? Math.max(0, allotted - spent) : null,
    daysLeft,
    lamp: fundLamp({ allotted, spent, daysLeft }, limits),
  };
}

/** 0 is the most urgent: past its deadline. */
function urgencyOf({ lamp, daysLeft }: FundState): number {
  if (lamp === 'red') return daysLeft !== null && daysLeft <= 0 ? 0 : 1;
  return lamp === 'yellow' ? 2 : lamp === null ? 3 : 4;
}

function lineOf(row: FundRow, state: FundState, unit: string): DirectFundRow {
  const { values, classified } = row;
  const { allotted, spent, unspent } = state;
  return {
    unit,
    count: 1,
    fund: classified ? null : values.fundName,
    document: classified ? null : values.documentNumber,
    place: placeOf(row, 'spent'),
    ...state,
    // Some ledgers give the rate alone.
    rate: unspent === null ? values.rate : Number(spent) / Number(allotted),
    deadline: values.deadline,
    reason: classified ? null : values.reason,
    classified,
  };
}

/** A line of sums that begins with a fund, and stands at its place. */
function namelessLine(row: FundRow, state: FundState, unit: string): DirectFundRow {
  const nameless = {
    fund: null,
    document: null,
    rate: null,
    deadline: null,
    reason: null,
    classified: false,
  };
  return { ...lineOf(row, state, unit), ...nameless };
}

/** Adds one fund more, or the sum of some, to a line of sums, which has the fewest days left of all its funds. */
function addTo(line: DirectFundRow, state: FundState, count = 1): void {
  line.count += count;
  line.allotted = sum(line.allotted, state.allotted);
  line.distributed = sum(line.distributed, state.distributed);
  line.spent = sum(line.spent, state.spent);
  line.unspent = sum(line.unspent, state.unspent);
  line.daysLeft =
    line.daysLeft === null || state.daysLeft === null
      ? (line.daysLeft ?? state.daysLeft)
      : Math.min(line.daysLeft, state.daysLeft);
}

function sum(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : one + other;
}

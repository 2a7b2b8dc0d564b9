import type { RunReport } from '../../../pipeline/model/report.ts';
import type { Case } from '../case.ts';
import { handIn } from '../hand-in.ts';
import { judge, type Outcome } from '../inject.ts';
import type { Found, Mutation } from '../mutation.ts';
import { type Random, seeded, seedOf } from '../random.ts';
import { adopt } from './adopt.ts';
import type { RealDesk } from './desks.ts';
import { cellOf, type Edit, edited, editsOf } from './transfer.ts';

/** A desk with what its report says before any mistake. */
export interface Baseline extends RealDesk {
  readonly report: RunReport;
}

/** What these say of a whole table may change with any of its cells: a rate of sums, how many projects stray, whether any is red. */
const ofWholeTables: ReadonlySet<string> = new Set(['PRG-17', 'PRG-19', 'XT-07']);

/** How often a place for a mistake is looked for on the sheets of a desk. */
const tries = 8;

/** Makes a mistake on sheets as they were handed in; null where they have no place for it. */
export async function injectReal(
  mutation: Mutation,
  baseline: Baseline,
  seed: number,
): Promise<Outcome | null> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const random = seeded(seedOf(seed, `${mutation.rule} ${mutation.mistake} ${attempt}`));
    const made = makeOn(mutation, baseline, random);
    if (made === null) continue;
    const { expected, editsByFile } = made;
    const files = baseline.desk.files.map(({ path, bytes }) => {
      const edits = editsByFile.get(path);
      return { path, bytes: edits === undefined ? bytes : edited(bytes, edits) };
    });
    const changed = new Set(
      [...editsByFile].flatMap(([path, edits]) => edits.map(({ cell }) => `${path}!${cell}`)),
    );
    const report = await handIn({ ...baseline.desk, files });
    const outcome = judge(
      mutation,
      seed,
      expected,
      baseline.report,
      report,
      (rule, cells) => ofWholeTables.has(rule) || cells.some((cell) => changed.has(cell)),
    );
    // What a real sheet says before is known.
    return { ...outcome, unclean: [] };
  }
  return null;
}

function makeOn(
  mutation: Mutation,
  { desk, submissions, name, report }: Baseline,
  random: Random,
): {
  readonly expected: readonly string[];
  readonly editsByFile: ReadonlyMap<string, readonly Edit[]>;
} | null {
  const month = Number(desk.period.slice(5));
  // A rule that already speaks of these sheets may have said the same before.
  const isSaid = report.findings.some(({ rule, status }) => rule === mutation.rule && status === 'fail');
  if (
    isSaid ||
    mutation.prepare !== undefined ||
    (mutation.months !== undefined && !mutation.months.includes(month))
  )
    return null;
  const pairs = mutation.on.map((id) => {
    const own = submissions.filter(
      ({ template, period }) => template.id === id && period.period === desk.period,
    );
    const submission = own.length === 0 ? undefined : random.pick(own);
    const draft = submission === undefined ? null : adopt(submission, id);
    return submission === undefined || draft === null
      ? null
      : { submission, draft, before: structuredClone(draft) };
  });
  const adopted = pairs.filter((pair) => pair !== null);
  if (adopted.length < pairs.length) return null;
  const one: Case = {
    unit: { name, code: '', period: desk.period, month, projects: [] },
    drafts: adopted.map(({ draft }) => draft),
    damaged: new Map(),
    issued: new Set(),
    together: [],
    asOf: desk.asOf,
    roster: null,
    previous: null,
    balances: [],
  };
  const found = attempted(mutation, one, random);
  const isMore =
    one.drafts.length !== adopted.length ||
    one.damaged.size + one.together.length + one.balances.length > 0 ||
    one.asOf !== desk.asOf ||
    one.roster !== null ||
    one.previous !== null;
  if (found === null || isMore) return null;
  const editsByFile = new Map<string, readonly Edit[]>();
  for (const { submission, draft, before } of adopted) {
    const edits = editsOf(submission, before, draft);
    if (edits === null) return null;
    if (edits.length > 0)
      editsByFile.set(submission.file, [...(editsByFile.get(submission.file) ?? []), ...edits]);
  }
  const expected = found.flatMap(({ draft, place }) => {
    const submission = adopted.find((pair) => pair.draft === draft)?.submission;
    if (submission === undefined || place === null || place === 'not handed in') return [];
    const cell = cellOf(submission, place);
    return cell === null ? [] : [`${submission.file}!${cell}`];
  });
  return expected.length === 0 || editsByFile.size === 0 ? null : { expected, editsByFile };
}

/** A mutation that counts on what an invented sheet always has finds no place on this one. */
function attempted(mutation: Mutation, one: Case, random: Random): Found | null {
  try {
    return mutation.make(one, random);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

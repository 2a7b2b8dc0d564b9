import type { Finding, RunReport } from '../../pipeline/model/report.ts';
import { type Case, inventCase, laidOut } from './case.ts';
import { fitsIssuedForm } from './draw-issued.ts';
import { handIn } from './hand-in.ts';
import type { Mutation } from './mutation.ts';
import { type Random, seeded, seedOf } from './random.ts';

/** What became of one mistake. */
export interface Outcome {
  readonly rule: string;
  readonly mistake: string;
  readonly seed: number;
  /** Whether the clean case it was made in had no error and no warning; else what they were. */
  readonly unclean: readonly string[];
  readonly isFound: boolean;
  /** Whether the finding names the cell that was changed. */
  readonly isAtCell: boolean;
  /** Whether that cell is the one it marks. */
  readonly isFirst: boolean;
  /** Findings of other rules, as the report prints them. */
  readonly strangers: readonly string[];
  /** Where it should have been found, and where it was. */
  readonly expected: readonly string[];
  readonly found: readonly string[];
  readonly failures: readonly string[];
}

/** In place of a cell: the mistake is one of the whole file. */
const anywhere = '*';

/** Of how many mistakes the sheet is an issued form, where it can be. */
const issuedShare = 0.4;

/** How often a case is invented anew until it has a place for the mistake. */
const tries = 60;

/** Makes one mistake at a random place of an invented case and hands it in. @throws Error when no case has a place for it */
export async function inject(mutation: Mutation, seed: number): Promise<Outcome> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const own = seedOf(seed, `${mutation.rule} ${mutation.mistake} ${attempt}`);
    const random = seeded(own);
    const one = inventFor(mutation, random);
    // The same case once more: drawn before the mistake is made.
    const clean = inventFor(mutation, seeded(own));
    const found = mutation.make(one, random);
    if (found === null) continue;
    // Now and then the same mistake is made in the form as it is issued.
    if (
      random.chance(issuedShare) &&
      !mutation.drawnOnly &&
      one.together.length === 0 &&
      one.damaged.size === 0
    ) {
      const fit = one.drafts.map((draft) => fitsIssuedForm(draft, found));
      one.issued = new Set(one.drafts.filter((_, index) => fit[index]));
      clean.issued = new Set(clean.drafts.filter((draft, index) => fit[index] && fitsIssuedForm(draft, [])));
    }
    const before = await handIn((await laidOut(clean)).desk);
    const { desk, drawn } = await laidOut(one);
    const expected = found.map(({ draft, place }) => {
      if (place === 'not handed in') return '!';
      const sheet = drawn.get(draft);
      const cell = place === null ? null : (sheet?.cellOf(place) ?? null);
      return `${sheet?.path ?? '?'}!${cell ?? (place === null ? anywhere : `(${place.kind} is not on the sheet)`)}`;
    });
    return judge(mutation, seed, expected, before, await handIn(desk));
  }
  throw new Error(`${mutation.rule}: no case has a place for "${mutation.mistake}"`);
}

function inventFor({ on, months, projects, prepare }: Mutation, random: Random): Case {
  const month = months === undefined ? undefined : random.pick(months);
  const size = projects === undefined ? undefined : random.int(projects[0], projects[1]);
  const one = inventCase(random, {
    on,
    ...(month === undefined ? {} : { month }),
    ...(size === undefined ? {} : { size }),
  });
  prepare?.(one);
  return one;
}

/**
 * What a mistake brought about: findings that were not there before it.
 *
 * @param expected cells where it should be found, `file!cell`
 * @param rests whether a finding of another rule rests on what was changed, and so comes with it
 */
export function judge(
  mutation: Mutation,
  seed: number,
  expected: readonly string[],
  before: RunReport,
  report: RunReport,
  rests: (rule: string, cells: readonly string[]) => boolean = () => false,
): Outcome {
  // By another code a project has other keys; what is said of it word for word as before is not new.
  const known = new Set(failing(before).flatMap((finding) => [sameAs(finding), line(finding)]));
  const fresh = failing(report).filter((finding) => !known.has(sameAs(finding)) && !known.has(line(finding)));
  const own = fresh.filter((finding) => finding.rule === mutation.rule);
  const allowed = new Set([mutation.rule, ...Object.keys(mutation.implied ?? {})]);
  const places = own.map(placesOf);
  const isExpected = (cell: string) =>
    expected.some((one) => one === cell || (one.endsWith(anywhere) && cell.startsWith(one.slice(0, -1))));
  return {
    rule: mutation.rule,
    mistake: mutation.mistake,
    seed,
    unclean: failing(before)
      .filter(({ severity }) => severity !== 'notice')
      .map(line),
    isFound: own.length > 0,
    isAtCell: places.some((cells) => cells.some(isExpected)),
    isFirst: places.some(([first]) => first !== undefined && isExpected(first)),
    strangers: [
      ...fresh.filter((finding) => !allowed.has(finding.rule) && !rests(finding.rule, placesOf(finding))),
      // One mistake, one finding: a second one of the same rule is a stranger too.
      ...own.slice(mutation.times ?? 1),
    ].map(line),
    expected,
    found: own.map(line),
    failures: report.failures.map(({ message }) => message),
  };
}

function failing({ findings }: RunReport): readonly Finding[] {
  return findings.filter(({ status }) => status === 'fail');
}

/** The same finding before and after: by its key, whatever the unit is called by then. */
function sameAs({ key, unit, severity }: Finding): string {
  return `${key.replace(`|${unit}|`, '|')} ${severity}`;
}

/** `file!cell`; a finding on a file alone has no cell. */
function placesOf({ where }: Finding): readonly string[] {
  return where.map(({ file, cell }) => `${file}!${cell ?? ''}`);
}

function line(finding: Finding): string {
  return `${finding.rule} ${finding.severity} ${placesOf(finding).slice(0, 4).join(' ')} ${finding.message.zh}`;
}

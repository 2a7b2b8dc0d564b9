import { type LongListing, runReportSchema, type StoredReport } from '../pipeline/model/report.ts';
import { forScripts, jsonLine } from '../pipeline/model/report-line.ts';

/**
 * report.json: everything one run has to say, for scripts. Keys in the order of the schema; what there are many of
 * stands one a line; a line feed at the end. Texts are as the units wrote them, but for numbers of persons, which are
 * masked as in every report.
 *
 * @returns piece by piece, each there until the next: the report of a province is longer than a string can be
 * @throws ZodError when the report does not fit its own schema: a mistake of ours, which must not be given out.
 */
export function* reportJson(report: StoredReport): Generator<Uint8Array> {
  let before = '{\n';
  for (const [name, schema] of Object.entries(runReportSchema.shape)) {
    yield Buffer.from(`${before}  ${JSON.stringify(name)}: `);
    // The schema's own keys are the report's.
    const part = report[name as keyof StoredReport];
    if (isPrinted(part)) {
      yield* listed(part.length, part.printed());
    } else if (Array.isArray(part)) {
      yield* listed(
        part.length,
        linesOf(part, (some) => schema.parse(some)),
      );
    } else {
      const checked: unknown = schema.parse(part);
      yield Buffer.from(JSON.stringify(forScripts(checked), null, 2).replaceAll('\n', '\n  '));
    }
    before = ',\n';
  }
  yield Buffer.from('\n}\n');
}

function isPrinted(part: unknown): part is Required<LongListing<unknown>> {
  return typeof part === 'object' && part !== null && 'printed' in part;
}

function* listed(count: number, pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  if (count === 0) {
    yield Buffer.from('[]');
    return;
  }
  let before = '[\n';
  for (const piece of pieces) {
    yield Buffer.from(before);
    yield piece;
    before = ',\n';
  }
  yield Buffer.from('\n  ]');
}

/** So many lines are put together at once: few enough for a string, enough to be quick. */
const linesAtOnce = 1000;

function* linesOf(
  things: readonly unknown[],
  check: (some: readonly unknown[]) => unknown,
): Generator<Uint8Array> {
  for (let first = 0; first < things.length; first += linesAtOnce) {
    const some = check(things.slice(first, first + linesAtOnce));
    if (!Array.isArray(some)) throw new TypeError('a list stays one when it is checked');
    yield Buffer.from(some.map((thing) => `    ${jsonLine(thing)}`).join(',\n'));
  }
}

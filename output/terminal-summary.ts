import type { StoredReport } from '../pipeline/model/report.ts';
import type { Language } from '../pipeline/model/text.ts';
import { absent, type Labels, labelsOf } from './labels.ts';
import { errorsReturned } from './ranking.ts';
import { terminalText } from './safe-text.ts';
import { cutTo, padTo, textWidth, wrapTo } from './text-width.ts';

export interface TerminalSummaryOptions {
  /** The report to open, as a path the reader can use. */
  readonly report: string;
  /** What goes back to the units: its folder, and how many marked workbooks and notices lie in it; null when nothing does. */
  readonly returned?: {
    readonly folder: string;
    readonly workbooks: number;
    readonly notices: number;
  } | null;
  /** The draft circular, as a path; null when it is not written. */
  readonly circular?: string | null;
  /** The command to go on with; it is the last line. Null when there is none. */
  readonly next: string | null;
  readonly colour: boolean;
  /** Columns of the terminal; lines of files are broken to fit it. */
  readonly columns?: number;
}

/**
 * What a run says on the terminal when it is done: counts, what was not read or not handed in, the sentence, what to
 * open and what to send, the next command.
 */
export function terminalSummary(
  report: StoredReport,
  language: Language,
  {
    report: path,
    returned = null,
    circular = null,
    next,
    colour,
    columns = Number.POSITIVE_INFINITY,
  }: TerminalSummaryOptions,
): readonly string[] {
  const labels = labelsOf(language);
  const words = labels.terminal;
  const paint = colour ? painted : plain;
  const closing = [
    [words.report, terminalText(path)],
    ...(circular === null ? [] : [[words.circular, terminalText(circular)]]),
    ...(returned === null
      ? []
      : [
          [
            words.returnedRow,
            `${terminalText(returned.folder)}${words.inFolder(returned.workbooks, returned.notices)}`,
          ],
        ]),
    ...(next === null ? [] : [[words.next, terminalText(next)]]),
  ];
  return [
    firstLine(report, labels),
    counts(report, labels, paint),
    ...(report.summary.files === 0 ? [paint('red', words.noFiles(report.summary.passedOver))] : []),
    ...detailLines(report, language, columns).map((line) => paint('faint', line)),
    terminalText(report.summary.sentence[language]),
    ...table(closing).map((line) => line.join('  ')),
  ];
}

function firstLine({ run, summary }: StoredReport, labels: Labels): string {
  const words = labels.terminal;
  // Eight digits of a hash tell rule sets apart; the report has it whole.
  const ruleSet = terminalText(run.ruleSet).replace(/^sha256:([0-9a-f]{8}).*$/, '$1');
  const units = summary.owed === null ? words.units(summary.units) : words.owed(summary.owed);
  return [words.ruleSet(ruleSet), words.files(summary.files), units].join(' · ');
}

function counts(report: StoredReport, labels: Labels, paint: Paint): string {
  const { summary, run } = report;
  const words = labels.terminal;
  const parts = [
    paint('green', words.passed(summary.passedUnits)),
    paint('red', words.returned(summary.returnedUnits, errorsReturned(report))),
    paint('yellow', words.explain(summary.findings.warning)),
  ];
  if (run.roster) parts.push(words.missing(summary.missingUnits));
  if (summary.refused > 0) parts.push(paint('red', words.refused(summary.refused)));
  if (summary.undecidable > 0) parts.push(words.undecidable(summary.undecidable));
  if (summary.failures > 0) parts.push(paint('red', words.failures(summary.failures)));
  return parts.join('   ');
}

/** What the counts leave open: which files, which units. No more than a screen holds; the report has them all. */
function detailLines(report: StoredReport, language: Language, columns: number): readonly string[] {
  const labels = labelsOf(language);
  const words = labels.terminal;
  const lines: string[][] = [];
  for (const one of report.submissions) {
    if (one.status !== 'refused') continue;
    lines.push([words.refusedRow, one.file, one.refusal?.message[language] ?? absent]);
  }
  for (const unit of report.units) {
    if (unit.state !== 'missing') continue;
    const owed = (unit.missing.length > 0 ? unit.missing : unit.owed).map((id) => labels.templates[id] ?? id);
    lines.push([words.missingRow, unit.unit, owed.join(labels.and)]);
  }
  for (const { id, title, off } of report.rules) {
    if (off !== null) lines.push([words.offRow, id, `${title[language]}${labels.colon}${off}`]);
  }
  for (const failure of report.failures) {
    const what = [failure.stage, failure.rule, failure.file].filter((part) => part !== null).join(' ');
    lines.push([words.failureRow, what, failure.message]);
  }
  const printed = lines.slice(0, mostDetails).map((line) => line.map(terminalText));
  const shown = table(printed).flatMap((line) => withinColumns(line, columns));
  return lines.length > mostDetails ? [...shown, `  ${words.more(lines.length - mostDetails)}`] : shown;
}

const mostDetails = 20;

/** A line of the table; what does not fit goes on below its last cell, which says what to do. */
function withinColumns(line: readonly string[], columns: number): readonly string[] {
  const before = `  ${line.slice(0, -1).join('  ')}  `;
  const last = line.at(-1) ?? '';
  const indent = textWidth(before);
  if (indent + textWidth(last) <= columns) return [`${before}${last}`.trimEnd()];
  if (columns - indent < narrowest) return [cutTo(`${before}${last}`.trimEnd(), columns)];
  return wrapTo(last, columns - indent).map((part, index) =>
    index === 0 ? `${before}${part}` : `${' '.repeat(indent)}${part}`,
  );
}

/** Columns in which a sentence can still be read. */
const narrowest = 20;

/** Cells filled up so that columns line up, the last one left as it is. A very long name does not push all others out. */
function table(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const widths: number[] = [];
  for (const line of lines) {
    for (const [index, cell] of line.entries()) {
      widths[index] = Math.min(widestColumn, Math.max(widths[index] ?? 0, textWidth(cell)));
    }
  }
  return lines.map((line) =>
    line.map((cell, index) =>
      index === line.length - 1 ? cell : padTo(cutTo(cell, widestColumn), widths[index] ?? 0),
    ),
  );
}

const widestColumn = 44;

type Colour = keyof typeof codes;
type Paint = (colour: Colour, text: string) => string;

const codes = { red: 31, green: 32, yellow: 33, faint: 2 } as const;

function plain(_colour: Colour, text: string): string {
  return text;
}

function painted(colour: Colour, text: string): string {
  return `\u001B[${codes[colour]}m${text}\u001B[0m`;
}

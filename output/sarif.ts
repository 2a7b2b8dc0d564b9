import { createHash } from 'node:crypto';
import { parseAddress } from '../pipeline/model/address.ts';
import { maskPersonal } from '../pipeline/model/mask-personal.ts';
import type {
  Failure,
  Finding,
  RuleResult,
  SubmissionSummary,
  WrittenReport,
} from '../pipeline/model/report.ts';
import type { Language } from '../pipeline/model/text.ts';
import { labelsOf } from './labels.ts';
import { lineText, plainText } from './safe-text.ts';

/**
 * report.sarif: the findings as a SARIF 2.1.0 log, for programs that gather results of many checkers. One result a
 * finding, of kind `open` where it could not be judged; the rule with its reason, basis and thresholds; places as
 * `sheet!cell`, and as row and column for programs that know only lines.
 *
 * Source: OASIS Static Analysis Results Interchange Format (SARIF) 2.1.0, errata 01; numbers in comments are its
 * sections. No time is written, so that the same report gives the same bytes.
 */
export function sarifLog(
  report: WrittenReport,
  language: Language,
  exit: { readonly code: number; readonly meaning: string },
): string {
  const { run, summary } = report;
  const files = filesOf(report);
  const fileIndex = new Map(files.map(({ file }, index) => [file, index]));
  const ruleIndex = new Map(report.rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'budgetlint',
            fullName: `${labelsOf(language).product} ${run.engine}`,
            version: run.engine,
            language: languageTags[language],
            properties: { ruleSet: run.ruleSet, policy: text(run.policy.name) },
            rules: report.rules.map((rule) => descriptorOf(rule, language)),
          },
        },
        automationDetails: { id: `budgetlint/${run.period}/` },
        language: languageTags[language],
        // One row is a line and one column of the sheet a column of it.
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: summary.failures === 0,
            exitCode: exit.code,
            exitCodeDescription: exit.meaning,
            toolExecutionNotifications: report.failures.map((failure) => notificationOf(failure, fileIndex)),
          },
        ],
        originalUriBaseIds: { [inbox]: { description: { text: inboxWords[language] } } },
        artifacts: files.map((file) => ({
          location: { uri: uriOf(file.file), uriBaseId: inbox },
          roles: ['analysisTarget'],
          hashes: { 'sha-256': file.sha256 },
        })),
        results: Array.from(report.findings, (finding) => resultOf(finding, language, fileIndex, ruleIndex)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The folder handed in; where it stands is nobody else's business (3.14.14 lets the path be left out). */
const inbox = 'INBOX';
const inboxWords = { zh: '收件文件夹', en: 'the folder handed in' } as const;
const languageTags = { zh: 'zh-CN', en: 'en' } as const;
const levels = { error: 'error', warning: 'warning', notice: 'note' } as const;

type Indexes = ReadonlyMap<string, number>;

/** Every file once, in the order of the report. */
function filesOf({ submissions }: WrittenReport): readonly SubmissionSummary[] {
  return [...new Map(submissions.map((one) => [one.file, one])).values()];
}

/** What a rule asks and why (3.49). */
function descriptorOf({ id, title, group, severity, basis, options, off }: RuleResult, language: Language) {
  const why = basis.why[language];
  const thresholds = Object.entries(options)
    .map(([name, value]) => `${name} = ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .sort();
  const help = [why, basis.source, ...thresholds].filter((line) => line !== '').join('\n');
  return {
    id,
    shortDescription: { text: text(title[language]) },
    fullDescription: { text: text(why === '' ? title[language] : why) },
    help: { text: text(help === '' ? title[language] : help) },
    defaultConfiguration: { level: levels[severity], ...(off === null ? {} : { enabled: false }) },
    properties: { tags: [group], ...(off === null ? {} : { off: text(off) }) },
  };
}

/** One finding (3.27). A level other than `none` belongs to what failed alone (3.27.10). */
function resultOf(finding: Finding, language: Language, files: Indexes, rules: Indexes) {
  const { rule, unit, project, status, severity, message, clears, value, expected, difference, atStake } =
    finding;
  const failed = status === 'fail';
  const ruleIndex = rules.get(rule);
  const [first, ...others] = finding.where.filter((place) => place.file !== '');
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    kind: failed ? 'fail' : 'open',
    level: failed ? levels[severity] : 'none',
    message: { text: text(message[language]) },
    locations: [first === undefined ? unitOnly(unit) : locationOf(first, files)],
    ...(others.length === 0
      ? {}
      : { relatedLocations: others.map((place, index) => ({ id: index + 1, ...locationOf(place, files) })) }),
    partialFingerprints: { 'budgetlintKey/v1': createHash('sha256').update(finding.key).digest('hex') },
    occurrenceCount: finding.count,
    properties: {
      unit: text(unit),
      project: project === null ? null : { code: project.code, name: nullable(project.name) },
      severity,
      value: nullable(value),
      expected: nullable(expected),
      difference: nullable(difference),
      atStake,
      clears: text(clears[language]),
      explanation: nullable(finding.explanation),
    },
  };
}

/** What was never handed in is in no file: the unit alone can be named. */
function unitOnly(unit: string) {
  return {
    logicalLocations: [{ fullyQualifiedName: text(unit === '' ? '?' : lineText(unit)), kind: 'unit' }],
  };
}

/** A place: the file, the row and column of the cell, and its name as people look it up. */
function locationOf({ file, sheet, cell, label }: Finding['where'][number], files: Indexes) {
  const region = cell === null ? null : regionOf(cell);
  const name = [sheet, cell].filter((part) => part !== null).join('!');
  return {
    physicalLocation: {
      artifactLocation: artifactOf(file, files),
      ...(region === null ? {} : { region }),
    },
    ...(name === ''
      ? {}
      : {
          logicalLocations: [
            { fullyQualifiedName: text(lineText(name)), kind: cell === null ? 'sheet' : 'cell' },
          ],
        }),
    ...(label === null || label === '' ? {} : { message: { text: text(lineText(label)) } }),
  };
}

/** Row and column of a cell, a range or a whole row (`3:3`); null for what is none of these. */
function regionOf(cell: string) {
  const [from = '', to = from] = cell.split(':');
  const row =
    /^\d+$/.test(from) && /^\d+$/.test(to) ? { startLine: Number(from), endLine: Number(to) } : null;
  if (row !== null) return row;
  const start = parseAddress(from);
  const end = parseAddress(to);
  if (start === null || end === null) return null;
  return {
    startLine: start.row,
    startColumn: start.column,
    endLine: end.row,
    // The end of a region is the column after its last one (3.30.8).
    endColumn: end.column + 1,
  };
}

/** A failure of the program (3.58): never a result, for it says nothing about the data. */
function notificationOf({ stage, rule, file, message }: Failure, files: Indexes) {
  return {
    level: 'error',
    message: { text: text(`${stage}: ${message}`) },
    ...(rule === null ? {} : { associatedRule: { id: rule } }),
    ...(file === null
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: artifactOf(file, files),
              },
            },
          ],
        }),
  };
}

/** A file of the log: by its reference, and by its place in the list of all files (3.4). */
function artifactOf(file: string, files: Indexes) {
  const index = files.get(file);
  return { uri: uriOf(file), uriBaseId: inbox, ...(index === undefined ? {} : { index }) };
}

/** A relative reference of RFC 3986: each part of the path by itself, so that no name becomes another address. */
function uriOf(file: string): string {
  return file
    .replace(/^\/+/, '')
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/');
}

function text(words: string): string {
  return maskPersonal(plainText(words));
}

function nullable(words: string | null): string | null {
  return words === null ? null : text(words);
}

import { addressText } from '../pipeline/model/address-text.ts';
import { inWan } from '../pipeline/model/money.ts';
import type { Finding } from '../pipeline/model/report.ts';
import type { Language } from '../pipeline/model/text.ts';
import { absent, type Labels, labelsOf } from './labels.ts';
import { lineText } from './safe-text.ts';

/** Columns of every list of findings, in their order: the message first, codes and proof last. */
export const findingColumns = [
  'unit',
  'project',
  'problem',
  'remedy',
  'place',
  'value',
  'expected',
  'difference',
  'severity',
  'explanation',
  'handling',
  'rule',
  'atStake',
  'trace',
  'basis',
] as const;

export type FindingColumn = (typeof findingColumns)[number];

/** What a column says of a finding, as text; not yet made safe for any format. What is not there is —. */
export function findingText(
  finding: Finding,
  column: FindingColumn,
  language: Language,
  placeSeparator = '\n',
): string {
  const labels = labelsOf(language);
  switch (column) {
    case 'unit':
      return finding.unit === '' ? labels.unknownUnit : finding.unit;
    case 'project':
      return projectText(finding, labels);
    case 'problem':
      return finding.message[language] + (finding.count > 1 ? labels.sentences.alike(finding.count) : '');
    case 'remedy':
      return finding.clears[language] || absent;
    case 'place':
      return placesText(finding, labels, language, placeSeparator);
    case 'value':
    case 'expected':
    case 'difference':
    case 'trace':
    case 'explanation':
      return finding[column] || absent;
    case 'severity':
      return labels.severity[levelOf(finding)];
    case 'handling':
      return labels.handling[handlingOf(finding)];
    case 'rule':
      return finding.rule;
    case 'atStake':
      return finding.atStake === null ? absent : inWan(finding.atStake);
    case 'basis':
      return basisText(finding, language);
  }
}

/** A finding's level as readers know it: its severity, or that it could not be judged. */
export function levelOf(finding: Finding): keyof Labels['severity'] {
  return finding.status === 'undecidable' ? 'undecidable' : finding.severity;
}

/** What is to be done about a finding, before anyone has touched it. */
export function handlingOf(finding: Finding): keyof Labels['handling'] {
  const level = levelOf(finding);
  if (level === 'error') return 'toCorrect';
  if (level === 'undecidable') return 'toFill';
  if (level === 'notice') return 'nothing';
  return finding.explanation === null || finding.explanation === '' ? 'toExplain' : 'explained';
}

/** Code and name of a project; — where a finding is about none. */
function projectText({ project }: Finding, labels: Labels): string {
  if (project === null) return absent;
  if (project.name !== null) return project.name;
  return project.code === null ? absent : `${project.code}${labels.progress.classified}`;
}

/**
 * Where a finding is: file, sheet, cell and heading; the first few of many. On several lines a file is named once, above
 * its cells.
 */
function placesText(finding: Finding, labels: Labels, language: Language, separator: string): string {
  // What was never handed in has no place.
  const where = finding.where.filter((place) => place.file !== '');
  if (where.length === 0) return absent;
  const shown: string[] = [];
  const few = where.slice(0, where.length > 4 ? 3 : 4);
  for (const [index, place] of few.entries()) {
    // Names may hold line breaks; a place is one line of the list.
    const file = lineText(place.file);
    const cell = cellText(place, labels, language);
    if (separator !== '\n') shown.push(`${file} ${cell}`);
    else shown.push(...(index > 0 && few[index - 1]?.file === place.file ? [cell] : [file, cell]));
  }
  if (few.length < where.length) shown.push(labels.sentences.morePlaces(where.length));
  return shown.join(separator);
}

function cellText(
  { sheet, cell, label }: Finding['where'][number],
  labels: Labels,
  language: Language,
): string {
  if (sheet === null) return labels.wholeFile;
  const heading = label === null || label === '' ? '' : ` ${lineText(label)}`;
  return `${lineText(sheet)}!${cell === null ? labels.wholeSheet : addressText(cell)[language]}${heading}`;
}

function basisText({ basis }: Finding, language: Language): string {
  const why = basis.why[language];
  if (basis.source === '') return why || absent;
  return why === '' ? basis.source : `${basis.source}${language === 'zh' ? '：' : ': '}${why}`;
}

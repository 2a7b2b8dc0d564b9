import type { Finding } from '../../pipeline/model/report.ts';
import { type FindingColumn, findingColumns, findingText, levelOf } from '../finding-columns.ts';
import { absent } from '../labels.ts';
import { rankedFindings } from '../ranking.ts';
import { severityShapes } from '../signs.ts';
import { amountCell, rawCell } from './cells.ts';
import { headRows, type Page } from './page.ts';
import { linkToReturned } from './return-links.ts';
import {
  bannerRow,
  type CellPlan,
  headingRow,
  joinedRows,
  rowsOf,
  type SheetPlan,
  type WidthLimits,
} from './sheet-plan.ts';
import type { Tone } from './styles.ts';

/** 异常: everything found, by level and money at stake, to filter and to tick off in the column 处理状态. */
export function findingsSheet(page: Page, ruleRows: ReadonlyMap<string, number>): SheetPlan {
  const { report, labels } = page;
  const columns = withOpen(page, findingColumns);
  // The proof to the right is for the screen; a page holds the message.
  const printed = columns.indexOf('atStake') + 1;
  const { findings, undecidable } = report.summary;
  const about = `${labels.sentences.findingsTitle(findings.error, findings.warning, findings.notice, undecidable)}　${labels.sentences.order}`;
  const head = [
    ...headRows(page, labels.sheets.findings, about, printed),
    headingRow(columns.map((column) => labels.finding[column])),
  ];
  const body = rowsOf(rankedFindings(report.findings), (finding) => ({
    cells: columns.map((column) => findingCell(page, finding, column, ruleRows)),
  }));
  const none = [bannerRow('textCentred', labels.sentences.noFindings, columns.length, 24)];
  const heading = head.length;
  const last = heading + body.length;
  return {
    name: labels.sheets.findings,
    widths: columns.map((column) => widths[column]),
    rows: joinedRows([head, body.length === 0 ? none : body]),
    frozen: { rows: heading, columns: 2 },
    titleRows: { first: heading, last: heading },
    ...(last > heading && {
      filter: { heading, last, columns: columns.length },
      choices: [
        {
          column: columns.indexOf('handling') + 1,
          first: heading + 1,
          last,
          values: handlings.map((handling) => ({
            text: labels.handling[handling],
            tone: handlingTones[handling],
          })),
        },
      ],
    }),
    printColumns: printed,
    tab: '7A5200',
  };
}

/** A column of a list of findings in a workbook: one of every list, or the way into the file that goes back. */
export type ListColumn = FindingColumn | 'open';

/**
 * The columns with the way into the marked workbook behind the place, where anything goes back. It is a column of its
 * own, because not every program breaks the lines of a place that is a link.
 */
export function withOpen({ beside }: Page, columns: readonly FindingColumn[]): readonly ListColumn[] {
  if (beside.returned.size === 0) return columns;
  return columns.flatMap((column): ListColumn[] => (column === 'place' ? [column, 'open'] : [column]));
}

/** One cell of a list of findings. */
export function findingCell(
  { language, labels, beside }: Page,
  finding: Finding,
  column: ListColumn,
  ruleRows: ReadonlyMap<string, number>,
): CellPlan {
  if (column === 'open') {
    const link = linkToReturned(beside.returned, finding.where);
    if (link === null) return { value: absent, style: 'textCentred' };
    return { value: labels.finding.open, style: 'linkCentred', link };
  }
  const text = findingText(finding, column, language);
  switch (column) {
    case 'value':
    case 'expected':
    case 'difference':
      return rawCell(text);
    case 'atStake':
      return amountCell(finding.atStake);
    case 'severity': {
      const level = levelOf(finding);
      return { value: `${severityShapes[level]} ${text}`, style: `state.${tones[level]}` };
    }
    case 'rule': {
      const row = ruleRows.get(finding.rule);
      if (row === undefined) return { value: text, style: 'textCentred' };
      return { value: text, style: 'linkCentred', link: { sheet: labels.sheets.rules, row } };
    }
    case 'handling':
      return { value: text, style: 'textCentred' };
    default:
      return { value: text, style: 'text' };
  }
}

/** What a clerk ticks off by: red and yellow are open, green is done. */
const handlingTones = {
  toCorrect: 'red',
  toExplain: 'yellow',
  explained: 'blue',
  toFill: 'yellow',
  nothing: 'grey',
  corrected: 'green',
  closed: 'green',
} as const satisfies Record<keyof Page['labels']['handling'], Tone>;

const handlings = [
  'toCorrect',
  'toExplain',
  'explained',
  'toFill',
  'nothing',
  'corrected',
  'closed',
] as const satisfies readonly (keyof typeof handlingTones)[];

const tones = {
  error: 'red',
  warning: 'yellow',
  notice: 'grey',
  undecidable: 'blue',
} as const satisfies Record<ReturnType<typeof levelOf>, Tone>;

const widths: Readonly<Record<ListColumn, number | WidthLimits>> = {
  unit: { min: 12, max: 18 },
  project: { min: 14, max: 24 },
  problem: 40,
  remedy: 30,
  place: { min: 16, max: 28 },
  open: 7,
  value: { min: 10, max: 16 },
  expected: { min: 10, max: 16 },
  difference: { min: 10, max: 18 },
  severity: { min: 11, max: 16 },
  explanation: { min: 12, max: 24 },
  handling: { min: 11, max: 22 },
  rule: 9,
  atStake: 12,
  trace: { min: 16, max: 40 },
  basis: { min: 20, max: 50 },
};

import { inWan, percent } from '../../pipeline/model/money.ts';
import type { Finding, LongListing, UnitSummary } from '../../pipeline/model/report.ts';
import { findingText } from '../finding-columns.ts';
import { absent } from '../labels.ts';
import { notSummedText } from '../not-summed.ts';
import { picked } from '../picked.ts';
import {
  asksForAnswer,
  concentrationOf,
  errorsReturned,
  inRankOrder,
  rankedIndexes,
  rankedUnits,
  ranksIn,
} from '../ranking.ts';
import { stateShapes } from '../signs.ts';
import { amountCell, progressCells, progressColumns } from './cells.ts';
import { dateLine, type Page, periodText } from './page.ts';
import { linkToReturned, returnsByUnit, type UnitReturns } from './return-links.ts';
import {
  bannerRow,
  type CellPlan,
  gapRow,
  headingRow as headings,
  type RowPlan,
  type SheetPlan,
} from './sheet-plan.ts';
import type { BoxPart, Tone } from './styles.ts';

/** Rows in other sheets at which a unit begins. */
export interface UnitRows {
  readonly progress: ReadonlyMap<string, number>;
  readonly returned: ReadonlyMap<string, number>;
  readonly explain: ReadonlyMap<string, number>;
}

/** 总览: what a bureau chief reads: four numbers, one sentence, every unit, where the money is. One page. */
export function overviewSheet(page: Page, unitRows: UnitRows): SheetPlan {
  const { report, labels } = page;
  const rows: RowPlan[] = [
    bannerRow(
      'title',
      `${periodText(page)}${page.language === 'zh' ? '' : ' · '}${labels.title}`,
      columns,
      40,
    ),
    bannerRow('subtitle', dateLine(page), columns, 20),
    gapRow(6),
    ...sentenceRows(page),
    gapRow(8),
    ...boxRows(page),
    gapRow(10),
  ];
  // What fits a page has the units first; a table of many pages stands last, since its heading is repeated to the end.
  const fitsPage = report.units.length <= 25;
  const others = [...problemRows(page), ...contentRows(page)];
  if (!fitsPage) rows.push(...others, gapRow(10));
  rows.push(bannerRow('section', labels.overview.units, columns, 22), bandRow(page), unitHeadings(page));
  const heading = rows.length;
  const returns = returnsByUnit(page);
  for (const [index, unit] of rankedUnits(report.units).entries()) {
    rows.push(unitRow(page, unit, index + 1, unitRows, returns.get(unit.unit)));
  }
  const last = rows.length;
  rows.push(totalRow(page));
  if (fitsPage) rows.push(gapRow(10), ...others);
  return {
    name: labels.sheets.overview,
    widths: [
      6,
      { min: 16, max: 26 },
      { min: 13, max: 18 },
      ...progressColumns(labels).map(([, width]) => width),
      9,
      10,
      10,
    ],
    rows,
    frozen: { rows: 0, columns: 0 },
    titleRows: { first: heading - 1, last: heading },
    onePage: fitsPage,
    ...(last > heading && { bars: [{ column: 8, first: heading + 1, last }] }),
    tab: 'A61B14',
  };
}

const columns = 17;

function sentenceRows(page: Page): readonly RowPlan[] {
  const { report, language, labels } = page;
  const { summary } = report;
  const rows = [bannerRow('sentence', summary.sentence[language], columns, 26)];
  const few = concentrationOf(report.progress);
  if (report.progress.length > 0) {
    const text =
      few === null
        ? labels.sentences.noLag
        : labels.sentences.concentration(few.few, few.all, percent(few.share, 1), inWan(few.amount));
    rows.push(bannerRow('sentence', text, columns, 26));
  }
  const left = notSummedText(report, language);
  const notes = left === null ? [] : [left];
  if (summary.failures > 0) notes.push(labels.sentences.failures(summary.failures));
  if (summary.undecidable > 0) notes.push(labels.sentences.notChecked(summary.undecidable));
  if (notes.length > 0) rows.push({ cells: [{ value: notes.join(' '), style: 'note', span: columns }] });
  return rows;
}

/** Four boxes: passed, to correct, to explain, missing. */
function boxRows({ report, labels }: Page): readonly RowPlan[] {
  const { summary } = report;
  const words = labels.boxes;
  const boxes: readonly { tone: Tone; label: string; figure: string; note: string }[] = [
    {
      tone: 'green',
      label: `${stateShapes.passed} ${words.passed}`,
      figure: words.unitsCount(summary.passedUnits),
      note: summary.owed === null ? words.ofUnits(summary.units) : words.ofOwed(summary.owed),
    },
    {
      tone: 'red',
      label: `${stateShapes.returned} ${words.returned}`,
      figure: words.unitsCount(summary.returnedUnits),
      note: words.errors(errorsReturned(report)),
    },
    {
      tone: 'yellow',
      label: `${stateShapes.explain} ${words.explain}`,
      figure: words.items(summary.findings.warning),
      note: words.explainUnits(report.units.filter((unit) => unit.warnings > 0).length),
    },
    {
      tone: 'grey',
      label: `${stateShapes.missing} ${words.missing}`,
      figure: report.run.roster ? words.unitsCount(summary.missingUnits) : absent,
      note: [
        ...(report.run.roster ? [] : [words.noRoster]),
        summary.refused > 0 ? words.refused(summary.refused) : words.noRefused,
      ].join(labels.semicolon),
    },
  ];
  const line = (part: BoxPart, height: number): RowPlan => ({
    cells: boxes.map(
      (box, index): CellPlan => ({
        value: box[part],
        style: `box.${part}.${box.tone}`,
        // The last one takes what is left over.
        span: Math.floor(columns / boxes.length) + (index === boxes.length - 1 ? columns % boxes.length : 0),
      }),
    ),
    height,
  });
  return [line('label', 24), line('figure', 38), line('note', 22)];
}

/** A heading above the heading: which columns are money, which are rates, which are findings. */
function bandRow({ labels }: Page): RowPlan {
  const words = labels.overview;
  return {
    cells: [
      { value: labels.progress.unit, style: 'headingBand', span: 3 },
      { value: words.amounts, style: 'headingBand', span: 4 },
      { value: words.rates, style: 'headingBand', span: 7 },
      { value: words.findings, style: 'headingBand', span: 3 },
    ],
    height: 20,
  };
}

function unitHeadings({ labels }: Page): RowPlan {
  const names = [
    labels.overview.rank,
    labels.progress.unit,
    labels.units.state,
    ...progressColumns(labels).map(([text]) => text),
    labels.units.errors,
    labels.units.warnings,
    labels.units.returned,
  ];
  return headings(names);
}

function unitRow(
  { labels }: Page,
  unit: UnitSummary,
  rank: number,
  unitRows: UnitRows,
  returns: UnitReturns | undefined,
): RowPlan {
  // A unit that handed in nothing was not checked: its counts are absent, not zero.
  const count = (found: number) => (unit.files === 0 && found === 0 ? absent : found);
  return {
    cells: [
      { value: unit.rate === null ? absent : rank, style: 'textCentred' },
      linked(
        unit.unit || labels.unknownUnit,
        'text',
        labels.sheets.progress,
        unitRows.progress.get(unit.unit),
      ),
      {
        value: `${stateShapes[unit.state]} ${labels.state[unit.state]}`,
        style: `state.${stateTones[unit.state]}`,
      },
      ...progressCells(unit, labels),
      linked(count(unit.errors), 'count', labels.sheets.returned, unitRows.returned.get(unit.unit)),
      linked(count(unit.warnings), 'count', labels.sheets.explain, unitRows.explain.get(unit.unit)),
      returns === undefined
        ? { value: absent, style: 'textCentred' }
        : { value: labels.units.returnedFiles(returns.files), style: 'linkCentred', link: returns.link },
    ],
    height: 21,
  };
}

const stateTones = {
  passed: 'green',
  returned: 'red',
  explain: 'yellow',
  missing: 'grey',
  unread: 'red',
} as const;

function linked(
  value: string | number,
  style: 'text' | 'count',
  sheet: string,
  row: number | undefined,
): CellPlan {
  return row === undefined ? { value, style } : { value, style, link: { sheet, row } };
}

function totalRow({ report, labels }: Page): RowPlan {
  const { summary } = report;
  return {
    cells: [
      { value: labels.total, style: 'total', span: 3 },
      ...progressCells(summary.total, labels, true),
      { value: summary.findings.error, style: 'totalCount' },
      { value: summary.findings.warning, style: 'totalCount' },
      { value: null, style: 'totalCount' },
    ],
    height: 22,
  };
}

/** The few findings with most money at stake, each project once. */
function problemRows(page: Page): readonly RowPlan[] {
  const { report, language, labels } = page;
  const shown = mostAtStake(report.findings);
  if (shown.length === 0) return [];
  const heads = labels.finding;
  return [
    bannerRow('section', labels.overview.problems(shown.length), columns, 22),
    {
      cells: [
        { value: labels.progress.number, style: 'heading' },
        { value: heads.unit, style: 'heading' },
        { value: heads.project, style: 'heading', span: 3 },
        { value: heads.problem, style: 'heading', span: 8 },
        { value: heads.atStake, style: 'heading', span: 4 },
      ],
      height: 22,
    },
    ...shown.map(
      (finding, index): RowPlan => ({
        cells: [
          { value: index + 1, style: 'textCentred' },
          { value: findingText(finding, 'unit', language), style: 'text' },
          projectCell(page, finding),
          { value: findingText(finding, 'problem', language), style: 'text', span: 8 },
          { ...amountCell(finding.atStake), span: 4 },
        ],
      }),
    ),
    gapRow(10),
  ];
}

/** Findings that ask for something, most money first, of equals errors first; each project once. */
function mostAtStake(findings: LongListing<Finding>): readonly Finding[] {
  const ranks = ranksIn(findings);
  const byRank = inRankOrder(ranks);
  const stakeOf = (index: number) => ranks.stake[index] ?? 0;
  const open = rankedIndexes(ranks)
    .filter((index) => stakeOf(index) >= 0 && asksForAnswer(ranks, index))
    .sort((one, other) => stakeOf(other) - stakeOf(one) || byRank(one, other));
  const most: Finding[] = [];
  const seen = new Set<string>();
  for (const finding of picked(findings, open)) {
    const project = `${finding.unit}|${finding.project?.code ?? ''}|${finding.project?.name ?? ''}`;
    if (finding.project !== null && seen.has(project)) continue;
    seen.add(project);
    most.push(finding);
    if (most.length === problemsShown) break;
  }
  return most;
}

const problemsShown = 5;

/** The project, leading to its cell in the file that goes back. */
function projectCell({ language, beside }: Page, finding: Finding): CellPlan {
  const value = findingText(finding, 'project', language);
  const link = linkToReturned(beside.returned, finding.where);
  return link === null ? { value, style: 'text', span: 3 } : { value, style: 'link', span: 3, link };
}

function contentRows({ labels }: Page): readonly RowPlan[] {
  const sheets = [
    'progress',
    'guarantees',
    'directFunds',
    'returned',
    'explain',
    'missing',
    'findings',
    'rules',
    'settings',
  ] as const;
  return [
    bannerRow('section', labels.overview.contents, columns, 22),
    ...sheets.map(
      (sheet): RowPlan => ({
        cells: [
          {
            value: labels.sheets[sheet],
            style: 'link',
            span: 2,
            link: { sheet: labels.sheets[sheet], row: 1 },
          },
          { value: labels.overview.about[sheet], style: 'text', span: columns - 2 },
        ],
        height: 18,
      }),
    ),
  ];
}

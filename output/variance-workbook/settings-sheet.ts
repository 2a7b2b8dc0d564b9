import { percent, unitWord } from '../../pipeline/model/money.ts';
import { curvesText } from '../curves.ts';
import { absent } from '../labels.ts';
import { lampThresholds } from '../lamp-thresholds.ts';
import { settingLines } from '../setting-lines.ts';
import { lampShapes, severityShapes } from '../signs.ts';
import { headRows, type Page, periodText } from './page.ts';
import { bannerRow, type CellPlan, gapRow, type RowPlan, type SheetPlan } from './sheet-plan.ts';

/** 参数: under which settings the report was made, what its words mean, and where every figure comes from. */
export function settingsSheet(page: Page): SheetPlan {
  const { labels } = page;
  const heads = labels.settings;
  return {
    name: labels.sheets.settings,
    widths,
    rows: [
      ...headRows(page, labels.sheets.settings, labels.overview.about.settings, widths.length, 0),
      gapRow(6),
      ...pairs(facts(page)),
      gapRow(8),
      section(heads.definitionsTitle),
      ...pairs([...heads.definitions, ...lampLines(page), ...severityLines(page)]),
      gapRow(8),
      section(heads.failuresTitle),
      ...failureRows(page),
      gapRow(8),
      section(heads.sourcesTitle),
      ...sourceRows(page),
    ],
    frozen: { rows: 3, columns: 0 },
    tab: '1E6B34',
  };
}

const widths = [36, 20, 32, 20, 9, 14, 14, 72];

function facts(page: Page): readonly (readonly [string, string])[] {
  const { report, language, labels } = page;
  const heads = labels.settings;
  const { run, summary } = report;
  const overrides = settingLines(run.policy.overrides, labels).join('\n');
  const notApplied = report.rules
    .flatMap(({ id, title, off }) => (off === null ? [] : [`${id} ${title[language]}${labels.colon}${off}`]))
    .join('\n');
  return [
    [heads.period, periodText(page)],
    [heads.asOf, run.asOf],
    [heads.timeProgress, percent(run.timeProgress, 2)],
    [heads.curves, curvesText(report, language, labels).join('\n')],
    [heads.policy, heads.policyName(run.policy.name)],
    [heads.overrides, overrides === '' ? heads.noOverrides : overrides],
    [heads.notApplied, notApplied === '' ? heads.allApplied : notApplied],
    [heads.roster, run.roster ? heads.withRoster : heads.withoutRoster],
    [heads.previous, run.previous ?? heads.noPrevious],
    [heads.files, String(summary.files)],
    [heads.submissions, String(summary.submissions)],
    [heads.passedOver, String(summary.passedOver)],
    [heads.engine, run.engine],
    [heads.ruleSet, run.ruleSet],
    [heads.schema, report.schema],
  ];
}

function lampLines({ report, labels }: Page): readonly (readonly [string, string])[] {
  const thresholds = lampThresholds(report);
  if (thresholds === null) return [];
  const words = labels.settings.lampMeaning;
  const red = percent(thresholds.red, 0);
  const yellow = percent(thresholds.yellow, 0);
  return [
    [`${lampShapes.red} ${labels.lamp.red}`, words.red(red)],
    [`${lampShapes.yellow} ${labels.lamp.yellow}`, words.yellow(red, yellow)],
    [`${lampShapes.green} ${labels.lamp.green}`, words.green(yellow)],
  ];
}

function severityLines({ labels }: Page): readonly (readonly [string, string])[] {
  const levels = ['error', 'warning', 'notice', 'undecidable'] as const;
  return levels.map((level) => [
    `${severityShapes[level]} ${labels.severity[level]}`,
    labels.severityMeaning[level],
  ]);
}

function failureRows({ report, labels }: Page): readonly RowPlan[] {
  const heads = labels.settings;
  if (report.failures.length === 0) return [bannerRow('text', heads.noFailures, widths.length, 20)];
  return [
    headings([heads.stage, heads.rule, heads.file, heads.message], [1, 1, 1, widths.length - 3]),
    ...report.failures.map(
      (failure): RowPlan => ({
        cells: [
          { value: failure.stage, style: 'text' },
          { value: failure.rule ?? absent, style: 'text' },
          { value: failure.file ?? absent, style: 'text' },
          { value: failure.message, style: 'text', span: widths.length - 3 },
        ],
      }),
    ),
  ];
}

function sourceRows({ report, language, labels }: Page): readonly RowPlan[] {
  const heads = labels.settings;
  const names = [
    heads.file,
    heads.sheet,
    heads.template,
    heads.unit,
    heads.rows,
    heads.amountUnit,
    heads.status,
    heads.sha256,
  ];
  return [
    headings(
      names,
      names.map(() => 1),
    ),
    ...report.submissions.map(
      (one): RowPlan => ({
        cells: [
          { value: one.file, style: 'text' },
          { value: one.sheet ?? absent, style: 'text' },
          {
            value: one.template === null ? absent : (labels.templates[one.template] ?? one.template),
            style: 'text',
          },
          { value: one.unit || labels.unknownUnit, style: 'text' },
          { value: one.rows, style: 'count' },
          {
            value: one.amountUnit === null ? absent : unitWord(one.amountUnit, language),
            style: 'textCentred',
          },
          { value: labels.submissionStatus[one.status], style: 'textCentred' },
          { value: one.sha256, style: 'id' },
        ],
      }),
    ),
  ];
}

function pairs(lines: readonly (readonly [string, string])[]): readonly RowPlan[] {
  return lines.map(([item, value]) => {
    const height = 16 * Math.max(1, value.split('\n').length);
    return {
      cells: [
        { value: item, style: 'text' },
        { value, style: 'text', span: widths.length - 1 },
      ],
      height: height + 2,
    };
  });
}

function section(title: string): RowPlan {
  return bannerRow('section', title, widths.length, 22);
}

function headings(names: readonly string[], spans: readonly number[]): RowPlan {
  return {
    cells: names.map((value, index): CellPlan => ({ value, style: 'heading', span: spans[index] ?? 1 })),
    height: 22,
  };
}

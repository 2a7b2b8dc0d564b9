import { z } from 'zod';
import { earlierMonths } from '../../pipeline/model/earlier-months.ts';
import { type Fen, inWan, percent, percentOf } from '../../pipeline/model/money.ts';
import { monthOf, type Period } from '../../pipeline/model/period.ts';
import { readsAboveShare, spendingOf } from '../../pipeline/model/spending.ts';
import { projectRows } from '../../pipeline/model/spending-rows.ts';
import { amountOf, placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/**
 * PRG-15: money is not kept for the last weeks of the year. Judged over all projects of a unit: a single project may
 * well be paid in one sum in December.
 */
export const yearEndRush = defineRule({
  meta: {
    id: 'PRG-15',
    name: 'year-end-rush',
    title: { zh: '年末集中支出', en: 'Year-end rush' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01'],
    severity: 'warning',
    basis: {
      source: '预算执行均衡性通行要求；比例为本工具默认（可在参数中调整）',
      why: {
        zh: '年底突击花钱的资金效益差，也容易以拨代支；按单位全部项目合计判断，单个项目一次性支付不算。',
        en: 'Money rushed out at year end is poorly spent. Judged over the whole unit: one project may be paid in one sum.',
      },
    },
    options: z.object({
      december: z.number().min(0).max(1).default(0.25).register(meaning, {
        unit: 'share',
        zh: '12月支出占全年支出超过此值，须说明',
        en: 'share of the year’s spending in December above which a person looks',
      }),
      lastQuarter: z.number().min(0).max(1).default(0.4).register(meaning, {
        unit: 'share',
        zh: '第四季度支出占全年支出超过此值，须说明',
        en: 'share of the year’s spending from October to December above which a person looks',
      }),
    }),
    messages: {
      december: {
        zh: '12月支出 {part} 万元，占全年支出 {whole} 万元的 {share}，超过 {limit}。',
        en: 'December’s spending of {part} is {share} of the year’s {whole} (10,000 yuan), more than {limit}.',
        clears: {
          zh: '核对12月支出；确属集中支出的，说明主要项目和原因，附合同、验收等支付依据。',
          en: 'Check December; if it stands, name the projects and the grounds for paying then.',
        },
      },
      lastQuarter: {
        zh: '10—12月支出 {part} 万元，占全年支出 {whole} 万元的 {share}，超过 {limit}。',
        en: 'Spending of {part} from October to December is {share} of the year’s {whole} (10,000 yuan), more than {limit}.',
        clears: {
          zh: '核对第四季度支出；确属集中支出的，说明主要项目和原因。',
          en: 'Check the last quarter; if it stands, name the projects and why.',
        },
      },
    },
  },

  *check({ dossier, options, period }) {
    const rows = projectRows(dossier, 'T01');
    const earlierOf = earlierMonths(dossier);
    const whole = sumOver(rows, (row) => spendingOf(row, period).spent.fen);
    if (monthOf(period) !== 12 || whole === null || whole <= 0) {
      yield notApplicable;
      return;
    }
    const december = sumOver(rows, (row) => decemberOf(row, period, earlierOf));
    const lastQuarter = sumOver(rows, lastQuarterOf);
    for (const [message, part, limit] of [
      ['december', december, options.december],
      ['lastQuarter', lastQuarter, options.lastQuarter],
    ] as const) {
      if (part === null) {
        yield notApplicable;
        continue;
      }
      if (!readsAboveShare(part, whole, limit)) {
        yield pass;
        continue;
      }
      const share = percentOf(part, whole);
      yield failAt(
        largest(rows, (row) => decemberOf(row, period, earlierOf) ?? 0).map((row) =>
          placeOf(row, decemberField(row) ?? spendingOf(row, period).spent.fields.at(-1) ?? ''),
        ),
        {
          message,
          args: { part: inWan(part), whole: inWan(whole), share, limit: percent(limit, 0) },
          measure: message,
          value: share,
          threshold: percent(limit, 0),
          atStake: part - Math.floor(limit * whole),
          trace: `${inWan(part)} ÷ ${inWan(whole)} = ${share}`,
        },
      );
    }
  },
});

/** A project's spending in December: the month's own column, else what cumulative spending grew by since November. */
function decemberOf(row: Row, period: Period, earlierOf: ReturnType<typeof earlierMonths>): Fen | null {
  const field = decemberField(row);
  if (field !== null) return amountOf(row, field);
  const spent = spendingOf(row, period).spent.fen;
  const project = projectOf(row);
  const before = project === null ? null : earlierOf(project);
  return spent === null || before === null || monthOf(before.period) !== 11 ? null : spent - before.spent;
}

/** The column that has a project's spending of December. */
function decemberField(row: Row): string | null {
  return ['monthActual', 'actualM12'].find((field) => amountOf(row, field) !== null) ?? null;
}

/** A project's spending from October on, where the sheet has the months; a blank month is one without money. */
function lastQuarterOf(row: Row): Fen | null {
  const months = ['actualM10', 'actualM11', 'actualM12'];
  if (!months.every((month) => row.source.columns.has(month))) return null;
  return months.reduce((sum, month) => sum + (amountOf(row, month) ?? 0), 0);
}

/** A sum over all projects; null when it is not known of one of them. */
function sumOver(rows: readonly Row[], of: (row: Row) => Fen | null): Fen | null {
  let sum = 0;
  for (const row of rows) {
    const fen = of(row);
    if (fen === null) return null;
    sum += fen;
  }
  return rows.length === 0 ? null : sum;
}

/** The three projects with most of it: where a person would look first. */
function largest(rows: readonly Row[], of: (row: Row) => Fen): readonly Row[] {
  return rows.toSorted((one, other) => of(other) - of(one) || one.number - other.number).slice(0, 3);
}

import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { type Fen, inUnit, percentOf, roundingTolerance } from '../../pipeline/model/money.ts';
import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import { type ProjectIndex, projectIndex } from '../../pipeline/model/project-key.ts';
import { type Figure, type Spending, spendingOf } from '../../pipeline/model/spending.ts';
import { projectRows } from '../../pipeline/model/spending-rows.ts';
import { amountOf, placeOf, projectOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/**
 * XT-06: what a unit calls paid in time and in full is released and spent in full by its own ledger. Before December money
 * may rightly be unspent; that it has come down in full can be contradicted in any month.
 */
export const paidInFullAgainstLedger = defineRule({
  meta: {
    id: 'XT-06',
    name: 'paid-in-full-against-ledger',
    title: { zh: '“足额、及时”与台账矛盾', en: 'Paid in full, but not by the ledger' },
    group: 'cross-table',
    scope: 'unit',
    needs: ['T17', 'T01', 'T10'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告中实现情况与项目分月支出进度、直达资金台账的对照',
      why: {
        zh: '称资金及时足额到位的项目，台账却未全部下达或未全部支出，两处必有一处不实。',
        en: 'A project said to be paid in full that the ledger shows unreleased or unspent is misreported in one place.',
      },
    },
    options: z.object({}),
    messages: {
      unreleased: {
        zh: '「{project}」称“{words}”，台账显示预算 {budget} {unit}只下达 {released} {unit}，支出进度 {rate}。',
        en: 'The result of "{project}" claims payment in full; by the ledger {released} of {budget} ({unit}) is released and {rate} spent.',
        clears: {
          zh: '按台账改写实现情况（还有 {rest} {unit}未下达），或更正台账的下达数。',
          en: 'Word the result by the ledger ({rest} of the budget is not released, {unit}), or correct the ledger.',
        },
      },
      unspent: {
        zh: '「{project}」称“{words}”，台账显示应支出 {budget} {unit}，实际支出 {spent} {unit}（{rate}）。',
        en: 'The result of "{project}" claims payment in full; by the ledger {spent} of {budget} ({unit}) is spent ({rate}).',
        clears: {
          zh: '按台账改写实现情况（还有 {rest} {unit}未支出），或更正台账的支出数。',
          en: 'Word the result by the ledger ({rest} is not spent, {unit}), or correct the ledger.',
        },
      },
    },
  },

  *check({ dossier, period }) {
    const goals = dossier.submissions
      // Results of another year are not of this ledger.
      .filter((one) => one.template.id === 'T17' && yearOf(one.period.period) === yearOf(period))
      .flatMap(({ tables }) => tables.projects?.rows ?? []);
    if (goals.length === 0) return;
    const schedule = projectIndex(projectRows(dossier, 'T01'), projectOf);
    const funds = fundsOf(dossier);
    for (const row of goals) {
      const project = projectOf(row);
      const words = claimIn(row);
      if (project === null || words === null) {
        yield notApplicable;
        continue;
      }
      const direct = funds.of(project).map((each) => ({ row: each, ...fundSpending(each) }));
      const planned = schedule.of(project).map((each) => ({ row: each, ...spendingOf(each, period) }));
      // The ledger of a direct-transfer fund is the nearer one, where it gives amounts.
      const isKnown = direct.length > 0 && direct.every(({ spent }) => spent.fen !== null);
      const ledger = isKnown || planned.length === 0 ? direct : planned;
      const verdict = judged(row, words, ledger);
      const isOver = monthOf(period) === 12;
      // Wages and subsidies are paid in full month by month, without the year's money having come down.
      const isReleaseDenied =
        verdict.outcome === 'fail' && verdict.message === 'unreleased' && !/发放|支付|缴纳|保障/.test(words);
      yield isOver || isReleaseDenied ? verdict : notApplicable;
    }
  },
});

type LedgerRow = { readonly row: Row } & Pick<Spending, 'budget' | 'released' | 'spent'>;

function fundsOf(dossier: Dossier): ProjectIndex<Row> {
  const rows = dossier.submissions
    .filter(({ template }) => template.id === 'T10')
    .flatMap(({ tables }) => tables.funds?.rows ?? []);
  return projectIndex(rows, projectOf);
}

/** A direct-transfer fund has no budget but what came down to be spent. */
function fundSpending(row: Row): Pick<Spending, 'budget' | 'released' | 'spent'> {
  const figure = (field: string): Figure => ({ fen: amountOf(row, field), fields: [field] });
  return { budget: figure('released'), released: figure('released'), spent: figure('spent') };
}

/** The words that claim money was paid, in time or in full; null when the result makes no such claim. */
function claimIn(row: Row): string | null {
  if (row.classified) return null;
  const plain = (textIn(row, 'result') ?? '').replace(/\s/g, '');
  const match =
    /(?:及时)?足额(?:拨付|发放|支付|落实|到位|下达|保障|缴纳)?|及时[^，。；,;]{0,2}(?:拨付|发放|支付|落实|到位|下达)/.exec(
      plain,
    );
  return match === null || /未|没有|不/.test(plain.slice(Math.max(0, match.index - 2), match.index))
    ? null
    : match[0];
}

/** Two rows of one name are two allotments of one purpose: what is said of the purpose is held against their sum. */
function judged(goal: Row, words: string, ledger: readonly LedgerRow[]): Verdict {
  const [first] = ledger;
  if (first === undefined || ledger.some(({ row }) => row.classified)) return notApplicable;
  for (const { row, budget, spent } of ledger) {
    const wanting = budget.fen === null ? budget : spent.fen === null ? spent : null;
    if (wanting !== null) return undecidable(row, wanting.fields[0]);
  }
  const sum = (amount: (row: LedgerRow) => Fen | null) =>
    ledger.reduce((all, row) => all + (amount(row) ?? 0), 0);
  const budget = sum((row) => row.budget.fen);
  const spent = sum((row) => row.spent.fen);
  const released = sum((row) => row.released.fen ?? row.budget.fen);
  if (budget <= 0) return notApplicable;
  const unit = unitOf(first.row, first.spent.fields[0]);
  const whole = budget - roundingTolerance(ledger.length, budget, unit);
  const isUnreleased = released < whole;
  if (!isUnreleased && spent >= whole) return pass;
  const rest = budget - (isUnreleased ? released : spent);
  return failAt(
    [
      placeOf(goal, 'result'),
      ...ledger.map(({ row, released: own, spent: paid }) =>
        placeOf(row, (isUnreleased ? own : paid).fields[0]),
      ),
    ],
    {
      message: isUnreleased ? 'unreleased' : 'unspent',
      args: {
        project: projectOf(goal)?.name ?? '',
        words,
        budget: inUnit(budget, unit),
        released: inUnit(released, unit),
        spent: inUnit(spent, unit),
        rest: inUnit(rest, unit),
        rate: percentOf(spent, budget),
        unit,
      },
      value: inUnit(isUnreleased ? released : spent, unit),
      expected: inUnit(budget, unit),
      difference: inUnit(-rest, unit),
      atStake: rest,
      trace: ledger
        .map(
          ({ row, spent: paid, budget: own }) =>
            `${term(row, paid.fields, paid.fen ?? 0)} / ${term(row, own.fields, own.fen ?? 0)}`,
        )
        .join('; '),
    },
    projectOf(goal),
  );
}

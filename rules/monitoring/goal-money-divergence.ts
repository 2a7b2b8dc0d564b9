import { z } from 'zod';
import { type Execution, executionOf, rateTrace } from '../../pipeline/model/execution.ts';
import { explained } from '../../pipeline/model/explanation.ts';
import { formExecution } from '../../pipeline/model/form-execution.ts';
import { isProrated, numericIndicator } from '../../pipeline/model/indicator.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { percent, percentOf, points } from '../../pipeline/model/money.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { fundsTotal } from '../../pipeline/model/self-evaluation.ts';
import { asShown } from '../../pipeline/model/spending.ts';
import { gapOf, placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import {
  failAt,
  notApplicable,
  pass,
  undecidable,
  undecidableAt,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** MON-01: money and goals are monitored together; they should move together. */
export const goalMoneyDivergence = defineRule({
  meta: {
    id: 'MON-01',
    name: 'goal-money-divergence',
    title: { zh: '目标完成与支出进度背离', en: 'Goals and money diverge' },
    group: 'monitoring',
    scope: 'table',
    needs: ['T03', 'T02'],
    severity: 'warning',
    basis: {
      source: '省级绩效运行监控要求的公开摘要（绩效目标实现程度与预算执行进度偏差超过10%预警）',
      why: {
        zh: '双监控既看支出也看目标；两者相差过大，说明其中一个填得不实或资金与任务脱节。',
        en: 'Dual monitoring watches money and goals; far apart, one of them is off or money and task have parted.',
      },
    },
    options: z.object({
      maximumGap: z.number().min(0).default(0.1).register(meaning, {
        unit: 'points',
        zh: '目标完成与支出进度允许相差的幅度',
        en: 'difference allowed between goal attainment and execution rate',
      }),
    }),
    messages: {
      diverges: {
        zh: '绩效目标完成 {goal}，支出进度 {rate}，相差 {gap} 个百分点。',
        en: 'The objective is attained to {goal}, the budget spent to {rate}: {gap} points apart.',
        clears: {
          zh: '核实目标完成程度和累计支出；情况属实的，在情况分析中说明{which}的原因和下一步安排。',
          en: 'Check attainment and spending; if both stand, explain {which} and what comes next.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    const { tables, form } = submission;
    if ('projects' in tables) {
      for (const row of tables.projects.rows)
        yield judged(executionOf(row, period), claimOf(row), row, options);
      return;
    }
    const total = fundsTotal(tables.funds);
    if (total === null || form.classified) {
      yield notApplicable;
      return;
    }
    yield judged(formExecution(total), meanAttainment(tables.indicators.rows), form, options);
  },
});

/** How far the objective is attained and the cell that says so; a verdict where nothing does. */
type Attainment = { readonly goal: number; readonly place: Place } | Verdict;

/** One project's money against its goal. */
function judged(
  execution: Execution | Verdict,
  attainment: Attainment,
  project: Row,
  { maximumGap }: { readonly maximumGap: number },
): Verdict {
  if ('outcome' in execution) return execution;
  if ('outcome' in attainment) return attainment;
  const { goal, place } = attainment;
  const { budget, spent, row, spentFields } = execution;
  // Of the two rates as they are printed: what reads as 10.00 points is not more than 10.
  const gap = asShown(goal) - asShown(execution.rate);
  if (Math.abs(gap) <= maximumGap + 1e-9) return pass;
  return failAt(
    [place, placeOf(row, spentFields[0])],
    {
      message: 'diverges',
      args: {
        goal: percent(goal),
        rate: percentOf(spent, budget),
        gap: points(Math.abs(gap)),
        which:
          gap > 0
            ? { zh: '目标已完成而资金未支出', en: 'why goals run ahead of money' }
            : { zh: '资金已支出而目标未完成', en: 'why money runs ahead of goals' },
      },
      value: percent(goal),
      expected: percentOf(spent, budget),
      difference: points(gap),
      threshold: points(maximumGap),
      atStake: Math.abs(Math.round(goal * budget) - spent),
      trace: rateTrace(execution),
      ...explained(project),
    },
    projectOf(project),
  );
}

/** In lists: what the text claims. */
function claimOf(row: Row): Attainment {
  const text = textIn(row, 'goalProgress');
  if (text === null) return undecidable(row, 'goalProgress');
  const goal = attainmentIn(text);
  const place = placeOf(row, 'goalProgress');
  return goal === null ? undecidableAt(place, 'unstated', projectOf(row)) : { goal, place };
}

/**
 * In forms: the mean completion of the indicators that are counted and grow with the year, each at most complete. A pass
 * rate of 100 % or a cost within its bound says nothing of how far the year's work has come.
 */
function meanAttainment(indicators: readonly Row[]): Attainment {
  const counted = indicators.flatMap((row) => {
    const indicator = row.classified ? null : numericIndicator(row);
    return indicator !== null && isProrated(indicator) && !indicator.isPercentage && indicator.target > 0
      ? [indicator]
      : [];
  });
  const [first] = counted;
  if (first === undefined) return notApplicable;
  const completions = counted.flatMap(({ actual, target }) =>
    actual === null ? [] : [Math.min(1, actual / target)],
  );
  const place = placeOf(first.row, 'actual');
  if (completions.length === 0) {
    const gap = first.row.values.actual === null ? gapOf(first.row, 'actual') : 'unreadable';
    return undecidableAt(place, gap, projectOf(first.row));
  }
  return { goal: completions.reduce((sum, one) => sum + one, 0) / completions.length, place };
}

/**
 * The share of the year's objective a text claims: 完成年度目标的50%, 年度目标完成率为50%. Percentages of anything else
 * (满意度95%, 采购计划的50%) say nothing of it, nor does one that is not reached; null when there is none, or when two disagree.
 */
function attainmentIn(text: string): number | null {
  const folded = foldText(text);
  const found = new Set<number>();
  for (const pattern of attainments) {
    for (const match of folded.matchAll(pattern)) found.add(Number(match[1]));
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only / 100 : null;
}

const attainments = [
  /(?<![未没无]有?能?)(?:完成|实现|达到|达成)了?(?:年度|全年|本年|当年)(?:计划|任务量|工作量)的?(?:约|近|达)?(\d+(?:\.\d+)?)%/g,
  /(?<![未没无]有?能?)(?:完成|实现|达到|达成)了?(?:年度|全年|年初|当年|本年)?(?:总体|绩效|预期)*(?:目标|任务)(?:任务|值|数)?的?(?:约|近|达)?(\d+(?:\.\d+)?)%/g,
  /(?:目标|任务)(?:任务)?(?:总体)?(?:已)?(?:完成|实现|达成)(?:了|率|进度|程度|度|情况)*(?:为|约|近|达到|达|:)?(\d+(?:\.\d+)?)%/g,
];

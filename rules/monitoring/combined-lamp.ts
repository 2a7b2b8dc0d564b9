import { z } from 'zod';
import { executionOf, rateTrace } from '../../pipeline/model/execution.ts';
import { formExecution } from '../../pipeline/model/form-execution.ts';
import { type IndicatorLimits, indicatorLamp } from '../../pipeline/model/indicator.ts';
import { percent, percentOf } from '../../pipeline/model/money.ts';
import { monitoredIndicators } from '../../pipeline/model/monitored-indicators.ts';
import { fundsTotal } from '../../pipeline/model/self-evaluation.ts';
import { attains } from '../../pipeline/model/spending-tiers.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { type TimeProgress, timeWords } from '../../pipeline/model/time-progress.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { rising } from '../option.ts';
import { defineRule } from '../rule.ts';
import { indicatorBlue, indicatorRed, indicatorYellow } from './thresholds.ts';

/**
 * MON-05: money and goal in one lamp: both on time green; money on time and goal behind yellow; money behind red,
 * whatever the goal. What is behind has a finding of its own (PRG, MON-02 to 04): the combined lamp is a notice.
 */
export const combinedLamp = defineRule({
  meta: {
    id: 'MON-05',
    name: 'combined-lamp',
    title: { zh: '综合灯为红灯或黄灯', en: 'Red or yellow combined lamp' },
    group: 'monitoring',
    scope: 'table',
    needs: ['T02', 'T03'],
    severity: 'notice',
    basis: {
      source:
        '市级绩效运行监控的公开做法（达到序时进度且达到阶段性目标绿灯，只达到序时进度黄灯，未达到序时进度红灯）',
      why: {
        zh: '双监控把支出进度和目标完成合成一个灯，便于按项目排队处理。',
        en: 'Dual monitoring puts money and goal into one lamp, so that projects can be taken in order.',
      },
    },
    options: z
      .object({ red: indicatorRed, yellow: indicatorYellow, blue: indicatorBlue })
      .check(rising('red', 'yellow', 'blue')),
    messages: {
      red: {
        zh: '支出进度 {rate}，未达到序时进度 {time}，综合评定为红灯。',
        en: 'Execution rate {rate} is below time progress of {time}: combined red lamp.',
        clears: {
          zh: '支出进度达到 {time} 后转为黄灯或绿灯。',
          en: 'Turns yellow or green once {time} of the budget is spent.',
        },
      },
      yellow: {
        zh: '支出进度 {rate}，已达到序时进度 {time}，但未达到阶段性绩效目标，综合评定为黄灯。',
        en: 'Execution rate {rate} reaches time progress of {time}, but the interim objective is not reached: combined yellow lamp.',
        clears: {
          zh: '阶段性绩效目标达到后转为绿灯。',
          en: 'Turns green once the interim objective is reached.',
        },
      },
    },
  },

  *check({ submission, options, period, timeProgressOf }) {
    const { tables, form } = submission;
    if ('projects' in tables) {
      for (const row of tables.projects.rows) {
        const verdict = judged(executionOf(row, period), statedGoal(row), row, timeProgressOf(row));
        // Of a listed project PRG-01 and PRG-02 say that its money is behind; the lamp would only say it again.
        yield verdict.outcome === 'fail' && verdict.message === 'red' ? notApplicable : verdict;
      }
      return;
    }
    const total = fundsTotal(tables.funds);
    if (total === null || form.classified) {
      yield notApplicable;
      return;
    }
    yield judged(
      formExecution(total),
      worstOf(monitoredIndicators(submission), options),
      form,
      timeProgressOf(form),
    );

    function worstOf(rows: readonly Row[], limits: IndicatorLimits): Goal {
      const lamps = rows.map((row) => ({ row, lamp: indicatorLamp(row, period, limits) }));
      const behind = lamps.find(({ lamp }) => lamp === 'red') ?? lamps.find(({ lamp }) => lamp === 'yellow');
      if (behind !== undefined) return { reached: false, row: behind.row, field: 'actual' };
      const known = lamps.find(({ lamp }) => lamp !== null);
      return known === undefined ? notApplicable : { reached: true, row: known.row, field: 'actual' };
    }
  },
});

/** Whether the interim goal is reached and the cell that says so; a verdict where nothing does. */
type Goal = { readonly reached: boolean; readonly row: Row; readonly field: string } | Verdict;

function statedGoal(row: Row): Goal {
  const reached = row.values.goalOnTime;
  return typeof reached === 'boolean'
    ? { reached, row, field: 'goalOnTime' }
    : undecidable(row, 'goalOnTime');
}

function judged(
  execution: ReturnType<typeof executionOf>,
  goal: Goal,
  project: Row,
  timeProgress: TimeProgress,
): Verdict {
  if ('outcome' in execution) return execution;
  const { budget, spent, row, spentFields } = execution;
  const isBehind = !attains(execution, timeProgress.share);
  if (!isBehind && 'outcome' in goal) return goal;
  if (!isBehind && 'reached' in goal && goal.reached) return pass;
  const place = placeOf(row, spentFields[0]);
  return failAt(
    isBehind || 'outcome' in goal ? [place] : [placeOf(goal.row, goal.field), place],
    {
      message: isBehind ? 'red' : 'yellow',
      args: { rate: percentOf(spent, budget), time: timeWords(timeProgress) },
      value: percentOf(spent, budget),
      expected: percent(timeProgress.share),
      trace: rateTrace(execution),
    },
    projectOf(project),
  );
}

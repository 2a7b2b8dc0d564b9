import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import {
  clauseAbout,
  givesNumberFor,
  goalTargets,
  taskMerelyDone,
} from '../../pipeline/model/goal-targets.ts';
import { indicatorName, numericIndicator } from '../../pipeline/model/indicator.ts';
import { listOf } from '../../pipeline/model/list-of.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import { monitoredIndicators } from '../../pipeline/model/monitored-indicators.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import {
  fail,
  failAt,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** MON-13: a goal set in numbers is answered in numbers. */
export const resultNotQuantified = defineRule({
  meta: {
    id: 'MON-13',
    name: 'result-not-quantified',
    title: { zh: '实际完成值未量化', en: 'Result without a number' },
    group: 'monitoring',
    scope: 'table',
    needs: ['T02', 'T03', 'T04', 'T17'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告中目标与实现情况的对照（目标有数值、实现情况无数值）',
      why: {
        zh: '目标设了数值，实现情况也要填数值，否则无法判断是否完成。',
        en: 'A goal set in numbers cannot be judged by a result in words.',
      },
    },
    options: z.object({}),
    messages: {
      words: {
        zh: '目标“{goal}”，实现情况“{result}”无相应数值。',
        en: 'The goal "{goal}" has a number; the result "{result}" gives none for it.',
        clears: {
          zh: '在实现情况中填写{missing}的实际数值。',
          en: 'Give the figures attained for {missing}.',
        },
      },
      indicator: {
        zh: '指标「{indicator}」目标“{goal}”，执行情况“{result}”无数值。',
        en: 'Indicator "{indicator}": the target "{goal}" has a number, the result "{result}" has none.',
        clears: {
          zh: '将执行情况改为实际数值，如“{goal}”对应的完成数。',
          en: 'Replace the result by the figure attained, in the terms of "{goal}".',
        },
      },
    },
  },

  *check({ submission }) {
    const { tables } = submission;
    if ('projects' in tables) {
      const result = 'result' in tables.projects.fields ? 'result' : 'goalProgress';
      for (const row of tables.projects.rows) yield inWords(row, result);
      return;
    }
    for (const row of monitoredIndicators(submission)) yield inIndicator(row, submission.form);
  },
});

/** Rows whose goal and result are prose; one finding names every number that is wanting. */
function inWords(row: Row, field: string): Verdict {
  if (row.classified) return notApplicable;
  const goal = textIn(row, 'goal');
  const targets = goal === null ? [] : goalTargets(goal);
  if (goal === null) return undecidable(row, 'goal');
  const result = textIn(row, field);
  const task = targets.length > 0 || result === null ? null : taskMerelyDone(goal, result);
  if (task !== null && result !== null) return unanswered(row, field, task, result, [task]);
  if (targets.length === 0) return notApplicable;
  if (result === null) return undecidable(row, field);
  const missing = targets.filter((target) => !givesNumberFor(result, target));
  const [first] = missing;
  if (first === undefined) return pass;
  const clauses = missing.map((target) => target.clause);
  return unanswered(row, field, first.clause, clauseAbout(first.clause, result), clauses);
}

function unanswered(
  row: Row,
  field: string,
  goal: string,
  result: string,
  missing: readonly string[],
): Verdict {
  return fail(row, [field, 'goal'], {
    message: 'words',
    args: {
      goal: excerpt(goal),
      result: excerpt(result),
      missing: listOf([...new Set(missing.map((clause) => `“${excerpt(clause)}”`))]),
    },
    value: excerpt(result),
    expected: excerpt(goal),
  });
}

function inIndicator(row: Row, form: Row): Verdict {
  if (numericIndicator(row) === null) return notApplicable;
  const result = measureIn(row, 'actual');
  if (result === null) return undecidable(row, 'actual');
  if (result.number !== null) return pass;
  const target = measureIn(row, 'target')?.text ?? '';
  return failAt(
    [placeOf(row, 'actual'), placeOf(row, 'target')],
    {
      message: 'indicator',
      args: { indicator: indicatorName(row), goal: excerpt(target), result: excerpt(result.text) },
      measure: indicatorName(row),
      value: excerpt(result.text),
      expected: excerpt(target),
    },
    projectOf(form),
  );
}

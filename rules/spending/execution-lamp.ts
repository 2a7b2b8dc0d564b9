import { z } from 'zod';
import {
  executionOf,
  executionWords,
  rateTrace,
  releaseTheRest,
  stillToSpend,
  waitsForRelease,
} from '../../pipeline/model/execution.ts';
import { explained, nextStep } from '../../pipeline/model/explanation.ts';
import { percent } from '../../pipeline/model/money.ts';
import { lampOf } from '../../pipeline/model/spending.ts';
import { spendingRows } from '../../pipeline/model/spending-rows.ts';
import { fail, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { rising } from '../option.ts';
import { defineRule } from '../rule.ts';
import { lampRed, lampYellow, spentOfReleased } from './thresholds.ts';

/** PRG-02: the red, yellow or green lamp of a project, by how much of time progress it has attained. */
export const executionLamp = defineRule({
  meta: {
    id: 'PRG-02',
    name: 'execution-lamp',
    title: { zh: '支出进度亮红灯或黄灯', en: 'Red or yellow execution lamp' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01', 'T03'],
    severity: 'error',
    basis: {
      source: '预算绩效系统公开的监控灯设置（达成度低于60%红灯，60%至80%黄灯，80%以上绿灯）',
      why: {
        zh: '进度达成度=支出进度÷序时进度，用红黄绿灯提示项目执行情况；资金未下达的，最高亮黄色提示，不由单位负责。',
        en: 'Attainment is execution rate over time progress, shown as a lamp. Where the money was not released it is never more than a warning.',
      },
    },
    options: z.object({ red: lampRed, yellow: lampYellow, spentOfReleased }).check(rising('red', 'yellow')),
    messages: {
      lamp: {
        zh: '进度达成度 {attainment}，亮{lamp}：截至{month}月支出进度 {rate}，序时进度 {time}{release}。',
        en: 'Attainment {attainment}, {lamp} lamp: by month {month}, {rate} of the budget is spent against time progress of {time}{release}.',
        clears: { zh: '{step}', en: '{step}' },
      },
      waiting: {
        zh: '进度达成度 {attainment}，按界限应亮{lamp}，原因是资金未下达：{waiting}。应由财政端下达，不属单位支出慢。',
        en: 'Attainment {attainment} would be a {lamp} lamp, because money was not released: {waiting}. It is the turn of the finance side; the unit is not late.',
        clears: releaseTheRest,
      },
    },
  },

  *check({ dossier, options, period, timeProgressOf }) {
    for (const row of spendingRows(dossier)) {
      const execution = executionOf(row, period);
      if ('outcome' in execution) {
        yield execution;
        continue;
      }
      const timeProgress = timeProgressOf(row);
      if (timeProgress.share <= 0) {
        yield notApplicable;
        continue;
      }
      const lamp = lampOf(execution.rate, timeProgress.share, options);
      if (lamp === 'green') {
        yield pass;
        continue;
      }
      const waiting = waitsForRelease(execution, options.spentOfReleased);
      const attainment = percent(execution.rate / timeProgress.share);
      yield fail(row, [execution.spentFields[0], execution.budgetField], {
        message: waiting ? 'waiting' : 'lamp',
        args: {
          ...executionWords(execution, period, timeProgress),
          attainment,
          lamp: lamp === 'red' ? { zh: '红灯', en: 'red' } : { zh: '黄灯', en: 'yellow' },
          step: nextStep(row, execution, stillToSpend(execution, options.yellow * timeProgress.share)),
        },
        severity: lamp === 'red' && !waiting ? 'error' : 'warning',
        value: attainment,
        threshold: `${percent(options.red, 0)} / ${percent(options.yellow, 0)}`,
        atStake: Math.max(0, Math.round(timeProgress.share * execution.budget) - execution.spent),
        trace: rateTrace(execution),
        ...explained(row),
      });
    }
  },
});

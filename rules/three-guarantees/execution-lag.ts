import { z } from 'zod';
import { guaranteeLevel } from '../../pipeline/model/guarantee-level.ts';
import { lineWithout, ownedGuaranteeLines, sumOfLines } from '../../pipeline/model/guarantee-lines.ts';
import { inUnit, percent, percentOf, points, roundedUp } from '../../pipeline/model/money.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { gapAsShown } from '../../pipeline/model/spending.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { timeWords } from '../../pipeline/model/time-progress.ts';
import { sumOf } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';

/** How far behind time progress a guarantee may be at each level, as fractions of what was arranged. */
export const guaranteeLimits = z
  .object({
    yellowUpTo: z.number().min(0).default(0.05).register(meaning, {
      unit: 'points',
      zh: '落后序时进度不超过此值为黄色，超过为红色一级',
      en: 'gap to time progress up to which the level is yellow',
    }),
    redOneUpTo: z.number().min(0).default(0.1).register(meaning, {
      unit: 'points',
      zh: '落后序时进度不超过此值为红色一级，超过为红色二级',
      en: 'gap to time progress up to which the level is red 1',
    }),
    redTwoUpTo: z.number().min(0).default(0.2).register(meaning, {
      unit: 'points',
      zh: '落后序时进度不超过此值为红色二级，超过为红色三级',
      en: 'gap to time progress up to which the level is red 2; beyond it red 3',
    }),
  })
  .check(rising('yellowUpTo', 'redOneUpTo', 'redTwoUpTo'));

/** SB-03: each guarantee is spent at least as fast as time passes; how far behind is told in five levels. */
export const executionLag = defineRule({
  meta: {
    id: 'SB-03',
    name: 'execution-lag',
    title: { zh: '“三保”执行滞后', en: 'Guarantee spent too slowly' },
    group: 'three-guarantees',
    scope: 'table',
    needs: ['T08'],
    severity: 'error',
    basis: {
      source:
        '“三保”运行监测的公开级别（绿、黄、红一档、红二档、红三档）；分档界限为本工具默认（可在参数中调整）',
      why: {
        zh: '“三保”支出应按月及时足额，执行进度不低于序时进度；年底的不足由“年末未足额”一条判断。',
        en: 'The three guarantees are paid month by month, in full and on time. What is wanting at year end is another rule’s.',
      },
    },
    options: guaranteeLimits,
    messages: {
      lags: {
        zh: '{part}安排 {arranged} {unit}，已支出 {spent} {unit}，执行率 {rate}，比序时进度 {time} 低 {gap} 个百分点（{level}）。',
        en: '{part}: {spent} of {arranged} ({unit}) is spent, {rate} against time progress of {time}: {gap} points behind ({level}).',
        clears: {
          zh: '核对支出数；确属滞后的，优先保障{part}，达到序时进度还需支出 {more} {unit}。',
          en: 'Check the figures; if they stand, pay this first: {more} ({unit}) more reaches time progress.',
        },
      },
    },
  },

  *check({ submission, options, period, timeProgressOf }) {
    for (const { kind, name, rows, owner } of ownedGuaranteeLines(submission)) {
      const arranged = sumOfLines(rows, 'arranged');
      const spent = sumOfLines(rows, 'spent');
      if (monthOf(period) === 12 || (arranged !== null && arranged <= 0)) {
        yield notApplicable;
        continue;
      }
      if (arranged === null || spent === null) {
        const field = arranged === null ? 'arranged' : 'spent';
        yield undecidable(lineWithout(rows, field), field);
        continue;
      }
      const timeProgress = timeProgressOf(rows[0]);
      const unit = unitOf(rows[0], 'spent');
      const level = guaranteeLevel({ spent, budget: arranged, unit }, timeProgress.share, options);
      if (level === 'green') {
        yield pass;
        continue;
      }
      const gap = points(gapAsShown(timeProgress.share, spent / arranged));
      const more = Math.min(roundedUp(timeProgress.share * arranged, unit), arranged) - spent;
      yield fail(rows[0], ['spent', 'arranged'], {
        message: 'lags',
        args: {
          part: name,
          arranged: inUnit(arranged, unit),
          spent: inUnit(spent, unit),
          rate: percentOf(spent, arranged),
          time: timeWords(timeProgress),
          gap,
          level: words[level],
          more: inUnit(more, unit),
          unit,
        },
        severity: level === 'yellow' ? 'warning' : 'error',
        measure: `${kind} ${owner}`.trim(),
        value: percentOf(spent, arranged),
        expected: percent(timeProgress.share),
        difference: `-${gap}`,
        threshold: [options.yellowUpTo, options.redOneUpTo, options.redTwoUpTo]
          .map((one) => percent(one, 0))
          .join(' / '),
        atStake: more,
        trace: `${sumOf(rows, 'spent')} ${inUnit(spent, unit)} ÷ ${sumOf(rows, 'arranged')} ${inUnit(arranged, unit)} = ${percentOf(spent, arranged)}`,
      });
    }
  },
});

const words = {
  yellow: { zh: '黄', en: 'yellow' },
  red1: { zh: '红一档', en: 'red 1' },
  red2: { zh: '红二档', en: 'red 2' },
  red3: { zh: '红三档', en: 'red 3' },
} as const;

import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { earlierMonths } from '../../pipeline/model/earlier-months.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { type Execution, executionOf, executionWords } from '../../pipeline/model/execution.ts';
import {
  explanationFault,
  reasonOf,
  reasonText,
  stockPhrases,
  turnOf,
} from '../../pipeline/model/explanation.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { isBlank } from '../../pipeline/model/is-empty.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { projectsOf } from '../../pipeline/model/list-of.ts';
import { type Fen, percent, percentOf } from '../../pipeline/model/money.ts';
import { monthOf, type Period } from '../../pipeline/model/period.ts';
import { projectIndex } from '../../pipeline/model/project-key.ts';
import { lampOf, spendingOf } from '../../pipeline/model/spending.ts';
import { projectRows, spendingRows } from '../../pipeline/model/spending-rows.ts';
import { gapTier, milestoneOf, missesMilestone, varianceTier } from '../../pipeline/model/spending-tiers.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import type { TimeProgress } from '../../pipeline/model/time-progress.ts';
import { fail, failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';
import {
  behindWarnAbove,
  lampYellow,
  milestones,
  settledAt,
  varianceFloor,
  varianceWarnAbove,
} from './thresholds.ts';

/**
 * PRG-05: where PRG-01 to PRG-04 call for a person to look, the unit must have said why, in words that say something.
 * That the money was not released needs no more words than that, when the figures bear it out.
 */
export const explanationMissing = defineRule({
  meta: {
    id: 'PRG-05',
    name: 'explanation-missing',
    title: { zh: '支出差异未说明', en: 'Difference not explained' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01', 'T03'],
    severity: 'error',
    basis: {
      source:
        '项目分月支出进度表填报要求（差异率大的项目逐项分析说明）；字数与套话清单为本工具默认（可在参数中调整）',
      why: {
        zh: '说明应包括金额、原因类别、预计支出时间和处置意见；空白、过短、套话、照抄都不算说明。仅差几个百分点的轻微滞后不要求说明。',
        en: 'An explanation gives amount, reason, expected date and what becomes of the rest; blanks, stock phrases and copies explain nothing. Being a few points behind needs none.',
      },
    },
    options: z
      .object({
        behindWarnAbove,
        lampYellow,
        milestones,
        settledAt,
        varianceWarnAbove,
        varianceFloor,
        minimumLength: z.number().int().min(1).default(10).register(meaning, {
          unit: 'characters',
          zh: '差异原因至少应有的字数',
          en: 'characters an explanation needs',
        }),
        minimumLengthOther: z.number().int().min(1).default(20).register(meaning, {
          unit: 'characters',
          zh: '原因类别选“其他”的，差异原因至少应有的字数',
          en: 'characters an explanation needs where the kind of reason chosen is "other"',
        }),
        boilerplate: z
          .array(z.string().min(1))
          .default([...stockPhrases])
          .register(meaning, {
            unit: 'words',
            zh: '等于没有说明的套话，只写这些的视为未说明',
            en: 'phrases that explain nothing; a text of nothing else is no explanation',
          }),
      })
      .check(rising('minimumLength', 'minimumLengthOther')),
    messages: {
      blank: {
        zh: '{figures}，未填写差异原因。',
        en: '{figures}; no reason is given.',
        clears: {
          zh: '填写差异原因，写明金额、原因类别、预计支出时间和处置意见；资金未下达的，注明未下达即可。',
          en: 'Give the reason: amount, kind, expected date and what becomes of the rest; where money was not released, saying so is enough.',
        },
      },
      short: {
        zh: '{figures}，差异原因“{said}”只有{length}个字，少于{minimum}个字，看不出原因。',
        en: '{figures}; the reason "{said}" has only {length} characters, fewer than {minimum}.',
        clears: {
          zh: '将差异原因补充到{minimum}个字以上，写明金额、原因类别、预计支出时间和处置意见。',
          en: 'Give at least {minimum} characters: amount, kind, expected date and what becomes of the rest.',
        },
      },
      boilerplate: {
        zh: '{figures}，差异原因只写了“{said}”，没有说明原因。',
        en: '{figures}; the reason is only "{said}", which explains nothing.',
        clears: {
          zh: '改为具体说明：金额、原因类别、预计支出时间和处置意见。',
          en: 'Say what is the matter: amount, kind, expected date and what becomes of the rest.',
        },
      },
      lastMonth: {
        zh: '{figures}，差异原因“{said}”与{earlierMonth}月报送的完全相同，请核实是否仍然如此。',
        en: '{figures}; the reason "{said}" is word for word that of month {earlierMonth}. Does it still hold?',
        clears: {
          zh: '按本月情况更新差异原因和预计支出时间；情况未变的，注明“截至{month}月仍未变化”及新的预计时间。',
          en: 'Bring the reason and the expected date up to date; where nothing has changed, say so and give a new date.',
        },
      },
      otherProject: {
        zh: '{figures}，差异原因“{said}”与{others}完全相同，请核实是否照抄。',
        en: '{figures}; the reason "{said}" is word for word that of {others}.',
        clears: {
          zh: '按每个项目的实际情况分别说明金额、原因类别、预计支出时间和处置意见。',
          en: 'Explain each project by itself: amount, kind, expected date and what becomes of the rest.',
        },
      },
    },
  },

  *check({ dossier, options, period, timeProgressOf }) {
    const reasonOnOtherSheet = reasonsInMonitoringList(dossier);
    const rows = spendingRows(dossier);
    const sameWords = groupBy(
      rows.filter((row) => !row.classified),
      wordsOf,
    );
    const earlier = earlierMonths(dossier);
    for (const row of rows) {
      const execution = executionOf(row, period);
      if ('outcome' in execution) {
        yield execution;
        continue;
      }
      const timeProgress = timeProgressOf(row);
      if (!callsForExplanation(execution, period, timeProgress.share, options)) {
        yield notApplicable;
        continue;
      }
      const text = reasonText(row) ?? reasonOnOtherSheet(row);
      if (text === null && !isBlank(row, 'reason')) {
        yield undecidable(row, 'reason');
        continue;
      }
      const reason = reasonOf(row);
      const { released, budget } = execution;
      if (reason !== null && turnOf(reason) === 'finance' && released !== null && released < budget) {
        yield pass;
        continue;
      }
      const spentField = execution.spentFields[0];
      const args = {
        ...executionWords(execution, period, timeProgress),
        figures: figuresOf(execution, period, timeProgress, options.milestones),
        said: excerpt(text ?? '', 20),
      };
      const minimum = reason?.code === 'R12' ? options.minimumLengthOther : options.minimumLength;
      const fault = explanationFault(text, {
        minimumLength: minimum,
        boilerplate: options.boilerplate,
      });
      if (fault !== null && reason !== null && turnOf(reason) === 'finance' && released === null) {
        // Lists never say what was released; on a schedule that does, the cell is wanting.
        yield 'released' in row.source.fields ? undecidable(row, 'released') : pass;
        continue;
      }
      if (fault !== null) {
        yield fail(row, ['reason', spentField], {
          message: fault,
          args: { ...args, minimum, length: [...(text ?? '').trim()].length },
          ...(fault === 'short' ? { threshold: String(minimum) } : {}),
          atStake: unexplained(execution, period, timeProgress.share),
        });
        continue;
      }
      const others = (sameWords.get(wordsOf(row)) ?? []).filter((other) => other !== row);
      if (others.length > 0) {
        yield failAt(
          [row, ...others].map((each) => placeOf(each, 'reason')),
          {
            message: 'otherProject',
            args: { ...args, others: projectsOf(others, 3) },
            severity: 'warning',
            measure: 'otherProject',
          },
          projectOf(row),
        );
        continue;
      }
      const then = earlier(projectOf(row) ?? { code: null, name: null });
      if (then?.reason != null && foldText(then.reason) === wordsOf(row)) {
        yield fail(row, ['reason', spentField], {
          message: 'lastMonth',
          args: { ...args, earlierMonth: monthOf(then.period) },
          severity: 'warning',
          measure: 'lastMonth',
        });
        continue;
      }
      yield pass;
    }
  },
});

/** Whether PRG-01, 02, 03 or 04 would warn; a mere notice of PRG-01 asks for nothing. */
function callsForExplanation(
  execution: Execution,
  period: Period,
  timeProgress: number,
  limits: {
    readonly behindWarnAbove: number;
    readonly lampYellow: number;
    readonly milestones: Readonly<Record<string, number>>;
    readonly settledAt: number;
    readonly varianceWarnAbove: number;
    readonly varianceFloor: number;
  },
): boolean {
  const { row, rate, spent } = execution;
  const never = Number.POSITIVE_INFINITY;
  const gap = { noticeAbove: never, warnAbove: limits.behindWarnAbove, errorAbove: never };
  if (gapTier(execution, timeProgress, gap) !== null) return true;
  if (timeProgress > 0 && lampOf(rate, timeProgress, { red: 0, yellow: limits.lampYellow }) !== 'green')
    return true;
  const milestone = milestoneOf(limits.milestones, period);
  if (milestone !== null && missesMilestone(execution, milestone, limits.settledAt)) return true;
  const { planned } = spendingOf(row, period);
  const variance = { warnAbove: limits.varianceWarnAbove, errorAbove: never, floor: limits.varianceFloor };
  return planned.fen !== null && varianceTier(planned.fen, spent, variance) !== null;
}

/** The amount to be explained: what is off the plan or behind time progress, whichever is more. */
function unexplained({ row, budget, spent }: Execution, period: Period, timeProgress: number): Fen {
  const planned = spendingOf(row, period).planned.fen;
  const offPlan = planned === null ? 0 : Math.abs(spent - planned);
  return Math.max(offPlan, Math.round(timeProgress * budget) - spent);
}

/** The figures that call for an explanation, as the beginning of a sentence. */
function figuresOf(
  execution: Execution,
  period: Period,
  timeProgress: TimeProgress,
  milestones: Readonly<Record<string, number>>,
) {
  const { month, rate, time, release } = executionWords(execution, period, timeProgress);
  const planned = spendingOf(execution.row, period).planned.fen;
  const variance = planned === null || planned === 0 ? null : percentOf(execution.spent - planned, planned);
  const milestone = milestoneOf(milestones, period);
  const due = milestone === null || milestone === timeProgress.share ? null : percent(milestone);
  return {
    zh: `截至${month}月支出进度 ${rate}，序时进度 ${time.zh}${due === null ? '' : `，节点要求 ${due}`}${variance === null ? '' : `，与分月计划差异率 ${variance}`}${release.zh}`,
    en: `By month ${month}, ${rate} of the budget is spent against time progress of ${time.en}${due === null ? '' : ` and a milestone of ${due}`}${variance === null ? '' : `, ${variance} from plan`}${release.en}`,
  };
}

/** The reason a unit gave for a project in its monitoring list, where its monthly schedule gives none. */
function reasonsInMonitoringList(dossier: Dossier): (row: Row) => string | null {
  const monitored = projectIndex(projectRows(dossier, 'T03'), projectOf);
  return (row) => {
    const project = projectOf(row);
    const other = project === null ? undefined : monitored.of(project)[0];
    return other === undefined ? null : reasonText(other);
  };
}

function wordsOf(row: Row): string {
  return foldText(reasonText(row) ?? '');
}

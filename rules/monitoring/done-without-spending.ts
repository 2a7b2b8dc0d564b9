import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { type Execution, executionOf, rateTrace } from '../../pipeline/model/execution.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { percent, percentOf } from '../../pipeline/model/money.ts';
import { projectIndex } from '../../pipeline/model/project-key.ts';
import { readsAsShare } from '../../pipeline/model/spending.ts';
import { projectRows, spendingRows } from '../../pipeline/model/spending-rows.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/**
 * MON-14: a project that has spent next to nothing has not met its goals. What the year's results claim (T17) is held
 * against the money of the same project in the monthly schedule or monitoring list. In the list itself goal and money
 * stand side by side: MON-01 compares what is given in per cent, and words that claim the whole year's goal are judged here.
 */
export const doneWithoutSpending = defineRule({
  meta: {
    id: 'MON-14',
    name: 'done-without-spending',
    title: { zh: '资金未支出却称已完成', en: 'Done without spending' },
    group: 'monitoring',
    scope: 'unit',
    needs: ['T03', 'T17'],
    severity: 'error',
    basis: {
      source:
        '年度绩效管理自评报告中实现情况与支出情况的对照；公开的自评预警做法；界限为本工具默认（可在参数中调整）',
      why: {
        zh: '资金基本没有支出而目标称已完成，要么目标与资金无关，要么完成情况不实。',
        en: 'Goals met without money: either the money was not needed or the goals were not met.',
      },
    },
    options: z.object({
      rateBelow: z.number().min(0).max(1).default(0.3).register(meaning, {
        unit: 'share',
        zh: '支出进度低于此值却称已完成的，须核实',
        en: 'execution rate below which a result claimed as done is doubted',
      }),
    }),
    messages: {
      done: {
        zh: '支出进度仅 {rate}，{label}却填“{claim}”，需核实。',
        en: 'Only {rate} of the budget is spent, yet the result reads "{claim}".',
        clears: {
          zh: '核实实现情况和累计支出：未完成的如实填写；已完成的，说明未支出的原因和资金处置意见。',
          en: 'Check result and spending: say what is not done, or why it is done without the money and what becomes of it.',
        },
      },
    },
  },

  *check({ dossier, options, period }) {
    const claims = dossier.submissions
      .filter(({ template }) => template.id === 'T17')
      .flatMap(({ tables }) => tables.projects?.rows ?? []);
    const money = projectIndex(spendingRows(dossier), projectOf);
    for (const row of claims) yield judged(row);
    const claimed = projectIndex(claims, projectOf);
    for (const row of projectRows(dossier, 'T03')) {
      const project = projectOf(row);
      // What the table of results says of a project is judged once.
      const isSaid = project !== null && claimed.of(project).length > 0;
      yield row.classified || isSaid ? notApplicable : judgedInList(row);
    }

    function judgedInList(row: Row): Verdict {
      const claim = wholeClaim(textIn(row, 'goalProgress') ?? '', textIn(row, 'goal') ?? '');
      if (claim === null) return notApplicable;
      const execution = executionOf(row, period);
      if ('outcome' in execution) return execution;
      return isMeagre(execution) ? doubted(row, 'goalProgress', claim, row, execution) : pass;
    }

    function judged(row: Row): Verdict {
      const project = projectOf(row);
      if (row.classified || project === null) return notApplicable;
      const rows = money.of(project);
      const [own] = rows;
      // Of several projects with one name nobody can tell whose money it is.
      if (own === undefined || rows.length > 1) return notApplicable;
      const result = textIn(row, 'result');
      if (result === null) return undecidable(row, 'result');
      const execution = executionOf(own, period);
      if ('outcome' in execution) return execution;
      const claim = doneClaim(result);
      if (!isMeagre(execution) || claim === null) return pass;
      return doubted(row, 'result', claim, own, execution);
    }

    function isMeagre({ spent, budget }: Execution): boolean {
      return !readsAsShare(spent, budget, options.rateBelow);
    }

    function doubted(row: Row, field: string, claim: string, own: Row, execution: Execution): Verdict {
      const { budget, spent, spentFields } = execution;
      return failAt(
        [placeOf(row, field), placeOf(own, spentFields[0])],
        {
          message: 'done',
          args: {
            rate: percentOf(spent, budget),
            claim: excerpt(claim),
            label: field === 'result' ? '实现情况' : '绩效目标执行情况',
          },
          value: percentOf(spent, budget),
          threshold: percent(options.rateBelow, 0),
          atStake: budget - spent,
          trace: rateTrace(execution),
        },
        projectOf(row),
      );
    }
  },
});

/** The first clause that claims the goal as done; null where none does, or where another says it was not. */
function doneClaim(result: string): string | null {
  const clauses = result.split(/[，,。；;\n]+/).map((clause) => clause.trim());
  if (clauses.some((clause) => undone.test(foldText(clause)))) return null;
  const claims = (words: string) => done.test(words) && !part.test(words) && !planned.test(words);
  return clauses.find((clause) => claims(foldText(clause))) ?? null;
}

/**
 * The clause by which the goal of the year is reached, in words or by its very number (维修水闸2座: 2座水闸已完成); null for
 * what is part of it, or a share in per cent (MON-01).
 */
function wholeClaim(progress: string, goal: string): string | null {
  if (/[%％]|季度|半年|阶段|月/.test(progress)) return null;
  const claim = doneClaim(progress);
  const count = /(?<![\d.第])[\d.]+(?![年月日号期季批元万亿])[\u4e00-\u9fff]/.exec(foldText(goal))?.[0];
  const isWhole = (words: string) => whole.test(words) || (count !== undefined && hasCount(words, count));
  return claim !== null && isWhole(foldText(claim)) ? claim : null;
}

function hasCount(words: string, count: string): boolean {
  return new RegExp(`(?<![\\d.])${count.replaceAll('.', '\\.')}`).test(words);
}

const whole =
  /(?:全部|全面|均已?)(?:完成|实现)|(?:完成|实现)了?(?:全部|全年|年度)|(?:目标|任务|项目)(?:已|均|均已)(?:完成|实现|达成)$|圆满/;

const undone =
  /(?:未|没有|尚未|未能)(?:全部|完全|按期|及时|足额)?(?:完成|实现|实施|开展|达到|落实|下达|拨付|支出|启动)|正在|部分完成|进行中|推进中/;

/** What is to be done, not what was done as planned. */
const planned = /预计|拟于|力争|将于|(?<![按照])计划(?:于|在|年|\d|完成)/;

/** A share of less than all: 完成率50%. */
const part = /(?<![\d.])(?!100(?:\.0+)?%)\d+(?:\.\d+)?%/;

const done = /完成|实现|足额|打赢|达成|达标|圆满/;

import { z } from 'zod';
import { reasonOfWords, reasonText } from '../../pipeline/model/explanation.ts';
import { foldText } from '../../pipeline/model/label.ts';
import type { Row } from '../../pipeline/model/submission.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { residualOf, residualTrace, residualWords } from './residual.ts';

/**
 * ZD-10: once the deadline has passed, or the unit itself says that the rest is not needed, it says what becomes of it.
 */
export const residualUnexplained = defineRule({
  meta: {
    id: 'ZD-10',
    name: 'residual-unexplained',
    title: { zh: '直达资金剩余未说明处置', en: 'Residual of a direct-transfer fund unexplained' },
    group: 'direct-funds',
    scope: 'table',
    needs: ['T10'],
    severity: 'warning',
    basis: {
      source: '预算绩效报告人工复核中发现的问题（称部分剩余资金不需要再支出，未说明处置）',
      why: {
        zh: '剩余的直达资金应收回、结转或退回，不能无去向。',
        en: 'What is left of a direct-transfer fund is returned, carried over or sent back; it cannot just stay.',
      },
    },
    options: z.object({
      disposals: z
        .array(z.string().min(1))
        .default(['收回', '交回', '退回', '上缴', '上交', '结转', '调剂', '继续使用'])
        .register(meaning, {
          unit: 'words',
          zh: '说明剩余资金去向的用词',
          en: 'words by which a unit says what becomes of the rest',
        }),
    }),
    messages: {
      unexplained: {
        zh: '「{fund}」{about}剩余 {residual} {unit}，未说明收回、结转或退回等处置。',
        en: '"{fund}": {about}{residual} ({unit}) is left, and nothing says whether it is returned or carried over.',
        clears: {
          zh: '在未支出原因中写明剩余 {residual} {unit}收回财政、结转或退回上级。',
          en: 'Say whether the remaining {residual} ({unit}) goes back to the treasury, is carried over or is sent back.',
        },
      },
    },
  },

  *check({ submission, options, asOf }) {
    const disposals = options.disposals.map(foldText);
    for (const row of submission.tables.funds.rows) {
      const residual = residualOf(row);
      if ('outcome' in residual) {
        yield residual;
        continue;
      }
      if (residual.fen === 0) {
        yield notApplicable;
        continue;
      }
      const reason = foldText(`${reasonText(row) ?? ''}${row.values.remark ?? ''}`);
      if (disposals.some((word) => reason.includes(word))) {
        yield pass;
        continue;
      }
      const { deadline } = row.values;
      if (!isSurplus(row)) {
        if (deadline === null) {
          yield undecidable(row, 'deadline');
          continue;
        }
        if (asOf < deadline) {
          yield notApplicable;
          continue;
        }
      }
      const words = residualWords(row, residual);
      yield fail(row, ['reason', 'spent', 'released'], {
        message: 'unexplained',
        args: words,
        value: words.residual,
        atStake: residual.fen,
        trace: residualTrace(row, residual),
      });
    }
  },
});

/** Whether the unit itself says that the rest will not be needed. */
function isSurplus(row: Row): boolean {
  const text = reasonText(row);
  if (text === null) return false;
  const code = reasonOfWords(text)?.code;
  return code === 'R09' || code === 'R10' || /不(?:再)?需要(?:再)?支出/.test(foldText(text));
}

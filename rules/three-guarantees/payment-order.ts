import { z } from 'zod';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { kindOf } from '../../pipeline/model/guarantee-lines.ts';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { listOf } from '../../pipeline/model/list-of.ts';
import { type Fen, inUnit } from '../../pipeline/model/money.ts';
import type { Day } from '../../pipeline/model/period.ts';
import { amountOf, placeOf, projectOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { areAllGuarantees, guaranteeKinds } from '../../pipeline/model/three-guarantees.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** SB-05: nothing else is paid while a guarantee that is due is not. */
export const paymentOrder = defineRule({
  meta: {
    id: 'SB-05',
    name: 'payment-order',
    title: { zh: '“三保”支付顺序倒置', en: 'Payment priority breached' },
    group: 'three-guarantees',
    scope: 'table',
    needs: ['T08'],
    severity: 'error',
    basis: {
      source: '坚持“三保”支出在财政支出中的优先顺序（库款优先保障“三保”）',
      why: {
        zh: '库款先保“三保”：已到应付日的“三保”没有付清之前，不安排其他支出。',
        en: 'Cash goes to the three guarantees first: while one that is due is not paid, nothing else is.',
      },
    },
    options: z.object({}),
    messages: {
      breached: {
        zh: '{day} 支付非“三保”支出 {paid} {unit}，同期拖欠{part} {owed} {unit}（应付日期 {dueOn}）。',
        en: 'On {day} {paid} ({unit}) went to other ends while {owed} of {part} was owed since {dueOn}.',
        clears: {
          zh: '先付清{part}；日期有误的，更正应付日期或支付时间。',
          en: 'Pay {part} first; where a date is wrong, correct it.',
        },
      },
    },
  },

  *check({ submission, asOf }) {
    const { rows, columns } = submission.tables.items;
    const judged = rows.filter((row) => !row.classified);
    if (!columns.has('dueOn') || !columns.has('paidOn')) {
      yield notApplicable;
      return;
    }
    const unread = judged.flatMap((row) =>
      datesOf(row)
        .filter((field) => isUnread(row, field))
        .map((field) => undecidable(row, field)),
    );
    if (unread.length > 0) {
      yield* unread;
      return;
    }
    const due = judged.filter((row) => kindOf(row) !== null && row.values.dueOn !== null);
    const others = judged.filter(
      (row) => isOther(row) && typeof row.values.paidOn === 'string' && paidIn(row) > 0,
    );
    for (const [day, payments] of groupBy(others, ({ values }) => values.paidOn ?? '')) {
      if (due.length === 0 || day > asOf) {
        yield* payments.map(() => notApplicable);
        continue;
      }
      const owed = due.filter((row) => isOwedOn(row, day));
      const [first] = owed.toSorted((one, another) => (dueDay(one) < dueDay(another) ? -1 : 1));
      const [payment] = payments;
      if (first === undefined || payment === undefined) {
        // Due by then, with neither a day of payment nor an amount: paid or not, nobody can tell.
        const untold = due.find((row) => isDueBefore(row, day) && isUntold(row));
        yield* payments.map(() => (untold === undefined ? pass : undecidable(untold, 'spent')));
        continue;
      }
      const unit = unitOf(payment, 'spent');
      const paid = sumOf(payments, paidIn);
      yield failAt(
        [
          ...payments.flatMap((row) => [placeOf(row, 'paidOn'), placeOf(row, 'spent')]),
          ...owed.map((row) => placeOf(row, 'dueOn')),
        ],
        {
          message: 'breached',
          args: {
            day,
            paid: inUnit(paid, unit),
            owed: inUnit(sumOf(owed, owedIn), unit),
            part: wordsOf(owed),
            dueOn: dueDay(first),
            unit,
          },
          measure: day,
          value: day,
          expected: dueDay(first),
          atStake: paid,
        },
        projectOf(first),
      );
    }
  },
});

/** Money for other ends: tagged, and as none of the three. What is not tagged at all is SB-10's. */
function isOther(row: Row): boolean {
  const { kind } = row.values;
  return typeof kind === 'string' && kindOf(row) === null && !areAllGuarantees(kind);
}

/** The dates of a line that matter here: other ends are due whenever they are. */
function datesOf(row: Row): readonly string[] {
  if (kindOf(row) !== null) return ['dueOn', 'paidOn'];
  return isOther(row) ? ['paidOn'] : [];
}

/** Whether a guarantee that was due before a day is paid only after it, or not at all. Money spent without a day was paid on some day. */
function isOwedOn(row: Row, day: Day): boolean {
  const { paidOn, spent } = row.values;
  if (!isDueBefore(row, day)) return false;
  return typeof paidOn === 'string' ? paidOn > day : spent === 0;
}

function isDueBefore(row: Row, day: Day): boolean {
  return typeof row.values.dueOn === 'string' && row.values.dueOn < day;
}

function dueDay({ values: { dueOn } }: Row): Day {
  return typeof dueOn === 'string' ? dueOn : '';
}

function isUntold({ values: { paidOn, spent } }: Row): boolean {
  return paidOn === null && spent === null;
}

function paidIn(row: Row): Fen {
  return amountOf(row, 'spent') ?? 0;
}

/** What is owed of a line: what was paid of it too late, or all that it was given while nothing is paid. */
function owedIn(row: Row): Fen {
  const paidLate = row.values.paidOn === null ? null : amountOf(row, 'spent');
  return paidLate ?? amountOf(row, 'arranged') ?? 0;
}

function sumOf(rows: readonly Row[], amountIn: (row: Row) => Fen): Fen {
  return rows.reduce((sum, row) => sum + amountIn(row), 0);
}

function wordsOf(rows: readonly Row[]): Text {
  const kinds = guaranteeKinds.filter(({ code }) => rows.some((row) => kindOf(row) === code));
  return listOf(kinds.map(({ word, english }) => ({ zh: word, en: english })));
}

import { z } from 'zod';
import { factsInOddUnit } from '../../pipeline/model/facts-in-odd-unit.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { cellsOf } from '../../pipeline/model/list-of.ts';
import { type Bounds, magnitudeBounds } from '../../pipeline/model/magnitude.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { fundsTotal } from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf, type Row, type Submission } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { type Fail, failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';
import { withColumn, withMonthBefore, withOtherTable } from './jumps-among-rows.ts';
import { type InsideJump, insideRow } from './jumps-in-rows.ts';
import { type Jump, type Named, phrase } from './named-amount.ts';
import { amountsIn, rowsOf } from './sized-amounts.ts';

/**
 * DQ-14: an amount ten thousand times another one that should be of its size: 元 typed where 万元 belongs. Amounts of one
 * row are compared first, then the month before, the unit's other table, and last the rest of the column.
 */
export const magnitudeJump = defineRule({
  meta: {
    id: 'DQ-14',
    name: 'magnitude-jump',
    title: { zh: '数量级异常（元与万元混填）', en: 'Magnitude jump (yuan and 10,000 yuan mixed)' },
    group: 'quality',
    scope: 'unit',
    needs: [],
    severity: 'warning',
    basis: {
      source: '预算绩效报告人工复核中发现的问题（金额单位写错）',
      why: {
        zh: '把元当万元填，一个数就足以使汇总失真。',
        en: 'One figure in yuan among figures in 10,000 yuan is enough to spoil every total.',
      },
    },
    options: z
      .object({
        low: z.number().min(1).default(magnitudeBounds.low).register(meaning, {
          unit: 'times',
          zh: '金额相差达到此倍数即视为可疑',
          en: 'times larger from which an amount is suspect',
        }),
        high: z.number().min(1).default(magnitudeBounds.high).register(meaning, {
          unit: 'times',
          zh: '相差不超过此倍数的，视为元、万元混填',
          en: 'times larger up to which a mix of units explains it',
        }),
        largeBudget: z.number().int().default(10_000_000_000).register(meaning, {
          unit: 'fen',
          zh: '预算达到此数的项目，支出过小也视为可疑',
          en: 'budget from which spending that is far too small counts as well as far too large',
        }),
        peers: z.number().int().min(3).default(3).register(meaning, {
          unit: 'rows',
          zh: '一列至少有此行数，才用其余各行比较',
          en: 'rows a column must have to judge one by the others',
        }),
      })
      .check(rising('low', 'high')),
    messages: {
      jump: {
        zh: '{larger}约为{smaller}的 {times} 倍，疑似把元填入了万元栏。',
        en: '{larger} is about {times} times {smaller}: yuan where 10,000 yuan belong?',
        clears: {
          zh: '核对金额单位：按元填写的请除以 10000（{larger}应为 {converted} {unit}）{others}；金额无误的请说明。',
          en: 'Check the unit: an amount in yuan must be divided by 10,000 ({converted}, in {unit}){others}; otherwise say why it is right.',
        },
      },
      tooSmall: {
        zh: '{smaller}约为{larger}的 {times} 分之一，疑似把万元填入了元栏。',
        en: '{smaller} is about one {times}th of {larger}: 10,000 yuan where yuan belong?',
        clears: {
          zh: '核对金额单位：按万元填写的请乘以 10000（{smaller}应为 {converted} {unit}）{others}；金额无误的请说明。',
          en: 'Check the unit: an amount in 10,000 yuan must be multiplied by 10,000 ({converted}, in {unit}){others}; otherwise say why it is right.',
        },
      },
      fact: {
        zh: '「{name}」（{cell}）填 {amount} {unit}，其余金额以{usual}为单位，疑似单位写错。',
        en: 'A fact in {cell} says {amount} {unit} where amounts are in {usual}: is its unit wrong?',
        clears: {
          zh: '核对单位：应为 {amount} {usual}的，将单位改为{usual}。',
          en: 'If it is {amount} {usual}, correct the unit.',
        },
      },
      column: {
        zh: '{label}有 {count} 个单元格（{cells}）与{against}相差约一万倍，疑似整列金额单位写错。',
        en: '{count} cells of {label} ({cells}) differ from {against} about ten thousand times: is the unit of the column wrong?',
        clears: {
          zh: '核对{label}的金额单位，按表头注明的单位改填整列。',
          en: 'Check the unit of {label} and fill in the column in the unit that the sheet states.',
        },
      },
      sheet: {
        zh: '有 {count} 个项目的金额与{against}相差约一万倍（{cells}），疑似整表金额单位写错。',
        en: 'The amounts of {count} projects differ from {against} about ten thousand times ({cells}): is the unit of the sheet wrong?',
        clears: {
          zh: '核对表头的金额单位与所填金额是否一致，改正后重新报送。',
          en: 'See that the unit stated above the heading is the one of the amounts, and hand it in again.',
        },
      },
    },
  },

  *check({ dossier, options, period }) {
    /** What is wrong with a row; null where it was said of the whole sheet or of a whole column. */
    const found = new Map<Row, Fail | null>();
    // The schedule first: what it says of itself is not said again of the table compared with it.
    const ordered = dossier.submissions.toSorted(
      (one, other) => Number(other.template.id === 'T01') - Number(one.template.id === 'T01'),
    );
    for (const submission of ordered) {
      for (const { row, number, unit, usual } of factsInOddUnit(submission.tables.facts?.rows ?? [])) {
        const { cell } = placeOf(row, 'valueUnit');
        const name = textIn(row, 'indicator') ?? '';
        yield failAt([placeOf(row, 'valueUnit'), placeOf(row, 'value')], {
          message: 'fact',
          args: { name, amount: number, unit, usual, cell: cell ?? '' },
          measure: `${submission.template.id} ${name}`,
          value: `${number} ${unit}`,
          expected: `${number} ${usual}`,
        });
      }
      // Amounts of one size beside an odd one are as odd.
      const restOf = (row: Row, odd: Named) => {
        const own = placeOf(row, odd.field);
        if (odd.place?.cell !== own.cell || odd.place.sheet !== own.sheet) return [];
        const others = amountsIn(row, submission, period).filter(({ field }) => field !== odd.field);
        return others.map(({ field }) => placeOf(row, field));
      };
      const all = rowsOf(submission);
      const rows = all.some(({ classified }) => classified) ? all.filter((row) => !row.classified) : all;
      const inside: InsideJump[] = [];
      // A long ledger is walked once for both: what is odd in a row, and which rows can be compared at all.
      const hasSeveral = new Uint8Array(all.length);
      for (const [index, row] of all.entries()) {
        const amounts = row.classified ? [] : amountsIn(row, submission, period);
        if (amounts.length < 2) continue;
        hasSeveral[index] = 1;
        const jump = insideRow(row, amounts, options);
        if (jump !== null) inside.push(jump);
      }
      for (const [field, jumps] of groupBy(withoutSum(inside, submission), ({ odd }) => odd.field)) {
        const isWholeColumn = jumps.length >= 3 && jumps.length * 2 > rows.length;
        if (isWholeColumn) {
          for (const { row } of jumps) found.set(row, null);
          yield wholeColumn(submission, field, jumps);
          continue;
        }
        for (const jump of jumps) if (jump.isClear) found.set(jump.row, failOn(jump, submission, options));
      }
      for (const compare of [withMonthBefore, withOtherTable, withColumn]) {
        const left = found.size === 0 ? rows : rows.filter((row) => !found.has(row));
        const { compared, jumps, against } = compare({
          dossier,
          submission,
          rows: left,
          found,
          period,
          options,
        });
        const first = jumps[0];
        // Most rows at once are one mistake: the unit of the sheet.
        if (first !== undefined && jumps.length >= 3 && jumps.length * 2 > compared) {
          for (const { row } of jumps) found.set(row, null);
          yield wholeSheet(submission, jumps, against);
          continue;
        }
        for (const { row, larger, smaller } of jumps)
          found.set(
            row,
            failOn(
              { row, larger, smaller, odd: larger, alike: [] },
              submission,
              options,
              restOf(row, larger),
            ),
          );
      }
      for (const [index, row] of all.entries()) {
        if (hasSeveral[index] === 0) {
          yield notApplicable;
          continue;
        }
        const jump = found.get(row);
        yield jump === null ? notApplicable : (jump ?? pass);
      }
    }
  },
});

/** The money of a self-evaluation is a sum of its sources: what is odd with both is said of the source, and shown on both. */
function withoutSum(jumps: readonly InsideJump[], { template, tables }: Submission): readonly InsideJump[] {
  const { funds } = tables;
  const total = template.id === 'T06' && funds !== undefined ? fundsTotal(funds) : null;
  const ofSum = jumps.find(({ row }) => row === total);
  const ofSource = jumps.find(({ row }) => row !== total && row.source === total?.source);
  if (ofSum === undefined || ofSource === undefined) return jumps;
  const shown = { ...ofSource, alike: [...ofSource.alike, ofSum.odd] };
  return jumps.flatMap((jump) => (jump === ofSum ? [] : [jump === ofSource ? shown : jump]));
}

function failOn(
  { row, larger, smaller, odd, alike }: Omit<InsideJump, 'isClear'>,
  submission: Submission,
  { low, high }: Bounds,
  others: readonly Place[] = [],
): Fail {
  const places = [odd, ...alike, larger, smaller].flatMap(({ place }) => (place === null ? [] : [place]));
  // Nothing is too large for a sheet in 元: what is odd there was typed in 万元.
  const isTooSmall = larger.unit === '元' && smaller.unit === '元';
  return failAt(
    [...new Set(places)],
    {
      message: isTooSmall ? 'tooSmall' : 'jump',
      args: {
        larger: phrase(larger),
        smaller: phrase(smaller),
        times: Math.round(larger.fen / smaller.fen),
        converted: isTooSmall
          ? inUnit(smaller.fen * 10_000, smaller.unit)
          : inUnit(Math.round(larger.fen / 10_000), larger.unit),
        unit: larger.unit,
        others: othersOf(others),
      },
      measure: `${submission.template.id} ${odd.field}`,
      value: inUnit(odd.fen, odd.unit),
      threshold: `${low}–${high}`,
      atStake: smaller.fen,
    },
    projectOf(row),
  );
}

function othersOf(places: readonly Place[]): Text {
  if (places.length === 0) return { zh: '', en: '' };
  const { zh, en } = cellsOf(places);
  return { zh: `，该行的 ${zh} 一并核对`, en: `, as may ${en} of that row` };
}

function wholeColumn(submission: Submission, field: string, jumps: readonly InsideJump[]): Fail {
  const where = jumps.flatMap(({ odd }) => (odd.place === null ? [] : [odd.place]));
  const [first] = jumps;
  const against =
    first === undefined ? undefined : [first.larger, first.smaller].find((one) => one.field !== field);
  return failAt(where, {
    message: 'column',
    args: {
      label: first?.odd.name ?? '',
      count: jumps.length,
      cells: cellsOf(where),
      against: against?.name ?? '',
    },
    measure: `${submission.template.id} ${field}`,
  });
}

function wholeSheet(submission: Submission, jumps: readonly Jump[], against: Text): Fail {
  const where = jumps.flatMap(({ larger, smaller }) => {
    const place = [larger, smaller].find((one) => one.place?.sheet === submission.sheet)?.place;
    return place === null || place === undefined ? [] : [place];
  });
  return failAt([...where, submission.amountUnit.place], {
    message: 'sheet',
    args: { count: jumps.length, against, cells: cellsOf(where) },
    measure: submission.template.id,
  });
}

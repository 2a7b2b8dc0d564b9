import { inUnit, percent } from '../../model/money.ts';
import { foldedName } from '../../model/project-key.ts';
import type { AnnexLine } from '../../model/report.ts';
import { amountOf, type Row } from '../../model/submission.ts';
import type { Text } from '../../model/text.ts';
import { textIn } from '../../model/text-in.ts';
import { countOfRows } from './counts.ts';
import { type AnnexDesk, claims, claimsNamed, rowsOf, type Section } from './desk.ts';
import { countLines, moneyLines, pieces, rateLines } from './line.ts';
import { cellOf, cellTerm, rateOf, sumOfRows } from './sums.ts';

/** 直达资金 (T10): how many funds, what each spent of what it was given, and what is left. */
export function directFundsSection(desk: AnnexDesk): Section {
  const rows = rowsOf(desk, 'T10', 'funds').filter(({ classified }) => !classified);
  const known = rows.filter((row) => amountOf(row, 'released') !== null && amountOf(row, 'spent') !== null);
  const unknown = rows.length - known.length;
  return {
    code: 'directFunds',
    title: { zh: '直达资金', en: 'Direct-transfer funds' },
    needs: ['T10'],
    lines: [
      ...countLines(
        { zh: '直达资金项目数', en: 'Direct-transfer funds' },
        pieces,
        countOfRows(rows, 'fundName'),
        claims(desk, 'directFunds', desk.year),
      ),
      ...rows.flatMap((row) => fundLines(desk, row)),
      ...rateLines(
        { zh: '直达资金支出进度合计', en: 'All funds: execution rate' },
        rateOf(sumOfRows(known, 'spent'), sumOfRows(known, 'released')),
        claimsNamed(desk, (written) => /^直达资金(?:总体|整体|合计)?支出进度$/.test(written), desk.year),
        unknown === 0
          ? {}
          : {
              note: {
                zh: `${unknown} 个项目没有金额，未计入合计。`,
                en: `${unknown} funds give no amount and are left out.`,
              },
            },
      ),
    ],
  };
}

function fundLines(desk: AnnexDesk, row: Row): readonly AnnexLine[] {
  const name = textIn(row, 'fundName') ?? '';
  const about = (words: RegExp) =>
    claimsNamed(
      desk,
      (written) => foldedName(written).startsWith(foldedName(name)) && words.test(written),
      desk.year,
    );
  const spent = cellOf(row, 'spent');
  const released = cellOf(row, 'released');
  return [
    ...moneyLines({ zh: `${name}：支出金额`, en: `${name}: spent` }, spent, about(/支出(?:金额|数|资金)$/)),
    ...rateLines(
      { zh: `${name}：支出进度`, en: `${name}: execution rate` },
      rateOf(spent, released),
      about(/(?:进度|支付率|执行率)$/),
      {
        note: spent === null || released === null ? noAmount(row) : leftOver(row),
        ifNone: noAmount(row),
      },
    ),
  ];
}

function noAmount(row: Row): Text {
  const { rate } = row.values;
  if (typeof rate !== 'number') return { zh: '台账没有金额，无法计算。', en: 'The ledger gives no amount.' };
  return {
    zh: `台账只填支出进度 ${percent(rate)}，没有金额，无法核对。`,
    en: `The ledger gives a rate of ${percent(rate)} without an amount.`,
  };
}

/** What is left of a fund, until when it was to be spent, and what the unit says of it. */
function leftOver(row: Row): Text | null {
  const [released, spent] = [amountOf(row, 'released'), amountOf(row, 'spent')];
  if (released === null || spent === null || spent >= released) return null;
  const { deadline } = row.values;
  const reason = textIn(row, 'reason');
  const left = inUnit(released - spent, '万元');
  const due = typeof deadline === 'string' ? deadline : null;
  return {
    zh: `剩余 ${left} 万元（${cellTerm(row, 'released', released)} − ${cellTerm(row, 'spent', spent)}）${due === null ? '' : `，应于 ${due} 前支出`}。${reason === null ? '未填写原因。' : `单位说明：“${reason}”`}`,
    en: `${left} (10,000 yuan) left${due === null ? '' : `, to be spent by ${due}`}. ${reason === null ? 'No reason is given.' : `The unit says: "${reason}"`}`,
  };
}

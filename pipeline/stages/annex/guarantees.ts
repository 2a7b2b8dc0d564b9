import { type GuaranteeLines, guaranteeLines } from '../../model/guarantee-lines.ts';
import type { AnnexLine } from '../../model/report.ts';
import type { Text } from '../../model/text.ts';
import { guaranteeOf } from '../../model/three-guarantees.ts';
import { budgetOfYear } from './balances.ts';
import { type AnnexDesk, claimsNamed, type Section, sheetsOf } from './desk.ts';
import { type Computed, moneyLines, rateLines } from './line.ts';
import { rateOf, sumOfRows } from './sums.ts';

const columns = [
  { field: 'need', name: { zh: '需求数', en: 'need' }, words: /需求/ },
  { field: 'arranged', name: { zh: '安排资金', en: 'budgeted' }, words: /安排|预算/ },
  { field: 'spent', name: { zh: '实际支出', en: 'spent' }, words: /支出(?!进度)|执行数/ },
] as const;

/** “三保”支出 (T08): need, budget, spending and rate of each guarantee and of all three. */
export function guaranteesSection(desk: AnnexDesk): Section {
  const lines = sheetsOf(desk, 'T08').flatMap(guaranteeLines);
  const rows = lines.flatMap((line) => line.rows);
  const all = (words: RegExp) =>
    claimsNamed(desk, (written) => /三保/.test(written) && words.test(written), desk.year);
  const arranged = sumOfRows(rows, 'arranged');
  const spent = sumOfRows(rows, 'spent');
  return {
    code: 'guarantees',
    title: { zh: '“三保”支出', en: 'Three guarantees' },
    needs: ['T08'],
    lines: [
      ...lines.flatMap((line) => ofOne(desk, line)),
      ...columns.flatMap(({ field, name, words }) =>
        moneyLines(
          { zh: `“三保”合计：${name.zh}`, en: `All three: ${name.en}` },
          sumOfRows(rows, field),
          all(words),
        ),
      ),
      ...rateLines(
        { zh: '“三保”合计：执行率', en: 'All three: execution rate' },
        rateOf(spent, arranged),
        all(/执行率|支出进度/),
      ),
      ...rateLines(
        { zh: '“三保”安排占部门预算支出的比重', en: 'Share of the three in the budget' },
        rateOf(arranged, budgetOfYear(desk)),
        all(/占比|比重/),
      ),
    ],
  };
}

function ofOne(desk: AnnexDesk, { kind, name, rows }: GuaranteeLines): readonly AnnexLine[] {
  const about = (words: RegExp) =>
    claimsNamed(desk, (written) => guaranteeOf(stem(written)) === kind && words.test(written), desk.year);
  const item = (of: Text): Text => ({ zh: `${name.zh}：${of.zh}`, en: `${name.en}: ${of.en}` });
  const figure = (field: string): Computed | null => sumOfRows(rows, field);
  return [
    ...columns.flatMap(({ field, name: column, words }) =>
      moneyLines(item(column), figure(field), about(words)),
    ),
    ...rateLines(
      item({ zh: '执行率', en: 'execution rate' }),
      rateOf(figure('spent'), figure('arranged')),
      about(/执行率|支出进度/),
    ),
  ];
}

/** 保工资 of 保工资安排资金: the guarantee without what is said of it. */
function stem(written: string): string {
  return written.replace(/(?:安排|实际|预算|需求|支出|执行).*$/, '');
}

import { describe, expect, test } from '@jest/globals';
import type { RowInput } from '../../fixtures/case.ts';
import { submission } from '../../fixtures/submission.ts';
import { type BalanceSide, budgetBalanceOf, nameOfItem } from '../../pipeline/model/budget-balance.ts';

function revenue(rows: readonly (readonly [string, number | null])[]): BalanceSide | undefined {
  const input: RowInput[] = rows.map(([item, amount]) => ({ item, amount }));
  return budgetBalanceOf(submission('T13', input), '2023-06')?.revenue;
}

const names = (rows: readonly (BalanceSide['items'][number] | null)[] | undefined) =>
  rows?.map((row) => (row === null ? null : nameOfItem(row)));

describe('a budget balance', () => {
  test('numbered items are added up, totals and what was carried over are told apart', () => {
    const side = revenue([
      ['一、一般公共预算财政拨款收入', 100],
      ['二、政府性基金预算财政拨款收入', 10],
      ['本年收入合计', 110],
      ['使用非财政拨款结余', 0],
      ['年初结转和结余', 5],
      ['总计', 115],
    ]);
    expect(names(side?.items)).toEqual(['一般公共预算财政拨款收入', '政府性基金预算财政拨款收入']);
    expect(names(side?.carried)).toEqual(['使用非财政拨款结余', '年初结转和结余']);
    expect(names([side?.yearTotal ?? null, side?.grandTotal ?? null])).toEqual(['本年收入合计', '总计']);
  });

  test('deeper numbers and 其中 rows, with what follows them, are parts', () => {
    const side = revenue([
      ['一、财政拨款收入', 100],
      ['（一）一般公共预算', 90],
      ['1.经费拨款', 90],
      ['（二）政府性基金', 10],
      ['二、事业收入', 20],
      ['其中：专户管理资金', 15],
      ['其他事业收入', 5],
      ['三、其他收入', 1],
      ['收入总计', 121],
    ]);
    expect(names(side?.items)).toEqual(['财政拨款收入', '事业收入', '其他收入']);
    expect(side?.parts).toHaveLength(5);
    expect(side?.yearTotal).toBeNull();
  });

  test('rows below a total that heads them are what it adds up', () => {
    const side = revenue([
      ['一、本年收入', 110],
      ['（一）一般公共预算拨款', 100],
      ['（二）政府性基金预算拨款', 10],
      ['二、上年结转', 5],
      ['（一）一般公共预算拨款', 5],
      ['收入总计', 115],
    ]);
    expect(names(side?.items)).toEqual(['一般公共预算拨款', '政府性基金预算拨款']);
    expect(names(side?.carried)).toEqual(['上年结转']);
    expect(side?.yearTotal?.values.amount).toBe(110_000_000);
  });

  test('numbers that begin anew below what was carried over are its parts', () => {
    const side = revenue([
      ['一、一般公共预算财政拨款', 100],
      ['二、政府性基金预算财政拨款', 0],
      ['本年收入合计', 100],
      ['年初财政拨款结转和结余', 10],
      ['一、一般公共预算财政拨款', 10],
      ['二、政府性基金预算财政拨款', 0],
      ['使用专用结余', 2],
      ['总计', 112],
    ]);
    expect(names(side?.items)).toEqual(['一般公共预算财政拨款', '政府性基金预算财政拨款']);
    expect(names(side?.carried)).toEqual(['年初财政拨款结转和结余', '使用专用结余']);
    expect(side?.parts).toHaveLength(2);
  });

  test('what was carried over may head the list', () => {
    const side = revenue([
      ['上年结转', 5],
      ['一、财政拨款收入', 100],
      ['收入总计', 105],
    ]);
    expect(names(side?.items)).toEqual(['财政拨款收入']);
  });

  test('personnel and running costs are parts of basic expenditure, and items without it', () => {
    const rows: readonly (readonly [string, number])[] = [
      ['基本支出', 80],
      ['人员经费', 60],
      ['日常公用经费', 20],
      ['项目支出', 30],
      ['支出总计', 110],
    ];
    expect(names(revenue(rows)?.items)).toEqual(['基本支出', '项目支出']);
    expect(names(revenue(rows)?.parts)).toEqual(['人员经费', '日常公用经费']);
    expect(names(revenue(rows.slice(1))?.items)).toEqual(['人员经费', '日常公用经费', '项目支出']);
  });

  test('in a list without numbers 其中 takes as many rows as make up its whole', () => {
    const complete = revenue([
      ['财政拨款收入', 2908.06],
      ['其中：一般公共预算收入', 2900.43],
      ['政府性基金收入', 7.63],
      ['其他收入', 0.13],
      ['收入合计', 2908.19],
    ]);
    expect(names(complete?.items)).toEqual(['财政拨款收入', '其他收入']);
    const single = revenue([
      ['财政拨款收入', 2908.06],
      ['其中：政府性基金收入', 7.63],
      ['其他收入', 0.13],
      ['收入合计', 2908.19],
    ]);
    expect(names(single?.items)).toEqual(['财政拨款收入', '其他收入']);
    expect(names([single?.grandTotal ?? null])).toEqual(['收入合计']);
  });

  test('natures stand apart where functions are listed, and are the items where they are not', () => {
    const rows = [
      { item: '一、教育支出', amount: 10 },
      { item: '支出总计', amount: 10 },
      { item: '基本支出', amount: 6 },
      { item: '项目支出', amount: 4 },
    ];
    const expenditure = (own: readonly RowInput[]) =>
      budgetBalanceOf(submission('T13', { tables: { expenditure: own } }), '2023-06')?.expenditure;
    expect(names(expenditure(rows)?.items)).toEqual(['教育支出']);
    expect(names(expenditure(rows)?.byNature)).toEqual(['基本支出', '项目支出']);
    expect(names(expenditure(rows.slice(1))?.items)).toEqual(['基本支出', '项目支出']);
  });

  test('the year and the kind are those of the title', () => {
    const balance = (remarks: readonly string[]) =>
      budgetBalanceOf(submission('T13', { rows: [{}], remarks }), '2023-06');
    expect(balance(['2022年度收入支出决算总表'])).toMatchObject({ year: 2022, basis: 'final' });
    expect(balance(['2023年部门收支预算总表'])).toMatchObject({ year: 2023, basis: 'budget' });
    expect(balance([])).toMatchObject({ year: 2023, basis: null });
  });

  test('a heading of the amounts says their kind more exactly than a title', () => {
    const one = submission('T13', { rows: [{}], remarks: ['收入支出决算总表（2023年1-10月）'] });
    const { revenue, expenditure } = one.tables;
    if (revenue === undefined || expenditure === undefined) throw new RangeError('T13 has two sides');
    const headed = (heading: string) => {
      const columns = new Map(
        [...revenue.columns].map(([field, column]) => [field, { ...column, heading: `收入/${heading}` }]),
      );
      return budgetBalanceOf(
        { ...one, tables: { revenue: { ...revenue, columns }, expenditure } },
        '2023-10',
      );
    };
    expect(headed('预算数')?.basis).toBe('budget');
    expect(headed('决算数')?.basis).toBe('final');
    expect(headed('金额')?.basis).toBe('final');
  });
});

import { describe, expect, test } from '@jest/globals';
import type { RuleCase, SubmissionInput } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { referenceYear } from '../../../fixtures/reference-year/reference-year.ts';
import { dossiersOf } from '../../../fixtures/run-case.ts';
import type { Annex, AnnexLine } from '../../../pipeline/model/report.ts';
import type { TableLayout } from '../../../pipeline/model/template.ts';
import { annexOf } from '../../../pipeline/stages/annex/annex.ts';
import { templateIds, templates } from '../../../pipeline/templates/index.ts';

const december = { period: '2023-12', asOf: '2024-01-10' } as const;

describe('an annex', () => {
  test('is written in December for a unit with an assessment or with the facts of its report', () => {
    expect(annexFor({ ...december, T07: [{}] })).not.toBeNull();
    expect(annexFor({ ...december, T19: [fact('考核得分', 90, { valueUnit: '分' })] })).not.toBeNull();
  });

  test('is not written in a plain month, nor in a plain December', () => {
    expect(annexFor({ period: '2023-06', T07: [{}], T01: [{}] })).toBeNull();
    expect(annexFor({ ...december, T01: [{}], T08: [{}], T10: [{}] })).toBeNull();
  });

  test('says which tables are wanting, and shows what the narrative says all the same', () => {
    const annex = annexFor({ ...december, T19: [fact('直达资金项目数', 5, { valueUnit: '个' })] });
    const section = annex?.sections.find(({ code }) => code === 'directFunds');
    expect(section?.missing).toEqual(['T10']);
    expect(section?.lines.map(shown)).toEqual(['直达资金项目数 null/5 noTable']);
    expect(annex?.sections.find(({ code }) => code === 'guarantees')).toEqual({
      code: 'guarantees',
      title: { zh: '“三保”支出', en: 'Three guarantees' },
      missing: ['T08'],
      lines: [],
    });
  });

  test('loses no figure of the narrative', () => {
    const annex = annexFor({ ...december, T19: [fact('网络安全事件', 0, { valueUnit: '起' })] });
    expect(annex?.sections.at(-1)?.lines.map(shown)).toEqual(['网络安全事件 null/0 noTable']);
  });

  test('stands whatever table, column or cell is wanting', () => {
    const { T19 = [] } = referenceYear;
    for (const id of templateIds) {
      const { [id]: input, ...rest } = referenceYear;
      expect(annexFor({ ...rest, sheets: [] })).not.toBeNull();
      if (input === undefined) continue;
      const given: SubmissionInput = 'length' in input ? { rows: input } : input;
      for (const { fields } of Object.values<TableLayout>(templates[id].tables))
        for (const field of Object.keys(fields)) {
          const without = [...(given.without ?? []), field];
          expect(annexFor({ ...december, T07: [{}], T19, [id]: { ...given, without } })).not.toBeNull();
        }
    }
  });

  test('says which numbers of a list are missing, and nothing of one that is numbered otherwise', () => {
    const noteOf = (numbers: readonly number[]) =>
      linesOf(annexFor({ ...december, T07: [{}], T17: numbers.map((seq) => ({ seq })) }), 'projects')[0]?.note
        ?.zh;
    expect(noteOf([1, 2, 5])).toBe('序号缺 3、4。');
    expect(noteOf([1, 2, 3])).toBeUndefined();
    expect(noteOf([1, 2, 2_023_000_001])).toBeUndefined();
  });

  test('takes no sentence for a figure', () => {
    const measures = {
      ...fact('管理措施', '采取3项措施'),
      value: { text: '采取3项措施', comparator: null, number: 3, unit: '' },
    };
    const annex = annexFor({ ...december, T19: [measures, fact('网络安全事件', 0)] });
    expect(annex?.sections.at(-1)?.lines.map(({ item }) => item.zh)).toEqual(['网络安全事件']);
  });

  test('looks at figures of other years and other bases apart', () => {
    const annex = annexFor({
      ...december,
      T09: [{ budget: 17.17, actual: 16.5, lastActual: 17.6 }],
      T19: [
        fact('三公经费', 17.17, { basis: '预算' }),
        fact('三公经费', 16.5, { basis: '实际' }),
        fact('三公经费', 17, { basis: '实际', year: 2022 }),
      ].map((row) => ({ year: 2023, ...row })),
    });
    expect(linesOf(annex, 'publicExpenses').slice(0, 4).map(shown)).toEqual([
      '“三公”经费合计：本年预算 17.17/17.17 agrees',
      '“三公”经费合计：本年支出 16.50/16.5 agrees',
      '“三公”经费合计：上年预算 18.00/null notMentioned',
      '“三公”经费合计：上年决算 17.60/17 differs',
    ]);
  });

  test.each([
    ['said once', [fact('其他收入', 0.1)], ['agrees']],
    ['said twice and differently', [fact('其他收入', 0.1), fact('其他收入', 0)], ['agrees', 'differs']],
  ])('has a line for every claim: %s', (_, facts, outcomes) => {
    const annex = annexFor({
      ...december,
      T13: { tables: { revenue: [{ item: '一、其他收入', amount: 0.1 }], expenditure: [{}] } },
      T19: facts.map((row) => ({ year: 2023, basis: '预算', ...row })),
    });
    const own = linesOf(annex, 'balance').filter(({ item }) => item.zh === '其他收入');
    expect(own.map(({ verdict }) => verdict)).toEqual(outcomes);
  });

  test.each([
    // Three figures in 万元 with two decimals: rounding makes up to 0.02.
    [3.02, 'rounding'],
    [3.021, 'differs'],
    [3, 'agrees'],
  ])('calls a sum of three figures of 3.00 stated as %p: %s', (stated, verdict) => {
    const annex = annexFor({
      ...december,
      T12: [1, 1, 1].map((collected, index) => ({ item: `收入${index}`, plan: 1, collected })),
      T19: [fact('非税收入实缴', stated, { year: 2023, basis: '实际' })],
    });
    const own = linesOf(annex, 'nonTax').find(({ item }) => item.zh === '非税收入合计：实缴');
    expect(own?.verdict).toBe(verdict);
  });

  test.each([
    [96.1, 'agrees'],
    [96.13, 'agrees'],
    [96.12, 'differs'],
    [96, 'agrees'],
    [96.2, 'differs'],
  ])('compares a rate of 96.125 %% with %p by the decimals it is stated with: %s', (stated, verdict) => {
    const annex = annexFor({
      ...december,
      T01: [{ adjustedBudget: 800, cumPlan: 800, cumActual: 769 }],
      T19: [fact('项目整体支出进度', stated, { valueUnit: '%', year: 2023 })],
    });
    const own = linesOf(annex, 'spending').find(({ item }) => item.zh === '项目整体支出进度');
    expect([own?.computed, own?.verdict]).toEqual(['96.13', verdict]);
  });

  test.each([
    ['与上年持平', 0, 'agrees'],
    ['与上年持平', 0.5, 'differs'],
    ['较上年减少', -0.5, 'agrees'],
    ['较上年增加', -0.5, 'differs'],
  ])('holds the words %p against a change of %p: %s', (words, change, verdict) => {
    const annex = annexFor({
      ...december,
      T09: [{ actual: 17 + change, lastActual: 17 }],
      T19: [fact('三公经费变化', words, { year: 2023 })],
    });
    const own = linesOf(annex, 'publicExpenses').find(({ item }) => item.zh.endsWith('较上年增减额'));
    expect(own?.verdict).toBe(verdict);
  });

  test('works out nothing from a table without amounts', () => {
    const annex = annexFor({
      ...december,
      T08: [{ arranged: null, spent: null, need: null, rate: null }],
      T19: [fact('保基本民生安排资金', 12, { year: 2023 })],
    });
    expect(linesOf(annex, 'guarantees').map(shown)).toEqual(['保基本民生：安排资金 null/12 noTable']);
  });
});

function annexFor(one: RuleCase): Annex | null {
  const [dossier] = dossiersOf(one);
  if (dossier === undefined) throw new Error('no dossier');
  return annexOf(dossier, {
    lamps: { red: 0.6, yellow: 0.8 },
    variance: { warnAbove: 0.2, errorAbove: Number.POSITIVE_INFINITY, floor: 1_000_000 },
  });
}

function linesOf(annex: Annex | null, code: string): readonly AnnexLine[] {
  return annex?.sections.find((section) => section.code === code)?.lines ?? [];
}

function shown({ item, computed, stated, verdict }: AnnexLine): string {
  return `${item.zh} ${computed}/${stated} ${verdict}`;
}

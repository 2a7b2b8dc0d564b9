import { describe, expect, test } from '@jest/globals';
import type { RowInput } from '../../fixtures/case.ts';
import { submission } from '../../fixtures/submission.ts';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { factTerm } from '../../pipeline/model/fact-term.ts';
import { type Fact, factsAbout, factsOf, figureOf, indicatorOf } from '../../pipeline/model/facts.ts';

const value = (text: string, number: number | null = null) => ({ text, comparator: null, number, unit: '' });

function facts(rows: readonly RowInput[], period = '2023-12'): readonly Fact[] {
  const dossier: Dossier = {
    unit: '青禾镇人民政府',
    period,
    submissions: [submission('T19', rows)],
    superseded: [],
    unjudged: [],
    previous: null,
  };
  return factsOf(dossier);
}

describe('facts of the annual report', () => {
  test('an amount becomes fen by the unit beside it', () => {
    const [fact] = facts([{ indicator: '资产总额', value: value('14454.52', 14454.52), valueUnit: '万元' }]);
    expect(fact).toMatchObject({ code: 'assets', number: 14454.52, fen: 14_454_520_000, year: 2023 });
  });

  test('as terms of a sum figures are given to the hundredth, counts whole', () => {
    const terms = facts([
      { indicator: '资产总额', value: value('4.5', 4.5), valueUnit: '万元' },
      { indicator: '直达资金项目数', value: value('5个', 5), valueUnit: '个' },
    ]).map(factTerm);
    expect(terms).toEqual(['C6 4.50 万元', 'C7 5 个']);
  });

  test('a number of things is a number, no amount', () => {
    const [fact] = facts([{ indicator: '直达资金项目数', value: value('5个', 5), valueUnit: '个' }]);
    expect(fact).toMatchObject({ code: 'directFunds', number: 5, fen: null });
  });

  test.each([
    ['平衡', 'balanced'],
    ['收支不平衡', 'unbalanced'],
    ['未发生', 'none'],
    ['无', 'none'],
    ['不涉及', 'notApplicable'],
    ['与上年持平', 'same'],
    ['增加', 'more'],
    ['减少', 'less'],
    ['没有增长', null],
    ['未增加', null],
    ['不增不减', 'same'],
    ['与上年相比没有减少', null],
    ['没有新增', 'none'],
  ])('the word %s means %s', (text, word) => {
    expect(facts([{ indicator: '收支平衡', value: value(text) }])[0]?.word).toBe(word);
  });

  test('a year inside a text is no figure', () => {
    const [same, more] = facts([
      { indicator: '三公经费变化', value: value('与2022年持平', 2022) },
      { indicator: '负债增加额', value: value('较2022年增加229.94万元', 2022), valueUnit: '万元' },
    ]);
    expect(same?.number).toBeNull();
    expect(more).toMatchObject({ number: 229.94, fen: 229_940_000, word: 'more' });
  });

  test('上年 in the name is the year before, unless another year stands beside it', () => {
    const years = facts([
      { indicator: '三公经费上年', value: value('17.17', 17.17), year: 2023 },
      { indicator: '三公经费上年', value: value('17.17', 17.17), year: null },
      { indicator: '2022年三公经费', value: value('17.17', 17.17), year: null },
      { indicator: '三公经费本年', value: value('17.17', 17.17), year: null },
      { indicator: '三公经费', value: value('17.17', 17.17), year: null },
    ]).map(({ code, year, isYearStated }) => [code, year, isYearStated]);
    expect(years).toEqual([
      ['threePublic', 2022, true],
      ['threePublic', 2022, true],
      ['threePublic', 2022, true],
      ['threePublic', 2023, true],
      ['threePublic', 2023, false],
    ]);
  });

  test('a report handed in the next January speaks of the year it names', () => {
    const [fact] = facts(
      [
        { indicator: '收入总计', value: value('1', 1), year: null },
        { indicator: '支出总计', value: value('1', 1), year: 2023 },
      ],
      '2024-01',
    );
    expect(fact?.year).toBe(2023);
  });

  test.each([
    ['考核得分', 'score', ''],
    ['预算编制情况得分', 'sectionScore', '预算编制'],
    ['各部分得分', 'sectionScore', ''],
    ['实现程度达到50%的项目数', 'goalsHalf', ''],
    ['90分以下项目数', 'evaluationBand', '90分以下'],
    ['罚没收入', 'nonTaxActualItem', '罚没收入'],
    ['非税收入实缴分项：利息收入', 'nonTaxActualItem', '利息收入'],
    ['非税收入分项-门面租金', 'nonTaxActualItem', '门面租金'],
    ['非税收入计划分项：罚没收入', 'nonTaxPlanItem', '罚没收入'],
    ['非税收入计划（罚没收入）', 'nonTaxPlanItem', '罚没收入'],
    ['“三公”经费', 'threePublic', ''],
    ['政府采购预算（万元）', 'procurementBudget', ''],
  ])('%s is the indicator %s', (written, code, kind) => {
    expect(indicatorOf(written)).toEqual({ code, kind });
  });

  test('a name that is none of the standard ones has no code', () => {
    expect(indicatorOf('房屋面积')).toBeNull();
  });

  test('nothing that happened is zero', () => {
    const all = facts([{ indicator: '新增暂付款', value: value('无') }]);
    expect(factsAbout(all, 'newAdvances', 2023).map(figureOf)).toEqual([0]);
    expect(factsAbout(all, 'newAdvances', 2022)).toEqual([]);
  });

  test('the basis is budget, final accounts or actual', () => {
    const rows = ['预算', '决算数', '实际', '计划', null].map((basis) => ({ value: value('1', 1), basis }));
    expect(facts(rows).map(({ basis }) => basis)).toEqual(['budget', 'final', 'actual', 'budget', null]);
  });
});

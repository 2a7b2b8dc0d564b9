import { gap } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { noIncrease } from '../../../rules/three-public-expenses/no-increase.ts';
import { testRule } from '../../support/test-rule.ts';

const rest = [{}, {}, {}, {}, {}];

testRule(noIncrease, {
  passes: {
    'less than last year on both bases': { T09: [{}, ...rest] },
    'nothing spent in either year': { T09: [{ budget: 0, lastBudget: 0 }] },
    'a fall that only the report states': {
      T19: [fact('三公经费上年', 18), fact('三公经费本年', 17.17)],
    },
  },
  fails: {
    'a budget one fen above last year’s': {
      T09: [{ budget: 18.000001 }, ...rest],
      findings: [
        'error 三公经费!D6: “三公”经费本年预算数 18.000001 万元，比上年预算数 18.00 万元增加 0.000001 万元（0.00%）。',
      ],
    },
    'actual spending above last year’s': {
      T09: [{ actual: 19.36 }, ...rest],
      findings: [
        'error 三公经费!E6: “三公”经费本年执行数 19.36 万元，比上年决算数 17.60 万元增加 1.76 万元（10.00%）。',
      ],
    },
    'the same as last year': {
      T09: [{ budget: 17.17, lastBudget: 17.17 }, ...rest],
      findings: ['notice 三公经费!D6: “三公”经费本年预算数 17.17 万元，与上年预算数相同，没有减少。'],
    },
    'the same in both years of the report': {
      T19: [fact('三公经费上年', 17.17), fact('三公经费本年', 17.17)],
      findings: ['notice 数据采集!C7: “三公”经费2023年数 17.17 万元，与2022年数相同，没有减少。'],
    },
    'the two of the report’s figures that are of one basis': {
      T19: [
        fact('三公经费', 17, { year: 2023, basis: '预算' }),
        fact('三公经费', 18, { year: 2023, basis: '决算' }),
        fact('三公经费', 16, { year: 2022, basis: '决算' }),
      ],
      findings: [
        'error 数据采集!C7: “三公”经费2023年数 18.00 万元，比2022年数 16.00 万元增加 2.00 万元（12.50%）。',
      ],
    },
    'the report’s two figures, beside what it says in words': {
      T19: [
        fact('三公经费', '持平', { valueUnit: null }),
        fact('三公经费', 17.17, { year: 2023 }),
        fact('三公经费', 17.17, { year: 2022 }),
      ],
      findings: ['notice 数据采集!C7: “三公”经费2023年数 17.17 万元，与2022年数相同，没有减少。'],
    },
    'the report’s two years where the table has no last year': {
      T09: { rows: [{}, ...rest], without: ['lastBudget', 'lastActual'] },
      T19: [fact('三公经费', 20, { year: 2023 }), fact('三公经费', 0, { year: 2022 })],
      findings: [
        'error 数据采集!C6: “三公”经费2023年数 20.00 万元，比2022年数 0.00 万元增加 20.00 万元（上年为 0）。',
      ],
    },
  },
  undecidable: {
    'a budget of last year that cannot be read': {
      T09: [{ lastBudget: gap('unreadable') }, ...rest],
      because: ['三公经费!B6'],
    },
    'a fact without a unit': {
      T19: [fact('三公经费上年', 18, { valueUnit: null }), fact('三公经费本年', 17.17)],
      because: ['数据采集!D6'],
    },
  },
  notApplicable: {
    'only this year’s figures': { T09: { rows: [{}, ...rest], without: ['lastBudget', 'lastActual'] } },
    'facts of different bases': {
      T19: [fact('三公经费上年', 17, { basis: '决算' }), fact('三公经费本年', 18, { basis: '预算' })],
    },
  },
});

import { costUnequalRequest } from '../../../rules/ex-ante/cost-unequal-request.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(costUnequalRequest, {
  passes: {
    'two lines that add up': { T05: { rows: [{}, {}] } },
    'one line': { T05: { rows: [{ amount: 20 }] } },
  },
  fails: {
    'within the rounding difference of two lines': {
      T05: { rows: [{}, { amount: 9.985 }] },
      findings: [
        'notice 事前评估!B8: 分项成本合计 19.985 万元与申报金额 20.00 万元相差 0.015 万元，在尾差 0.015 万元以内。',
      ],
    },
    'just beyond the rounding difference': {
      T05: { rows: [{}, { amount: 9.98 }] },
      findings: ['error 事前评估!B8: 分项成本合计 19.98 万元，申报金额 20.00 万元，相差 0.02 万元。'],
    },
    'lines in yuan': {
      T05: { rows: [{ amount: 100_000 }, { amount: 100_000 }] },
      findings: [
        'error 事前评估!B8: 分项成本合计 200000.00 万元，约为申报金额 20.00 万元的 10000 倍，疑似把元填入了万元栏。',
      ],
    },
    'a request in yuan': {
      T05: { rows: [{}, {}], form: { requested: 200_000 } },
      findings: [
        'error 事前评估!B8: 申报金额 200000.00 万元，约为分项成本合计 20.00 万元的 10000 倍，疑似把元填入了万元栏。',
      ],
    },
    'a line too many': {
      T05: { rows: [{}, {}, {}] },
      findings: ['error 事前评估!B8: 分项成本合计 30.00 万元，申报金额 20.00 万元，相差 10.00 万元。'],
    },
  },
  undecidable: {
    'no cost lines on the sheet': { T05: {}, because: ['事前评估!null'] },
    'a line without an amount': { T05: { rows: [{}, { amount: null }] }, because: ['事前评估!G7'] },
    'no amount asked for': {
      T05: { rows: [{}, {}], form: { requested: null } },
      because: ['事前评估!B8'],
    },
  },
  notApplicable: {
    'a classified project': { T05: { rows: [{}], form: { phone: { gap: 'classified' } } } },
  },
});

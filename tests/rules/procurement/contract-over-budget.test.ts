import { gap } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { contractOverBudget } from '../../../rules/procurement/contract-over-budget.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(contractOverBudget, {
  passes: {
    'a contract below its budget': { T15: [{}] },
    'a contract exactly of its budget': { T15: [{ budget: 10, contract: 10 }] },
    'a report within its budget': { T19: [fact('采购总预算', 4.39), fact('采购合同总金额', 4.37)] },
  },
  fails: {
    'a contract just above its budget': {
      T15: [{}, { budget: 10, contract: 10.01 }],
      findings: [
        'error 政府采购!E7: 「采购项目2」合同金额 10.01 万元，超过采购预算 10.00 万元，超 0.01 万元。',
      ],
    },
    'further contracts on one budget': {
      T15: [
        { projectName: '信息化建设', budget: 100, contract: 60 },
        {},
        { projectName: '信息化建设', budget: 0, contract: 30 },
        { projectName: '信息化建设', budget: null, contract: 20 },
      ],
      findings: [
        'error 政府采购!E6: 「信息化建设」3 份合同合计 110.00 万元，超过采购预算 100.00 万元，超 10.00 万元。',
      ],
    },
    'two purchases of one name, each with its budget': {
      T15: [
        { projectName: '办公设备', budget: 10, contract: 6 },
        { projectName: '办公设备', budget: 10, contract: 12 },
      ],
      findings: [
        'error 政府采购!E7: 「办公设备」合同金额 12.00 万元，超过采购预算 10.00 万元，超 2.00 万元。',
      ],
    },
    'a report above its budget': {
      T19: [fact('采购总预算', 4.37), fact('采购合同总金额', 4.39)],
      findings: [
        'error 数据采集!C7: 报告称2023年采购合同金额 4.39 万元，超过采购预算 4.37 万元，超 0.02 万元。',
      ],
    },
  },
  undecidable: {
    'a budget that cannot be read': { T15: [{ budget: gap('unreadable') }], because: ['政府采购!D6'] },
    'a further contract that cannot be read': {
      T15: [
        { projectName: '信息化建设' },
        { projectName: '信息化建设', budget: 0, contract: gap('unreadable') },
      ],
      because: ['政府采购!E7'],
    },
    'a blank budget': { T15: [{ budget: null }], because: ['政府采购!D6'] },
  },
  notApplicable: {
    'a budget of nothing': { T15: [{ budget: 0 }] },
    'no contract yet': { T15: [{ contract: null }, { contract: gap('placeholder') }] },
  },
});

import { gap } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { purchaseWithoutBudget } from '../../../rules/procurement/purchase-without-budget.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(purchaseWithoutBudget, {
  passes: {
    'a purchase with a budget': { T15: [{}] },
    'neither budget nor contract': { T15: [{ budget: 0, contract: 0 }] },
    'further contracts on the budget of their project': {
      T15: [
        { projectName: '信息化建设', budget: 100, contract: 60 },
        { projectName: '信息化建设', budget: 0, contract: 30 },
        { projectName: '信息化建设', budget: null, contract: 10 },
      ],
    },
    'a report with a budget': { T19: [fact('政府采购预算', 4.39), fact('政府采购合同', 4.37)] },
    'a report without purchases': { T19: [fact('政府采购预算', 0), fact('政府采购合同', 0)] },
  },
  fails: {
    'the smallest contract on no budget': {
      T15: [{}, { budget: 0, contract: 0.01 }],
      findings: ['error 政府采购!D7: 「采购项目2」采购预算为 0，合同金额 0.01 万元。'],
    },
    'the report: nothing budgeted, 4.37 bought': {
      T19: [fact('政府采购预算', 0), fact('采购总预算', 4.39), fact('采购合同总金额', 4.37)],
      findings: ['error 数据采集!C6: 报告称2023年政府采购预算为 0，采购合同金额 4.37 万元。'],
    },
    'the table, and not the report again': {
      T15: [{ budget: 0, contract: 4.37 }],
      T19: [fact('政府采购预算', 0), fact('采购合同总金额', 4.37)],
      findings: ['error 政府采购!D6: 「采购项目1」采购预算为 0，合同金额 4.37 万元。'],
    },
  },
  undecidable: {
    'a blank budget': { T15: [{ budget: null }], because: ['政府采购!D6'] },
    'a contract that cannot be read': { T15: [{ contract: gap('unreadable') }], because: ['政府采购!E6'] },
  },
  notApplicable: {
    'no contract yet': { T15: [{ contract: null }, { contract: gap('placeholder') }] },
    'a report about another year’s contracts': {
      T19: [fact('政府采购预算', 0), fact('政府采购合同', 4.37, { year: 2022 })],
    },
  },
});

import { gap } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { assetBudgetMismatch } from '../../../rules/procurement/asset-budget-mismatch.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(assetBudgetMismatch, {
  passes: {
    'an asset with a budget': { T15: [{ newAssetBudget: 10 }] },
    'a report that bought nothing': {
      T19: [fact('新增资产预算', 0), fact('本年购置资产', 0, { valueUnit: '元' })],
    },
    'a report with a budget': { T19: [fact('新增资产预算', 9), fact('本年购置资产', 8.2296)] },
  },
  fails: {
    'the smallest asset on no budget': {
      T15: [{ newAssetBudget: 10 }, { newAssetBudget: 0, contract: 0.01 }],
      findings: ['error 政府采购!J7: 「采购项目2」新增资产预算为 0，实际购置 0.01 万元。'],
    },
    'an asset by its name alone': {
      T15: [{ projectName: '会议室音响', category: null, newAssetBudget: 0, contract: 8.4 }],
      findings: ['error 政府采购!J6: 「会议室音响」新增资产预算为 0，实际购置 8.40 万元。'],
    },
    'the report: nothing budgeted, 82296 yuan of assets bought': {
      T19: [fact('新增资产预算', 0), fact('本年购置资产', 82_296, { valueUnit: '元' })],
      findings: ['error 数据采集!C6: 报告称2023年新增资产预算为 0，实际购置资产 82296.00 元。'],
    },
  },
  undecidable: {
    'a budget for assets that is blank': {
      T15: [{ newAssetBudget: 1 }, { newAssetBudget: null }],
      because: ['政府采购!J7'],
    },
    'a contract that cannot be read': {
      T15: [{ newAssetBudget: 0, contract: gap('unreadable') }],
      because: ['政府采购!E6'],
    },
  },
  notApplicable: {
    'a service': { T15: [{ category: 'C23120301 车辆维修和保养服务', newAssetBudget: 0 }] },
    'no contract yet': { T15: [{ newAssetBudget: 0, contract: gap('placeholder') }] },
    'what is done to assets, or used up in them': {
      T15: ['公务用车维修', '空调维保', '打印机租赁', '车辆保险', '打印机硒鼓耗材'].map((projectName) => ({
        projectName,
        category: null,
        newAssetBudget: 0,
      })),
    },
    'no column for new assets': { T15: [{}] },
    'a report without a budget for assets': { T19: [fact('本年购置资产', 8.2296)] },
  },
});

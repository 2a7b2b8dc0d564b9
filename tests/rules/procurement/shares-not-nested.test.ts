import { gap } from '../../../fixtures/case.ts';
import { sharesNotNested } from '../../../rules/procurement/shares-not-nested.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(sharesNotNested, {
  passes: {
    'all three equal': { T15: [{ contract: 4.37, smeAmount: 4.37, microAmount: 4.37 }] },
    'each smaller than the one before': { T15: [{ contract: 10, smeAmount: 9, microAmount: 8 }] },
    'only small and micro firms given': { T15: [{ contract: 10, microAmount: 8 }] },
  },
  fails: {
    'SMEs just above the contract': {
      T15: [
        { smeAmount: 1, microAmount: 1 },
        { contract: 10, smeAmount: 10.01, microAmount: 8 },
      ],
      findings: [
        'error 政府采购!G7: 「采购项目2」中小企业合同金额 10.01 万元，大于合同金额 10.00 万元，多 0.01 万元。',
      ],
    },
    'small and micro firms above SMEs': {
      T15: [{ contract: 10, smeAmount: 5, microAmount: 6 }],
      findings: [
        'error 政府采购!H6: 「采购项目1」小微企业合同金额 6.00 万元，大于中小企业合同金额 5.00 万元，多 1.00 万元。',
      ],
    },
    'only small and micro firms, above the contract': {
      T15: [{ contract: 5, microAmount: 6 }],
      findings: [
        'error 政府采购!G6: 「采购项目1」小微企业合同金额 6.00 万元，大于合同金额 5.00 万元，多 1.00 万元。',
      ],
    },
  },
  undecidable: {
    'an amount that cannot be read': {
      T15: [{ smeAmount: gap('unreadable') }],
      because: ['政府采购!G6'],
    },
    'a contract that cannot be read': {
      T15: [{ contract: gap('unreadable'), smeAmount: 1 }],
      because: ['政府采购!E6'],
    },
  },
  notApplicable: { 'no amounts by size': { T15: [{}] } },
});

import { gap } from '../../../fixtures/case.ts';
import { latePayment } from '../../../rules/procurement/late-payment.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(latePayment, {
  passes: {
    'paid on the thirtieth day': { T15: [{ acceptedOn: '2023-05-01', paidOn: '2023-05-31' }] },
    'not paid, and still in time': { T15: [{ acceptedOn: '2023-05-31', paidOn: null }] },
    'paid before acceptance': { T15: [{ acceptedOn: '2023-05-10', paidOn: '2023-05-01' }] },
  },
  fails: {
    'paid a day late': {
      T15: [{}, { acceptedOn: '2023-05-01', paidOn: '2023-06-01' }],
      findings: [
        'warning 政府采购!I7: 「采购项目2」2023-05-01 验收、2023-06-01 付款，相隔 31 天，超过 30 天期限 1 天。',
      ],
    },
    'not paid a day after it was due': {
      T15: [{ acceptedOn: '2023-05-30', paidOn: null }],
      findings: [
        'warning 政府采购!I6: 「采购项目1」2023-05-30 验收，至 2023-06-30 已 31 天，尚未付款，超过 30 天期限 1 天。',
      ],
    },
  },
  undecidable: {
    'a day of payment that cannot be read': {
      T15: [{ paidOn: gap('unreadable') }],
      because: ['政府采购!I6'],
    },
    'a day of acceptance that cannot be read': {
      T15: [{ acceptedOn: gap('unreadable') }],
      because: ['政府采购!H6'],
    },
  },
  notApplicable: {
    'a large firm': { T15: [{ supplierSize: '大型', acceptedOn: '2023-01-01', paidOn: '2023-05-01' }] },
    'not accepted yet': { T15: [{ acceptedOn: null, paidOn: null }] },
  },
});

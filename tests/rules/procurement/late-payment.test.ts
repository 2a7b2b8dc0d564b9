import { expect, test } from '@jest/globals';
import { gap, type RowInput } from '../../../fixtures/case.ts';
import { runRules } from '../../../fixtures/run-case.ts';
import { latePayment } from '../../../rules/procurement/late-payment.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(latePayment, {
  passes: {
    'paid on the thirtieth day': { T15: [{ acceptedOn: '2023-05-01', paidOn: '2023-05-31' }] },
    'not paid, and still in time': { T15: [{ acceptedOn: '2023-05-31', paidOn: null }] },
    'a stroke for the day, and still in time': {
      T15: [{ acceptedOn: '2023-05-31', paidOn: gap('placeholder') }],
    },
    'paid on a day not given, and still in time': {
      T15: [{ acceptedOn: '2023-05-31', paidOn: null, paid: 9.5 }],
    },
    'paid before acceptance': { T15: [{ acceptedOn: '2023-05-10', paidOn: '2023-05-01' }] },
  },
  fails: {
    'paid a day late': {
      T15: [{}, { acceptedOn: '2023-05-01', paidOn: '2023-06-01' }],
      findings: [
        'warning 政府采购!I7: 「采购项目2」2023-05-01 验收、2023-06-01 付款，相隔 31 天，超过 30 天期限 1 天。',
      ],
    },
    'a stroke for the day, a day after it was due': {
      T15: [{ acceptedOn: '2023-05-30', paidOn: gap('placeholder') }],
      findings: [
        'warning 政府采购!I6: 「采购项目1」2023-05-30 验收，至 2023-06-30 已 31 天，尚未付款，超过 30 天期限 1 天。',
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
    'paid on a day not given, past the limit by now': {
      T15: [{ acceptedOn: '2023-05-01', paidOn: null, paid: 9.5 }],
      because: ['政府采购!I6'],
    },
    'a day of acceptance that is an error': {
      T15: [{ acceptedOn: gap('error') }],
      because: ['政府采购!H6'],
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

const clears = (row: RowInput) =>
  runRules([latePayment], { T15: [row] }).findings.map((one) => one.clears.zh);

test('what clears it knows what a contract may agree on, and what there is to pay', () => {
  expect(clears({ acceptedOn: '2023-04-01', paidOn: '2023-05-31' })).toEqual([
    '核对两个日期；合同另有约定（最长 60 天）的，在备注中写明。',
  ]);
  expect(clears({ acceptedOn: '2023-04-01', paidOn: '2023-06-01' })).toEqual([
    '核对两个日期；已超过合同可以约定的最长 60 天，在备注中写明原因。',
  ]);
  expect(clears({ acceptedOn: '2023-05-15', paidOn: null, contract: null })).toEqual([
    '支付合同款；已付款的，补填付款日期；合同另有约定（最长 60 天）的，在备注中写明。',
  ]);
});

test('what the remark says of it comes along', () => {
  const late = { acceptedOn: '2023-04-01', paidOn: '2023-05-31', remark: '合同约定验收后60日内付款' };
  const [finding] = runRules([latePayment], { T15: [late] }).findings;
  expect(finding?.explanation).toBe('合同约定验收后60日内付款');
});

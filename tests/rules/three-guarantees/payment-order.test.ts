import { gap, type RowInput } from '../../../fixtures/case.ts';
import { paymentOrder } from '../../../rules/three-guarantees/payment-order.ts';
import { testRule } from '../../support/test-rule.ts';

/** A guarantee of 100 due on the tenth, and 30 paid to other ends. */
const due = (paidOn: string | null, more: RowInput = {}) => ({
  kind: '保基本民生',
  arranged: 100,
  spent: paidOn === null ? 0 : 100,
  dueOn: '2023-06-10',
  paidOn,
  ...more,
});
const other = (paidOn: string | null, more: RowInput = {}) => ({
  kind: '非“三保”',
  arranged: 30,
  spent: 30,
  dueOn: null,
  paidOn,
  ...more,
});

testRule(paymentOrder, {
  passes: {
    'other ends after the guarantee': { T08: [due('2023-06-10'), other('2023-06-11')] },
    'other ends on the due day itself': { T08: [due('2023-06-12'), other('2023-06-10')] },
    'a stroke for the due day of other ends': {
      T08: [due('2023-06-10'), other('2023-06-11', { dueOn: gap('placeholder') })],
    },
    'both on one day': { T08: [due('2023-06-12'), other('2023-06-12')] },
    'money spent on a day not given': { T08: [due(null, { spent: 100 }), other('2023-06-15')] },
  },
  fails: {
    'other ends the day after a guarantee was due': {
      T08: [due('2023-06-12'), other('2023-06-11')],
      findings: [
        'error 三保支出!G7: 2023-06-11 支付非“三保”支出 30.00 万元，同期拖欠保基本民生 100.00 万元（应付日期 2023-06-10）。',
      ],
    },
    'a guarantee that is not paid at all': {
      T08: [due(null, { kind: '保工资' }), other('2023-06-20')],
      findings: [
        'error 三保支出!G7: 2023-06-20 支付非“三保”支出 30.00 万元，同期拖欠保工资 100.00 万元（应付日期 2023-06-10）。',
      ],
    },
    'what was paid too late, not the allotment of the year': {
      T08: [due('2023-06-12', { arranged: 1200 }), other('2023-06-11')],
      findings: [
        'error 三保支出!G7: 2023-06-11 支付非“三保”支出 30.00 万元，同期拖欠保基本民生 100.00 万元（应付日期 2023-06-10）。',
      ],
    },
    'not paid, and a stroke for the day': {
      T08: [due(null, { paidOn: gap('placeholder') }), other('2023-06-11')],
      findings: [
        'error 三保支出!G7: 2023-06-11 支付非“三保”支出 30.00 万元，同期拖欠保基本民生 100.00 万元（应付日期 2023-06-10）。',
      ],
    },
    'two guarantees are both named, since the first was due': {
      T08: [
        due('2023-06-12', { kind: '保工资' }),
        due('2023-06-12', { dueOn: '2023-06-08' }),
        other('2023-06-11'),
      ],
      findings: [
        'error 三保支出!G8: 2023-06-11 支付非“三保”支出 30.00 万元，同期拖欠保基本民生、保工资 200.00 万元（应付日期 2023-06-08）。',
      ],
    },
    'payments of one day are one finding': {
      T08: [due('2023-06-25'), other('2023-06-20'), other('2023-06-20', { spent: 12 })],
      findings: [
        'error 三保支出!G7: 2023-06-20 支付非“三保”支出 42.00 万元，同期拖欠保基本民生 100.00 万元（应付日期 2023-06-10）。',
      ],
    },
  },
  undecidable: {
    'a day of payment that cannot be read': {
      T08: [due('2023-06-12'), other(null, { paidOn: gap('unreadable') })],
      because: ['三保支出!G7'],
    },
    'a guarantee past due with neither a day nor an amount': {
      T08: [due(null, { spent: null }), other('2023-06-20')],
      because: ['三保支出!D6'],
    },
    'a due day that cannot be read': {
      T08: [due('2023-06-12', { dueOn: gap('unreadable') }), other('2023-06-15')],
      because: ['三保支出!F6'],
    },
  },
  notApplicable: {
    'no dates on the sheet': { T08: [{}, {}, {}] },
    'a payment dated after the day of judgement': { T08: [due(null), other('2023-07-01')] },
    'nothing is due': { T08: [due('2023-06-12', { dueOn: null }), other('2023-06-11')] },
  },
});

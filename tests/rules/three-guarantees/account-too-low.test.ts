import { accountTooLow } from '../../../rules/three-guarantees/account-too-low.ts';
import { testRule } from '../../support/test-rule.ts';

const account = (accountBalance: number | null, monthlyNeed: number | null = 25) => ({
  T08: { form: { accountBalance, monthlyNeed } },
});

testRule(accountTooLow, {
  passes: {
    'more than two months': account(60),
    'exactly one month': account(25),
    'exactly two months, where two are asked for': { ...account(50), options: { months: 2 } },
  },
  fails: {
    'one fen short of a month': {
      ...account(24.999999),
      findings: [
        'warning 三保支出!B3: 专户余额 24.999999 万元，月均支出 25.00 万元，可保障 0.99 个月，不足 1 个月。',
      ],
    },
    'an empty account': {
      ...account(0),
      findings: [
        'warning 三保支出!B3: 专户余额 0.00 万元，月均支出 25.00 万元，可保障 0.00 个月，不足 1 个月。',
      ],
    },
    'less than two months, where two are asked for': {
      ...account(49.99),
      options: { months: 2 },
      findings: [
        'warning 三保支出!B3: 专户余额 49.99 万元，月均支出 25.00 万元，可保障 1.99 个月，不足 2 个月。',
      ],
    },
  },
  undecidable: {
    'a blank balance': { ...account(null), because: ['三保支出!B3'] },
    'neither can be read': {
      T08: { form: { accountBalance: { gap: 'unreadable' }, monthlyNeed: { gap: 'unreadable' } } },
      because: ['三保支出!B3'],
    },
    'a blank need': { ...account(20, null), because: ['三保支出!B4'] },
  },
  notApplicable: {
    'a sheet without an account': { T08: { without: ['accountBalance', 'monthlyNeed'] } },
    'both left blank': account(null, null),
    'nothing is needed': account(0, 0),
  },
});

import { mappedTwice } from '../../../rules/cross-table/mapped-twice.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(mappedTwice, {
  passes: {
    'each project once': { T18: [{ projects: '人大工作经费、维稳经费' }, { projects: '团委经费' }] },
    'a name that holds the sign between names': {
      T17: [{ projectName: '美术馆、图书馆、文化馆免费开放资金' }, { projectName: '图书馆' }],
      T18: [{ projects: '美术馆、图书馆、文化馆免费开放资金' }, { projects: '图书馆' }],
    },
  },
  fails: {
    'under two functions': {
      T18: [{ projects: '人大工作经费（运转保障）' }, { projects: '团委经费、人大工作经费(运转保障)' }],
      findings: ['notice 职责活动!E7: 「人大工作经费（运转保障）」对应多个职能：「职能1」、「职能2」。'],
    },
    'twice under one function': {
      T18: [{ projects: '专项稳定经费、维稳经费、专项稳定经费' }],
      findings: ['notice 职责活动!E6: 「专项稳定经费」在职能「职能1」下列了 2 次。'],
    },
  },
  orderMatters: true,
  notApplicable: { 'no projects listed': { T18: [{ projects: null }] } },
});

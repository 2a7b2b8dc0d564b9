import { fact } from '../../../fixtures/fact.ts';
import { bandsUnequalTotal } from '../../../rules/monitoring/bands-unequal-total.ts';
import { testRule } from '../../support/test-rule.ts';

const count = (name: string, number: number | string) => fact(name, number, { valueUnit: '个' });
const total = count('绩效目标项目总数', 53);

testRule(bandsUnequalTotal, {
  passes: {
    'bands that are all projects': {
      T19: [total, count('实现程度达50%项目数', 43), count('30%以下项目数', 5), count('未开展项目数', 5)],
    },
    'a band between them is one of them': {
      T19: [
        total,
        count('实现程度达50%项目数', 26),
        count('实现程度30%-50%项目数', 17),
        count('30%以下项目数', 5),
        count('未开展项目数', 5),
      ],
    },
    'met and missed are all projects': {
      T19: [total, count('实现目标项目数', 50), count('未完成项目数', 3)],
    },
    'none not started, in words': {
      T19: [total, count('实现程度达50%项目数', 53), count('未开展项目数', '无')],
    },
  },
  fails: {
    'a band that is left out': {
      T19: [total, count('实现程度达50%项目数', 26), count('30%以下项目数', 5), count('未开展项目数', 5)],
      findings: [
        'warning 数据采集!C7: 按实现程度分档的项目合计 36 个（实现程度达50%项目数 26、30%以下项目数 5、未开展项目数 5），与项目总数 53 个不等，缺 17 个。',
      ],
    },
    'bands as the report words them': {
      T19: [
        total,
        count('绩效目标实现程度达到50%的项目数', 26),
        count('绩效目标实现程度在30%以下的项目数', 5),
        count('工作未开展的项目数', 5),
      ],
      findings: [
        'warning 数据采集!C7: 按实现程度分档的项目合计 36 个（绩效目标实现程度达到50%的项目数 26、绩效目标实现程度在30%以下的项目数 5、工作未开展的项目数 5），与项目总数 53 个不等，缺 17 个。',
      ],
    },
    'one project too many': {
      T19: [total, count('实现目标项目数', 50), count('未完成项目数', 4)],
      findings: [
        'warning 数据采集!C7: 实现目标与未完成目标的项目合计 54 个（实现目标项目数 50、未完成项目数 4），与项目总数 53 个不等，多 1 个。',
      ],
    },
  },
  undecidable: {
    'a total in words': {
      T19: [count('绩效目标项目总数', '若干'), count('实现目标项目数', 50), count('未完成项目数', 3)],
      because: ['数据采集!C6'],
    },
  },
  notApplicable: {
    'no total': { T19: [count('实现目标项目数', 50), count('未完成项目数', 3)] },
    'a single band is no division': { T19: [total, count('未开展项目数', 5)] },
    'bands of another year': {
      T19: [
        total,
        fact('实现目标项目数', 30, { valueUnit: '个', year: 2022 }),
        fact('未完成项目数', 3, { valueUnit: '个', year: 2022 }),
      ],
    },
  },
  // The finding marks the counts in the order of the sheet.
  orderMatters: true,
});

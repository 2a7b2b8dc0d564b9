import { fact } from '../../../fixtures/fact.ts';
import { bandCountsWrong } from '../../../rules/self-evaluation/band-counts-wrong.ts';
import { testRule } from '../../support/test-rule.ts';

const count = (name: string, number: number | string, year = 2023) =>
  fact(name, number, { valueUnit: '个', year });

testRule(bandCountsWrong, {
  passes: {
    'bands that are all projects': {
      T19: [
        count('自评项目数', 37),
        count('满分项目数', 22),
        count('95分以上项目数', 7),
        count('90分-95分项目数', 6),
        count('90分以下项目数', 2),
      ],
    },
    'each year by itself': {
      T19: [
        count('自评项目数', 10),
        count('满分项目数', 6),
        count('90分以下项目数', 4),
        count('满分项目数', 30, 2022),
      ],
    },
  },
  fails: {
    'one project in no band': {
      T19: [count('自评项目数', 37), count('满分项目数', 22), count('95分以上项目数', 14)],
      findings: [
        'warning 数据采集!C6: 各档项目数合计 36（满分项目数 22、95分以上项目数 14），不等于自评项目数 37。',
      ],
    },
    'one project in two bands': {
      T19: [count('自评项目数', 37), count('满分项目数', 22), count('95分以上项目数', 16)],
      findings: [
        'warning 数据采集!C6: 各档项目数合计 38（满分项目数 22、95分以上项目数 16），不等于自评项目数 37。',
      ],
    },
  },
  undecidable: {
    'a band in words': {
      T19: [count('自评项目数', 37), count('满分项目数', '多数'), count('95分以上项目数', 16)],
      because: ['数据采集!C7'],
    },
  },
  notApplicable: {
    'no number evaluated': { T19: [count('满分项目数', 22), count('95分以上项目数', 7)] },
    'a single band': { T19: [count('自评项目数', 37), count('满分项目数', 22)] },
  },
  // The sentence names the bands in the order of the sheet.
  orderMatters: true,
});

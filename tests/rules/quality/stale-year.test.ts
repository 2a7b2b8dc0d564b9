import { gap } from '../../../fixtures/case.ts';
import { staleYear } from '../../../rules/quality/stale-year.ts';
import { testRule } from '../../support/test-rule.ts';

const named = (projectName: string) => [{ projectName }];

testRule(staleYear, {
  passes: {
    'the year of the report': { T01: named('2023年道路硬化') },
    'a plan of several years': { T01: named('2021—2025年高标准农田建设') },
    'a school year that this one is part of': { T01: named('2022-2023学年课后服务') },
    'last year and this one': { T01: named('2022年、2023年供暖补贴') },
    'a promise for this year': { T03: [{ projectName: '2023年道路硬化', goal: '预计2023年11月完成' }] },
  },
  fails: {
    'one project in a table with codes and in one without, said once': {
      T01: named('2022年数字财政建设'),
      T17: named('2022年数字财政建设'),
      findings: ['notice 支出进度!C6: 项目名称中是 2022 年，报告年度为 2023 年，疑似上年结转项目。'],
    },
    'last year': {
      T01: named('2022年数字财政建设'),
      findings: ['notice 支出进度!C6: 项目名称中是 2022 年，报告年度为 2023 年，疑似上年结转项目。'],
    },
    'the year before last': {
      T01: named('2021年数字财政建设'),
      findings: ['warning 支出进度!C6: 项目名称中是 2021 年，报告年度为 2023 年。'],
    },
    'next year': {
      T01: named('下达2024年救灾资金'),
      findings: ['warning 支出进度!C6: 项目名称中是 2024 年，报告年度为 2023 年。'],
    },
    'a promise for a year that has passed': {
      T03: [{ goal: '保障村级组织运转。此项目预计2022年6月份完成支出。' }],
      findings: [
        'warning 监控清单!I6: 「绩效目标」写有“预计2022年6月份完成”，2022 年已过，报告年度为 2023 年，疑似沿用旧文字。',
      ],
    },
    'one project in both tables is said once': {
      T01: named('2022年数字财政建设'),
      T03: named('2022年数字财政建设'),
      findings: ['notice 支出进度!C6: 项目名称中是 2022 年，报告年度为 2023 年，疑似上年结转项目。'],
    },
  },
  notApplicable: {
    'no year': { T01: named('道路硬化') },
    'the year of a document': { T01: named('关于下达〔2021〕15号文资金的通知') },
    'the title of a document': { T01: named('落实《2021年农村工作要点》经费') },
    'what was done, not what will be': { T03: [{ goal: '2022年已完成道路硬化' }] },
    'a classified row': { T03: [{ projectName: '2021年工程', goal: gap('classified') }] },
  },
});

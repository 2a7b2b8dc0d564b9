import { monthUnequalIncrease } from '../../../rules/spending/month-unequal-increase.ts';
import { testRule } from '../../support/test-rule.ts';

const may = { previous: [{ name: '项目1', spent: 50_000_000 }] };

testRule(monthUnequalIncrease, {
  passes: {
    'what was spent since last month': { T01: [{ monthActual: 10 }], ...may },
    'January counts from zero': { T01: [{ monthActual: 5, cumActual: 5 }], period: '2023-01' },
    'the month of the wide layout': { T01: [{ actualM06: 10 }], ...may },
    'the sheet of last month': {
      T01: {
        rows: [{ monthActual: 10 }],
        history: [{ sheet: '5月', period: { period: '2023-05' }, rows: [{ cumActual: 50 }] }],
      },
    },
  },
  fails: {
    'within the rounding difference': {
      T01: [{ monthActual: 10.01 }],
      ...may,
      findings: [
        'notice 支出进度!Y6: 本月支出 10.01 万元与累计增加 10.00 万元相差 0.01 万元，在尾差 0.015 万元以内。',
      ],
    },
    'just beyond the rounding difference': {
      T01: [{ monthActual: 10.02 }],
      ...may,
      findings: [
        'error 支出进度!Y6: 本月支出 10.02 万元，累计支出由 50.00 万元增至 60.00 万元，应为 10.00 万元，相差 0.02 万元。',
      ],
    },
    'the month before is on a sheet': {
      T01: {
        rows: [{ monthActual: 20 }],
        history: [{ sheet: '5月', period: { period: '2023-05' }, rows: [{ cumActual: 50 }] }],
      },
      findings: [
        'error 支出进度!Y6: 本月支出 20.00 万元，累计支出由 50.00 万元增至 60.00 万元，应为 10.00 万元，相差 10.00 万元。',
      ],
    },
  },
  undecidable: {
    'a month that cannot be read': {
      T01: [{ monthActual: { gap: 'unreadable' } }],
      ...may,
      because: ['支出进度!Y6'],
    },
    'blank spending to date': {
      T01: [{ monthActual: 10, cumActual: null }],
      ...may,
      because: ['支出进度!AA6'],
    },
  },
  notApplicable: {
    'no column for the month': { T01: [{}], ...may },
    'a blank month': { T01: [{ monthActual: null }], ...may },
    'nothing is known of last month': { T01: [{ monthActual: 11 }] },
    'only an older month is known': {
      T01: {
        rows: [{ monthActual: 11 }],
        history: [{ sheet: '4月', period: { period: '2023-04' }, rows: [{ cumActual: 40 }] }],
      },
    },
    'a fall of the cumulative figure is told by PRG-09': {
      T01: [{ monthActual: 10 }],
      previous: [{ name: '项目1', spent: 65_000_000 }],
    },
  },
});

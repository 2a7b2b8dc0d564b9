import { executionLag } from '../../../rules/three-guarantees/execution-lag.ts';
import { testRule } from '../../support/test-rule.ts';

const one = (spent: number) => ({ kind: '保工资', arranged: 100, spent });

testRule(executionLag, {
  passes: {
    'exactly on time': { T08: [one(50)] },
    'a twelfth in January, as near as two decimals come': {
      T08: [one(8.33), { kind: '保运转', arranged: 12.34, spent: 1.03 }],
      period: '2023-01',
    },
    'a quarter of 12.34, but for what the last digit hides': {
      T08: [{ kind: '保工资', arranged: 12.34, spent: 3.08 }],
      period: '2023-03',
    },
    'ahead of time': { T08: [one(90)] },
    'lines of one guarantee together': { T08: [one(20), one(80)] },
  },
  fails: {
    'one unit of a district, though another is ahead': {
      T08: [
        { unitName: '青禾镇人民政府', kind: '保工资', arranged: 100, spent: 20 },
        { unitName: '云溪乡人民政府', kind: '保工资', arranged: 100, spent: 80 },
      ],
      findings: [
        'error 三保支出!E6: 青禾镇人民政府保工资安排 100.00 万元，已支出 20.00 万元，执行率 20.00%，比序时进度 50.00% 低 30.00 个百分点（红三档）。',
      ],
    },
    'just behind is yellow': {
      T08: [one(49.99)],
      findings: [
        'warning 三保支出!D6: 保工资安排 100.00 万元，已支出 49.99 万元，执行率 49.99%，比序时进度 50.00% 低 0.01 个百分点（黄）。',
      ],
    },
    'exactly five points behind is yellow': {
      T08: [one(45)],
      findings: [
        'warning 三保支出!D6: 保工资安排 100.00 万元，已支出 45.00 万元，执行率 45.00%，比序时进度 50.00% 低 5.00 个百分点（黄）。',
      ],
    },
    'five points behind by the rates as printed, in January': {
      T08: [{ kind: '保工资', arranged: 1000, spent: 33.25 }],
      period: '2023-01',
      findings: [
        'warning 三保支出!D6: 保工资安排 1000.00 万元，已支出 33.25 万元，执行率 3.33%，比序时进度 8.33% 低 5.00 个百分点（黄）。',
      ],
    },
    'more than five points behind is red 1': {
      T08: [one(44.99)],
      findings: [
        'error 三保支出!D6: 保工资安排 100.00 万元，已支出 44.99 万元，执行率 44.99%，比序时进度 50.00% 低 5.01 个百分点（红一档）。',
      ],
    },
    'exactly ten points behind is red 1': {
      T08: [one(40)],
      findings: [
        'error 三保支出!D6: 保工资安排 100.00 万元，已支出 40.00 万元，执行率 40.00%，比序时进度 50.00% 低 10.00 个百分点（红一档）。',
      ],
    },
    'more than ten points behind is red 2': {
      T08: [one(39.99)],
      findings: [
        'error 三保支出!D6: 保工资安排 100.00 万元，已支出 39.99 万元，执行率 39.99%，比序时进度 50.00% 低 10.01 个百分点（红二档）。',
      ],
    },
    'exactly twenty points behind is red 2': {
      T08: [one(30)],
      findings: [
        'error 三保支出!D6: 保工资安排 100.00 万元，已支出 30.00 万元，执行率 30.00%，比序时进度 50.00% 低 20.00 个百分点（红二档）。',
      ],
    },
    'more than twenty points behind is red 3': {
      T08: [one(29.99)],
      findings: [
        'error 三保支出!D6: 保工资安排 100.00 万元，已支出 29.99 万元，执行率 29.99%，比序时进度 50.00% 低 20.01 个百分点（红三档）。',
      ],
    },
  },
  undecidable: {
    'blank spending': { T08: [{ spent: null }], because: ['三保支出!D6'] },
    'a budget that cannot be read': {
      T08: [{ arranged: { gap: 'unreadable' } }],
      because: ['三保支出!C6'],
    },
  },
  notApplicable: {
    'nothing budgeted': { T08: [{ arranged: 0, spent: 0 }] },
    'year end is the rule of full payment': { T08: [one(80)], period: '2023-12' },
    'single payments, each due and paid on its day': {
      T08: [{ kind: '保工资', arranged: 1500, spent: 125, dueOn: '2023-06-10', paidOn: '2023-06-10' }],
    },
    'a line that is none of the three': { T08: [{ kind: '其他', spent: 0 }] },
  },
});

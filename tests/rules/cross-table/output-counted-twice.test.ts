import { outputCountedTwice } from '../../../rules/cross-table/output-counted-twice.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(outputCountedTwice, {
  passes: {
    'outputs of their own': { T17: [{ result: '硬化874.15米' }, { result: '硬化746.25米' }] },
    'one project entered twice is DQ-08’s': {
      T17: [
        { projectName: '村道硬化', result: '硬化874.15米' },
        { projectName: '村道硬化', result: '硬化874.15米' },
      ],
    },
    'the same number of another unit': { T17: [{ result: '种植2814亩' }, { result: '服务2814人' }] },
  },
  fails: {
    'one length in two projects, exactly four digits': {
      T17: [{ result: '硬化874.1米' }, { result: '完成硬化 874.1 米' }],
      findings: ['notice 目标实现!D6: 产出数量 874.1米 出现于第 6、7 行共 2 个项目，疑似同一产出重复计列。'],
    },
    'one area, in two ways of writing': {
      T17: [{ result: '占地1818㎡' }, { result: '占地1818平方米' }],
      findings: [
        'notice 目标实现!D6: 产出数量 1818平方米 出现于第 6、7 行共 2 个项目，疑似同一产出重复计列。',
      ],
    },
    'in a goal that has no result yet': {
      T17: [{ result: '硬化874.15米' }, { goal: '硬化874.15米', result: null }],
      findings: ['notice 目标实现!D6: 产出数量 874.15米 出现于第 6、7 行共 2 个项目，疑似同一产出重复计列。'],
    },
  },
  notApplicable: {
    'three digits may meet by chance': {
      T17: [
        { goal: '硬化746米', result: '硬化746米' },
        { goal: '硬化746米', result: '硬化746米' },
      ],
    },
    'round numbers may meet by chance': {
      T17: [
        { goal: '硬化1200米', result: '硬化1200米' },
        { goal: '硬化1200米', result: '硬化1200米' },
      ],
    },
    'leading zeros are no digits': {
      T17: [
        { goal: '硬化0.874公里', result: '硬化0.874公里' },
        { goal: '硬化0.874公里', result: '硬化0.874公里' },
      ],
    },
  },
});

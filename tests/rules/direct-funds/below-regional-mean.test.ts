import { belowRegionalMean } from '../../../rules/direct-funds/below-regional-mean.ts';
import { testRule } from '../../support/test-rule.ts';

const units = (spent: number, others: number) => ({
  青禾镇人民政府: { T10: [{ released: 100, spent }] },
  白鹭镇人民政府: { T10: [{ released: 100, spent: others }] },
});

testRule(belowRegionalMean, {
  passes: {
    'exactly at time progress, below the mean': { units: units(50, 90) },
    'behind time as all others are': { units: units(30, 30) },
    'below the mean by less than is printed': { units: units(30, 30.002) },
    'at time progress as it is printed': { units: units(49.9999, 90) },
  },
  fails: {
    'behind time and the mean': {
      units: units(49.99, 60),
      findings: [
        'warning 直达资金!L6: 直达资金下达 100.00 万元，已支出 49.99 万元，支出进度 49.99%，低于序时进度 50.00%，比全区平均 55.00% 低 5.01 个百分点。',
      ],
    },
  },
  notApplicable: {
    'a single unit, which has no peers': { T10: [{ spent: 5 }] },
    'no amounts': { T10: [{ spent: null }] },
  },
});

import { possibilityNotSingle } from '../../../rules/monitoring/possibility-not-single.ts';
import { testRule } from '../../support/test-rule.ts';

/** A monitoring form with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T02: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

testRule(possibilityNotSingle, {
  passes: {
    'one tick': form({}),
    'one tick, the others say no': form({ possible: false, impossible: false }),
    'one tick where the sheet has one column': { T04: { tables: { indicators: [{}] } } },
  },
  fails: {
    'no tick at all, and no result yet': {
      ...form({ certain: null, actual: null }),
      findings: [
        'error 绩效监控!G6: 指标「硬化道路里程1」的完成目标可能性未选，应在“确定能、有可能、完全不可能”中选一项。',
      ],
    },
    'no tick, and a target without a name': {
      ...form({ indicator: null, certain: null }),
      findings: [
        'error 绩效监控!G6: 指标「数量指标」的完成目标可能性未选，应在“确定能、有可能、完全不可能”中选一项。',
      ],
    },
    'two ticks': {
      ...form({}, { possible: true }),
      findings: ['error 绩效监控!G7: 指标「硬化道路里程2」的完成目标可能性选了 2 项，应且仅应选一项。'],
    },
    'three ticks': {
      ...form({ possible: true, impossible: true }),
      findings: ['error 绩效监控!G6: 指标「硬化道路里程1」的完成目标可能性选了 3 项，应且仅应选一项。'],
    },
  },
  undecidable: {
    'a tick that cannot be read': { ...form({ possible: { gap: 'unreadable' } }), because: ['绩效监控!H6'] },
    'a sheet without the three columns': {
      T02: {
        without: ['certain', 'possible', 'impossible'],
        tables: { funds: [{}], indicators: [{}] },
      },
      because: ['绩效监控!5:5'],
    },
  },
  notApplicable: {
    'a line of the form that was not filled in': form({
      indicator: null,
      target: null,
      actual: null,
      certain: null,
    }),
    'a line of the form that was crossed out': form({
      indicator: '/',
      target: { gap: 'placeholder' },
      actual: { gap: 'placeholder' },
      certain: { gap: 'placeholder' },
    }),
    'a classified indicator': form({ indicator: { gap: 'classified' } }),
  },
});

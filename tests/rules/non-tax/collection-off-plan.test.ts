import { gap } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { collectionOffPlan } from '../../../rules/non-tax/collection-off-plan.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(collectionOffPlan, {
  passes: {
    'half the plan by June': { T12: [{ plan: 10, collected: 5 }] },
    'half a plan whose heading alone names its year': {
      T12: { rows: [{ plan: 10, collected: 5 }], headings: { plan: '2023年计划数' } },
    },
    'exactly at the threshold above': { T12: [{ plan: 10, collected: 6.5 }] },
    'at the threshold as it is printed': { T12: [{ plan: 1000, collected: 650.02 }] },
    'exactly at the threshold below': { T12: [{ plan: 10, collected: 3.5 }] },
    'a report near its plan': { T19: [fact('非税收入计划', 5), fact('非税收入实缴', 5.46)] },
  },
  fails: {
    'a share of the plan that does not come out even': {
      T12: [{ plan: 55, collected: 10 }],
      period: '2023-07',
      findings: [
        'warning 非税收入!I6: 「罚没收入」截至7月累计收入 10.00 万元，完成全年计划 55.00 万元的 18.18%；按序时进度 58.33% 应收 32.08 万元，少收 68.83%，超过 30%。',
      ],
    },
    'just beyond the threshold above': {
      T12: [{ plan: 10, collected: 6.51 }],
      findings: [
        'warning 非税收入!I6: 「罚没收入」截至6月累计收入 6.51 万元，完成全年计划 10.00 万元的 65.10%；按序时进度 50.00% 应收 5.00 万元，多收 30.20%，超过 30%。',
      ],
    },
    'just beyond the threshold below': {
      T12: [{}, { plan: 10, collected: 3.49 }],
      findings: [
        'warning 非税收入!I7: 「行政事业性收费收入」截至6月累计收入 3.49 万元，完成全年计划 10.00 万元的 34.90%；按序时进度 50.00% 应收 5.00 万元，少收 30.20%，超过 30%。',
      ],
    },
    'an item of the report, not its total too': {
      T19: [
        fact('非税收入计划', 0.6),
        fact('非税收入计划生态环境罚没收入', 0.6),
        fact('非税收入实缴', 5.46),
        fact('利息收入', 1.61),
        fact('罚没收入', 3.85),
      ],
      findings: [
        'warning 数据采集!C10: 报告称「罚没收入」收入 3.85 万元，计划 0.60 万元，完成计划的 641.67%，偏离超过 30%。',
      ],
    },
    'the total of a report without items': {
      T19: [fact('非税收入计划', 0.6), fact('非税收入实缴', 5.46)],
      findings: [
        'warning 数据采集!C7: 报告称「非税收入」收入 5.46 万元，计划 0.60 万元，完成计划的 910.00%，偏离超过 30%。',
      ],
    },
    'the table, and not the report again': {
      T12: [{ item: '罚没收入', plan: 0.6, collected: 3.85 }],
      T19: [fact('非税收入计划', 0.6), fact('非税收入实缴', 3.85)],
      period: '2023-12',
      findings: [
        'warning 非税收入!I6: 「罚没收入」截至12月累计收入 3.85 万元，完成全年计划 0.60 万元的 641.67%；按序时进度 100.00% 应收 0.60 万元，多收 541.67%，超过 30%。',
      ],
    },
  },
  undecidable: {
    'a collection left blank': { T12: [{ collected: null }], because: ['非税收入!I6'] },
    'a plan that cannot be read': { T12: [{ plan: gap('unreadable') }], because: ['非税收入!E6'] },
  },
  notApplicable: {
    'an item outside the plan': { T12: [{ plan: 0, collected: 1 }] },
    'a plan of the year after that of the collection': {
      T12: {
        rows: [{ plan: 10, collected: 1 }],
        headings: { plan: '2024年计划数', collected: '2023年收入情况/1-6月完成数' },
      },
    },
    'a form of plans alone': { T12: { rows: [{}], without: ['collected'] } },
  },
});

import { explanationContradicted } from '../../../rules/spending/explanation-contradicted.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(explanationContradicted, {
  passes: {
    'not released, and the figures say so': {
      T01: [{ reason: '该项目资金未下达', released: 0, cumActual: 0 }],
    },
    'released in part, and the figures say so': {
      T01: [{ reason: '该项目资金未全部下达', released: 60, cumActual: 60 }],
    },
    'not released, and only part is released': {
      T01: [{ reason: '该项目资金未下达', released: 119.99, cumActual: 60 }],
    },
    'the rest is unspent': { T01: [{ reason: '据实结算，剩余部分资金未支出' }] },
    'nothing spent, and nothing was': { T01: [{ reason: '合同未签订，未支出', cumActual: 0 }] },
    'not released at first, and late in the end': {
      T01: [{ reason: '前期资金未下达，6月底才下达到位，剩余60万元计划9月底前支出完毕' }],
    },
    'how much of it is unspent': {
      T01: [{ reason: '开工推迟二十天，未支出12.50万元，8月验收后支付，年末无结余' }],
    },
    'a reason of the unit': { T01: [{ reason: '正在履行政府采购程序，预计8月支付' }] },
    'a monitoring list has no column for what was released': { T03: [{ reason: '资金未下达' }] },
  },
  fails: {
    'not released, though all of it is': {
      T01: [{ reason: '该项目资金未下达' }],
      findings: [
        'warning 支出进度!AD6: 差异原因为“该项目资金未下达”，但已下达 120.00 万元，预算 120.00 万元（下达率 100.00%）。',
      ],
    },
    'released in part, though all of it is': {
      T01: [{ reason: '该项目资金未全部下达' }],
      findings: [
        'warning 支出进度!AD6: 差异原因为“该项目资金未全部下达”，但已下达 120.00 万元，预算 120.00 万元（下达率 100.00%）。',
      ],
    },
    'released in part, though nothing is': {
      T01: [{ reason: '资金未全部下达', released: 0, cumActual: 0 }],
      findings: [
        'warning 支出进度!AD6: 差异原因为“资金未全部下达”，但已下达数为 0.00 万元，预算 120.00 万元一分未下达。',
      ],
    },
    'the reason type alone': {
      T01: [{ reasonType: '资金未下达' }],
      findings: [
        'warning 支出进度!AE6: 差异原因为“资金未下达”，但已下达 120.00 万元，预算 120.00 万元（下达率 100.00%）。',
      ],
    },
    'nothing spent, though something was': {
      T01: [{ reason: '因工作安排，本年尚未支出', cumActual: 0.01 }],
      findings: [
        'warning 支出进度!AD6: 差异原因为“因工作安排，本年尚未支出”，但截至本月累计支出 0.01 万元。',
      ],
    },
    'nothing spent, with nothing to be left at the end of the year': {
      T01: [{ reason: '项目未招标，资金未支出，计划8月支付，年底无结余' }],
      findings: [
        'warning 支出进度!AD6: 差异原因为“项目未招标，资金未支出，计划8月支付，年底无结余”，但截至本月累计支出 60.00 万元。',
      ],
    },
    'released late in part, with more to come': {
      T01: [{ reason: '首批资金5月才下达，其余资金未下达' }],
      findings: [
        'warning 支出进度!AD6: 差异原因为“首批资金5月才下达，其余资金未下达”，但已下达 120.00 万元，预算 120.00 万元（下达率 100.00%）。',
      ],
    },
    'in a monitoring list': {
      T03: [{ reason: '无合规支出内容，未支出' }],
      findings: ['warning 监控清单!P6: 差异原因为“无合规支出内容，未支出”，但截至本月累计支出 60.00 万元。'],
    },
  },
  undecidable: {
    'not released, and that column is blank': {
      T01: [{ reason: '资金未下达', released: null }],
      because: ['支出进度!K6'],
    },
  },
  notApplicable: {
    'no reason': { T01: [{}] },
    'a classified project': { T01: [{ reason: '资金未下达', projectName: { gap: 'classified' } }] },
  },
});

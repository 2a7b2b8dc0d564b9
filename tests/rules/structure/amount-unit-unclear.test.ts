import { amountUnitUnclear } from '../../../rules/structure/amount-unit-unclear.ts';
import { testRule } from '../../support/test-rule.ts';

const at = (cell: string) => ({ file: '青禾镇人民政府.xlsx', sheet: '支出进度', cell, label: null });

testRule(amountUnitUnclear, {
  passes: { 'one unit, stated': { T01: [{}] } },
  fails: {
    'no unit stated': {
      T01: { rows: [{}], amountUnit: { declared: false } },
      findings: ['warning 支出进度!K2: 未注明金额单位，暂按万元读取，本表不参与跨表校验。'],
    },
    'no unit stated on a form': {
      T05: { amountUnit: { declared: false } },
      findings: ['warning 事前评估!K2: 未注明金额单位，暂按万元读取，本表不参与跨表校验。'],
    },
    'two units stated': {
      T01: { rows: [{}], amountUnit: { conflicts: [{ unit: '元', place: at('G3') }] } },
      findings: ['error 支出进度!K2: 金额单位前后不一：万元（K2），又写有 元（G3）。'],
    },
  },
  notApplicable: {
    'a sheet without amounts': {
      T08: {
        amountUnit: { declared: false },
        rows: [{}],
        without: ['need', 'arranged', 'spent', 'accountBalance', 'monthlyNeed'],
      },
    },
  },
});

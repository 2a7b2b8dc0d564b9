import { gap } from '../../../fixtures/case.ts';
import { farmProduceReserve } from '../../../rules/procurement/farm-produce-reserve.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(farmProduceReserve, {
  passes: {
    'a share that reads as a tenth': { T15: [{ reserved: 30, canteen: 300.01 }] },
    'exactly a tenth set aside': { T15: [{ reserved: 0.3, canteen: 3 }] },
    'exactly all of it bought by the end of the year': {
      T15: [{ reserved: 0.3, canteen: 3, bought: 0.3 }],
      period: '2023-12',
    },
    'more bought than was set aside': { T15: [{ reserved: 0.3, bought: 0.3045 }], period: '2023-12' },
  },
  fails: {
    'just below a tenth': {
      T15: [{}, { reserved: 0.2997, canteen: 3 }],
      findings: [
        'warning 政府采购!J7: 脱贫地区农副产品预留 0.2997 万元，占食堂采购 3.00 万元的 9.99%（应 ≥10%）。',
      ],
    },
    'half a percent short': {
      T15: [{ reserved: 0.29, canteen: 3 }],
      findings: [
        'warning 政府采购!J6: 脱贫地区农副产品预留 0.29 万元，占食堂采购 3.00 万元的 9.67%（应 ≥10%）。',
      ],
    },
    'not all bought by the end of the year': {
      T15: [{ reserved: 0.3, canteen: 3, bought: 0.29 }],
      period: '2023-12',
      findings: [
        'warning 政府采购!L6: 脱贫地区农副产品预留 0.30 万元，年末已采购 0.29 万元，完成 96.67%（应 ≥100%）。',
      ],
    },
  },
  undecidable: {
    'a set-aside that cannot be read': { T15: [{ reserved: gap('unreadable') }], because: ['政府采购!J6'] },
    'canteen purchases with nothing said to be set aside': {
      T15: [{}, { reserved: null, canteen: 3 }],
      because: ['政府采购!J7'],
    },
    'canteen purchases that cannot be read': {
      T15: [{ reserved: 0.3, canteen: gap('unreadable') }],
      because: ['政府采购!K6'],
    },
  },
  notApplicable: {
    'no canteen': { T15: [{}] },
    'not all bought, and the year not over': { T15: [{ reserved: 0.3, bought: 0.1 }] },
  },
});

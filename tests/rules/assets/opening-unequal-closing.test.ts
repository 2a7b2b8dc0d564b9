import { gap } from '../../../fixtures/case.ts';
import { openingUnequalClosing } from '../../../rules/assets/opening-unequal-closing.ts';
import { testRule } from '../../support/test-rule.ts';

const may = (rows: readonly object[]) => [
  { sheet: '5月', period: { period: '2023-05' }, rows: rows.map((row) => ({ ...row })) },
];
const closed = { opening: 200_000, increase: 0, closing: 200_000 };

testRule(openingUnequalClosing, {
  passes: {
    'the closing that the previous run has': {
      T11: [{}],
      previousBalances: [{ item: 'cash', closing: 20_000_000 }],
    },
    'the sheet of the month before goes before the previous run': {
      T11: { rows: [{}], history: may([closed]) },
      previousBalances: [{ item: 'cash', closing: 1 }],
    },
    'the closing of the month before': { T11: { rows: [{}], history: may([closed]) } },
    'the item under another name and number': {
      T11: { rows: [{ item: '（一）货币资金' }], history: may([closed]) },
    },
  },
  fails: {
    'a yuan more than the previous run has': {
      T11: [{ opening: 200_001 }],
      previousBalances: [
        { item: 'cash', closing: 20_000_000 },
        { item: 'assets', closing: 1 },
      ],
      findings: [
        'error 资产月报!B6: 「货币资金」期初 200001.00 元，上期期末 200000.00 元，差 1.00 元（期初数不得自行修改）。',
      ],
    },
    'a yuan more than the month before closed with': {
      T11: { rows: [{ opening: 200_001 }], history: may([closed]) },
      findings: [
        'error 资产月报!B6: 「货币资金」期初 200001.00 元，上期期末 200000.00 元，差 1.00 元（期初数不得自行修改）。',
      ],
    },
  },
  undecidable: {
    'an opening that cannot be read': {
      T11: { rows: [{ opening: gap('unreadable') }], history: may([closed]) },
      because: ['资产月报!B6'],
    },
    'a sheet that does not state its unit, in which nothing can be said of a difference': {
      T11: { rows: [{ opening: 20 }], amountUnit: { declared: false } },
      previousBalances: [{ item: 'cash', closing: 20_000_000 }],
      because: ['资产月报!K2'],
    },
    'a closing that could not be read': {
      T11: { rows: [{}], history: may([{ ...closed, closing: gap('unreadable') }]) },
      because: ['5月!E6'],
    },
  },
  notApplicable: {
    'no sheet of the month before': { T11: [{}] },
    'an item that the previous run does not have, or has twice': {
      T11: [{}],
      previousBalances: [
        { item: 'cash', closing: 1 },
        { item: 'cash', closing: 2 },
        { item: 'construction', closing: 3 },
      ],
    },
    'a sheet of an earlier month': {
      T11: { rows: [{ opening: 1 }], history: [{ rows: [closed], period: { period: '2023-04' } }] },
    },
    'a row that heads others': {
      T11: [{ item: '固定资产', opening: null, closing: null }],
      previousBalances: [{ item: 'fixedNet', closing: 1 }],
    },
    'an item that stands twice': {
      T11: {
        rows: [
          { item: '林木资产', opening: 1 },
          { item: '林木资产', opening: 2 },
        ],
      },
      previousBalances: [{ item: '林木资产', closing: 300 }],
    },
    'an item that is new': { T11: { rows: [{ item: '在建工程' }], history: may([closed]) } },
  },
});

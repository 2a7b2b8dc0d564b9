import { describe, expect, test } from '@jest/globals';
import { submission } from '../../fixtures/submission.ts';
import { assetItemOf, assetRow, assetRowsOf } from '../../pipeline/model/asset-items.ts';

describe('items of the asset report', () => {
  test.each([
    ['其中：货币资金', 'cash'],
    ['（一）流动资产合计', 'currentAssets'],
    ['非流动资产合计', 'nonCurrentAssets'],
    ['固定资产原值', 'fixedCost'],
    ['减：固定资产累计折旧', 'fixedDepreciation'],
    ['固定资产净值', 'fixedNet'],
    ['无形资产累计摊销', 'intangibleAmortisation'],
    ['公共基础设施净值', 'infrastructureNet'],
    ['资 产 总 计', 'assets'],
    ['负债合计', 'liabilities'],
    ['流动负债合计', 'currentLiabilities'],
    ['净资产合计', 'netAssets'],
    ['固定资产清理', null],
    ['净值', null],
    ['存货', null],
  ])('%s is %s', (written, item) => {
    expect(assetItemOf(written)).toBe(item);
  });

  test('bare 原值, 累计折旧 and 净值 belong to the assets above them', () => {
    const rows = assetRowsOf(
      submission('T11', [
        { item: '无形资产', opening: null, closing: null },
        { item: '原值', closing: 5 },
        { item: '净值', closing: 3 },
        { item: '固定资产', opening: null, closing: null },
        { item: '减：累计折旧', closing: 4 },
        { item: '净值', closing: 6 },
        { item: '存货', closing: 1 },
        { item: '净值', closing: 2 },
      ]),
    );
    expect(rows.map(({ item }) => item)).toEqual([
      'intangibleNet',
      'intangibleCost',
      'intangibleNet',
      'fixedNet',
      'fixedDepreciation',
      'fixedNet',
      null,
      null,
    ]);
    expect(assetRow(rows, 'fixedNet')?.values.closing).toBe(600);
    expect(assetRow(rows, 'assets')).toBeNull();
  });
});

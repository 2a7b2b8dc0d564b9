import type { Fact } from '../../model/facts.ts';
import type { AnnexLine } from '../../model/report.ts';
import { amountOf, type Row } from '../../model/submission.ts';
import { type SupplierSize, supplierSizeOf } from '../../model/supplier-size.ts';
import { textIn } from '../../model/text-in.ts';
import { type AnnexDesk, claims, claimsNamed, rowsOf, type Section } from './desk.ts';
import { type Computed, moneyLines, rateLines } from './line.ts';
import { rateOf, sumOfRows } from './sums.ts';

/** 政府采购和资产购置 (T15): budget, contracts, the shares of small firms, farm produce, and new assets. */
export function procurementSection(desk: AnnexDesk): Section {
  const rows = rowsOf(desk, 'T15', 'purchases').filter(({ classified }) => !classified);
  const budget = sumOfRows(rows, 'budget');
  const contracts = sumOfRows(rows, 'contract');
  const small = withFirms(rows, 'smeAmount', ['medium', 'micro', 'sme']);
  const micro = withFirms(rows, 'microAmount', ['micro']);
  const named = (words: RegExp): readonly Fact[] =>
    claimsNamed(desk, (written) => words.test(written), desk.year);
  return {
    code: 'procurement',
    title: { zh: '政府采购和资产购置', en: 'Procurement and assets bought' },
    needs: ['T15'],
    lines: [
      ...moneyLines(
        { zh: '政府采购预算', en: 'Procurement budget' },
        budget,
        claims(desk, 'procurementBudget', desk.year),
      ),
      ...moneyLines(
        { zh: '政府采购合同金额', en: 'Procurement contracts' },
        contracts,
        claims(desk, 'procurementContract', desk.year),
      ),
      ...rateLines(
        { zh: '合同金额占采购预算', en: 'Contracts over budget' },
        rateOf(contracts, budget),
        named(/采购.*(?:执行率|完成率)/),
      ),
      ...moneyLines(
        { zh: '中小企业合同金额', en: 'Contracts with SMEs' },
        small,
        named(/^中小企业合同(?!.*(?:占|比例)).*/),
      ),
      ...rateLines(
        { zh: '中小企业合同占合同总额', en: 'SMEs: share of contracts' },
        rateOf(small, contracts),
        named(/^中小企业合同.*(?:占比|占合同|比例|比重)/),
      ),
      ...moneyLines(
        { zh: '小微企业合同金额', en: 'Contracts with micro and small firms' },
        micro,
        named(/^小微企业合同(?!.*(?:占|比例)).*/),
      ),
      ...rateLines(
        { zh: '小微企业合同占中小企业合同', en: 'Micro and small firms: share of SMEs' },
        rateOf(micro, small),
        named(/^小微企业合同.*(?:占比|占中小|比例|比重)/),
      ),
      ...produceLines(rows, named),
      ...moneyLines(
        { zh: '新增资产预算', en: 'Budget for new assets' },
        sumOfRows(rows, 'newAssetBudget'),
        claims(desk, 'newAssetsBudget', desk.year),
        { note: boughtNote(desk) },
      ),
    ],
  };
}

/** Contracts with firms of some sizes: by their own column, else by the size of the supplier. */
function withFirms(rows: readonly Row[], field: string, sizes: readonly SupplierSize[]): Computed | null {
  const own = sumOfRows(rows, field);
  if (own !== null) return own;
  const sized = rows.map((row) => ({ row, size: supplierSizeOf(textIn(row, 'supplierSize') ?? '') }));
  const isUntold = (size: SupplierSize | null) => size === null || (size === 'sme' && !sizes.includes(size));
  if (sized.some(({ row, size }) => isUntold(size) && (amountOf(row, 'contract') ?? 0) > 0)) return null;
  return sumOfRows(
    sized.filter(({ size }) => size !== null && sizes.includes(size)).map(({ row }) => row),
    'contract',
  );
}

function produceLines(rows: readonly Row[], named: (words: RegExp) => readonly Fact[]): readonly AnnexLine[] {
  const [reserved, bought] = [sumOfRows(rows, 'reserved'), sumOfRows(rows, 'bought')];
  return [
    ...moneyLines(
      { zh: '脱贫地区农副产品：预留金额', en: 'Farm produce: set aside' },
      reserved,
      named(/农副产品.*预留/),
    ),
    ...moneyLines(
      { zh: '脱贫地区农副产品：采购金额', en: 'Farm produce: bought' },
      bought,
      named(/农副产品(?!.*预留).*采购(?!.*比例).*金额|农副产品.*采购额/),
    ),
    ...rateLines(
      { zh: '脱贫地区农副产品：完成比例', en: 'Farm produce: attained' },
      rateOf(bought, reserved),
      named(/农副产品.*(?:完成比例|完成率)/),
    ),
  ];
}

/** The narrative budgets nothing for new assets and bought some all the same. */
function boughtNote(desk: AnnexDesk) {
  const [budget] = claims(desk, 'newAssetsBudget', desk.year);
  const [bought] = claims(desk, 'assetsPurchased', desk.year);
  const paid = bought?.fen ?? null;
  if (budget === undefined || bought === undefined || paid === null || paid <= (budget.fen ?? 0)) return null;
  return {
    zh: `同一报告称本年购置资产 ${bought.number} ${bought.unit}，大于新增资产预算。`,
    en: `The same report says that assets of ${bought.number} ${bought.unit} were bought.`,
  };
}

import { type AssetClaim, type AssetClaims, assetClaimsOf } from '../../model/asset-claims.ts';
import { type AssetItem, type AssetRow, assetItems, assetRow, assetRowsOf } from '../../model/asset-items.ts';
import type { Fact } from '../../model/facts.ts';
import { mixedItems } from '../../model/mixed-items.ts';
import { type AmountUnit, agreement, inUnit, unitInEnglish } from '../../model/money.ts';
import type { AnnexLine } from '../../model/report.ts';
import { placeOf } from '../../model/submission.ts';
import type { Text } from '../../model/text.ts';
import { type AnnexDesk, claims, claimsNamed, claimTerm, type Section, sheetsOf } from './desk.ts';
import { type Computed, moneyLines, rateLines } from './line.ts';
import { cellOf, lessOf, rateOf } from './sums.ts';

/**
 * 资产、负债和财务比率 (T11): balances at the end of the year and of the year before, changes and ratios. What the asset
 * report does not give is taken from the narrative's own figures: its sums and ratios can still be checked.
 */
export function assetsSection(desk: AnnexDesk): Section {
  const told = assetClaimsOf(desk.dossier);
  const rows = sheetsOf(desk, 'T11').flatMap(assetRowsOf);
  const book = bookOf(desk, told, rows);
  return {
    code: 'assets',
    title: { zh: '资产、负债和财务比率', en: 'Assets, liabilities and ratios' },
    needs: ['T11'],
    lines: [desk.year, desk.year - 1].flatMap((year) => [
      ...balanceLines(told, book, year),
      ...changeLines(told, book, year),
      ...ratioLines(desk, book, year),
    ]),
  };
}

/** Balances by item and year: of the asset report, and with the narrative's own where that has none. */
interface Book {
  /** Of the asset report alone. */
  readonly counted: (item: AssetItem, year: number) => Computed | null;
  /** Of the asset report, else as the narrative says, else added up from either. */
  readonly known: (item: AssetItem, year: number) => Computed | null;
  readonly sum: (item: AssetItem, year: number) => Computed | null;
}

function bookOf(desk: AnnexDesk, told: AssetClaims, rows: readonly AssetRow[]): Book {
  const counted = (item: AssetItem, year: number): Computed | null => {
    const row = assetRow(rows, item);
    if (row === null) return null;
    if (year === desk.year) return cellOf(row, 'closing');
    // A monthly report opens with last month; only 年初数 or 上年末数 is the end of last year.
    const heading = row.source.columns.get('opening')?.heading ?? '';
    return year === desk.year - 1 && /年/.test(heading) ? cellOf(row, 'opening') : null;
  };
  const one = (item: AssetItem, year: number) => counted(item, year) ?? claimed(told.of(item, year));
  const sum = (item: AssetItem, year: number) => sumOfParts(item, (part) => one(part, year));
  return { counted, sum, known: (item, year) => one(item, year) ?? sum(item, year) };
}

function claimed(claim: AssetClaim | null): Computed | null {
  if (claim === null) return null;
  return { value: claim.fen, trace: claimTerm(claim.fact), where: [placeOf(claim.fact.row, 'value')] };
}

const partsOf: Partial<Readonly<Record<AssetItem, readonly AssetItem[]>>> = {
  assets: ['cash', 'otherReceivables', 'fixedNet', 'construction', 'intangibleNet', 'infrastructureNet'],
  currentAssets: ['cash', 'otherReceivables'],
  currentLiabilities: ['liabilities'],
};

/** An item as the sum of its parts; null when fewer than two are known, or one of a single part. */
function sumOfParts(item: AssetItem, one: (part: AssetItem) => Computed | null): Computed | null {
  const parts = partsOf[item] ?? [];
  const known = parts.flatMap((part) => one(part) ?? []);
  const [only] = known;
  if (parts.length === 1) return only ?? null;
  if (known.length < 2) return null;
  const value = known.reduce((all, part) => all + part.value, 0);
  return {
    value,
    trace: `${known.map(({ trace }) => trace).join(' + ')} = ${inUnit(value, '万元')}`,
    where: known.flatMap(({ where }) => where),
    parts: known.length,
  };
}

function balanceLines(told: AssetClaims, book: Book, year: number): readonly AnnexLine[] {
  const items = Object.keys(assetItems) as readonly AssetItem[]; // the keys of a literal
  return items.flatMap((item) => {
    const claim = told.of(item, year);
    const sum = book.counted('assets', year) === null ? book.sum(item, year) : null;
    // Parts that make less than the whole are not all of it.
    const isWhole =
      sum !== null && claim !== null && agreement(sum.value, claim.fen, sum.parts ?? 0, '万元') !== 'wrong';
    const figure = book.counted(item, year) ?? (item === 'assets' && isWhole ? sum : null);
    const name = assetItems[item];
    return figure === null && claim === null
      ? []
      : moneyLines(
          { zh: `${year}年末：${name.zh}`, en: `End of ${year}: ${name.en}` },
          figure,
          claim === null ? [] : [claim.fact],
          { note: figure === null ? notCounted(year) : coverageNote(told, item, year) },
        );
  });
}

/** That a balance is told under the name of one item and is the sum of several, as its change betrays. */
function coverageNote(told: AssetClaims, item: AssetItem, year: number): Text | null {
  const change = told.changes.find((one) => one.item === item && one.year === year);
  const mixed = change === undefined ? null : mixedItems(told, change);
  return mixed === null ? null : mixedNote(mixed);
}

function notCounted(year: number): Text {
  return {
    zh: `没有${year}年末的国有资产报表，只有叙述数。`,
    en: `No asset report for the end of ${year}: the narrative alone.`,
  };
}

/** What a balance changed by, beside the increase or fall that the narrative gives. */
function changeLines(told: AssetClaims, book: Book, year: number): readonly AnnexLine[] {
  return told.changes
    .filter((change) => change.year === year)
    .flatMap((change) => {
      const { item, fact, unit } = change;
      const name = assetItems[item];
      const mixed = mixedItems(told, change);
      const prior = mixed === null ? book.known(item, year - 1) : sumOfClaims(mixed);
      const now = mixed === null ? book.known(item, year) : claimed(change.current);
      const isFall = change.fen < 0;
      const computed = isFall ? lessOf(prior, now) : lessOf(now, prior);
      return moneyLines(
        {
          zh: `${year}年：${name.zh}${isFall ? '减少' : '增加'}额`,
          en: `${year}: ${isFall ? 'fall' : 'increase'} in ${name.en}`,
        },
        computed,
        [inMeantUnit(fact, Math.abs(change.fen))],
        { note: mixed === null ? unitNote(fact, unit) : mixedNote(mixed) },
      );
    });
}

/** The claim with its amount in the unit it is meant in. */
function inMeantUnit(fact: Fact, fen: number): Fact {
  return { ...fact, fen };
}

function unitNote(fact: Fact, unit: AmountUnit): Text | null {
  if (fact.unit === unit) return null;
  return {
    zh: `叙述的单位写为“${fact.unit}”，疑为“${unit}”，相差按${unit}计算。`,
    en: `The unit of the narrative's figure is wrong: ${unitInEnglish[unit]} is meant, and compared in.`,
  };
}

function mixedNote(claimsOfItems: readonly AssetClaim[]): Text {
  const names = (language: keyof Text) =>
    claimsOfItems.map(({ item }) => assetItems[item][language]).join(' + ');
  return {
    zh: `叙述的数是“${names('zh')}”之和，名称与口径不符。`,
    en: `What the narrative gives is the sum of ${names('en')}: another item than it names.`,
  };
}

function sumOfClaims(parts: readonly AssetClaim[]): Computed {
  const value = parts.reduce((all, { fen }) => all + fen, 0);
  return {
    value,
    trace: `${parts.map(({ fact }) => claimTerm(fact)).join(' + ')} = ${inUnit(value, '万元')}`,
    where: parts.map(({ fact }) => placeOf(fact.row, 'value')),
    parts: parts.length,
  };
}

const ratios = [
  {
    name: { zh: '资产负债率', en: 'Debt-to-asset ratio' },
    code: 'debtRatio',
    part: 'liabilities',
    whole: 'assets',
  },
  {
    name: { zh: '现金比率', en: 'Cash ratio' },
    code: 'cashRatio',
    part: 'cash',
    whole: 'currentLiabilities',
  },
  {
    name: { zh: '流动比率', en: 'Current ratio' },
    code: 'currentRatio',
    part: 'currentAssets',
    whole: 'currentLiabilities',
  },
] as const;

function ratioLines(desk: AnnexDesk, book: Book, year: number): readonly AnnexLine[] {
  return [
    ...ratios.flatMap(({ name, code, part, whole }) =>
      rateLines(
        { zh: `${year}年末：${name.zh}`, en: `End of ${year}: ${name.en}` },
        rateOf(book.known(part, year), book.known(whole, year)),
        claims(desk, code, year),
      ),
    ),
    ...rateLines(
      { zh: `${year}年末：固定资产成新率`, en: `End of ${year}: newness of fixed assets` },
      rateOf(book.known('fixedNet', year), book.known('fixedCost', year)),
      claimsNamed(desk, (written) => /成新率/.test(written), year),
    ),
  ];
}

import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { remarked } from '../../pipeline/model/explanation.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { type Fen, inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { readsAsShare } from '../../pipeline/model/spending.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { supplierSizeOf } from '../../pipeline/model/supplier-size.ts';
import {
  fail,
  failAt,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZC-04: small purchases go to small and medium firms; of larger ones a share does, most of it to small and micro firms. */
export const smeShare = defineRule({
  meta: {
    id: 'ZC-04',
    name: 'sme-share',
    title: { zh: '面向中小企业采购份额不足', en: 'Too small a share for SMEs' },
    group: 'procurement',
    scope: 'table',
    needs: ['T15'],
    severity: 'warning',
    basis: {
      source:
        '公开的政府采购促进中小企业发展管理办法解读（200万元以下货物服务、400万元以下工程专门面向中小企业，以上预留30%，其中小微不低于60%）',
      why: {
        zh: '采购预算中应按规定比例预留给中小企业，小微企业占其中多数。',
        en: 'Set shares of procurement are reserved for small and medium firms, most of them for the small and micro.',
      },
    },
    options: z.object({
      goodsLimit: z.number().int().default(200_000_000).register(meaning, {
        unit: 'fen',
        zh: '不超过此数的货物、服务采购全部面向中小企业',
        en: 'purchases of goods or services up to it go wholly to small and medium firms',
      }),
      worksLimit: z.number().int().default(400_000_000).register(meaning, {
        unit: 'fen',
        zh: '不超过此数的工程采购全部面向中小企业',
        en: 'works up to it go wholly to small and medium firms',
      }),
      smeShare: z.number().min(0).max(1).default(0.3).register(meaning, {
        unit: 'share',
        zh: '超过限额的采购，面向中小企业的最低比例',
        en: 'share of larger purchases that goes to small and medium firms',
      }),
      microShare: z.number().min(0).max(1).default(0.6).register(meaning, {
        unit: 'share',
        zh: '面向中小企业的份额中，小微企业的最低比例',
        en: 'share of what small and medium firms get of larger purchases that goes to small and micro ones',
      }),
    }),
    messages: {
      small: {
        zh: '「{name}」预算 {budget} {unit}，不超过 {limit} {unit}，应专门面向中小企业；面向中小企业份额 {share}（要求 100%）。',
        en: '"{name}": a purchase of {budget}, not above {limit} ({unit}), is reserved for SMEs, which got {share} of it (100% required).',
        clears: {
          zh: '核对供应商类型；确实不宜面向中小企业的，在备注中写明理由。',
          en: 'Check the size of the supplier; where SMEs cannot supply it, say why in the remark.',
        },
      },
      large: {
        zh: '限额以上采购合同 {contract} {unit}，面向中小企业份额 {share}（要求 ≥{required}）。',
        en: 'Of larger contracts of {contract} ({unit}) SMEs got {share} (at least {required} required).',
        clears: {
          zh: '核对供应商类型；再向中小企业预留 {missing} {unit}，或说明理由。',
          en: 'Check the sizes of suppliers; reserve {missing} ({unit}) more for SMEs, or say why not.',
        },
      },
      micro: {
        zh: '限额以上采购面向中小企业 {sme} {unit}，其中小微企业占 {share}（要求 ≥{required}）。',
        en: 'Of {sme} ({unit}) that SMEs got of larger purchases, small and micro firms got {share} (at least {required} required).',
        clears: {
          zh: '核对供应商类型；再向小微企业预留 {missing} {unit}，或说明理由。',
          en: 'Check the sizes of suppliers; reserve {missing} ({unit}) more for small and micro firms, or say why not.',
        },
      },
    },
  },

  *check({ submission, options }) {
    const large: Shares[] = [];
    for (const row of submission.tables.purchases.rows) {
      const found = sharesOf(row);
      if ('outcome' in found) {
        yield found;
        continue;
      }
      const limit = isWorks(row) ? options.worksLimit : options.goodsLimit;
      if (found.size > limit) {
        large.push(found);
        continue;
      }
      yield judgeSmall(found, limit);
    }
    if (large.length > 0) yield* judgeLarge(large, options);
  },
});

/** What a purchase is worth and who got how much of it. */
interface Shares {
  readonly row: Row;
  /** The budget, which limits are measured by; the contract without one. */
  readonly size: Fen;
  readonly contract: Fen;
  readonly sme: Fen;
  /** Null where the sheet does not tell small and micro firms from medium ones. */
  readonly micro: Fen | null;
  readonly field: string;
}

/** Amounts where the sheet has them, otherwise the whole contract by the supplier's size. */
function sharesOf(row: Row): Shares | Verdict {
  const { supplierSize } = row.values;
  const { columns } = row.source;
  const contract = amountOf(row, 'contract');
  if (row.classified || (!columns.has('supplierSize') && !columns.has('smeAmount'))) return notApplicable;
  if (contract === null) return isEmpty(row, 'contract') ? notApplicable : undecidable(row, 'contract');
  if (contract <= 0) return notApplicable;
  const size = amountOf(row, 'budget') || contract;
  const [sme, micro] = [amountOf(row, 'smeAmount'), amountOf(row, 'microAmount')];
  if (sme !== null) return { row, size, contract, sme, micro, field: 'smeAmount' };
  if (typeof supplierSize !== 'string')
    return undecidable(row, columns.has('supplierSize') ? 'supplierSize' : 'smeAmount');
  const word = supplierSizeOf(supplierSize);
  if (word === null) return notApplicable;
  return {
    row,
    size,
    contract,
    sme: word === 'large' ? 0 : contract,
    micro: word === 'sme' ? null : word === 'micro' ? contract : 0,
    field: 'supplierSize',
  };
}

/** Works by the kind of purchase, or by the catalogue (B); designing and supervising them is a service. */
function isWorks(row: Row): boolean {
  const [kind, category] = [row.values.kind, row.values.category].map((text) =>
    typeof text === 'string' ? foldText(text) : '',
  );
  if (/服务|监理|咨询|设计|勘察/.test(`${kind} ${category}`)) return false;
  return (kind ?? '').includes('工程') || /^B\d|^工程/.test(category ?? '');
}

function judgeSmall({ row, size, contract, sme, field }: Shares, limit: Fen): Verdict {
  if (sme >= contract) return pass;
  const unit = unitOf(row, 'contract');
  const { projectName } = row.values;
  return fail(row, [field, 'budget', 'contract'], {
    message: 'small',
    args: {
      name: excerpt(typeof projectName === 'string' ? projectName : ''),
      budget: inUnit(size, unit),
      limit: inUnit(limit, unit),
      share: percentOf(sme, contract),
      unit,
    },
    value: percentOf(sme, contract),
    expected: '100%',
    threshold: inUnit(limit, unit),
    atStake: contract - sme,
    ...remarked(row),
  });
}

/** What of an SME's contract small and micro firms got cannot be judged; a sheet without a column for it does not ask. */
function untoldShare({ row }: Shares): Verdict {
  return row.source.columns.has('microAmount') ? undecidable(row, 'microAmount') : notApplicable;
}

function* judgeLarge(
  large: readonly Shares[],
  options: { readonly smeShare: number; readonly microShare: number },
): Generator<Verdict> {
  const [first] = large;
  if (first === undefined) return;
  const sum = (of: (one: Shares) => Fen) => large.reduce((all, one) => all + of(one), 0);
  const [contract, sme, micro] = [
    sum((one) => one.contract),
    sum((one) => one.sme),
    sum((one) => one.micro ?? 0),
  ];
  const unit = unitOf(first.row, 'contract');
  const where = large.map(({ row, field }) => placeOf(row, field));
  const due = options.smeShare * contract;
  if (readsAsShare(sme, contract, options.smeShare)) yield pass;
  else
    yield failAt(where, {
      message: 'large',
      args: {
        contract: inUnit(contract, unit),
        share: percentOf(sme, contract),
        required: percent(options.smeShare, 0),
        missing: inUnit(Math.ceil(due - sme - 1e-6), unit),
        unit,
      },
      measure: 'large',
      value: percentOf(sme, contract),
      threshold: percent(options.smeShare, 0),
      atStake: Math.ceil(due - sme - 1e-6),
      trace: `${inUnit(sme, unit)} ÷ ${inUnit(contract, unit)} = ${percentOf(sme, contract)}`,
    });
  const untold = large.find((one) => one.micro === null && one.sme > 0);
  if (sme === 0 || untold !== undefined) {
    yield sme === 0 || untold === undefined ? notApplicable : untoldShare(untold);
    return;
  }
  const microDue = options.microShare * sme;
  if (readsAsShare(micro, sme, options.microShare)) yield pass;
  else
    yield failAt(where, {
      message: 'micro',
      args: {
        sme: inUnit(sme, unit),
        share: percentOf(micro, sme),
        required: percent(options.microShare, 0),
        missing: inUnit(Math.ceil(microDue - micro - 1e-6), unit),
        unit,
      },
      measure: 'micro',
      value: percentOf(micro, sme),
      threshold: percent(options.microShare, 0),
      atStake: Math.ceil(microDue - micro - 1e-6),
      trace: `${inUnit(micro, unit)} ÷ ${inUnit(sme, unit)} = ${percentOf(micro, sme)}`,
    });
}

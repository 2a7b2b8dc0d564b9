import type { Period } from '../../pipeline/model/period.ts';
import { type KnownTemplateId, templates } from '../../pipeline/templates/index.ts';
import type { Style } from './draft.ts';
import type { Random } from './random.ts';
import { people } from './words.ts';

/** A look for a sheet, as offices differ in it. */
export function inventStyle(random: Random, id: KnownTemplateId, unit: string, period: Period): Style {
  const template = templates[id];
  const [year = '2023', month = '6'] = period.split('-');
  const ownUnit = template.amountUnit;
  const amountUnit = random.chance(0.75) ? ownUnit : ownUnit === '元' ? '万元' : '元';
  const title = random.pick([template.title.zh, random.pick(template.titles)]);
  const when = random.pick([
    `${year}年${Number(month)}月`,
    `${year}年1-${Number(month)}月`,
    `截至${year}年${Number(month)}月底`,
  ]);
  return {
    amountUnit,
    unitLine: random.pick([`金额单位：${amountUnit}`, `单位：${amountUnit}`, `（单位：${amountUnit}）`]),
    title: random.pick([`${when}${title}`, `${unit}${when}${title}`, `${title}（${when}）`]),
    above: random.chance(0.2) ? [random.pick(['附件1', '附表2'])] : [],
    rates: random.pick(['formatted', 'formatted', 'percent', 'text', 'fraction'] as const),
    formulas: random.chance(0.5),
    columnNumbers: random.chance(0.2),
    totalLabel: random.pick(['合计', '合  计', '合　计', '总计']),
    signatureIn: random.pick(['one cell', 'cells', 'none'] as const),
    blankRowBeforeTotal: random.chance(0.1),
    dates: random.pick(['real', 'iso text'] as const),
  };
}

export function inventSignatures(random: Random, period: Period): Record<string, string> {
  const [year = '2023', month = '06'] = period.split('-');
  const next =
    Number(month) === 12 ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`;
  return {
    单位负责人: random.pick(people),
    财务负责人: random.pick(people),
    填表人: random.pick(people),
    联系电话: '0000-1234567',
    填报日期: `${next}-0${random.int(1, 5)}`,
  };
}

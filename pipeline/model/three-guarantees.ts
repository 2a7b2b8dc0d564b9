import { itemName } from './item-name.ts';
import { foldText } from './label.ts';
import type { Choice } from './template.ts';

/** The three guarantees; sheets write the words with and without 保. */
export const guaranteeKinds = [
  {
    code: 'livelihood',
    word: '保基本民生',
    english: 'basic livelihoods',
    synonyms: ['基本民生', '保民生', '民生'],
  },
  { code: 'wages', word: '保工资', english: 'wages', synonyms: ['工资', '工资发放'] },
  { code: 'operations', word: '保运转', english: 'government operations', synonyms: ['运转', '机构运转'] },
] as const satisfies readonly Choice[];

/** The codes of the three, in the official order. */
export const guaranteeCodes = guaranteeKinds.map(({ code }) => code);

export type GuaranteeKind = (typeof guaranteeKinds)[number]['code'];

/** Which guarantee a row's words mean, e.g. `一、工资支出`; null for other words, and for words that name several. */
export function guaranteeOf(words: string): GuaranteeKind | null {
  const { name } = itemName(words);
  const plain = name.replace(/(?:支出|经费|资金|保障)+$/, '');
  const [one, another] = guaranteeKinds.filter(
    ({ word, synonyms }) => name.includes(word) || synonyms.some((synonym) => plain === synonym),
  );
  return one === undefined || another !== undefined ? null : one.code;
}

/** Whether a row's words mean the three together: `“三保”支出合计`, with or without their names in brackets. */
export function areAllGuarantees(words: string): boolean {
  return /^(?:三保(?:支出|经费|资金)?(?:合计|小计|总计)?)$/.test(
    itemName(foldText(words).replace(/\([^()]*\)$/, '')).name,
  );
}

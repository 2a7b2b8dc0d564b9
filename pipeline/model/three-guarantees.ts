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

export const guaranteeCodes = guaranteeKinds.map(({ code }) => code);

export type GuaranteeKind = (typeof guaranteeKinds)[number]['code'];

/** Which guarantee a row's words mean, e.g. `一、保工资`; null for other words. */
export function guaranteeOf(words: string): GuaranteeKind | null {
  const folded = words.normalize('NFKC').replace(/[\s“”"'、,，（）()]/g, '');
  for (const { code, word, synonyms } of guaranteeKinds) {
    if (folded.includes(word)) return code;
    if (synonyms.some((synonym) => folded === synonym)) return code;
  }
  return null;
}

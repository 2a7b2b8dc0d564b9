import { reasonTypes } from './code-lists.ts';
import { foldText } from './label.ts';
import { type AmountUnit, type Fen, inUnit, unitWord } from './money.ts';
import type { Row } from './submission.ts';
import type { Text } from './text.ts';

/** An entry of the code list of reasons. */
export type Reason = (typeof reasonTypes)[number];

/**
 * Whose turn it is by the reason given: the finance side releases the money; nobody is late, a forecast is due; the
 * unit proposes what becomes of the surplus; the unit acts.
 */
export type Turn = 'finance' | 'nobody' | 'surplus' | 'unit';

/** Whose turn it is, by reason (practice: code list reason_type). */
export function turnOf({ code }: Reason): Turn {
  if (code === 'R01' || code === 'R02') return 'finance';
  if (code === 'R03' || code === 'R05' || code === 'R08') return 'nobody';
  return code === 'R09' || code === 'R10' ? 'surplus' : 'unit';
}

/** What the unit wrote about a project: T01 差异原因, T03 情况分析; null when it wrote nothing. */
export function reasonText(row: Row): string | null {
  return textOf(row, 'reason');
}

/** The explanation of a finding, where the unit wrote one; never that of a classified project. */
export function explained(row: Row): { readonly explanation?: string } {
  const text = reasonText(row);
  return text === null || row.classified ? {} : { explanation: text };
}

/** The same for a finding that a word in the remark answers; never that of a classified project. */
export function remarked(row: Row): { readonly explanation?: string } {
  const text = row.classified ? null : saidIn(row, 'remark');
  return text === null ? {} : { explanation: text };
}

/** The reason of a row: the entry it chose; where it chose none or 其他, what its words mean. */
export function reasonOf(row: Row): Reason | null {
  return reasonGiven(textOf(row, 'reasonType'), reasonText(row));
}

/** The reason out of the entry a unit chose and the words it wrote, either of which may be wanting. */
export function reasonGiven(entry: string | null, words: string | null): Reason | null {
  const chosen = chosenReason(entry);
  if (chosen !== null && chosen.code !== 'R12') return chosen;
  return (words === null ? null : reasonOfWords(words)) ?? chosen;
}

/** Which reason words give, e.g. `该项目资金未全部下达`; null for words that give none. */
export function reasonOfWords(words: string): Reason | null {
  const folded = foldText(words);
  for (const [code, pattern] of reasonPatterns) {
    if (code === 'R01' && releasedInTheEnd.test(folded)) continue;
    if (pattern.test(folded)) return reasonTypes.find((reason) => reason.code === code) ?? null;
  }
  return null;
}

/**
 * How units word each reason, the more particular first: 未全部下达 is also 未下达. The subject must stand in the same
 * clause, or 房屋尚未完工未拨付 would be money that was not released.
 */
const reasonPatterns: readonly (readonly [Reason['code'], RegExp])[] = [
  [
    'R02',
    /(?:未|没有)(?:全部|足额|全额|完全|全)(?:下达|拨付|拨款|到位)|(?:仅|只)(?:下达|拨付|到位)|(?:资金|指标)部分(?:下达|拨付|到位)/,
  ],
  [
    'R01',
    /(?:未|没有|待)下达|(?:资金|指标|经费|拨款|上级|财政|款项)[^，。；,;]{0,6}(?:未|没有)(?:拨付|到位|拨款|拨)/,
  ],
  ['R10', /(?:无|没有)合规(?:的)?支出/],
  ['R05', /(?:合同|协议)[^。；;]{0,16}(?:节点|约定|未到|付款|支付)|付款(?:节点|条件)|质保金/],
  ['R06', /采购|招标|招投标|比选|询价/],
  ['R04', /未(?:完工|验收|竣工|完成施工|完成验收)|正在施工|施工中|在建|未通过验收/],
  [
    'R09',
    /(?:需求|工作量|任务|人数|支出)(?:有所)?(?:减少|较少|少)|(?:资金|形成|项目)结余|不(?:再)?需要(?:再)?支出/,
  ],
  ['R03', /据实|按?实际(?:需求|需要|发生)/],
  ['R11', /不可控|不可抗|(?:因|受|遇)[^，。；,;]{0,8}(?:灾|疫情|暴雨|洪水|干旱|降雨|降雪|天气)/],
  ['R07', /政策(?:调整|变化|变动)/],
  ['R08', /(?:暂未|尚未|还未|未)(?:实施|开展|启动|开工)|计划(?:于|在)?\d{1,2}月/],
];

/** 前期资金未下达，6月底才下达: that it was late is no reason any more. */
const releasedInTheEnd =
  /(?:未|没有)(?:下达|拨付|到位)(?!.*(?:未|没有)(?:下达|拨付|到位)).*(?:才|刚刚?|现已)[^，。；,;]{0,6}(?:下达|拨付|到位)/;

function chosenReason(word: string | null): Reason | null {
  if (word === null) return null;
  const folded = foldText(word);
  for (const reason of reasonTypes) {
    const synonyms: readonly string[] = 'synonyms' in reason ? reason.synonyms : [];
    if ([reason.word, ...synonyms, reason.code].some((name) => foldText(name) === folded)) return reason;
  }
  return reasonOfWords(word);
}

/** What an explanation lacks, read as a clerk would read it; null when it says something. */
export type ExplanationFault = 'blank' | 'short' | 'boilerplate';

/**
 * Whether a text says something. Boilerplate is what consists of stock phrases and hardly more: fewer than four characters
 * are left when they are taken away, and no reason of the code list is among them. 折旧 is short, and no stock phrase.
 */
export function explanationFault(
  text: string | null,
  limits: { readonly minimumLength: number; readonly boilerplate: readonly string[] },
): ExplanationFault | null {
  const folded = plainWords(text);
  if (folded === '') return 'blank';
  if (limits.boilerplate.map(foldText).includes(folded)) return 'boilerplate';
  if ([...folded].length < limits.minimumLength) return 'short';
  if (reasonOfWords(folded) !== null) return null;
  const left = withoutPhrases(folded, limits.boilerplate);
  return left !== folded && [...left].length < 4 ? 'boilerplate' : null;
}

function plainWords(text: string | null): string {
  return text === null ? '' : foldText(text).replace(/[\p{P}\p{S}]/gu, '');
}

function withoutPhrases(folded: string, phrases: readonly string[]): string {
  return phrases
    .map(foldText)
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, phrase) => left.replaceAll(phrase, ''), folded);
}

/** Whether nothing is written, a sign for nothing, or stock phrases alone: `无`, `/`, `正在推进`. */
export function saysNothing(text: string | null): boolean {
  // No stock phrase has a digit in it: most codes and numbers of documents are told from them at a glance.
  if (text !== null && /\d/.test(text)) return false;
  return withoutPhrases(plainWords(text), stockPhrases) === '';
}

/** What a row says in a field; null where that is nothing, or a sign for it. */
export function saidIn(row: Row, field: string): string | null {
  const text = textOf(row, field);
  return saysNothing(text) ? null : text;
}

/** Phrases that explain nothing, and the words they are padded with. */
export const stockPhrases: readonly string[] = [
  '无',
  '无差异',
  '无异常',
  '无异常情况',
  '略',
  '同上',
  '见附件',
  '正常',
  '情况正常',
  '进度正常',
  '正在推进',
  '推进中',
  '进行中',
  '办理中',
  '实施中',
  '正在',
  '推进',
  '进行',
  '实施',
  '办理',
  '落实',
  '开展',
  '按计划',
  '按进度',
  '按照计划',
  '按照进度',
  '按要求',
  '按规定',
  '有序',
  '稳步',
  '积极',
  '继续',
  '持续',
  '加快',
  '加大力度',
  '抓紧',
  '尽快',
  '力争',
  '争取',
  '早日',
  '努力',
  '下一步',
  '下步',
  '将',
  '我单位',
  '我镇',
  '我局',
  '该项目',
  '本项目',
  '此项目',
  '项目',
  '目前',
  '工作',
  '各项',
  '相关',
  '支出进度',
  '支出',
  '进度',
  '执行',
  '完成',
  '确保',
  '年底前',
  '中',
  '的',
  '并',
];

/** The money by which it is decided whether a reason of money not released can stand. */
export interface Money {
  readonly budget: Fen | null;
  /** Null when the sheet does not say, as in monitoring lists. */
  readonly released: Fen | null;
  readonly spent: Fen;
  readonly unit: AmountUnit;
}

/**
 * Whose turn it is in words, for what clears a finding; `shortfall` says what is still to be spent, where that is due.
 * Money not released is the turn of the finance side only as far as the figures bear it out.
 */
export function nextStep(row: Row, money: Money, shortfall: Text): Text {
  const reason = reasonOf(row);
  if (reason === null) {
    return {
      zh: `${shortfall.zh}核对支出数；确属滞后的，在差异原因中写明原因、预计支出时间和处置意见。`,
      en: `${shortfall.en}Check the figures; if they stand, give the reason, the expected date and what becomes of the rest.`,
    };
  }
  const turn = turnOf(reason);
  const { zh, en } = turn === 'finance' ? afterRelease(money) : turnWords[turn];
  const due = turn === 'unit' || (turn === 'finance' && isAllReleased(money)) ? shortfall : noText;
  return {
    zh: `${due.zh}所填原因属“${reason.word}”${zh}`,
    en: `${due.en}The reason given is "${reason.english}"${en}`,
  };
}

/** Whether the figures refute that money is still to be released. */
export function isAllReleased({ budget, released }: Pick<Money, 'budget' | 'released'>): boolean {
  return budget !== null && released !== null && released >= budget;
}

/** Who acts where the reason given is money not released and released money is left. */
function afterRelease(money: Money): Text {
  const { budget, released, spent, unit } = money;
  if (released === null) {
    return {
      zh: '，表中没有已下达数：由财政端（或主管部门）核对；确未下达的由其下达，已下达的由单位更正差异原因并写明预计支出时间。',
      en: ', and the sheet does not say what is released: the finance side checks and releases what it has not; where it has, the unit corrects the reason and gives the expected date.',
    };
  }
  const english = unitWord(unit, 'en');
  if (isAllReleased(money)) {
    const whole = inUnit(budget ?? 0, unit);
    return {
      zh: `，但预算 ${whole} ${unit}已全部下达：由单位更正差异原因，写明采取的措施和预计支出时间。`,
      en: `, yet the budget of ${whole} (${english}) is released in full: the unit corrects the reason, and says what it does and when it will spend.`,
    };
  }
  const [all, idle] = [inUnit(released, unit), inUnit(released - spent, unit)];
  const rest = budget === null ? null : inUnit(budget - released, unit);
  return {
    zh: `，但已下达 ${all} ${unit}中还有 ${idle} ${unit}未支出：由单位写明这部分的预计支出时间；${rest === null ? '确未下达的部分' : `其余 ${rest} ${unit}`}由财政端（或主管部门）下达。`,
    en: `, yet ${idle} of the ${all} (${english}) released is not spent: the unit says when it will be; the finance side releases ${rest === null ? 'what it has not' : `the other ${rest}`}.`,
  };
}

/** Whose turn it is, in a few words for lists. */
export const turnNames: Readonly<Record<Turn, Text>> = {
  finance: { zh: '待财政端（主管部门）下达，单位无须整改', en: 'the finance side is to release the money' },
  nobody: { zh: '不属单位支出慢，写明预计支出时间', en: 'nobody is late; a forecast is due' },
  surplus: { zh: '由单位提出调剂或交回意见', en: 'the unit proposes what becomes of the surplus' },
  unit: { zh: '由单位办理', en: 'the unit acts' },
};

const turnWords: Readonly<Record<Exclude<Turn, 'finance'>, Text>> = {
  nobody: {
    zh: '：不属单位支出慢，写明预计支出时间和全年预计支出数即可。',
    en: ': the unit is not late; it gives the expected date and the forecast for the year.',
  },
  surplus: {
    zh: '：由单位提出调剂或交回财政的意见。',
    en: ': the unit proposes to reallocate or to return the money.',
  },
  unit: {
    zh: '：由单位办理，写明采取的措施和预计支出时间。',
    en: ': the unit acts, and says what it does and when it will spend.',
  },
};

const noText: Text = { zh: '', en: '' };

function textOf(row: Row, field: string): string | null {
  const value = row.values[field];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

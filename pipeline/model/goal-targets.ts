import { foldText, likeness } from './label.ts';

/** A number a goal sets in words, with a bound: 不少于6人, 年增收大于3万元. */
export interface GoalTarget {
  /** The clause it stands in, as written. */
  readonly clause: string;
  readonly unit: string;
}

/**
 * The numbers with a bound (≥, 不少于, 大于, 等于, 以上 and the like) that a goal sets. Numbers that only describe the task
 * (为46名信息员发放津贴) are no targets.
 */
export function goalTargets(goal: string): readonly GoalTarget[] {
  return clausesOf(goal).flatMap((clause) =>
    [...sameWords(foldText(clause)).replace(ages, '').matchAll(bounded)].map((match) => ({
      clause,
      unit: (match[1] ?? match[2] ?? '').replace(/^(?:及|或)?以(?:上|下|内).*$/, ''),
    })),
  );
}

/** Whether a result gives a number for a target: one in its unit, or how much of the goal is attained. */
export function givesNumberFor(result: string, { unit, clause }: GoalTarget): boolean {
  const folded = sameWords(foldText(result));
  // What did not happen is within any upper bound, and nought of every unit.
  if (upperBound.test(foldText(clause)) && nothingOfIt.test(folded)) return true;
  if (/(?:目标|任务)[^,。;;]{0,8}\d+(?:\.\d+)?%/.test(folded)) return true;
  for (const match of folded.matchAll(/\d+(?:\.\d+)?([^\d,。;、()]{0,4})/g)) {
    const own = match[1] ?? '';
    if (unit === '' || own.startsWith(unit) || (own !== '' && unit.startsWith(own))) return true;
  }
  return false;
}

/** The clause of a result that speaks of what a clause of the goal speaks of: the one most like it. */
export function clauseAbout(clause: string, result: string): string {
  let best = '';
  let nearest = -1;
  for (const each of clausesOf(result)) {
    const near = likeness(foldText(clause), foldText(each));
    if (near <= nearest) continue;
    nearest = near;
    best = each;
  }
  return best;
}

/**
 * The first clause of a goal that says how much is to be done (建设示范村2个), for a result that gives no number at all: it
 * says no more than that it is done (已建设完成), or speaks of what was bought or built in words alone. Sums of money are
 * means, not goals. Null where there is none.
 */
export function taskMerelyDone(goal: string, result: string): string | null {
  const words = foldText(result).replace(/[,。;;、]/g, '');
  if (/[未没不]|暂缓|取消|终止|停建/.test(words) || hasMeasure(words)) return null;
  const tasks = clausesOf(goal).filter((clause) => hasMeasure(clause.replace(/[\d.]+\s*[万亿]?元/g, '')));
  const isBare = words.length <= 12 && /完成|实现|达成/.test(words);
  return tasks.find((clause) => isBare || isUncounted(foldText(clause), words)) ?? null;
}

/** Whether a clause asks for a count of goods or works that a result does not give, in words neither: 三千册. */
function isUncounted(clause: string, result: string): boolean {
  const unit = countedWork.exec(clause)?.[1];
  return unit !== undefined && !new RegExp(`[一二两三四五六七八九十百千万]${unit}`).test(result);
}

/** 购置图书3000册: what is bought or built is counted, so that the result is a count as well. */
const countedWork =
  /^(?:计划|年内|全年|共|拟)?(?:购置|购买|采购|配备|新建|建设|修建|改建|改造|修缮|维修|安装|新装|硬化|清淤|新增|种植|栽植|铺设|更换)[^\d]{1,14}[\d.]+[万]?([\u4e00-\u9fff])/;

/** Whether a goal can be measured at all: it holds a number that is no year, month or document number; 1962人 is one. */
export function hasMeasure(goal: string): boolean {
  const plain = foldText(goal)
    .replace(/(?:19|20)\d\d(?:[-—~至](?:19|20)\d\d)?(?:年度?|(?=[-./])|$)/g, '')
    .replace(/\d{1,2}月(?:\d{1,2}日)?|第\d+(?:号|批|季度|次)?|\d+号|^\d+[.、]|[。;]\d+[.、]/g, '');
  return /\d|[≥≤]|[一二两三四五六七八九十百千万]+(?:个|户|人|次|项|处|公里|亩|场|批|台|套|村|座|条|名)|全部|百分之|[一二三四五六七八九]成/.test(
    plain,
  );
}

/** 60周岁以上老人: whom the goal is about. */
const ages = /\d+周?岁(?:及|或)?以(?:上|下|内)/g;

const bounded =
  /(?:不少于|不低于|不小于|至少|不超过|不高于|不多于|不大于|大于|超过|多于|高于|小于|低于|少于|等于|达到|≥|≤|>=|<=|>|<)\d+(?:\.\d+)?(%|[^\d,。;、()≥≤<>]{0,4})|\d+(?:\.\d+)?(%|[^\d,。;、()]{0,3}?)(?:及|或)?以(?:上|下|内)/g;

const nothingOfIt = /(?:未|没有|无|零)(?:发生|出现)|零事故|[为是](?:0|零)(?![\d.])/;

const upperBound = /不超过|不高于|不多于|不大于|(?<!不)(?:小于|低于|少于)|控制在|≤|<|以内|以下/;

/** Units that are other words for the same thing. */
function sameWords(text: string): string {
  return text.replace(/名|位/g, '人').replace(/m2/g, '平方米').replace(/千米/g, '公里');
}

function clausesOf(text: string): readonly string[] {
  return text
    .split(/[，,。；;\n]+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

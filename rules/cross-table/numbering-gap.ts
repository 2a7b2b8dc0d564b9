import { z } from 'zod';
import { columnName } from '../../pipeline/model/column-name.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { listOf } from '../../pipeline/model/list-of.ts';
import { remembered } from '../../pipeline/model/remembered.ts';
import { type Prose, textsOf } from '../../pipeline/model/texts-of.ts';
import { fail, notApplicable, pass, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** TX-01: numbered points follow one another, and “3项措施” are three. */
export const numberingGap = defineRule({
  meta: {
    id: 'TX-01',
    name: 'numbering-gap',
    title: { zh: '编号断档或枚举数不符', en: 'Numbering gap or count of items' },
    group: 'cross-table',
    scope: 'table',
    needs: [],
    severity: 'notice',
    basis: {
      source: '预算绩效报告人工复核中发现的问题（编号跳号，所称项数与所列不符）',
      why: {
        zh: '跳过的编号、少列的一项，可能是删漏的内容。',
        en: 'A number that is skipped or an item that is not there may be something cut by mistake.',
      },
    },
    options: z.object({}),
    messages: {
      gap: {
        zh: '「{label}」中编号缺 {missing}。',
        en: 'The numbering in "{label}" skips {missing}.',
        clears: {
          zh: '补上 {missing} 的内容；没有遗漏的，将编号改为连续。',
          en: 'Add what belongs at {missing}, or number the points without gaps.',
        },
      },
      count: {
        zh: '「{label}」称“{words}”，与列举的 {listed} 项不符。',
        en: '"{label}" speaks of {stated} and lists {listed}.',
        clears: {
          zh: '将数目改为 {listed}，或补全、删去所列内容使其为 {stated} 项。',
          en: 'Change the number to {listed}, or list {stated}.',
        },
      },
    },
  },

  *check({ submission }) {
    const listsIn = remembered((text) => {
      if (!mayList.test(text)) return null;
      const lists = numberedLists(text);
      return lists.length === 0 && !announced.test(text) ? null : lists;
    });
    for (const prose of textsOf(submission)) {
      const lists = listsIn(prose.text);
      yield lists === null ? notApplicable : judged(prose, lists);
    }
  },
});

function judged(prose: Prose, lists: readonly NumberedList[]): Verdict {
  const { row, field, text } = prose;
  const label = columnName(row, field);
  const broken = lists.find((list) => missingIn(list).length > 0);
  if (broken !== undefined) {
    const missing = listOf(missingIn(broken).map((number) => broken.style.sign(number)));
    return fail(row, field, {
      message: 'gap',
      args: { label, missing },
      measure: `${field} gap`,
      value: missing.zh,
    });
  }
  const claim = announced.exec(text);
  const stated = claim === null ? null : numberOf(claim[1] ?? '');
  const listed = claim === null ? null : itemsAfter(claim, text, lists);
  // 一个为老服务、助残的平台 counts nothing.
  if (claim === null || stated === null || stated < 2) return pass;
  if (listed === null || listed.includes(stated) || sharesAfter(claim, text) === stated) return pass;
  return fail(row, field, {
    message: 'count',
    args: { label, words: excerpt(claim[0], 20), stated, listed: listed[0] ?? 0 },
    measure: `${field} count`,
    value: String(stated),
    expected: String(listed[0]),
  });
}

/** One way of numbering points: what a mark looks like, and how the n-th is written. */
interface Style {
  readonly mark: RegExp;
  readonly sign: (number: number) => string;
  readonly read: (mark: string) => number;
}

interface NumberedList {
  readonly style: Style;
  readonly numbers: readonly number[];
  /** Where the first mark stands in the text. */
  readonly at: number;
}

const numerals = '一二三四五六七八九十';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** Cheap, and true of every text with a mark of `styles` or a list that is `announced`. */
const mayList = /[①-⑳个项条点种类]|(?:^|[。；：:;\s])[（(\d]|[一二三四五六七八九十][是要、]/;

/** Marks in digits and words stand where a point begins: 1.5公里, （2）班 and 二、三级公路 are none. */
const styles: readonly Style[] = [
  { mark: /[①-⑳]/g, sign: (number) => circled[number - 1] ?? '', read: (mark) => circled.indexOf(mark) + 1 },
  {
    mark: /(?<=^|[。；：:;\s])[（(](\d{1,2})[）)]/g,
    sign: (number) => `（${number}）`,
    read: (mark) => Number(/\d+/.exec(mark)?.[0] ?? 0),
  },
  {
    mark: /(?<=^|[。；：:;\s])(\d{1,2})[.．、](?!\d)/g,
    sign: (number) => `${number}.`,
    read: (mark) => Number(/\d+/.exec(mark)?.[0] ?? 0),
  },
  {
    mark: /(?<=^|[。；：:;\s])[（(][一二三四五六七八九十][）)]/g,
    sign: (number) => `（${numerals[number - 1] ?? ''}）`,
    read: (mark) => numerals.indexOf(mark.charAt(1)) + 1,
  },
  {
    mark: /(?<=^|[。；：:;\s])[一二三四五六七八九十]、/g,
    sign: (number) => `${numerals[number - 1] ?? ''}、`,
    read: (mark) => numerals.indexOf(mark.charAt(0)) + 1,
  },
  {
    mark: /(?<=^|[。；：:;，,\s])[一二三四五六七八九十][是要]/g,
    sign: (number) => `${numerals[number - 1] ?? ''}是`,
    read: (mark) => numerals.indexOf(mark.charAt(0)) + 1,
  },
];

/** Lists of at least two points that begin at 1; numbers that go back begin another list, what begins later refers to one. */
function numberedLists(text: string): readonly NumberedList[] {
  return styles.flatMap((style) => {
    const lists: { style: Style; numbers: number[]; at: number }[] = [];
    for (const match of text.matchAll(style.mark)) {
      const number = style.read(match[0]);
      const list = lists.at(-1);
      if (list === undefined || number <= (list.numbers.at(-1) ?? 0))
        lists.push({ style, numbers: [number], at: match.index });
      else list.numbers.push(number);
    }
    return lists.filter(({ numbers }) => numbers.length > 1 && numbers[0] === 1);
  });
}

function missingIn({ numbers }: NumberedList): readonly number[] {
  const present = new Set(numbers);
  return Array.from({ length: numbers.at(-1) ?? 0 }, (_, index) => index + 1).filter(
    (number) => !present.has(number),
  );
}

/**
 * 采取3项措施如下：… and 下设9个机构，分别为甲、乙、…: how many, and what follows. 第三类 is no number of things, nor is the last
 * digit of 二十个 or 110个.
 */
const announced =
  /(?<![第每\d.一二三四五六七八九十百千])(\d{1,2}|[一二两三四五六七八九十])[个项条点种类](?:(?![个项条点])[^。；;，,、：:\d]){0,14}?(?:[：:]|[，,]?(?:具体)?(?:分别)?[为是][：:]?(?=[^。；;]*、)|[，,]?[^。；;，,、：:\d]{0,6}如下[：:])/;

function numberOf(words: string): number | null {
  if (/^\d+$/.test(words)) return Number(words);
  if (words === '两') return 2;
  const index = numerals.indexOf(words);
  return index === -1 ? null : index + 1;
}

/** What the counts that follow add up to, in the same words: 18个：东片10个、西片8个. */
function sharesAfter(claim: RegExpExecArray, text: string): number {
  const counter = claim[0].charAt((claim[1] ?? '').length);
  const sentence = text.slice(claim.index + claim[0].length).split(/[。\n]/)[0] ?? '';
  return [...sentence.matchAll(new RegExp(`(\\d+)${counter}`, 'g'))].reduce(
    (sum, match) => sum + Number(match[1]),
    0,
  );
}

/** How many items follow, in the ways they may be counted; null when what follows is no list. */
function itemsAfter(
  claim: RegExpExecArray,
  text: string,
  lists: readonly NumberedList[],
): readonly number[] | null {
  const start = claim.index + claim[0].length;
  const list = lists.find(({ at }) => at >= start && at <= start + 2);
  if (list !== undefined) return [list.numbers.length];
  const sentence = (text.slice(start).split(/[。；;\n]/)[0] ?? '').replace(/[（(][^）)]*[）)]/g, '');
  const quoted = sentence.replace(/[“"《][^”"》]*[”"》]/g, '某');
  // 甲、乙等应急物资 leaves the list open; 高等学校 does not.
  if (/[，,]|(?<![高中初平同])等/.test(quoted)) return null;
  const items = quoted.split('、');
  if (items.length < 2) return null;
  // 乙和丙 may be two, or one name.
  const joined = items.filter((item) => /[和及与]/.test(item)).length;
  return Array.from({ length: joined + 1 }, (_, index) => items.length + joined - index);
}

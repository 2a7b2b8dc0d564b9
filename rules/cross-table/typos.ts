import { z } from 'zod';
import { columnName } from '../../pipeline/model/column-name.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { listOf } from '../../pipeline/model/list-of.ts';
import { remembered } from '../../pipeline/model/remembered.ts';
import { textsOf } from '../../pipeline/model/texts-of.ts';
import { fail, pass } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** TX-02: slips of the pen that are sure to be slips: wrong characters, doubled stops, a sentence said twice. */
export const typos = defineRule({
  meta: {
    id: 'TX-02',
    name: 'typos',
    title: { zh: '错别字、重复句、标点', en: 'Wrong characters, repeated sentences, punctuation' },
    group: 'cross-table',
    scope: 'table',
    needs: [],
    severity: 'notice',
    basis: {
      source: '预算绩效报告人工复核中发现的问题；公开的预决算公开检查规则（文字规范）',
      why: {
        zh: '表格随报告公开，错别字和重复句影响严肃性，也常是复制粘贴留下的。',
        en: 'The tables are published with the report; slips like these are often left over from pasting.',
      },
    },
    options: z.object({
      lexicon: z
        .record(z.string().min(2), z.string().min(1))
        .default({
          '^时排查': '及时排查',
          权利做好: '全力做好',
          延生到: '延伸到',
          资产产收益: '资产收益',
          生活保补贴: '生活补贴',
          支出国家国防: '支持国家国防',
          支出安全生产信息: '支持安全生产信息',
          大力支出: '大力支持',
          布署: '部署',
          按装调试: '安装调试',
          按装到位: '安装到位',
          按装完成: '安装完成',
          截止目前: '截至目前',
          松驰: '松弛',
          帐户: '账户',
          再接再励: '再接再厉',
        })
        .register(meaning, {
          unit: 'words',
          zh: '错字与正字对照；词前有 ^ 的，只在句首检查',
          en: 'wrong words and the right ones; a ^ before a word means only at the beginning of a clause',
        }),
      sentenceLength: z.number().int().min(4).default(8).register(meaning, {
        unit: 'characters',
        zh: '达到此字数的句子重复出现时提示',
        en: 'characters from which a sentence that is said twice is reported',
      }),
    }),
    messages: {
      slips: {
        zh: '「{label}」疑似有 {count} 处错别字或标点错误：{list}。',
        en: '"{label}": likely slips of characters or punctuation: {count}.',
        clears: { zh: '改正：{list}。', en: 'Correct the words marked.' },
      },
      repeated: {
        zh: '「{label}」中“{sentence}”写了两遍。',
        en: 'A sentence in "{label}" is said twice.',
        clears: { zh: '删去重复的“{sentence}”。', en: 'Remove the sentence once.' },
      },
    },
  },

  *check({ submission, options }) {
    const words = Object.keys(options.lexicon).map(plainWord);
    const anyWord = new RegExp(
      words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|') || '(?!)',
    );
    const slipsIn = remembered((text) => [
      ...(anyWord.test(text) ? wordSlips(text, options.lexicon) : []),
      ...signSlips(text),
    ]);
    const repeatedIn = remembered((text) => repeatedSentence(text, options.sentenceLength));
    for (const { row, field, text } of textsOf(submission)) {
      const slips = slipsIn(text);
      const sentence = repeatedIn(text);
      if (slips.length === 0 && sentence === null) {
        yield pass;
        continue;
      }
      const label = columnName(row, field);
      if (slips.length > 0) {
        yield fail(row, field, {
          message: 'slips',
          args: {
            label,
            count: slips.length,
            list: listOf(slips.map(({ raw, fix }) => `“${raw}”→“${fix}”`)),
          },
          measure: `${field} slips`,
          value: listOf(slips.map(({ raw }) => raw)).zh,
          expected: listOf(slips.map(({ fix }) => fix)).zh,
        });
      }
      if (sentence !== null) {
        yield fail(row, field, {
          message: 'repeated',
          args: { label, sentence: excerpt(sentence, 30) },
          measure: `${field} repeated`,
        });
      }
    }
  },
});

interface Slip {
  readonly raw: string;
  readonly fix: string;
}

function wordSlips(text: string, lexicon: Readonly<Record<string, string>>): readonly Slip[] {
  return Object.entries(lexicon).flatMap(([entry, fix]) => {
    const raw = plainWord(entry);
    const isThere = entry.startsWith('^')
      ? text.includes(raw) && clausesOf(text).some((clause) => clause.startsWith(raw))
      : text.includes(raw);
    return isThere ? [{ raw, fix }] : [];
  });
}

/** An entry of the lexicon without its mark for the beginning of a clause. */
function plainWord(entry: string): string {
  return entry.replace(/^\^/, '');
}

function clausesOf(text: string): readonly string[] {
  return text.split(/[，。；、！？,;\s]/);
}

/** Stops that follow one another, of which the strongest stays, and the comma of English between Chinese characters. */
function signSlips(text: string): readonly Slip[] {
  if (!anySign.test(text)) return [];
  const doubled = [...text.matchAll(/[。，；、]{2,}/g)].map(([raw]) => ({
    raw,
    fix: [...'。；，、'].find((stop) => raw.includes(stop)) ?? '',
  }));
  const comma = text.includes(',') ? /\p{Script=Han},\p{Script=Han}/u.exec(text) : null;
  return comma === null ? doubled : [...doubled, { raw: comma[0], fix: comma[0].replace(',', '，') }];
}

/** Cheap, and true of every text with such a slip. */
const anySign = /[。，；、]{2}|,/;

/** A sentence that is said again, whole or as the beginning of another, whatever number it goes by. */
function repeatedSentence(text: string, length: number): string | null {
  if (text.length < 2 * length) return null;
  const sentences = text
    .split(/[。！？；\n\r]/)
    .map((sentence) => sentence.replace(/\s/g, '').replace(pointNumber, ''))
    .filter((sentence) => [...sentence].length >= length);
  const twice = sentences.find((sentence, index) =>
    sentences.some(
      (other, place) => place !== index && (other === sentence || other.startsWith(`${sentence}，`)),
    ),
  );
  return twice ?? null;
}

/** 一、 二是 （3） 4. ⑤ at the beginning of a sentence; 1.5公里 is none. */
const pointNumber =
  /^(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}[、是]|\d{1,2}[.．、](?!\d)|[①-⑳])/;

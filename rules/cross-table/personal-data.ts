import { z } from 'zod';
import { columnName } from '../../pipeline/model/column-name.ts';
import { listOf } from '../../pipeline/model/list-of.ts';
import { personalNumberNames, personalNumbersIn } from '../../pipeline/model/personal-data.ts';
import { remembered } from '../../pipeline/model/remembered.ts';
import { fieldOf, placeOf } from '../../pipeline/model/submission.ts';
import { textsOf } from '../../pipeline/model/texts-of.ts';
import { fail, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** TX-03: numbers that tell a person do not belong in tables that are published. Messages show them masked. */
export const personalData = defineRule({
  meta: {
    id: 'TX-03',
    name: 'personal-data',
    title: { zh: '个人敏感信息', en: 'Personal data' },
    group: 'cross-table',
    scope: 'table',
    needs: [],
    severity: 'warning',
    basis: {
      source: '预决算公开的通行做法（公开前须去除个人信息）',
      why: {
        zh: '报表会流转和公开，手机号、身份证号、银行卡号不应出现在内容中。',
        en: 'The tables circulate and are published: numbers of persons must not be in them.',
      },
    },
    options: z.object({}),
    messages: {
      found: {
        zh: '「{label}」中有{list}（此处已脱敏）。',
        en: '"{label}" holds numbers of persons: {list} (masked here).',
        clears: {
          zh: '从 {cell} 删去{list}，改用人数、户数等汇总数。',
          en: 'Remove them from {cell} and give totals of persons or households instead.',
        },
      },
    },
  },

  *check({ submission }) {
    const numbersIn = remembered(personalNumbersIn);
    for (const { row, field, text } of textsOf(submission)) {
      const numbers = numbersIn(text);
      // Who to call about the table is what such a field is for.
      const isContact = /电话|手机|联系/.test(fieldOf(row, field)?.title.zh ?? '');
      if (numbers.length === 0 || isContact) {
        yield pass;
        continue;
      }
      const place = placeOf(row, field);
      yield fail(row, field, {
        message: 'found',
        args: {
          label: columnName(row, field),
          cell: place.cell ?? '',
          list: listOf(
            numbers.map(({ kind, masked }) => ({
              zh: `${personalNumberNames[kind].zh} ${masked}`,
              en: `${personalNumberNames[kind].en} ${masked}`,
            })),
          ),
        },
        measure: field,
      });
    }
  },
});

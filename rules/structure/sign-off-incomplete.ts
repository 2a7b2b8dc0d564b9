import { z } from 'zod';
import { saysNothing } from '../../pipeline/model/explanation.ts';
import { listOf, quoted } from '../../pipeline/model/list-of.ts';
import { projectOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** STR-07: names, telephone and date of the sign-off line that were left blank. */
export const signOffIncomplete = defineRule({
  meta: {
    id: 'STR-07',
    name: 'sign-off-incomplete',
    title: { zh: '签署信息不全', en: 'Sign-off incomplete' },
    group: 'structure',
    scope: 'table',
    needs: [],
    severity: 'notice',
    basis: {
      source: '公开报表的表尾（负责人、填表人、联系电话、填报日期）',
      why: {
        zh: '表有疑问时要能找到填表人和负责人。',
        en: 'Where a sheet raises questions, there must be somebody to ask.',
      },
    },
    options: z.object({}),
    messages: {
      blank: {
        zh: '表尾的{labels}未填（{count} 项）。',
        en: 'Blank fields of the sign-off line: {count}.',
        clears: { zh: '填写表尾的{labels}。', en: 'Fill in the sign-off line.' },
      },
    },
  },

  *check({ submission }) {
    const asked = [...submission.signatures].filter(([label]) => wanted.test(label));
    if (asked.length === 0) {
      yield notApplicable;
      return;
    }
    const blank = asked.filter(([, { text }]) => saysNothing(text.replace(printedDate, '')));
    if (blank.length === 0) {
      yield pass;
      return;
    }
    yield failAt(
      blank.map(([, { place }]) => place),
      {
        message: 'blank',
        args: { labels: listOf(blank.map(([label]) => quoted(label))), count: blank.length },
        measure: submission.template.id,
      },
      projectOf(submission.form),
    );
  },
});

/** A date as forms print it, to be filled in: `  年  月  日`. */
const printedDate = /^\s*年\s*月\s*日\s*$/;

/** 负责人, 填表人, 联系电话 and 填报日期 by the words for them; 复核人 and others are the unit's own affair. */
const wanted = /负责人|(填表|填报|制表|经办)人|电话|日期/;

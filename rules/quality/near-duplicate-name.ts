import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { differingPart, nearNames } from '../../pipeline/model/near-names.ts';
import { foldedCode, foldedName } from '../../pipeline/model/project-key.ts';
import { projectTables, textIn } from '../../pipeline/model/project-tables.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** DQ-09: two projects of a unit whose names are nearly the same. */
export const nearDuplicateName = defineRule({
  meta: {
    id: 'DQ-09',
    name: 'near-duplicate-name',
    title: { zh: '疑似同名项目', en: 'Near-duplicate project name' },
    group: 'quality',
    scope: 'unit',
    needs: [],
    severity: 'notice',
    basis: {
      source: '预算绩效报告人工复核中发现的问题（项目名称一字之差）',
      why: {
        zh: '名称只差一两个字的，可能是同一项目写法不一，或重复立项。',
        en: 'Names a character or two apart may be one project written in two ways, or registered twice.',
      },
    },
    options: z.object({
      similarity: z
        .number()
        .min(0.5)
        .max(1)
        .default(0.85)
        .describe('likeness of two names by pairs of characters (Dice, 0 to 1) from which they are reported'),
      minLength: z
        .number()
        .int()
        .min(2)
        .default(6)
        .describe('characters a name must have to be reported for a single differing character'),
    }),
    messages: {
      near: {
        zh: '「{one}」与「{other}」名称相近，疑似同一项目。',
        en: 'The project names in {cellOne} and {cellOther} are nearly the same; are they one project?',
        clears: {
          zh: '是同一项目的统一名称；是不同项目的无需处理，可在备注中说明。',
          en: 'Give one project one name; if they differ nothing need be done.',
        },
      },
    },
  },

  *check({ dossier, options }) {
    const rows = new Map<string, Row>();
    for (const { rows: all } of dossier.submissions.flatMap(projectTables)) {
      for (const row of all) {
        const name = row.classified ? null : textIn(row, 'projectName');
        if (name !== null && !rows.has(foldedName(name))) rows.set(foldedName(name), row);
      }
    }
    const names = [...rows.keys()];
    if (names.length < 2) {
      yield notApplicable;
      return;
    }
    const near = new Set<string>();
    for (const { first, second } of nearNames(names, options.similarity, options.minLength)) {
      const [one = '', other = ''] = [names[first], names[second]];
      const [row, otherRow] = [rows.get(one), rows.get(other)];
      if (row === undefined || otherRow === undefined) continue;
      if (isOneCode(row, otherRow) || differOnPurpose(one, other)) continue;
      near.add(one).add(other);
      yield failAt(
        [placeOf(otherRow, 'projectName'), placeOf(row, 'projectName')],
        {
          message: 'near',
          args: {
            one: excerpt(textIn(row, 'projectName') ?? '', 40),
            other: excerpt(textIn(otherRow, 'projectName') ?? '', 40),
            cellOne: placeOf(row, 'projectName').cell ?? '',
            cellOther: placeOf(otherRow, 'projectName').cell ?? '',
          },
          measure: other,
        },
        projectOf(row),
      );
    }
    for (const name of names) if (!near.has(name)) yield pass;
  },
});

/** One code is one project, whatever its names. */
function isOneCode(row: Row, other: Row): boolean {
  const [one, two] = [projectOf(row)?.code, projectOf(other)?.code];
  return typeof one === 'string' && typeof two === 'string' && foldedCode(one) === foldedCode(two);
}

/** Names that differ only in what tells years, batches, levels of government, supplements or places apart. */
function differOnPurpose(one: string, other: string): boolean {
  if (one.replace(telling, '') === other.replace(telling, '')) return true;
  const { middle, end } = differingPart(one, other);
  return middle.every((part) => part !== '' && placeName.test(part + end));
}

const telling =
  /\d+|[一二三四五六七八九十]|年度?|月份?|季度|上半|下半|第|批次?|期|标段|中央|省级|市级|县级|区级|本级|省|追加/g;

/** 青山村… beside 青石村…: two villages, not one misspelt. */
const placeName = /^.{1,6}?(村|社区|镇|乡|街道|小学|中学|学校|幼儿园|医院|卫生院|路|河|水库)/;

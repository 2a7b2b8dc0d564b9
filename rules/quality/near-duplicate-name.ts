import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { listedProjects } from '../../pipeline/model/listed-projects.ts';
import { differingPart, nearNames } from '../../pipeline/model/near-names.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { foldedCode, foldedName } from '../../pipeline/model/project-key.ts';
import { projectTables } from '../../pipeline/model/project-tables.ts';
import { remembered } from '../../pipeline/model/remembered.ts';
import { type ProjectName, placeOf, projectOf, type Submission } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
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
      similarity: z.number().min(0.5).max(1).default(0.85).register(meaning, {
        unit: 'likeness',
        zh: '两个名称的相似度达到此值即提示',
        en: 'likeness of two names, by pairs of characters, from which they are reported',
      }),
      minLength: z.number().int().min(2).default(6).register(meaning, {
        unit: 'characters',
        zh: '名称达到此字数，仅差一字也提示',
        en: 'characters a name must have to be reported for a single differing character',
      }),
    }),
    messages: {
      near: {
        zh: '「{one}」（{cellOne}）与「{other}」（{cellOther}）名称相近，疑似同一项目。',
        en: 'The project names in {cellOne} and {cellOther} are nearly the same; are they one project?',
        clears: {
          zh: '是同一项目的统一名称；是不同项目的无须处理，可在备注中说明。',
          en: 'Give one project one name; if they differ nothing need be done.',
        },
      },
    },
  },

  *check({ dossier, options }) {
    const written = namesOf(dossier.submissions);
    const names = [...written.keys()];
    if (names.length < 2) {
      yield notApplicable;
      return;
    }
    const near = new Set<string>();
    const untold = remembered((name) => name.replace(telling, ''));
    for (const { first, second } of nearNames(names, options.similarity, options.minLength)) {
      const [one = '', other = ''] = [names[first], names[second]];
      const [a, b] = [written.get(one), written.get(other)];
      if (a === undefined || b === undefined) continue;
      if (isOneCode(a.project, b.project) || untold(one) === untold(other) || arePlaces(one, other)) continue;
      near.add(one).add(other);
      yield failAt(
        // The later one is more likely the slip.
        [b.place, a.place],
        {
          message: 'near',
          args: {
            one: excerpt(a.name, 40),
            other: excerpt(b.name, 40),
            cellOne: a.place.cell ?? '',
            cellOther: b.place.cell ?? '',
          },
          measure: other,
        },
        a.project,
      );
    }
    for (const name of names) if (!near.has(name)) yield pass;
  },
});

interface Written {
  readonly name: string;
  readonly project: ProjectName;
  readonly place: Place;
}

/** Every name of a project in a unit's tables by its folded form, where it first stands; cells that list several last. */
function namesOf(submissions: readonly Submission[]): ReadonlyMap<string, Written> {
  const written = new Map<string, Written>();
  const add = (name: string, project: ProjectName, place: Place) => {
    const key = foldedName(name);
    if (!written.has(key)) written.set(key, { name, project, place });
  };
  for (const row of submissions.flatMap(projectTables).flatMap((table) => table.rows)) {
    const project = projectOf(row);
    if (project !== null && project.name !== null) add(project.name, project, placeOf(row, 'projectName'));
  }
  for (const row of submissions.flatMap(({ tables }) => tables.functions?.rows ?? [])) {
    const names = listedProjects(row.classified ? '' : (textIn(row, 'projects') ?? ''), written);
    for (const name of names) add(name, { code: null, name }, placeOf(row, 'projects'));
  }
  return written;
}

/** One code is one project, whatever its names. */
function isOneCode(one: ProjectName, other: ProjectName): boolean {
  return one.code !== null && other.code !== null && foldedCode(one.code) === foldedCode(other.code);
}

/** Names of the same thing at two places. */
function arePlaces(one: string, other: string): boolean {
  const { middle, end } = differingPart(one, other);
  return middle.every((part) => part !== '' && placeName.test(part + end));
}

/** What tells years, batches, levels of government and kinds of allotment apart. */
const telling =
  /\d+|[一二三四五六七八九十]|年度?|月份?|季度|上半|下半|第|批次?|期|标段|中央|省级|市级|县级|区级|本级|省|追加|调剂|提前|预拨|[-—]/g;

/** 青山村… beside 青石村…: two villages, not one misspelt. */
const placeName = /^.{1,6}?(村|社区|镇|乡|街道|小学|中学|学校|幼儿园|医院|卫生院|路|河|水库)/;

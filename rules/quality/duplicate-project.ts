import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { repeatedBy } from '../../pipeline/model/group-by.ts';
import { likeness } from '../../pipeline/model/label.ts';
import { rowNumbers } from '../../pipeline/model/list-of.ts';
import { foldedCode, foldedName } from '../../pipeline/model/project-key.ts';
import { projectTables } from '../../pipeline/model/project-tables.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** DQ-08: one project on several rows of a table. */
export const duplicateProject = defineRule({
  meta: {
    id: 'DQ-08',
    name: 'duplicate-project',
    title: { zh: '项目重复', en: 'Duplicate project' },
    group: 'quality',
    scope: 'unit',
    needs: [],
    severity: 'warning',
    basis: {
      source: '预算绩效报告人工复核中发现的问题（项目名称重复）',
      why: {
        zh: '同一项目填两行会重复计算；名称相同而没有编码的项目无法区分。',
        en: 'A project on two rows counts twice; projects of one name and no code cannot be told apart.',
      },
    },
    options: z.object({}),
    messages: {
      code: {
        zh: '项目编码 {code}（「{name}」）在第 {rows} 行重复。',
        en: 'The project code {code} stands on rows {rows}.',
        clears: {
          zh: '重复填报的只保留一行；确属不同项目的，更正项目编码。',
          en: 'Keep one row if it was entered twice; if the projects differ, correct the code.',
        },
      },
      name: {
        zh: '「{name}」在第 {rows} 行重复，没有项目编码可以区分。',
        en: 'One project name stands on rows {rows}, with no codes to tell them apart.',
        clears: {
          zh: '补充项目编码或文号加以区分；重复填报的只保留一行。',
          en: 'Add project codes or document numbers; keep one row if it was entered twice.',
        },
      },
    },
  },

  *check({ dossier }) {
    const said = new Set<string>();
    for (const { rows } of dossier.submissions.flatMap(projectTables)) {
      const repeated = new Set<Row>();
      for (const group of [...sameCode(rows), ...sameNameWithoutCode(rows)]) {
        const alike = group.rows.filter((row) =>
          group.rows.some((other) => other !== row && !areApart(row, other)),
        );
        for (const row of alike) repeated.add(row);
        const first = alike[0];
        if (first === undefined) continue;
        // The unit's other tables list the same projects: said once is enough.
        if (said.has(group.key)) {
          yield notApplicable;
          continue;
        }
        said.add(group.key);
        const byRow = alike.toSorted((one, other) => one.number - other.number);
        yield failAt(
          // The later row is the one that repeats: mark it before the first.
          [...byRow.slice(1), ...byRow.slice(0, 1)].map((row) => placeOf(row, group.field)),
          {
            message: group.kind,
            args: {
              code: projectOf(first)?.code ?? '',
              name: excerpt(projectOf(first)?.name ?? ''),
              rows: rowNumbers(alike),
            },
            atStake: sumUp(byRow.slice(1), 'adjustedBudget'),
          },
          projectOf(first),
        );
      }
      for (const row of rows) {
        if (repeated.has(row)) continue;
        const project = projectOf(row);
        if (row.classified) yield notApplicable;
        else yield project === null ? undecidable(row, 'projectName') : pass;
      }
    }
  },
});

interface Group {
  readonly kind: 'code' | 'name';
  readonly key: string;
  readonly field: string;
  readonly rows: readonly Row[];
}

function sameCode(rows: readonly Row[]): readonly Group[] {
  const coded = rows.filter((row) => !row.classified && codeOf(row) !== null);
  return [...repeatedBy(coded, (row) => foldedCode(codeOf(row) ?? '')).groups].map(([code, alike]) => ({
    kind: 'code',
    key: code,
    field: 'projectCode',
    rows: alike,
  }));
}

/** Rows of one name of which at least one has no code. */
function sameNameWithoutCode(rows: readonly Row[]): readonly Group[] {
  const named = rows.filter((row) => !row.classified && textIn(row, 'projectName') !== null);
  return [...repeatedBy(named, (row) => foldedName(textIn(row, 'projectName') ?? '')).groups]
    .filter(([, alike]) => alike.some((row) => codeOf(row) === null))
    .map(([name, alike]) => ({ kind: 'name', key: name, field: 'projectName', rows: alike }));
}

function codeOf(row: Row): string | null {
  return projectOf(row)?.code ?? null;
}

/** Fields by which one project may rightly have several rows: sources of money, classes, purchases, years it is left from. */
const apart = [
  'unitName',
  'fundNature',
  'fundSource',
  'functionClass',
  'economicClass',
  'documentNumber',
  'paymentMode',
  'category',
  'kind',
  'supplier',
  'originYear',
];

/** One code for two names that have nothing in common is a slip, whatever else sets the rows apart. */
function areNamedAlike(row: Row, other: Row): boolean {
  const [one, two] = [row, other].map((each) => foldedName(textIn(each, 'projectName') ?? ''));
  return !one || !two || one.includes(two) || two.includes(one) || likeness(one, two) >= 0.5;
}

function areApart(row: Row, other: Row): boolean {
  return (
    areNamedAlike(row, other) &&
    apart.some((field) => {
      const [one, two] = [row.values[field] ?? null, other.values[field] ?? null];
      return one !== null && two !== null && foldedName(String(one)) !== foldedName(String(two));
    })
  );
}

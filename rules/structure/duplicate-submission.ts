import { z } from 'zod';
import { projectKey } from '../../pipeline/model/project-key.ts';
import { projectOf, type Row, type Submission } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { failAt, pass } from '../../pipeline/model/verdict.ts';
import { filledInOn } from '../../pipeline/model/version.ts';
import { defineRule } from '../rule.ts';

/** STR-11: a second sheet of one unit, template and period that says something else. */
export const duplicateSubmission = defineRule({
  meta: {
    id: 'STR-11',
    name: 'duplicate-submission',
    title: { zh: '重复报送', en: 'Duplicate submission' },
    group: 'structure',
    scope: 'unit',
    needs: [],
    severity: 'notice',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '同一张表报了两份而数不同，要确认以哪份为准。',
        en: 'Of two versions with different figures it must be clear which one counts.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '同一张表报送了两份，差异单元格 {count} 个；以《{kept}》「{keptSheet}」为准（{why}），本份未作核验。',
        en: 'Handed in twice; cells that differ: {count}. The other one counts ({why}) and this one was not checked.',
        clears: {
          zh: '确认以哪份为准，从报送文件中删除另一份。',
          en: 'Decide which one counts and remove the other from what is handed in.',
        },
      },
      apart: {
        zh: '同一张表报送了两份，项目各不相同；以《{kept}》「{keptSheet}」为准（{why}），本份未作核验。',
        en: 'Handed in twice, with no project in both. The other one counts ({why}) and this one was not checked.',
        clears: {
          zh: '两份各报一部分项目的，并成一张表重报；本份作废的，从报送文件中删除。',
          en: 'If each has a part of the projects, hand them in as one table; if this one is void, remove it.',
        },
      },
    },
  },

  *check({ dossier }) {
    for (const superseded of dossier.superseded) {
      const kept = dossier.submissions.find((one) => isSameSheet(one, superseded));
      const count = kept === undefined ? 0 : differences(superseded, kept);
      // The same content twice does no harm.
      if (kept === undefined || count === 0) {
        yield pass;
        continue;
      }
      const { file, sheet } = superseded;
      yield failAt(
        [
          { file, sheet, cell: null, label: null },
          { file: kept.file, sheet: kept.sheet, cell: null, label: null },
        ],
        {
          message: sharesNoProject(superseded, kept) ? 'apart' : 'differs',
          args: { kept: kept.file, keptSheet: kept.sheet, count, why: whyLater(kept, superseded) },
          measure: superseded.template.id,
          value: String(count),
          expected: '0',
        },
        projectOf(superseded.form),
      );
    }
  },
});

/** Why the one that counts is taken for the later one. */
function whyLater(kept: Submission, superseded: Submission): Text {
  const [date, other] = [filledInOn(kept), filledInOn(superseded)];
  return date !== null && other !== null && date !== other
    ? { zh: `填报日期 ${date}，较晚`, en: `filled in later, on ${date}` }
    : { zh: '按文件名是后一份', en: 'by its file name the later version' };
}

/** Of one template and, where every project has a sheet of its own, about one project. */
function isSameSheet(one: Submission, other: Submission): boolean {
  if (one.template.id !== other.template.id) return false;
  const [project, theirs] = [projectOf(one.form), projectOf(other.form)];
  return project === null || theirs === null || projectKey(project) === projectKey(theirs);
}

/** Whether both list projects and none is on both: they may be the halves of one table. */
function sharesNoProject(one: Submission, other: Submission): boolean {
  const [projects, theirs] = [projectsOf(one), projectsOf(other)];
  return projects.size > 0 && theirs.size > 0 && [...projects].every((project) => !theirs.has(project));
}

function projectsOf({ tables }: Submission): ReadonlySet<string> {
  const rows = Object.values(tables).flatMap((table) => table.rows);
  return new Set(rows.flatMap((row) => keyOfProject(row) ?? []));
}

/** How many values the two do not share; rows are paired by project, else by their place on the sheet. */
function differences(one: Submission, other: Submission): number {
  let count = differing(one.form, other.form);
  for (const [name, table] of Object.entries(one.tables)) {
    const theirs = new Map((other.tables[name]?.rows ?? []).map((row) => [keyOf(row), row]));
    for (const row of table.rows) {
      count += differing(row, theirs.get(keyOf(row)));
      theirs.delete(keyOf(row));
    }
    for (const row of theirs.values()) count += differing(row, undefined);
  }
  return count;
}

function keyOf(row: Row): string {
  return keyOfProject(row) ?? `#${row.number}`;
}

function keyOfProject(row: Row): string | null {
  const project = projectOf(row);
  return project === null ? null : projectKey(project);
}

function differing(row: Row, other: Row | undefined): number {
  return Object.keys(row.source.fields).filter(
    (field) => JSON.stringify(row.values[field]) !== JSON.stringify(other?.values[field] ?? null),
  ).length;
}

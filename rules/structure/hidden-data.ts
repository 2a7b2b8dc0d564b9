import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { cellsOf } from '../../pipeline/model/list-of.ts';
import { projectOf, type ReadProblem } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { failAt, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** STR-08: content nobody sees: hidden sheets, rows and columns, values under a merge. */
export const hiddenData = defineRule({
  meta: {
    id: 'STR-08',
    name: 'hidden-data',
    title: { zh: '隐藏的工作表、行或列含数据', en: 'Hidden data' },
    group: 'structure',
    scope: 'table',
    needs: [],
    severity: 'warning',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '看不见的数可能计入了合计，也可能是不该报送的内容。',
        en: 'Figures nobody sees may be part of totals, or should not be handed in at all.',
      },
    },
    options: z.object({}),
    messages: {
      hidden: {
        zh: '隐藏的{what}（{cells}）含有内容{amount}。',
        en: 'Hidden {what} with content{amount}: {cells}.',
        clears: {
          zh: '取消隐藏并核对；不需要的内容请删除后重新报送。',
          en: 'Unhide and check; delete what is not needed and hand it in again.',
        },
      },
      list: {
        zh: '隐藏的工作表（{cells}）是代码表，未作核验。',
        en: 'The hidden sheet {cells} is a list of codes; it was not checked.',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
      merged: {
        zh: '合并单元格之下还有 {count} 处内容（{cells}），如“{raw}”，看不见也未采用。',
        en: 'Under merged cells there are {count} further values ({cells}), unseen and not used.',
        clears: {
          zh: '取消合并，删除被遮住的内容或改填到应填的单元格。',
          en: 'Unmerge, then delete what was covered or put it where it belongs.',
        },
      },
    },
  },

  *check({ submission }) {
    const unseen = submission.problems.filter(({ kind }) => kinds.has(kind));
    if (unseen.length === 0) yield pass;
    const groups = groupBy(unseen, (problem) => `${problem.kind} ${whatOf(problem).en}`);
    for (const [measure, problems] of groups) {
      const first = problems[0];
      if (first === undefined) continue;
      const where = problems.map((problem) => problem.place);
      yield failAt(
        where,
        {
          message: kinds.get(first.kind) ?? 'hidden',
          args: {
            what: whatOf(first),
            cells: cellsOf(where),
            count: problems.length,
            raw: excerpt(first.raw),
            amount: amountOf(problems),
          },
          severity: first.kind === 'hidden-list' ? 'notice' : 'warning',
          measure: `${submission.template.id} ${measure}`,
        },
        projectOf(submission.form),
      );
    }
  },
});

const kinds: ReadonlyMap<ReadProblem['kind'], string> = new Map([
  ['hidden-data', 'hidden'],
  ['hidden-list', 'list'],
  ['merged-value', 'merged'],
]);

/** `7:7` is a row, `D:D` a column, nothing the sheet. */
function whatOf({ place }: ReadProblem): Text {
  if (place.cell === null) return { zh: '工作表', en: 'sheet' };
  if (/^\d+:\d+$/.test(place.cell)) return { zh: '行', en: 'rows' };
  return /^[A-Z]+:[A-Z]+$/.test(place.cell) ? { zh: '列', en: 'columns' } : { zh: '单元格', en: 'cells' };
}

/** How many cells hold something, where reading counted them: `row 12`. */
function amountOf(problems: readonly ReadProblem[]): Text {
  const counts = problems.map(({ raw }) => /^(?:row|column) (\d+)$/.exec(raw)?.[1]);
  if (counts.includes(undefined)) return { zh: '', en: '' };
  const cells = counts.reduce((sum, count) => sum + Number(count), 0);
  return { zh: `（${cells} 个单元格）`, en: ` (${cells} cells)` };
}

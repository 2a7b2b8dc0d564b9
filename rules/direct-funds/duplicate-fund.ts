import { z } from 'zod';
import { saidIn } from '../../pipeline/model/explanation.ts';
import { groupBy, repeatedAlong } from '../../pipeline/model/group-by.ts';
import { listOf } from '../../pipeline/model/list-of.ts';
import { foldedName } from '../../pipeline/model/project-key.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** ZD-08: one fund, known by its document number and name, stands in the ledger once. */
export const duplicateFund = defineRule({
  meta: {
    id: 'ZD-08',
    name: 'duplicate-fund',
    title: { zh: '同一直达资金重复登记', en: 'Direct-transfer fund entered twice' },
    group: 'direct-funds',
    scope: 'table',
    needs: ['T10'],
    severity: 'warning',
    basis: {
      source: '预算绩效报告人工复核中发现的问题（同名直达资金在目标表中出现两行）',
      why: {
        zh: '同一文号、同一名称重复登记，会虚增直达资金规模。',
        en: 'A fund entered twice under one document number makes the total too large.',
      },
    },
    options: z.object({}),
    messages: {
      duplicate: {
        zh: '文号 {document}「{fund}」重复登记于第 {rows} 行。',
        en: '"{fund}" of document {document} is entered on rows {rows}.',
        clears: {
          zh: '删除重复行；分批下达的，合并登记或在名称中注明批次。',
          en: 'Delete the double entry; instalments are merged or told apart in the name.',
        },
      },
      sameName: {
        zh: '「{fund}」重复登记于第 {rows} 行，均未填文号，无法区分。',
        en: '"{fund}" is entered on rows {rows}, without document numbers to tell them apart.',
        clears: {
          zh: '补填各行资金文号；重复的删除。',
          en: 'Fill in the document numbers; delete the double entry.',
        },
      },
    },
  },

  *check({ submission }) {
    const { groups, single } = yield* repeatedAlong(submission.tables.funds.rows, (row) => {
      const name = row.classified ? null : row.values.fundName;
      return name === null ? null : foldedName(name);
    });
    if (single === 0 && groups.size === 0) yield notApplicable;
    for (let count = 0; count < single; count += 1) yield pass;
    for (const named of groups.values()) {
      const without = named.filter((row) => documentOf(row) === '');
      const [blank] = without;
      if (blank !== undefined && without.length < named.length) yield undecidable(blank, 'documentNumber');
      for (const same of groupBy(named, (row) => foldedName(documentOf(row))).values()) {
        const [first, ...others] = same;
        if (first === undefined || (others.length === 0 && documentOf(first) === '')) continue;
        yield others.length === 0 ? pass : duplicate(first, same);
      }
    }
  },
});

function duplicate(first: Row, same: readonly Row[]) {
  const { fundName } = first.values;
  const document = documentOf(first);
  return failAt(
    same.toReversed().map((row) => placeOf(row, 'fundName')),
    {
      message: document === '' ? 'sameName' : 'duplicate',
      args: {
        document,
        fund: typeof fundName === 'string' ? fundName : '',
        rows: listOf(
          same.map(({ number }) => String(number)).toSorted((one, other) => Number(one) - Number(other)),
        ),
      },
      measure: document,
    },
    projectOf(first),
  );
}

/** '' where the row gives none, or a sign for none. */
function documentOf(row: Row): string {
  return saidIn(row, 'documentNumber') ?? '';
}

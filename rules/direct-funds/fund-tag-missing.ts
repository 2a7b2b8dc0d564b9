import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { saidIn } from '../../pipeline/model/explanation.ts';
import { repeatedAlong } from '../../pipeline/model/group-by.ts';
import { foldedName } from '../../pipeline/model/project-key.ts';
import { gapOf, placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import {
  fail,
  failAt,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** ZD-07: every fund carries its direct-transfer tag and document number, and one document has one tag. */
export const fundTagMissing = defineRule({
  meta: {
    id: 'ZD-07',
    name: 'fund-tag-missing',
    title: {
      zh: '直达标识、文号缺失或变更',
      en: 'Direct-transfer tag or document number missing or changed',
    },
    group: 'direct-funds',
    scope: 'table',
    needs: ['T10'],
    severity: 'error',
    basis: {
      source: '直达资金监控的公开要求（直达标识在分配、拨付、使用各环节保持不变）',
      why: {
        zh: '标识和文号是直达资金追踪的依据，缺失或变更后无法对账。',
        en: 'Tag and document number are how the money is traced; without them nothing can be reconciled.',
      },
    },
    options: z.object({}),
    messages: {
      missing: {
        zh: '「{fund}」未填{what}。',
        en: '"{fund}" has no {what}.',
        clears: {
          zh: '按下达文件补填{what}。',
          en: 'Fill in the {what} from the notice.',
        },
      },
      differs: {
        zh: '文号 {document} 的直达标识前后不一致：“{tag}”与“{other}”（第 {rows} 行）。',
        en: 'The tag of document {document} differs: "{tag}" and "{other}" (rows {rows}).',
        clears: {
          zh: '按下达文件统一为同一直达标识。',
          en: 'Use the one tag of the notice.',
        },
      },
    },
  },

  *check({ submission }) {
    const { rows } = submission.tables.funds;
    // A document with one fund has nothing to differ from.
    const { groups, hasKey } = yield* repeatedAlong(rows, (row) => {
      const document = row.classified || saidIn(row, 'tag') === null ? null : saidIn(row, 'documentNumber');
      return document === null ? null : foldedName(document);
    });
    const alike = new Map<Row, readonly Row[]>();
    for (const group of groups.values()) for (const row of group) alike.set(row, group);
    for (const [index, row] of rows.entries()) {
      if (row.classified) yield notApplicable;
      else if (hasKey(index)) yield judgeTag(row, alike.get(row) ?? []);
      else yield judgeMissing(row);
    }
  },
});

function judgeMissing(row: Row): Verdict {
  const absent = parts.find(({ field }) => gapOf(row, field) === 'absent' && row.values[field] === null);
  const missing = parts.filter(
    ({ field }) => saidIn(row, field) === null && ['blank', 'placeholder'].includes(gapOf(row, field)),
  );
  if (missing.length > 0) {
    return fail(
      row,
      missing.map(({ field }) => field),
      {
        message: 'missing',
        args: {
          fund: textIn(row, 'fundName') ?? '',
          what: {
            zh: missing.map(({ zh }) => zh).join('和'),
            en: missing.map(({ en }) => en).join(' and '),
          },
        },
      },
    );
  }
  return absent === undefined ? notApplicable : undecidable(row, absent.field);
}

/** The funds of one document have one tag; the first row of the document speaks for all. */
function judgeTag(row: Row, ofDocument: readonly Row[]): Verdict {
  const [first] = ofDocument;
  if (first === undefined) return pass;
  const isOther = ({ values }: Row) => foldedName(String(values.tag)) !== foldedName(String(row.values.tag));
  if (first !== row) return isOther(first) ? notApplicable : pass;
  const other = ofDocument.find(isOther);
  return other === undefined ? pass : differs(row, other);
}

function differs(row: Row, other: Row): Verdict {
  return failAt(
    [placeOf(other, 'tag'), placeOf(row, 'tag')],
    {
      message: 'differs',
      args: {
        document: String(row.values.documentNumber),
        tag: excerpt(String(row.values.tag)),
        other: excerpt(String(other.values.tag)),
        rows: { zh: `${row.number}、${other.number}`, en: `${row.number}, ${other.number}` },
      },
      measure: 'differs',
      value: excerpt(String(other.values.tag)),
      expected: excerpt(String(row.values.tag)),
    },
    projectOf(row),
  );
}

const parts = [
  { field: 'tag', zh: '直达资金标识', en: 'direct-transfer tag' },
  { field: 'documentNumber', zh: '资金文号', en: 'document number' },
] as const;

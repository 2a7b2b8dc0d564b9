import type { SubmissionInput } from '../../fixtures/case.ts';
import type { Filling } from '../../fixtures/fill.ts';
import type { KnownTemplateId } from '../../pipeline/templates/index.ts';

export const filling: Filling = { unit: '青禾镇人民政府', period: '2023-06' };

const rows = (count: number) => Array.from({ length: count }, () => ({}));

/** Good data for every table of every template: how many rows of each are filled in. */
export const fillings: Readonly<Record<KnownTemplateId, SubmissionInput>> = {
  T01: { rows: rows(3) },
  T02: { tables: { funds: rows(3), indicators: rows(2) } },
  T03: { rows: rows(3) },
  T04: { tables: { funds: rows(3), tasks: rows(2), indicators: rows(2) } },
  T05: { form: { score: 90 }, tables: { costs: rows(2), scores: rows(5) } },
  T06: { tables: { funds: rows(4), indicators: rows(3) } },
  T07: { rows: rows(4) },
  T08: { rows: rows(3) },
  T09: { rows: rows(6) },
  T10: { rows: rows(3) },
  T11: {
    tables: {
      items: rows(6),
      things: [
        { thing: '土地', measureUnit: '平方米', opening: 1200, closing: 1200 },
        { thing: '房屋', measureUnit: '平方米', opening: 860, closing: 860 },
        { thing: '车辆', measureUnit: '辆', opening: 2, closing: 2 },
      ],
    },
  },
  T12: { rows: rows(3) },
  T13: { tables: { revenue: rows(4), expenditure: rows(4) } },
  T14: { rows: rows(3) },
  T15: { rows: rows(2) },
  T16: { tables: { balances: rows(2), advances: rows(2) } },
  T17: { rows: rows(3) },
  T18: { rows: rows(3) },
  T19: { rows: rows(1) },
};

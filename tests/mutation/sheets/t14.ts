import { monthsOf } from '../../../pipeline/templates/fields.ts';
import { type Draft, row } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { draftOf, some, table, totalOf } from './common.ts';

/** The cash plan of a unit by month. */
export function t14(random: Random, unit: Unit): Draft {
  const months = monthsOf('planM');
  const rows = unit.projects.map((project, index) => {
    const approved = unit.month === 12 ? project.budget : round((project.budget * unit.month) / 12, 2);
    return row({
      seq: index + 1,
      unitName: unit.name,
      projectCode: project.code,
      projectName: project.name,
      paymentMode: random.pick(['直接支付', '授权支付']),
      functionClass: project.functionClass,
      economicClass: random.pick(['302', '30201', '303', '31002']),
      allotment: project.budget,
      ...Object.fromEntries(months.map((field, at) => [field, project.plan[at] ?? 0])),
      approved,
      pending: round(project.budget - approved, 6),
    });
  });
  return draftOf(random, 'T14', unit, {
    sheet: random.pick(['用款计划', 'Sheet1']),
    tables: {
      lines: table(
        [
          'seq',
          ...some(random, ['unitName', 'projectCode']),
          'projectName',
          'paymentMode',
          ...some(random, ['functionClass', 'economicClass']),
          'allotment',
          ...months,
          ...some(random, ['planTotal']),
          'approved',
          'pending',
        ],
        rows,
        totalOf(random, rows.length),
      ),
    },
  });
}

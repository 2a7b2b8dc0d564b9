import { monthsOf } from '../../../pipeline/templates/fields.ts';
import type { Case } from '../case.ts';
import { exact, sum } from '../draft.ts';
import {
  anyRow,
  at,
  atTotal,
  fact,
  figure,
  type Mutation,
  rowAt,
  sheetOf,
  tableOf,
  withColumns,
  withFacts,
} from '../mutation.ts';
import type { Random } from '../random.ts';
import { round } from '../unit.ts';

const plan = monthsOf('planM');
/** Months in which no share of the budget is asked for. */
const quietMonths = [2, 4, 5, 7, 8, 10] as const;
const milestoneMonths = [3, 6, 9, 11] as const;

/** Gives a row of the schedule other spending, with a plan to date that asks for no more; the year's plan stays the budget. */
function respend(one: Case, index: number, spent: number, planned = spent): void {
  const draft = sheetOf(one, 'T01');
  const projects = withColumns(draft, 'projects', 'cumActual', 'reason');
  const { values } = rowAt(projects, index);
  const budget = figure(draft, 'projects', index, 'adjustedBudget');
  const { month } = one.unit;
  values.cumActual = spent;
  for (const [at, field] of plan.entries()) {
    values[field] = at === 0 ? planned : at === 11 ? sum([budget, -planned]) : 0;
  }
  if (month === 12) values[plan[0] ?? ''] = sum([planned, 0]);
  if (month === 12) values[plan[11] ?? ''] = 0;
  if (projects.columns.includes('monthActual'))
    projects.columns = projects.columns.filter((field) => field !== 'monthActual');
}

function anyProject(one: Case, random: Random, least = 2) {
  const draft = sheetOf(one, 'T01');
  return anyRow(
    tableOf(draft, 'projects'),
    random,
    (_, index) => figure(draft, 'projects', index, 'adjustedBudget') >= least,
  );
}

/** Spending that is behind by more than a little, with a reason given. */
const slowSpending = (
  [
    {
      rule: 'PRG-02',
      mistake: 'a project has spent far less than its time',
      months: quietMonths,
      ofItsTime: [0.3, 0.75],
      implied: { 'PRG-01': 'a lamp that is not green is behind time progress' },
    },
    {
      rule: 'PRG-03',
      mistake: 'a project misses the milestone of the month',
      months: milestoneMonths,
      ofItsTime: [0.82, 0.95],
      implied: { 'PRG-01': 'what is short of the milestone of a month is behind its time progress' },
    },
  ] as const
).map(
  ({ ofItsTime: [least, most], ...mutation }): Mutation => ({
    ...mutation,
    on: ['T01'],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      const budget = figure(draft, 'projects', found.index, 'adjustedBudget');
      respend(one, found.index, round((budget * one.unit.month * random.figure(least, most)) / 12, 2));
      found.row.values.reason = '质保金按合同约定到期后支付，预计年底前支付完毕，不形成结余。';
      return at(draft, 'projects', found.index, 'cumActual');
    },
  }),
);

/** Mistakes in schedules of spending. */
export const spendingMutations: readonly Mutation[] = [
  {
    rule: 'PRG-01',
    mistake: 'a project is some points behind time progress',
    on: ['T01'],
    months: [5, 7, 8, 10],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      const budget = figure(draft, 'projects', found.index, 'adjustedBudget');
      respend(one, found.index, round(budget * (one.unit.month / 12 - random.figure(0.02, 0.075, 3)), 2));
      return at(draft, 'projects', found.index, 'cumActual');
    },
  },
  ...slowSpending,
  {
    rule: 'PRG-04',
    mistake: 'a project was to spend far less by now, and says why',
    on: ['T01'],
    projects: [1, 20],
    months: [2, 3, 4, 5, 6, 7, 8],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random, 20);
      if (found === null) return null;
      withColumns(draft, 'projects', 'cumPlan', 'reason');
      const spent = figure(draft, 'projects', found.index, 'cumActual');
      respend(one, found.index, spent, round(spent / random.figure(1.25, 3), 2));
      rowAt(tableOf(draft, 'projects'), found.index).values.reason =
        '因上级提前下达专项指标，集中支付前期工程款，后期支出相应减少，全年不超预算。';
      return at(draft, 'projects', found.index, 'cumActual');
    },
  },
  {
    rule: 'PRG-05',
    mistake: 'the explanation of a variance was deleted',
    on: ['T01'],
    months: [2, 3, 4, 5, 6, 7, 8],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random, 20);
      if (found === null) return null;
      withColumns(draft, 'projects', 'cumPlan', 'reason');
      const spent = figure(draft, 'projects', found.index, 'cumActual');
      respend(one, found.index, spent, round(spent / random.figure(1.3, 3), 2));
      rowAt(tableOf(draft, 'projects'), found.index).values.reason = null;
      return at(draft, 'projects', found.index, 'reason');
    },
    implied: { 'PRG-04': 'only what strays from plan or time calls for an explanation' },
  },
  {
    rule: 'PRG-05',
    mistake: 'the explanation of a variance says nothing',
    on: ['T01'],
    months: [2, 4, 5, 7, 8],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random, 20);
      if (found === null) return null;
      const budget = figure(draft, 'projects', found.index, 'adjustedBudget');
      respend(one, found.index, round((budget * one.unit.month * random.figure(0.3, 0.75)) / 12, 2));
      rowAt(tableOf(draft, 'projects'), found.index).values.reason = random.pick([
        '无',
        '正在推进',
        '按计划进行',
        '正在办理中',
        '该项目正在有序推进中',
        '继续加快支出进度',
        '见附件',
      ]);
      return at(draft, 'projects', found.index, 'reason');
    },
    implied: {
      'PRG-01': 'only what is behind calls for an explanation',
      'PRG-02': 'only what is behind calls for an explanation',
    },
  },
  {
    rule: 'PRG-05',
    mistake: 'one explanation was copied to another project',
    on: ['T01'],
    projects: [2, 20],
    times: 2,
    months: [2, 4, 5, 7, 8],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = tableOf(draft, 'projects');
      const both = random.some(
        projects.rows.map((_, index) => index),
        2,
      );
      if (both.some((index) => figure(draft, 'projects', index, 'adjustedBudget') < 20)) return null;
      for (const index of both) {
        const budget = figure(draft, 'projects', index, 'adjustedBudget');
        respend(one, index, round((budget * one.unit.month * 0.7) / 12, 2));
        rowAt(projects, index).values.reason = '施工方尚未提交结算审计报告，预计10月支付，不形成结余。';
      }
      return both.flatMap((index) => at(draft, 'projects', index, 'reason'));
    },
    implied: {
      'PRG-01': 'only what is behind calls for an explanation',
      'PRG-02': 'only what is behind calls for an explanation',
    },
  },
  {
    rule: 'PRG-06',
    mistake: 'all is released, and the unit says that nothing is',
    on: ['T01'],
    months: [6, 7, 8, 9, 10, 11],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      withColumns(draft, 'projects', 'released', 'reason');
      rowAt(tableOf(draft, 'projects'), found.index).values.reason = random.pick([
        '该项目资金未下达，下达后即可支付。',
        '上级资金尚未拨付到位',
        '指标未下达',
      ]);
      return at(draft, 'projects', found.index, 'reason');
    },
  },
  {
    rule: 'PRG-07',
    mistake: 'a project has spent more than its budget',
    on: ['T01'],
    months: [12],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      const budget = figure(draft, 'projects', found.index, 'adjustedBudget');
      rowAt(tableOf(draft, 'projects'), found.index).values.cumActual = round(
        budget * random.figure(1.02, 1.15),
        2,
      );
      return at(draft, 'projects', found.index, 'cumActual');
    },
  },
  {
    rule: 'PRG-07',
    mistake: 'a project has spent more than was released to it',
    on: ['T01'],
    months: [2, 3, 4, 5],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      withColumns(draft, 'projects', 'released');
      const spent = figure(draft, 'projects', found.index, 'cumActual');
      rowAt(tableOf(draft, 'projects'), found.index).values.released = round(
        spent * random.figure(0.6, 0.95),
        2,
      );
      return at(draft, 'projects', found.index, 'cumActual');
    },
  },
  {
    rule: 'PRG-08',
    mistake: 'a month of the plan is wrong',
    on: ['T01'],
    months: [1, 2, 3, 4, 5, 6, 7, 8],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      withColumns(draft, 'projects', ...plan, 'planTotal');
      const { values } = rowAt(tableOf(draft, 'projects'), found.index);
      const field = random.pick(plan.slice(one.unit.month));
      values[field] = exact(Number(values[field]) + random.figure(0.5, 30));
      return at(draft, 'projects', found.index, 'planTotal');
    },
  },
  {
    rule: 'PRG-08',
    mistake: 'a month of a plan without a total is wrong',
    on: ['T01'],
    months: [1, 2, 3, 4, 5, 6, 7, 8],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      const projects = withColumns(draft, 'projects', ...plan);
      projects.columns = projects.columns.filter((field) => field !== 'planTotal');
      const { values } = rowAt(projects, found.index);
      const field = random.pick(plan.slice(one.unit.month));
      values[field] = exact(Number(values[field]) + random.figure(0.5, 30));
      return at(draft, 'projects', found.index, 'planM01', 'adjustedBudget');
    },
  },
  {
    rule: 'PRG-09',
    mistake: 'less is spent in all than the month before',
    on: ['T01'],
    months: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      const projects = tableOf(draft, 'projects');
      projects.columns = projects.columns.filter((field) => field !== 'monthActual');
      one.previous = before(one, (index) => (index === found.index ? 1 + random.figure(0.02, 0.2) : 0.9));
      return at(draft, 'projects', found.index, 'cumActual');
    },
  },
  {
    rule: 'PRG-10',
    mistake: 'spending of the month is not what the sum grew by',
    on: ['T01'],
    months: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      const projects = withColumns(draft, 'projects', 'monthActual');
      one.previous = before(one, () => 0.9);
      for (const [index, each] of projects.rows.entries()) {
        const spent = figure(draft, 'projects', index, 'cumActual');
        each.values.monthActual = exact(spent - (one.previous[index]?.spent ?? 0) / 1_000_000);
      }
      const { values } = rowAt(projects, found.index);
      values.monthActual = exact(Number(values.monthActual) + random.figure(0.5, 20));
      return at(draft, 'projects', found.index, 'monthActual');
    },
  },
  {
    rule: 'PRG-11',
    mistake: 'a rate was typed over its formula',
    on: ['T01'],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      withColumns(draft, 'projects', 'execRate');
      const rate = figure(draft, 'projects', found.index, 'execRate');
      rowAt(tableOf(draft, 'projects'), found.index).typed.execRate = exact(
        rate + random.pick([1, -1]) * random.figure(0.002, 0.06, 4),
      );
      return at(draft, 'projects', found.index, 'execRate');
    },
  },
  {
    rule: 'PRG-12',
    mistake: 'nothing of what was released is spent',
    on: ['T01'],
    months: [6, 7, 8, 9, 10, 11],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      withColumns(draft, 'projects', 'released', 'reason');
      respend(one, found.index, 0);
      rowAt(tableOf(draft, 'projects'), found.index).values.reason =
        '用地手续延期，施工许可未取得，预计11月支付首付款，其余申请结转。';
      return at(draft, 'projects', found.index, 'cumActual');
    },
    implied: {
      'PRG-01': 'nothing spent is behind time progress',
      'PRG-02': 'nothing spent is a red lamp',
      'PRG-03': 'nothing spent misses every milestone',
    },
  },
  {
    rule: 'PRG-13',
    mistake: 'a part of the money is not released by the middle of the year',
    on: ['T01'],
    months: [7, 8, 10],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      withColumns(draft, 'projects', 'released');
      const spent = figure(draft, 'projects', found.index, 'cumActual');
      const budget = figure(draft, 'projects', found.index, 'adjustedBudget');
      const released = round(spent + (budget - spent) * random.figure(0.1, 0.8), 2);
      if (released >= budget) return null;
      rowAt(tableOf(draft, 'projects'), found.index).values.released = released;
      return at(draft, 'projects', found.index, 'released');
    },
  },
  {
    rule: 'PRG-14',
    mistake: 'an increase did not find its way into the budget',
    on: ['T01'],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      withColumns(draft, 'projects', 'initialBudget', 'budgetAdd', 'budgetCut');
      const budget = figure(draft, 'projects', found.index, 'adjustedBudget');
      const own = rowAt(tableOf(draft, 'projects'), found.index);
      own.typed.adjustedBudget = budget;
      own.values.budgetAdd = exact(
        Number(own.values.budgetAdd) + round(budget * random.figure(0.03, 0.09), 2),
      );
      return at(draft, 'projects', found.index, 'adjustedBudget');
    },
  },
  {
    rule: 'PRG-15',
    mistake: 'a third of the year was spent in December',
    on: ['T01'],
    months: [12],
    projects: [2, 20],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = withColumns(draft, 'projects', 'monthActual');
      const share = random.figure(0.27, 0.7);
      for (const [index, { values }] of projects.rows.entries())
        values.monthActual = round(figure(draft, 'projects', index, 'cumActual') * share, 2);
      return projects.rows.flatMap((_, index) => at(draft, 'projects', index, 'monthActual'));
    },
  },
  {
    rule: 'PRG-16',
    mistake: 'a unit expects to have money left',
    on: ['T02'],
    make(one) {
      const draft = sheetOf(one, 'T02');
      const funds = tableOf(draft, 'funds');
      for (const each of funds.rows) {
        const budget = Number(each.values.initialBudget);
        each.values.forecast = Math.max(Number(each.values.cumActual), round(budget * 0.8, 2));
      }
      const share = Number(rowAt(funds, 0).values.forecast) / Number(rowAt(funds, 0).values.initialBudget);
      return share < 0.89 ? at(draft, 'funds', 0, 'forecast') : null;
    },
  },
  {
    rule: 'PRG-17',
    mistake: 'the overall rate is the mean of rates',
    on: ['T01'],
    projects: [2, 30],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = withColumns(draft, 'projects', 'execRate');
      if (projects.total === null) return null;
      const spent = projects.rows.reduce(
        (all, _, index) => all + figure(draft, 'projects', index, 'cumActual'),
        0,
      );
      const budget = projects.rows.reduce(
        (all, _, index) => all + figure(draft, 'projects', index, 'adjustedBudget'),
        0,
      );
      projects.totalTyped.execRate = exact(
        round(spent / budget + random.pick([1, -1]) * random.figure(0.01, 0.06), 4),
      );
      return atTotal(draft, 'projects', 'execRate');
    },
  },
  {
    rule: 'PRG-18',
    mistake: 'a project has a budget of zero',
    on: ['T01'],
    projects: [2, 30],
    months: [1, 2, 4, 5],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyProject(one, random);
      if (found === null) return null;
      const { values } = rowAt(tableOf(draft, 'projects'), found.index);
      for (const field of [
        'initialBudget',
        'budgetAdd',
        'budgetCut',
        'released',
        'cumActual',
        'monthActual',
        ...plan,
      ])
        values[field] = 0;
      return at(draft, 'projects', found.index, 'adjustedBudget');
    },
  },
  {
    rule: 'PRG-19',
    mistake: 'the report counts projects far from plan where there is none',
    on: ['T01'],
    months: [12],
    make(one, random) {
      withColumns(sheetOf(one, 'T01'), 'projects', 'cumPlan');
      const sheet = withFacts(one, random, fact('差异率较大项目数', random.int(2, 9), '个'));
      return at(sheet, 'facts', 0, 'value');
    },
  },
  {
    rule: 'BUD-11',
    mistake: 'the budgets of the year were raised by a fifth and more',
    on: ['T01'],
    projects: [1, 20],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = withColumns(draft, 'projects', 'initialBudget', 'budgetAdd', 'budgetCut');
      const share = random.figure(0.15, 0.6);
      for (const [index, { values }] of projects.rows.entries()) {
        const budget = figure(draft, 'projects', index, 'adjustedBudget');
        values.budgetAdd = round(budget * share, 2);
        values.budgetCut = 0;
        values.initialBudget = sum([budget, -values.budgetAdd]);
      }
      return [
        ...atTotal(draft, 'projects', 'adjustedBudget'),
        ...projects.rows.flatMap((_, index) => at(draft, 'projects', index, 'adjustedBudget')),
      ];
    },
  },
];

/** The month before as its report had it: cumulative spending as a share of what it is now. Fen. */
function before(one: Case, share: (index: number) => number) {
  const draft = sheetOf(one, 'T01');
  const projects = tableOf(draft, 'projects');
  const hasCodes = projects.columns.includes('projectCode');
  return projects.rows.map(({ values }, index) => ({
    code: hasCodes ? String(values.projectCode) : null,
    name: String(values.projectName),
    budget: Math.round(figure(draft, 'projects', index, 'adjustedBudget') * 1_000_000),
    released: null,
    planned: null,
    spent: Math.round(figure(draft, 'projects', index, 'cumActual') * share(index) * 10_000) * 100,
    reason: null,
  }));
}

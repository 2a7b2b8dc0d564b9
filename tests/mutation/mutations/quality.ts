import { templates } from '../../../pipeline/templates/index.ts';
import { isAdded, sum } from '../draft.ts';
import { templateOf, written } from '../draw.ts';
import {
  anyRow,
  at,
  atTotal,
  copyRow,
  figure,
  inAnyRow,
  type Mutation,
  rowAt,
  sheetOf,
  tableOf,
  withColumns,
} from '../mutation.ts';
import { round } from '../unit.ts';

const projectFields = templates.T01.tables.projects.fields;

/** Totals that were typed by hand and are not the sums of their columns. */
const wrongTotals = (
  [
    ['a total was typed by hand and is wrong', 'T01', 'projects', /^(?!planM|cumPlan)/],
    ['a total of a ledger is wrong', 'T10', 'funds', /^(?:released|distributed|spent)$/],
    ['a total of the cash plan is wrong', 'T14', 'lines', /^(?:allotment|planM03|planM11|approved|pending)$/],
  ] as const
).map(
  ([mistake, id, table, which]): Mutation => ({
    rule: 'DQ-12',
    mistake,
    on: [id],
    make(one, random) {
      const draft = sheetOf(one, id);
      const { rows, columns, total, totalTyped } = tableOf(draft, table);
      const { fields = {} } = templateOf(id).tables[table] ?? {};
      const field = random.pick(columns.filter((each) => isAdded(fields, each) && which.test(each)));
      // Where an amount is wanting nobody knows the total.
      const isWanting =
        fields[field]?.mustFill && rows.some(({ values }) => typeof values[field] !== 'number');
      if (total === null || isWanting) return null;
      const added = sum(rows.map((_, index) => figure(draft, table, index, field)));
      totalTyped[field] = round(added + random.pick([1, -1]) * random.figure(0.5, 40), 2);
      return atTotal(draft, table, field);
    },
  }),
);

/** Mistakes in how a cell was filled in. */
export const qualityMutations: readonly Mutation[] = [
  {
    rule: 'DQ-01',
    mistake: 'a number was typed as text',
    on: ['T01'],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = tableOf(draft, 'projects');
      const found = anyRow(projects, random);
      const field = random.pick(projects.columns.filter((each) => isAdded(projectFields, each)));
      if (found === null) return null;
      const cell = written(draft, projectFields.cumActual, figure(draft, 'projects', found.index, field));
      const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
      found.row.cells[field] = random.pick([
        String(value),
        `${value} `,
        Number(value).toLocaleString('en-US', { maximumFractionDigits: 6 }),
      ]);
      return at(draft, 'projects', found.index, field);
    },
  },
  {
    rule: 'DQ-02',
    mistake: 'a number was typed in full-width digits',
    ...inAnyRow('T10', 'funds', { shows: ['spent'] }, ({ row, index, draft }) => {
      const cell = written(
        draft,
        templates.T10.tables.funds.fields.spent,
        figure(draft, 'funds', index, 'spent'),
      );
      const value = String(typeof cell === 'object' && cell !== null ? cell.value : cell);
      row.cells.spent = value.replace(/[\d.]/g, (character) =>
        String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
      );
    }),
  },
  {
    rule: 'DQ-03',
    mistake: 'words stand where an amount belongs',
    on: ['T01'],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = tableOf(draft, 'projects');
      const found = anyRow(projects, random);
      const field = random.pick(projects.columns.filter((each) => isAdded(projectFields, each)));
      if (found === null) return null;
      found.row.cells[field] = random.pick(['约20万', '见附件', '12.5.6', '待核实', '一百二十']);
      return at(draft, 'projects', found.index, field);
    },
  },
  {
    rule: 'DQ-04',
    mistake: 'a refund was left in the month',
    months: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    ...inAnyRow(
      'T01',
      'projects',
      { columns: ['monthActual'], shows: ['monthActual'] },
      ({ row, random }) => {
        row.values.monthActual = -random.figure(0.5, 9);
      },
    ),
  },
  {
    rule: 'DQ-05',
    mistake: 'a date cannot be read',
    on: ['T10'],
    make(one, random) {
      const draft = sheetOf(one, 'T10');
      const found = anyRow(tableOf(draft, 'funds'), random);
      const field = random.pick(['received', 'distributedOn', 'deadline', 'paidOn']);
      if (found === null) return null;
      found.row.cells[field] = random.pick(['2023.13.45', '年底', '上月', '2023年二月三十']);
      return at(draft, 'funds', found.index, field);
    },
  },
  {
    rule: 'DQ-05',
    mistake: 'a date may be January or October',
    ...inAnyRow('T10', 'funds', { shows: ['received'] }, ({ row }) => {
      row.cells.received = { value: 2023.1, format: 'General' };
    }),
  },
  {
    rule: 'DQ-06',
    mistake: 'a row was deleted and its number is gone',
    on: ['T01'],
    projects: [4, 40],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = tableOf(draft, 'projects');
      const index = random.int(1, projects.rows.length - 2);
      projects.rows.splice(index, 1);
      return at(draft, 'projects', index, 'seq');
    },
  },
  {
    rule: 'DQ-07',
    mistake: 'two rows have one number',
    on: ['T01'],
    projects: [3, 40],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = tableOf(draft, 'projects');
      const index = random.int(1, projects.rows.length - 1);
      for (const [later, each] of projects.rows.entries()) if (later >= index) each.values.seq = later;
      return at(draft, 'projects', index, 'seq');
    },
  },
  {
    rule: 'DQ-08',
    mistake: 'a project was entered twice',
    on: ['T01'],
    projects: [2, 40],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = tableOf(draft, 'projects');
      const source = random.int(0, projects.rows.length - 1);
      const copy = copyRow(projects, source, { seq: projects.rows.length + 1 });
      const field = projects.columns.includes('projectCode') ? 'projectCode' : 'projectName';
      return at(draft, 'projects', copy, field);
    },
    implied: { 'PRG-05': 'a reason that stands on both rows is a copied one' },
  },
  {
    rule: 'DQ-09',
    mistake: 'a project has a second name',
    on: ['T01'],
    projects: [2, 40],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = tableOf(draft, 'projects');
      const found = anyRow(
        projects,
        random,
        ({ projectName }) =>
          !/[资经费)）]$|补助$|补贴$/.test(String(projectName)) && String(projectName).length >= 9,
      );
      if (found === null) return null;
      const copy = copyRow(projects, found.index, {
        seq: projects.rows.length + 1,
        projectCode: String(found.row.values.projectCode).replace(/....$/, '9999'),
        projectName: `${found.row.values.projectName}款`,
        initialBudget: Number(found.row.values.initialBudget),
        reason: null,
      });
      return [
        ...at(draft, 'projects', copy, 'projectName'),
        ...at(draft, 'projects', found.index, 'projectName'),
      ];
    },
  },
  {
    rule: 'DQ-10',
    mistake: 'a stroke stands where a figure must',
    on: ['T01'],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyRow(tableOf(draft, 'projects'), random);
      const field = random.pick(['cumActual', 'adjustedBudget']);
      if (found === null) return null;
      found.row.cells[field] = random.pick(['/', '—', '-', '无', '不涉及', '××', '待填写']);
      return at(draft, 'projects', found.index, field);
    },
  },
  {
    rule: 'DQ-11',
    mistake: 'a project is classified',
    projects: [2, 30],
    ...inAnyRow('T03', 'projects', { shows: ['goal'] }, ({ row }) => {
      row.values.goal = '涉密';
      row.values.goalProgress = '涉密';
    }),
    implied: { 'DQ-18': 'where it had the same words as others, one project fewer has them now' },
  },
  ...wrongTotals,
  {
    rule: 'DQ-12',
    mistake: 'a row of the monitoring list was left out of its total',
    on: ['T03'],
    projects: [3, 40],
    make(one) {
      const draft = sheetOf(one, 'T03');
      const projects = tableOf(draft, 'projects');
      if (projects.total === null) return null;
      const sum = projects.rows
        .slice(1)
        .reduce((total, _, index) => total + figure(draft, 'projects', index + 1, 'cumActual'), 0);
      projects.totalTyped.cumActual = Math.round(sum * 1e6) / 1e6;
      return atTotal(draft, 'projects', 'cumActual');
    },
  },
  {
    rule: 'DQ-13',
    mistake: 'a part is larger than the whole',
    on: ['T01'],
    projects: [2, 20],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = tableOf(draft, 'projects');
      const index = random.int(0, projects.rows.length - 1);
      const own = figure(draft, 'projects', index, 'adjustedBudget');
      const copy = {
        values: { adjustedBudget: own + random.int(1, 90) },
        typed: {},
        cells: {},
        ofWhich: '其中：中央资金',
      };
      projects.rows.splice(index + 1, 0, copy);
      return at(draft, 'projects', index + 1, 'adjustedBudget');
    },
  },
  {
    rule: 'DQ-14',
    mistake: 'what was spent was typed in 元 among 万元',
    on: ['T01'],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyRow(
        tableOf(draft, 'projects'),
        random,
        (_, index) => figure(draft, 'projects', index, 'cumActual') > 0,
      );
      if (found === null) return null;
      found.row.values.cumActual = Number(found.row.values.cumActual) * 10_000;
      return at(draft, 'projects', found.index, 'cumActual');
    },
  },
  {
    rule: 'DQ-14',
    mistake: 'the budget was typed in 元 among 万元',
    on: ['T03'],
    make(one, random) {
      const draft = sheetOf(one, 'T03');
      const projects = withColumns(draft, 'projects', 'initialBudget');
      const found = anyRow(projects, random, (_, index) => figure(draft, 'projects', index, 'cumActual') > 0);
      if (found === null) return null;
      found.row.typed.adjustedBudget =
        Number(figure(draft, 'projects', found.index, 'adjustedBudget')) * 10_000;
      return at(draft, 'projects', found.index, 'adjustedBudget');
    },
  },
  {
    rule: 'DQ-14',
    mistake: 'the column of what was spent is in 元',
    on: ['T01'],
    projects: [3, 40],
    make(one) {
      const draft = sheetOf(one, 'T01');
      const projects = tableOf(draft, 'projects');
      for (const each of projects.rows) each.values.cumActual = Number(each.values.cumActual) * 10_000;
      return projects.rows.flatMap((_, index) => at(draft, 'projects', index, 'cumActual'));
    },
  },
  {
    rule: 'DQ-14',
    mistake: 'a fund was spent in 元 and released in 万元',
    ...inAnyRow(
      'T10',
      'funds',
      { isFit: ({ spent }) => Number(spent) > 0.5, shows: ['spent'] },
      ({ row }) => {
        row.values.spent = Number(row.values.spent) * 10_000;
      },
    ),
    implied: { 'DQ-03': 'a rate of 1 among rates that now tell nothing of their notation may be 1 %' },
  },
  {
    rule: 'DQ-15',
    mistake: 'an amount has the noise of binary fractions',
    on: ['T08'],
    make(one, random) {
      const draft = sheetOf(one, 'T08');
      const found = anyRow(tableOf(draft, 'items'), random);
      if (found === null || draft.style.amountUnit !== '万元') return null;
      found.row.cells.spent = {
        value: figure(draft, 'items', found.index, 'spent') + 0.000_000_3,
        format: '0.00',
      };
      return at(draft, 'items', found.index, 'spent');
    },
  },
  {
    rule: 'DQ-16',
    mistake: 'a project code lost a digit',
    ...inAnyRow('T01', 'projects', { columns: ['projectCode'], shows: ['projectCode'] }, ({ row }) => {
      row.values.projectCode = String(row.values.projectCode).slice(0, -1);
    }),
    implied: {
      'MON-10': 'by another code it is another project, which the monitoring list does not have',
      'XT-01': 'by another code it is another project, which the other lists do not have',
      // The monitoring list is judged for projects that the schedule does not have.
      ...Object.fromEntries(
        ['PRG-01', 'PRG-02', 'PRG-03', 'PRG-05', 'PRG-07'].map((rule) => [
          rule,
          'by another code it is another project, which the monitoring list alone speaks of',
        ]),
      ),
    },
  },
  {
    rule: 'DQ-16',
    mistake: 'a functional class does not exist',
    ...inAnyRow(
      'T01',
      'projects',
      { columns: ['functionClass'], shows: ['functionClass'] },
      ({ row, random }) => {
        row.values.functionClass = random.pick(['299', '248', '2999901', '199']);
      },
    ),
  },
  {
    rule: 'DQ-17',
    mistake: 'a functional class goes by a former name',
    ...inAnyRow(
      'T01',
      'projects',
      { columns: ['functionClass'], shows: ['functionClass'] },
      ({ row, random }) => {
        row.values.functionClass = random.pick(['农林水事务支出', '农林水事务']);
      },
    ),
  },
  {
    rule: 'DQ-18',
    mistake: 'a goal was copied from another project',
    on: ['T17'],
    projects: [2, 30],
    make(one, random) {
      const draft = sheetOf(one, 'T17');
      const projects = tableOf(draft, 'projects');
      const [from, to] = random.some(
        projects.rows.map((_, index) => index),
        2,
      );
      if (from === undefined || to === undefined) return null;
      const goal = '改善村民出行条件，硬化巷道1.37公里，安装路灯';
      rowAt(projects, from).values.goal = goal;
      rowAt(projects, to).values.goal = goal;
      rowAt(projects, from).values.result = '硬化巷道1.37公里，照明条件改善';
      rowAt(projects, to).values.result = '建成巷道1.37公里并通过验收';
      return [...at(draft, 'projects', from, 'goal'), ...at(draft, 'projects', to, 'goal')];
    },
  },
  {
    rule: 'DQ-19',
    mistake: 'a project of next year stands in the schedule',
    ...inAnyRow('T01', 'projects', { shows: ['projectName'] }, ({ row, random }) => {
      row.values.projectName = `${random.pick(['2024', '2020', '2019'])}年${String(row.values.projectName).replace(/20\d\d年/g, '')}`;
    }),
  },
];

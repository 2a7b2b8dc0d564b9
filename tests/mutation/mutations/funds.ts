import { exact, row, sum } from '../draft.ts';
import {
  anyRow,
  at,
  atForm,
  atTotal,
  copyRow,
  fact,
  figure,
  inAnyRow,
  type Mutation,
  named,
  rowAt,
  sheetOf,
  tableOf,
  withColumns,
} from '../mutation.ts';
import { t19 } from '../sheets/t19.ts';
import { round } from '../unit.ts';

const early = [2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Mistakes in the three guarantees, the three public expenses and direct-transfer funds. */
export const fundMutations: readonly Mutation[] = [
  {
    rule: 'SB-01',
    mistake: 'the three guarantees do not make up their total',
    on: ['T08'],
    make(one, random) {
      const draft = sheetOf(one, 'T08');
      const items = tableOf(draft, 'items');
      if (items.total === null) return null;
      const field = random.pick(items.columns.filter((each) => ['need', 'arranged', 'spent'].includes(each)));
      items.totalTyped[field] = exact(
        sum([0, 1, 2].map((index) => figure(draft, 'items', index, field))) + random.figure(0.5, 60),
      );
      return atTotal(draft, 'items', field);
    },
    implied: {},
  },
  {
    rule: 'SB-02',
    mistake: 'a guarantee is budgeted below its need',
    on: ['T08'],
    months: early,
    make(one, random) {
      const draft = sheetOf(one, 'T08');
      const items = withColumns(draft, 'items', 'need');
      const found = anyRow(items, random);
      if (found === null) return null;
      found.row.values.need = exact(
        round(figure(draft, 'items', found.index, 'arranged') * random.figure(1.02, 1.4), 2),
      );
      return at(draft, 'items', found.index, 'arranged');
    },
  },
  {
    rule: 'SB-03',
    mistake: 'a guarantee is behind time',
    months: [4, 5, 6, 7, 8, 9, 10],
    ...inAnyRow('T08', 'items', { shows: ['spent'] }, ({ row, index, draft, one, random }) => {
      const arranged = figure(draft, 'items', index, 'arranged');
      row.values.spent = round(arranged * (one.unit.month / 12 - random.figure(0.01, 0.3)), 2);
    }),
  },
  {
    rule: 'SB-04',
    mistake: 'a guarantee is not paid in full at the end of the year',
    months: [12],
    ...inAnyRow('T08', 'items', { shows: ['spent'] }, ({ row, index, draft, random }) => {
      const arranged = figure(draft, 'items', index, 'arranged');
      row.values.spent = round(arranged * random.figure(0.5, 0.95), 2);
    }),
  },
  {
    rule: 'SB-05',
    mistake: 'other ends were paid while a guarantee was owed',
    on: ['T08'],
    make(one, random) {
      const draft = sheetOf(one, 'T08');
      const items = withColumns(draft, 'items', 'dueOn', 'paidOn');
      items.total = null;
      const found = named(items, 'kind', random.pick([/民生/, /运转/]));
      if (found === null) return null;
      const month = String(one.unit.month).padStart(2, '0');
      found.row.values.dueOn = `2023-${month}-05`;
      found.row.values.paidOn = `2023-${month}-${random.int(20, 28)}`;
      const amount = random.figure(5, 90);
      items.rows.push(
        row({
          seq: 4,
          kind: '非“三保”支出',
          need: amount,
          arranged: amount,
          spent: amount,
          paidOn: `2023-${month}-${random.int(10, 19)}`,
        }),
      );
      return at(draft, 'items', 3, 'paidOn', 'spent');
    },
  },
  {
    rule: 'SB-06',
    mistake: 'wages were paid late',
    on: ['T08'],
    make(one, random) {
      const draft = sheetOf(one, 'T08');
      const items = withColumns(draft, 'items', 'dueOn', 'paidOn');
      const found = named(items, 'kind', /工资/);
      if (found === null) return null;
      const month = String(one.unit.month).padStart(2, '0');
      found.row.values.dueOn = `2023-${month}-10`;
      found.row.values.paidOn = `2023-${month}-${random.int(11, 27)}`;
      return at(draft, 'items', found.index, 'paidOn');
    },
  },
  {
    rule: 'SB-07',
    mistake: 'the special account holds less than a month',
    on: ['T08'],
    make(one, random) {
      const draft = sheetOf(one, 'T08');
      const monthly = random.figure(10, 300);
      draft.form.monthlyNeed = monthly;
      draft.form.accountBalance = round(monthly * random.figure(0.1, 0.95), 2);
      return atForm(draft, 'accountBalance');
    },
  },
  {
    rule: 'SB-08',
    mistake: 'spending was copied from the budget',
    on: ['T08'],
    months: [2, 5, 8, 11],
    make(one) {
      const draft = sheetOf(one, 'T08');
      for (const { values } of tableOf(draft, 'items').rows) values.spent = values.arranged ?? 0;
      return [0, 1, 2].flatMap((index) => at(draft, 'items', index, 'spent'));
    },
    implied: { 'DQ-03': 'a column of nothing but ones may be ratios or percentages' },
  },
  {
    rule: 'SB-09',
    mistake: 'operations are spent in full and a project tagged so is not',
    on: ['T08', 'T01'],
    months: [3, 5, 8],
    make(one, random) {
      const draft = sheetOf(one, 'T08');
      const schedule = sheetOf(one, 'T01');
      const found = named(tableOf(draft, 'items'), 'kind', /运转/);
      const project = anyRow(tableOf(schedule, 'projects'), random);
      if (found === null || project === null) return null;
      found.row.values.spent = found.row.values.arranged ?? 0;
      project.row.values.projectName = `综合办公经费（运转保障）`;
      return [
        ...at(draft, 'items', found.index, 'spent'),
        ...at(schedule, 'projects', project.index, 'cumActual', 'projectName'),
      ];
    },
  },
  {
    rule: 'SB-10',
    mistake: 'a payment whose name says wages has no tag',
    on: ['T08'],
    make(one, random) {
      const draft = sheetOf(one, 'T08');
      const items = withColumns(draft, 'items', 'projectName');
      items.total = null;
      const names = ['城乡居民最低生活保障金', '在职人员工资', '机关公用经费（运转保障）'];
      const kinds = ['保基本民生', '保工资', '保运转'];
      items.rows = kinds.map((kind, index) =>
        row({
          seq: index + 1,
          kind,
          projectName: names[index] ?? '',
          arranged: 100 + index,
          need: 100 + index,
          spent: round((100 + index) * Math.min(1, one.unit.month / 12 + 0.001), 2),
        }),
      );
      if (one.unit.month === 12) for (const { values } of items.rows) values.spent = values.arranged ?? 0;
      items.rows.push(
        row({
          seq: 4,
          kind: null,
          projectName: random.pick(['教师工资', '村级组织运转经费（运转保障）']),
          arranged: 50,
          need: 50,
          spent: 50,
        }),
      );
      return at(draft, 'items', 3, 'kind');
    },
    implied: { 'SB-08': 'in December all four are spent in full' },
  },
  {
    rule: 'SG-01',
    mistake: 'the three items do not make up the total',
    on: ['T09'],
    make(one, random) {
      const draft = sheetOf(one, 'T09');
      const field = random.pick(
        tableOf(draft, 'items')
          .columns.filter((each) => ['lastActual', 'lastBudget'].includes(each))
          .concat('budget'),
      );
      // A total without its items leaves nothing to add up.
      const hasItems = [1, 2, 5].every(
        (index) => rowAt(tableOf(draft, 'items'), index).values[field] != null,
      );
      if (!hasItems) return null;
      const { values } = rowAt(tableOf(draft, 'items'), 0);
      const sign = field === 'budget' ? -1 : 1;
      values[field] = exact(Number(values[field]) + sign * random.figure(0.1, 2));
      return at(draft, 'items', 0, field);
    },
    implied: {
      'SG-04': 'a budget that is too low is below what was spent',
      'SG-06': 'a total that is off changes more than its items',
    },
  },
  {
    rule: 'SG-02',
    mistake: 'purchase and running costs do not make up the cars',
    on: ['T09'],
    make(one, random) {
      const draft = sheetOf(one, 'T09');
      const items = withColumns(draft, 'items', 'lastBudget');
      const field = random.pick(items.columns.filter((each) => ['lastActual', 'lastBudget'].includes(each)));
      const found = named(items, 'item', /运行维护费$/);
      const running = items.rows.findIndex(({ values }) => String(values.item).startsWith('2.'));
      if (field === undefined || found === null || running < 0) return null;
      const { values } = rowAt(items, running);
      values[field] = exact(Number(values[field]) + random.figure(0.2, 2));
      return at(draft, 'items', running, field);
    },
    implied: { 'SG-06': 'the item now lies further from this year’s, and nothing says why' },
  },
  {
    rule: 'SG-03',
    mistake: 'the budget of the three public expenses is above last year’s',
    on: ['T09'],
    make(one, random) {
      const draft = sheetOf(one, 'T09');
      const items = withColumns(draft, 'items', 'lastBudget', 'reason');
      const more = exact(Number(rowAt(items, 0).values.lastBudget) * random.figure(0.12, 0.4));
      const last = rowAt(items, 5).values;
      for (const values of [last, rowAt(items, 0).values])
        values.budget = exact(round(Number(values.budget) + more, 2));
      last.reason = '承办全区现场会，接待批次增加';
      rowAt(items, 0).values.reason = '承办全区现场会，接待批次增加';
      return at(draft, 'items', 0, 'budget');
    },
  },
  {
    rule: 'SG-04',
    mistake: 'receptions cost more than their budget',
    on: ['T09'],
    make(one, random) {
      const draft = sheetOf(one, 'T09');
      const items = withColumns(draft, 'items', 'actual');
      const reception = rowAt(items, 5).values;
      const over = exact(round(Number(reception.budget) * random.figure(1.02, 1.3), 2));
      const total = rowAt(items, 0).values;
      total.actual = sum([Number(total.actual), -Number(reception.actual), over]);
      reception.actual = over;
      return Number(total.actual) < Number(total.budget) ? at(draft, 'items', 5, 'actual') : null;
    },
    implied: {
      'SG-03': 'what is spent above budget may be above last year’s spending',
      'SG-06': 'what is spent above budget is a change from last year',
    },
  },
  {
    rule: 'SG-05',
    mistake: 'spending and last year were copied from the budget',
    on: ['T09'],
    make(one) {
      const draft = sheetOf(one, 'T09');
      const items = withColumns(draft, 'items', 'lastBudget', 'actual');
      items.columns = items.columns.filter((each) => each !== 'lastActual');
      for (const { values } of items.rows)
        Object.assign(values, { lastBudget: values.budget, actual: values.budget });
      return at(draft, 'items', 0, 'actual', 'budget', 'lastBudget');
    },
    implied: { 'SG-03': 'equal budgets are noted as such' },
  },
  {
    rule: 'SG-06',
    mistake: 'a change of an item is not explained',
    on: ['T09'],
    make(one, random) {
      const draft = sheetOf(one, 'T09');
      const items = withColumns(draft, 'items', 'lastBudget', 'reason');
      const reception = rowAt(items, 5).values;
      const more = exact(round(Number(reception.lastBudget) * random.figure(0.2, 0.9), 2));
      reception.lastBudget = sum([Number(reception.lastBudget), more]);
      rowAt(items, 0).values.lastBudget = sum([Number(rowAt(items, 0).values.lastBudget), more]);
      for (const { values } of items.rows) values.reason = '厉行节约，压减公务接待批次和标准';
      reception.reason = null;
      return at(draft, 'items', 5, 'reason', 'budget');
    },
  },
  {
    rule: 'SG-07',
    mistake: 'a change is the budget less what was spent last year',
    on: ['T09'],
    make(one) {
      const draft = sheetOf(one, 'T09');
      const items = withColumns(draft, 'items', 'lastBudget', 'lastActual', 'change');
      const { values, typed } = rowAt(items, 0);
      // Of figures that are one and the same every difference is right.
      if (values.actual === values.budget || values.lastActual === values.lastBudget) return null;
      typed.change = sum([Number(values.budget), -Number(values.lastActual)]);
      return at(draft, 'items', 0, 'change');
    },
  },
  {
    rule: 'SG-08',
    mistake: 'a car costs more to run than it may',
    on: ['T09'],
    make(one) {
      const draft = sheetOf(one, 'T09');
      const items = withColumns(draft, 'items', 'vehicles');
      const running = rowAt(items, 4).values;
      const cost = Number(running.actual ?? running.budget);
      const cars = Math.floor(cost / 5);
      if (cars < 1) return null;
      running.vehicles = `${cars}辆`;
      return at(draft, 'items', 4, 'vehicles', 'actual', 'budget');
    },
  },
  {
    rule: 'SG-09',
    mistake: 'the report gives another figure for receptions',
    on: ['T09'],
    make(one, random) {
      const draft = sheetOf(one, 'T09');
      const sheet = t19(random, one.unit);
      const { rows } = tableOf(sheet, 'facts');
      rows.push(
        fact(
          '公务接待费',
          exact(Number(rowAt(tableOf(draft, 'items'), 5).values.budget) + random.figure(0.05, 3)),
          '万元',
          { basis: '预算', seq: rows.length + 1 },
        ),
      );
      one.drafts.push(sheet);
      return [...at(sheet, 'facts', rows.length - 1, 'value'), ...at(draft, 'items', 5, 'budget')];
    },
  },
  {
    rule: 'ZD-01',
    mistake: 'a fund is not spent after its deadline',
    months: [4, 5, 6, 7, 8, 9],
    ...inAnyRow(
      'T10',
      'funds',
      { isFit: ({ released, spent }) => Number(spent) < Number(released) - 0.5, shows: ['spent'] },
      ({ row, one }) => {
        row.values.deadline = `2023-0${one.unit.month}-20`;
        row.values.paidOn = `2023-0${one.unit.month}-10`;
        row.values.reason = '农户房屋尚未完工，剩余资金结转下年使用';
      },
    ),
  },
  {
    rule: 'ZD-02',
    mistake: 'a fund was paid after its deadline',
    months: [4, 5, 6, 7, 8, 9],
    ...inAnyRow(
      'T10',
      'funds',
      { isFit: ({ released, spent }) => Number(spent) === Number(released), shows: ['paidOn'] },
      ({ row, one, random }) => {
        row.values.deadline = `2023-0${one.unit.month}-10`;
        row.values.paidOn = `2023-0${one.unit.month}-${random.int(12, 28)}`;
      },
    ),
  },
  {
    rule: 'ZD-03',
    mistake: 'a deadline is near and much is not spent',
    months: [4, 5, 6, 7, 8],
    ...inAnyRow(
      'T10',
      'funds',
      {
        isFit: ({ released, spent }) => Number(spent) < 0.79 * Number(released),
        shows: ['spent', 'deadline'],
      },
      ({ row, one, random }) => {
        row.values.deadline = `2023-0${one.unit.month + 1}-${random.int(12, 28)}`;
        row.values.reason = null;
      },
    ),
  },
  {
    rule: 'ZD-04',
    mistake: 'a fund was passed on late',
    ...inAnyRow('T10', 'funds', { shows: ['distributedOn'] }, ({ row, random }) => {
      row.values.received = '2022-11-10';
      row.values.distributedOn = `2022-12-${random.int(15, 31)}`;
    }),
  },
  {
    rule: 'ZD-05',
    mistake: 'a rate was typed over its formula',
    on: ['T10'],
    months: [2, 3, 4, 5, 6, 7],
    make(one, random) {
      const draft = sheetOf(one, 'T10');
      const funds = withColumns(draft, 'funds', 'rate');
      const found = anyRow(funds, random);
      if (found === null) return null;
      const rate = figure(draft, 'funds', found.index, 'rate');
      found.row.typed.rate = exact(rate + (rate > 0.9 ? -1 : 1) * random.figure(0.01, 0.08));
      return at(draft, 'funds', found.index, 'rate');
    },
  },
  {
    rule: 'ZD-06',
    mistake: 'one of two units is far behind the other and behind time',
    on: ['T10'],
    months: [5, 7, 8, 10],
    make(one, random) {
      const other = sheetOf(one, 'T10');
      const draft = structuredClone(other);
      draft.style.title = draft.style.title.replace(draft.unit, '');
      draft.unit = '白鹭镇人民政府';
      const { rows } = tableOf(draft, 'funds');
      const share = (one.unit.month / 12) * random.figure(0.2, 0.9);
      for (const { values } of rows) {
        values.spent = round(Number(values.released) * share, 2);
        values.reason = '补助对象名册正在公示，剩余资金公示结束后发放，年底前支付完毕，继续使用';
      }
      one.drafts.push(draft);
      return rows.flatMap((_, index) => at(draft, 'funds', index, 'spent'));
    },
  },
  {
    rule: 'ZD-07',
    mistake: 'the tag of a fund was left out',
    on: ['T10'],
    make(one, random) {
      const draft = sheetOf(one, 'T10');
      const funds = tableOf(draft, 'funds');
      if (funds.rows.length < 2) return null;
      const found = anyRow(funds, random);
      if (found === null) return null;
      found.row.values.tag = null;
      return at(draft, 'funds', found.index, 'tag');
    },
  },
  {
    rule: 'ZD-08',
    mistake: 'a fund was entered twice',
    on: ['T10'],
    make(one, random) {
      const draft = sheetOf(one, 'T10');
      const funds = tableOf(draft, 'funds');
      const found = anyRow(funds, random);
      if (found === null) return null;
      const copy = copyRow(funds, found.index, { seq: funds.rows.length + 1 });
      return [
        ...at(draft, 'funds', copy, 'fundName', 'documentNumber'),
        ...at(draft, 'funds', found.index, 'fundName'),
      ];
    },
  },
  {
    rule: 'ZD-09',
    mistake: 'the heads make no sense beside the amount',
    ...inAnyRow(
      'T10',
      'funds',
      { columns: ['heads'], isFit: ({ spent }) => Number(spent) > 5, shows: ['heads'] },
      ({ row, random }) => {
        row.values.heads = Math.round((Number(row.values.released) * 10_000) / random.int(5, 60));
      },
    ),
  },
  {
    rule: 'ZD-10',
    mistake: 'nobody says what becomes of the rest',
    months: [3, 5, 7],
    ...inAnyRow(
      'T10',
      'funds',
      { isFit: ({ released, spent }) => Number(spent) < Number(released) - 0.5, shows: ['reason'] },
      ({ row, random }) => {
        row.values.reason = random.pick(['部分剩余资金不需要再支出', '实际需求减少，形成剩余']);
      },
    ),
  },
  {
    rule: 'ZD-11',
    mistake: 'the report counts other funds than the ledger has',
    on: ['T10'],
    make(one, random) {
      const draft = sheetOf(one, 'T10');
      const sheet = t19(random, one.unit);
      const { rows } = tableOf(sheet, 'facts');
      rows.push(
        fact('直达资金项目数', tableOf(draft, 'funds').rows.length + random.int(1, 5), '个', {
          seq: rows.length + 1,
        }),
      );
      one.drafts.push(sheet);
      return at(sheet, 'facts', rows.length - 1, 'value');
    },
  },
];

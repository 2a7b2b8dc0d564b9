import { exact, row, sum } from '../draft.ts';
import {
  anyRow,
  at,
  atForm,
  atPlace,
  atTotal,
  fact,
  figure,
  inAnyRow,
  type Mutation,
  named,
  rowAt,
  sheetOf,
  tableOf,
  withColumns,
  withFacts,
} from '../mutation.ts';
import { round } from '../unit.ts';

/** Mistakes in budgets, non-tax revenue, procurement, assets and what is carried over. */
export const balanceMutations: readonly Mutation[] = [
  {
    rule: 'BUD-01',
    mistake: 'a source of revenue is wrong',
    on: ['T13'],
    make(one, random) {
      const draft = sheetOf(one, 'T13');
      const revenue = tableOf(draft, 'revenue');
      revenue.columns = ['item', 'amount'];
      const { values } = rowAt(revenue, random.pick([0, 4]));
      values.amount = exact(Number(values.amount) + random.figure(0.5, 90));
      return [5, 7].flatMap((index) => at(draft, 'revenue', index, 'amount'));
    },
  },
  {
    rule: 'BUD-02',
    mistake: 'a function of expenditure is wrong',
    on: ['T13'],
    make(one, random) {
      const draft = sheetOf(one, 'T13');
      const expenditure = tableOf(draft, 'expenditure');
      expenditure.columns = ['item', 'amount'];
      const found = anyRow(
        expenditure,
        random,
        ({ item }) => /^.、/.test(String(item)) && !/城乡社区/.test(String(item)),
      );
      if (found === null) return null;
      found.row.values.amount = exact(Number(found.row.values.amount) + random.figure(0.5, 90));
      const total = expenditure.rows.findIndex(({ values }) => values.item === '本年支出合计');
      return at(draft, 'expenditure', total, 'amount');
    },
  },
  {
    rule: 'BUD-03',
    mistake: 'revenue and expenditure do not come to the same',
    on: ['T13'],
    make(one, random) {
      const draft = sheetOf(one, 'T13');
      const { rows, columns } = tableOf(draft, 'revenue');
      if (columns.includes('share')) return null;
      const more = random.figure(0.5, 90);
      for (const index of [0, 5, 7]) {
        const { values } = rowAt(tableOf(draft, 'revenue'), index);
        values.amount = exact(Number(values.amount) + more);
      }
      return at(draft, 'revenue', rows.length - 1, 'amount');
    },
  },
  {
    rule: 'BUD-04',
    mistake: 'a share is wrong',
    on: ['T13'],
    make(one, random) {
      const draft = sheetOf(one, 'T13');
      const expenditure = withColumns(draft, 'expenditure', 'share');
      const found = anyRow(
        expenditure,
        random,
        ({ item, amount }) => /^.、/.test(String(item)) && Number(amount) > 0,
      );
      if (found === null) return null;
      found.row.typed.share = exact(
        figure(draft, 'expenditure', found.index, 'share') + random.figure(0.001, 0.03, 4),
      );
      return at(draft, 'expenditure', found.index, 'share');
    },
  },
  {
    rule: 'BUD-05',
    mistake: 'shares of a sheet without totals do not make up the whole',
    on: ['T13'],
    drawnOnly: true,
    make(one) {
      const draft = sheetOf(one, 'T13');
      const revenue = withColumns(draft, 'revenue', 'share');
      revenue.rows = revenue.rows.slice(0, 2);
      rowAt(revenue, 0).typed.share = 0.6;
      rowAt(revenue, 1).typed.share = 0.3;
      return at(draft, 'revenue', 0, 'share');
    },
  },
  {
    rule: 'BUD-06',
    mistake: 'government-managed funds are spent elsewhere',
    on: ['T13'],
    make(one, random) {
      const draft = sheetOf(one, 'T13');
      const expenditure = tableOf(draft, 'expenditure');
      expenditure.columns = ['item', 'amount'];
      const community = named(expenditure, 'item', /城乡社区/);
      const other = named(expenditure, 'item', /^一、/);
      const amount = Number(community?.row.values.amount ?? 0);
      if (community === null || other === null || community.index === other.index || amount < 4) return null;
      const carried = Number(named(expenditure, 'item', /^年终结转$/)?.row.values.amount ?? 0);
      if (carried + 1 > amount - 1) return null;
      const moved = random.figure(carried + 1, amount - 1);
      community.row.values.amount = exact(amount - moved);
      other.row.values.amount = exact(Number(other.row.values.amount) + moved);
      return [...at(draft, 'expenditure', community.index, 'amount'), ...at(draft, 'revenue', 1, 'amount')];
    },
  },
  {
    rule: 'BUD-07',
    mistake: 'basic and project expenditure do not make up a function',
    on: ['T13'],
    make(one, random) {
      const draft = sheetOf(one, 'T13');
      const expenditure = withColumns(draft, 'expenditure', 'basic', 'project');
      for (const { values } of expenditure.rows) {
        const amount = Number(values.amount);
        if (values.item === '年终结转' || values.item === '支出总计') continue;
        values.basic = round(amount * 0.6, 2);
        values.project = sum([amount, -values.basic]);
      }
      const found = anyRow(
        expenditure,
        random,
        ({ item, amount }) => /^.、/.test(String(item)) && Number(amount) > 30,
      );
      if (found === null) return null;
      found.row.values.basic = exact(Number(found.row.values.basic) - random.figure(0.5, 10));
      return at(draft, 'expenditure', found.index, 'amount', 'basic');
    },
    implied: {},
  },
  {
    rule: 'BUD-08',
    mistake: 'a function changes by half and nobody says why',
    on: ['T13'],
    make(one, random) {
      const draft = sheetOf(one, 'T13');
      const expenditure = withColumns(draft, 'expenditure', 'lastYear', 'reason');
      const found = anyRow(
        expenditure,
        random,
        ({ item, amount }) => /^.、/.test(String(item)) && Number(amount) > 30,
      );
      const total = named(expenditure, 'item', /^支出总计$/);
      const year = named(expenditure, 'item', /^本年支出合计$/);
      if (found === null || total === null || year === null) return null;
      const last = round(Number(found.row.values.amount) * random.pick([0.5, 1.7]), 2);
      found.row.values.lastYear = last;
      found.row.values.reason = null;
      const lines = expenditure.rows.filter(({ values }) => /^.、/.test(String(values.item)));
      year.row.values.lastYear = sum(lines.map(({ values }) => Number(values.lastYear)));
      total.row.values.lastYear = year.row.values.lastYear;
      return at(draft, 'expenditure', found.index, 'amount');
    },
  },
  {
    rule: 'BUD-09',
    mistake: 'a function is what it was last year, to the fen',
    ...inAnyRow(
      'T13',
      'expenditure',
      {
        columns: ['lastYear', 'reason'],
        isFit: ({ item, amount }) => /^.、/.test(String(item)) && Number(amount) > 30,
        shows: ['amount'],
      },
      ({ row }) => {
        row.values.lastYear = row.values.amount ?? 0;
      },
    ),
  },
  {
    rule: 'BUD-10',
    mistake: 'a project has more than its whole class',
    on: ['T01', 'T13'],
    projects: [1, 3],
    prepare(one) {
      for (const { values } of tableOf(sheetOf(one, 'T01'), 'projects').rows) values.functionClass = null;
      // The unit as a whole has more than its projects.
      const balance = sheetOf(one, 'T13');
      const [revenue, expenditure] = [tableOf(balance, 'revenue'), tableOf(balance, 'expenditure')];
      expenditure.columns = ['item', 'amount'];
      revenue.columns = ['item', 'amount'];
      const first = expenditure.rows.find(({ values }) => !/城乡社区|教育/.test(String(values.item)));
      const totals = expenditure.rows.filter(({ values }) =>
        /^(?:本年支出合计|支出总计)$/.test(String(values.item)),
      );
      for (const each of [first, ...totals, revenue.rows[0], revenue.rows[5], revenue.rows[7]])
        if (each !== undefined) each.values.amount = exact(Number(each.values.amount) + 100_000);
    },
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const balance = sheetOf(one, 'T13');
      const projects = withColumns(draft, 'projects', 'functionClass');
      const community = named(tableOf(balance, 'expenditure'), 'item', /教育支出/);
      if (community === null) return null;
      const found = anyRow(
        projects,
        random,
        (_, index) =>
          figure(draft, 'projects', index, 'adjustedBudget') > Number(community.row.values.amount) + 5,
      );
      if (found === null) return null;
      found.row.values.functionClass = random.pick(['205', '2050202', '205-教育支出']);
      return at(draft, 'projects', found.index, 'adjustedBudget');
    },
  },
  {
    rule: 'BUD-12',
    mistake: 'the report calls a rise no change',
    on: ['T01'],
    make(one, random) {
      const sheet = withFacts(
        one,
        random,
        fact('财政供养人数', 106, '人', { year: 2022 }),
        fact('财政供养人数', 112 + random.int(0, 9), '人'),
        fact('财政供养人数变化', '持平', '—'),
      );
      return at(sheet, 'facts', 2, 'value');
    },
  },
  {
    rule: 'BUD-13',
    mistake: 'the report gives one figure twice, and differently',
    on: ['T01'],
    make(one, random) {
      const amount = random.figure(1, 90);
      const sheet = withFacts(
        one,
        random,
        fact('其他收入', amount, '万元', { basis: '预算' }),
        fact('其他收入', exact(amount + random.figure(0.1, 5)), '万元', { basis: '预算', section: '三、2' }),
      );
      return [0, 1].flatMap((index) => at(sheet, 'facts', index, 'value'));
    },
  },
  {
    rule: 'BUD-14',
    mistake: 'much of the expenditure is other expenditure',
    on: ['T13'],
    make(one, random) {
      const draft = sheetOf(one, 'T13');
      const expenditure = tableOf(draft, 'expenditure');
      const first = anyRow(
        expenditure,
        random,
        ({ item }) => /^.、/.test(String(item)) && !/城乡社区/.test(String(item)),
      );
      const total = named(expenditure, 'item', /^本年支出合计$/);
      if (first === null || total === null) return null;
      if (Number(first.row.values.amount) < 0.12 * Number(total.row.values.amount)) return null;
      first.row.values.item = String(first.row.values.item).replace(/、.*/, '、其他支出');
      return at(draft, 'expenditure', first.index, 'amount');
    },
  },
  {
    rule: 'FS-01',
    mistake: 'items do not make up the total',
    on: ['T12'],
    make(one, random) {
      const draft = sheetOf(one, 'T12');
      const items = tableOf(draft, 'items');
      const field = random.pick(['lastActual', 'plan', 'collected']);
      items.totalTyped[field] = exact(
        sum(items.rows.map((_, index) => figure(draft, 'items', index, field))) + random.figure(0.5, 20),
      );
      return atTotal(draft, 'items', field);
    },
    implied: {},
  },
  {
    rule: 'FS-02',
    mistake: 'a plan changes by half and nobody says why',
    ...inAnyRow(
      'T12',
      'items',
      { isFit: ({ plan }) => Number(plan) > 0, shows: ['plan'] },
      ({ row, random }) => {
        row.values.lastActual = round(Number(row.values.plan) * random.pick([0.5, 0.6, 1.8, 2.5]), 2);
        row.values.reason = null;
      },
    ),
    implied: { 'DQ-03': 'a rate of one may be a ratio or a percentage' },
  },
  {
    rule: 'FS-03',
    mistake: 'far more comes in than was planned by now',
    ...inAnyRow(
      'T12',
      'items',
      { isFit: ({ plan }) => Number(plan) > 5, shows: ['collected'] },
      ({ row, one, random }) => {
        const share = one.unit.month / 12;
        row.values.collected = round(Number(row.values.plan) * share * random.pick([0.5, 1.5, 3]), 2);
        row.values.toTreasury = row.values.collected;
      },
    ),
    implied: { 'FS-04': 'what the reason foresaw did not come' },
  },
  {
    rule: 'FS-04',
    mistake: 'the reason expects less beside a plan for more',
    ...inAnyRow('T12', 'items', { shows: ['reason'] }, ({ row, random }) => {
      row.values.lastActual = round(Number(row.values.plan) / random.figure(1.05, 1.25), 2);
      row.values.reason = random.pick(['违法行为显著减少，预计将减少罚没收入', '预计收入下降']);
    }),
  },
  {
    rule: 'FS-05',
    mistake: 'revenue that no plan has',
    on: ['T12'],
    make(one, random) {
      const draft = sheetOf(one, 'T12');
      const items = tableOf(draft, 'items');
      const amount = random.figure(0.1, 5);
      items.rows.push(
        row({
          seq: items.rows.length + 1,
          itemCode: '103099',
          item: '捐赠收入',
          lastActual: 0,
          plan: 0,
          collected: amount,
          toTreasury: amount,
          toSpecialAccount: 0,
        }),
      );
      return at(draft, 'items', items.rows.length - 1, 'collected');
    },
  },
  {
    rule: 'FS-06',
    mistake: 'a note denies fees under a table with fees',
    on: ['T12'],
    make(one) {
      const draft = sheetOf(one, 'T12');
      const found = named(tableOf(draft, 'items'), 'item', /收费/);
      if (found === null) return null;
      draft.notes = ['注：本单位不涉及收费项目。'];
      return [...at(draft, 'items', found.index, 'collected'), ...atPlace(draft, { kind: 'note', note: 0 })];
    },
  },
  {
    rule: 'FS-07',
    mistake: 'a part of what came in was not remitted',
    ...inAnyRow(
      'T12',
      'items',
      { isFit: ({ collected }) => Number(collected) > 1, shows: ['toTreasury'] },
      ({ row, random }) => {
        row.values.toTreasury = round(Number(row.values.collected) * random.figure(0.1, 0.9), 2);
      },
    ),
  },
  {
    rule: 'ZC-01',
    mistake: 'something was bought without a budget',
    ...inAnyRow('T15', 'purchases', { shows: ['contract', 'budget'] }, ({ row }) => {
      row.values.budget = 0;
    }),
  },
  {
    rule: 'ZC-02',
    mistake: 'a contract is above its budget',
    ...inAnyRow('T15', 'purchases', { shows: ['contract'] }, ({ row, random }) => {
      row.values.budget = round(Number(row.values.contract) * random.figure(0.7, 0.97), 2);
    }),
  },
  {
    rule: 'ZC-03',
    mistake: 'computers were bought without a budget for assets',
    on: ['T15'],
    make(one) {
      const draft = sheetOf(one, 'T15');
      const purchases = withColumns(draft, 'purchases', 'newAssetBudget', 'category');
      const found = named(purchases, 'category', /台式计算机/);
      if (found === null) return null;
      found.row.values.newAssetBudget = 0;
      return at(draft, 'purchases', found.index, 'newAssetBudget');
    },
  },
  {
    rule: 'ZC-04',
    mistake: 'a small purchase went to a large firm',
    on: ['T15'],
    make(one, random) {
      const draft = sheetOf(one, 'T15');
      const purchases = tableOf(draft, 'purchases');
      purchases.columns = purchases.columns.filter((field) => !/^(?:sme|micro)Amount$/.test(field));
      const found = anyRow(purchases, random);
      if (found === null) return null;
      found.row.values.supplierSize = '大型';
      return at(draft, 'purchases', found.index, 'supplierSize', 'contract');
    },
  },
  {
    rule: 'ZC-05',
    mistake: 'small and micro firms got more than small and medium ones',
    ...inAnyRow(
      'T15',
      'purchases',
      { columns: ['smeAmount', 'microAmount'], shows: ['microAmount'] },
      ({ row, random }) => {
        row.values.microAmount = exact(Number(row.values.smeAmount) + random.figure(0.1, 9));
      },
    ),
  },
  {
    rule: 'ZC-06',
    mistake: 'too little of the canteen is set aside for farm produce',
    ...inAnyRow(
      'T15',
      'purchases',
      { columns: ['reserved', 'canteen', 'bought'], shows: ['reserved'] },
      ({ row, random }) => {
        Object.assign(row.values, { canteen: 30, reserved: random.figure(0.5, 2.9), bought: 3 });
      },
    ),
  },
  {
    rule: 'ZC-07',
    mistake: 'a small firm was paid late',
    months: [6, 7, 8, 9, 10, 11, 12],
    ...inAnyRow(
      'T15',
      'purchases',
      { columns: ['acceptedOn', 'paidOn'], shows: ['paidOn'] },
      ({ row, random }) => {
        row.values.signedOn = '2023-02-03';
        row.values.acceptedOn = '2023-03-06';
        row.values.paidOn = `2023-05-${random.int(10, 28)}`;
      },
    ),
  },
  {
    rule: 'ZA-01',
    mistake: 'the opening balance is not what the month before closed with',
    on: ['T11'],
    months: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    make(one, random) {
      const draft = sheetOf(one, 'T11');
      const before = structuredClone(draft);
      const items = tableOf(before, 'items');
      for (const [index, each] of items.rows.entries()) {
        const opening = figure(draft, 'items', index, 'opening');
        each.values = { ...each.values, opening, increase: 0, decrease: 0 };
      }
      const found = named(items, 'item', /货币资金/);
      if (found === null) return null;
      const off = random.figure(100, 9000);
      for (const name of [/^流动资产$/, /货币资金/, /^资产总计$/, /^净资产合计$/]) {
        const each = named(items, 'item', name);
        if (each !== null) each.row.values.opening = exact(Number(each.row.values.opening) - off);
      }
      const index = one.unit.month - 1;
      before.period = `2023-${String(index).padStart(2, '0')}`;
      before.sheet = `${index}月`;
      draft.sheet = `${index + 1}月`;
      before.style = { ...before.style, title: before.style.title.replace(`${index + 1}月`, `${index}月`) };
      one.together = [draft, before];
      return at(draft, 'items', found.index, 'opening');
    },
    times: 4,
  },
  {
    rule: 'ZA-01',
    mistake: 'an opening balance is not what the previous run has',
    on: ['T11'],
    months: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    make(one, random) {
      const draft = sheetOf(one, 'T11');
      const found = named(tableOf(draft, 'items'), 'item', /^负债合计$/);
      if (found === null) return null;
      const opening = figure(draft, 'items', found.index, 'opening');
      one.balances = [
        { item: 'liabilities', closing: Math.round((opening + random.figure(100, 9000)) * 100) },
      ];
      return at(draft, 'items', found.index, 'opening');
    },
  },
  {
    rule: 'ZA-02',
    mistake: 'opening, increase and decrease do not give the closing balance',
    ...inAnyRow('T11', 'items', { shows: ['closing'] }, ({ row, index, draft, random }) => {
      const closing = figure(draft, 'items', index, 'closing');
      row.typed.closing = closing;
      row.values.increase = exact(Number(row.values.increase) + random.figure(100, 9000));
    }),
  },
  {
    rule: 'ZA-03',
    mistake: 'a balance changes by a third and nobody says why',
    on: ['T11'],
    make(one, random) {
      const draft = sheetOf(one, 'T11');
      const items = tableOf(draft, 'items');
      const intangible = named(items, 'item', /^无形资产净值$/);
      if (intangible === null) return null;
      const more = round(Number(intangible.row.values.opening) * random.figure(0.25, 0.8), 2);
      for (const name of [/^无形资产净值$/, /^资产总计$/, /^净资产合计$/]) {
        const each = named(items, 'item', name);
        if (each === null) continue;
        each.row.values.increase = exact(Number(each.row.values.increase) + more);
        if (each !== intangible) each.row.values.reason = '购入业务系统，计入无形资产';
      }
      intangible.row.values.reason = null;
      return at(draft, 'items', intangible.index, 'monthRate', 'closing', 'reason');
    },
  },
  {
    rule: 'ZA-04',
    mistake: 'total assets are not the sum of their parts',
    on: ['T11'],
    make(one, random) {
      const draft = sheetOf(one, 'T11');
      const items = tableOf(draft, 'items');
      const off = random.figure(1000, 9000);
      const total = named(items, 'item', /^资产总计$/);
      const net = named(items, 'item', /^净资产合计$/);
      if (total === null || net === null) return null;
      for (const each of [total, net]) each.row.values.opening = exact(Number(each.row.values.opening) + off);
      return at(draft, 'items', total.index, 'closing', 'opening');
    },
    times: 2,
  },
  {
    rule: 'ZA-05',
    mistake: 'a stated change is wrong',
    ...inAnyRow(
      'T11',
      'items',
      { columns: ['change'], shows: ['change'] },
      ({ row, index, draft, random }) => {
        row.typed.change = exact(figure(draft, 'items', index, 'change') + random.figure(10, 9000));
      },
    ),
  },
  {
    rule: 'ZA-06',
    mistake: 'a debt ratio has two digits swapped',
    on: ['T19'],
    make(one) {
      const draft = sheetOf(one, 'T19');
      const found = named(tableOf(draft, 'facts'), 'indicator', /^资产负债率$/);
      if (found === null) return null;
      found.row.values.value = { text: '2.57', comparator: null, number: 2.57, unit: '' };
      return at(draft, 'facts', found.index, 'value');
    },
  },
  {
    rule: 'ZA-07',
    mistake: 'fixed assets of the year before were compared with others',
    on: ['T01'],
    make(one, random) {
      const sheet = withFacts(
        one,
        random,
        fact('固定资产净值', 650.58),
        fact('固定资产净值增加额', 5.37),
        fact('固定资产净值', 190.38, '万元', { year: 2022 }),
        fact('无形资产净值', 454.83, '万元', { year: 2022 }),
      );
      return at(sheet, 'facts', 1, 'value').concat(at(sheet, 'facts', 0, 'value'));
    },
    implied: {},
  },
  {
    rule: 'ZA-08',
    mistake: 'there are more staff than posts',
    on: ['T11'],
    make(one, random) {
      const draft = sheetOf(one, 'T11');
      const staff = Number(draft.form.posts) + random.int(1, 20);
      draft.form.staff = staff;
      draft.form.lastStaff = staff;
      return atForm(draft, 'staff');
    },
  },
  {
    rule: 'JZ-01',
    mistake: 'money of the year before last is still carried over',
    on: ['T16'],
    make(one, random) {
      const draft = sheetOf(one, 'T16');
      if (draft.tables.balances === undefined) return null;
      const found = anyRow(draft.tables.balances, random, ({ carriedOver }) => Number(carriedOver) > 0);
      if (found === null) return null;
      found.row.values.originYear = random.pick([2021, 2020, 2019]);
      return at(draft, 'balances', found.index, 'originYear');
    },
  },
  {
    rule: 'JZ-02',
    mistake: 'what is left is not what is carried over',
    on: ['T16'],
    make(one, random) {
      const draft = sheetOf(one, 'T16');
      if (draft.tables.balances === undefined) return null;
      const found = anyRow(draft.tables.balances, random, ({ carriedOver }) => Number(carriedOver) > 1);
      if (found === null) return null;
      found.row.values.carriedOver = exact(Number(found.row.values.carriedOver) - random.figure(0.1, 0.9));
      return at(draft, 'balances', found.index, 'carriedOver');
    },
  },
  {
    rule: 'JZ-03',
    mistake: 'a surplus was not returned',
    on: ['T16'],
    make(one, random) {
      const draft = sheetOf(one, 'T16');
      if (draft.tables.balances === undefined) return null;
      const found = anyRow(draft.tables.balances, random, ({ surplus }) => Number(surplus) > 0.5);
      if (found === null) return null;
      found.row.values.returned = round(Number(found.row.values.surplus) * random.pick([0, 0.5]), 2);
      return at(draft, 'balances', found.index, 'returned');
    },
  },
  {
    rule: 'JZ-04',
    mistake: 'a debtor got a new advance',
    on: ['T16'],
    make(one, random) {
      const draft = sheetOf(one, 'T16');
      if (draft.tables.advances === undefined) return null;
      const found = anyRow(draft.tables.advances, random);
      if (found === null) return null;
      found.row.values.added = random.figure(0.5, 20);
      return at(draft, 'advances', found.index, 'added');
    },
  },
  {
    rule: 'JZ-05',
    mistake: 'advances are a large part of expenditure',
    on: ['T16'],
    make(one, random) {
      const draft = sheetOf(one, 'T16');
      if (draft.tables.advances === undefined) return null;
      const left = sum(
        draft.tables.advances.rows.map((_, index) => figure(draft, 'advances', index, 'closing')),
      );
      withFacts(
        one,
        random,
        fact('支出总计', round(left * random.figure(4, 12), 2), '万元', { basis: '决算' }),
      );
      return draft.tables.advances.total === null
        ? draft.tables.advances.rows.flatMap((_, index) => at(draft, 'advances', index, 'closing'))
        : [
            ...atTotal(draft, 'advances', 'closing'),
            ...draft.tables.advances.rows.flatMap((_, index) => at(draft, 'advances', index, 'closing')),
          ];
    },
  },
  {
    rule: 'JZ-06',
    mistake: 'much of the budget is left over',
    on: ['T16'],
    months: [12],
    make(one, random) {
      const draft = sheetOf(one, 'T16');
      const balances = draft.tables.balances;
      if (balances === undefined) return null;
      for (const { values } of balances.rows) {
        const left = round(Number(values.budget) * random.figure(0.15, 0.3), 2);
        Object.assign(values, {
          spent: sum([Number(values.budget), -left]),
          carriedOver: left,
          surplus: 0,
          kind: '结转',
          returned: 0,
        });
      }
      return balances.rows.flatMap((_, index) =>
        at(draft, 'balances', index, 'carriedOver', 'surplus', 'amount'),
      );
    },
  },
  {
    rule: 'JZ-07',
    mistake: 'nothing was carried over, and yet a surplus was returned',
    on: ['T01'],
    make(one, random) {
      const sheet = withFacts(one, random, fact('预算结转', 0), fact('交回结余', random.figure(1, 400)));
      return [0, 1].flatMap((index) => at(sheet, 'facts', index, 'value'));
    },
  },
];

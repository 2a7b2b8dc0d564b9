import { anyRow, at, atPlace, inAnyRow, type Mutation, rowAt, sheetOf, tableOf } from '../mutation.ts';

/** The roster that knows the unit of a case. */
const rosterOf = (name: string, owes: readonly ('T01' | 'T08')[]) => [
  { code: '101', name, aliases: [], owes, dueDay: 7 },
];

/** Mistakes in what a file is and how it was handed in. */
export const structureMutations: readonly Mutation[] = [
  {
    rule: 'STR-01',
    mistake: 'the file was cut off on its way',
    on: ['T01'],
    make(one) {
      const draft = sheetOf(one, 'T01');
      one.damaged.set(draft, (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.6)));
      return atPlace(draft, null);
    },
  },
  {
    rule: 'STR-02',
    mistake: 'the column of what was spent was deleted',
    on: ['T01'],
    implied: { 'DQ-03': 'rates of nothing but ones may be ratios or percentages' },
    make(one) {
      const draft = sheetOf(one, 'T01');
      const projects = tableOf(draft, 'projects');
      projects.columns = projects.columns.filter((field) => field !== 'cumActual');
      return atPlace(draft, { kind: 'heading rows', table: 'projects' });
    },
  },
  {
    rule: 'STR-02',
    mistake: 'a required column of a ledger was deleted',
    on: ['T10'],
    make(one, random) {
      const draft = sheetOf(one, 'T10');
      const funds = tableOf(draft, 'funds');
      const field = random.pick(['spent', 'released']);
      funds.columns = funds.columns.filter((each) => each !== field);
      return atPlace(draft, { kind: 'heading rows', table: 'funds' });
    },
  },
  {
    rule: 'STR-03',
    mistake: 'nothing says whether the amounts are in 元 or 万元',
    on: ['T01'],
    make(one) {
      const draft = sheetOf(one, 'T01');
      if (draft.style.amountUnit !== '万元') return null;
      draft.style.unitLine = null;
      return atPlace(draft, null);
    },
  },
  {
    rule: 'STR-03',
    mistake: 'the line under the title says 元, the one above 万元',
    on: ['T08'],
    make(one) {
      const draft = sheetOf(one, 'T08');
      if (draft.style.amountUnit !== '元') return null;
      draft.style.above = ['金额单位：万元'];
      return atPlace(draft, null);
    },
  },
  {
    rule: 'STR-04',
    mistake: 'the title still has the month before',
    on: ['T01'],
    months: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    make(one) {
      const draft = sheetOf(one, 'T01');
      const { month } = one.unit;
      draft.style.title = draft.style.title.replace(`${month}月`, `${month - 1}月`);
      return atPlace(draft, { kind: 'title' });
    },
  },
  {
    rule: 'STR-05',
    mistake: 'one character of the unit is wrong',
    on: ['T01'],
    make(one) {
      const draft = sheetOf(one, 'T01');
      one.roster = rosterOf(one.unit.name, ['T01']);
      draft.style.title = draft.style.title.replace(one.unit.name, '');
      draft.unit = one.unit.name.replace(/^./, '箐');
      return atPlace(draft, { kind: 'unit name' });
    },
    implied: { 'STR-12': 'no file is left for the unit of that name' },
  },
  {
    rule: 'STR-06',
    mistake: 'the total row was left out',
    on: ['T01'],
    projects: [2, 30],
    make(one) {
      const draft = sheetOf(one, 'T01');
      const projects = tableOf(draft, 'projects');
      if (projects.total === null) return null;
      projects.total = null;
      return atPlace(draft, { kind: 'whole row', table: 'projects', row: projects.rows.length - 1 });
    },
  },
  {
    rule: 'STR-07',
    mistake: 'one signature is blank',
    on: ['T01'],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      if (draft.style.signatureIn === 'none') return null;
      const name = random.pick(['单位负责人', '填表人', '联系电话', '填报日期']);
      draft.signatures[name] = '';
      return atPlace(draft, { kind: 'signature', name });
    },
  },
  {
    rule: 'STR-08',
    mistake: 'a row of data is hidden',
    on: ['T01'],
    projects: [2, 30],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyRow(tableOf(draft, 'projects'), random);
      if (found === null) return null;
      found.row.hidden = true;
      return atPlace(draft, { kind: 'whole row', table: 'projects', row: found.index });
    },
  },
  {
    rule: 'STR-09',
    mistake: 'a formula lost the cell it pointed to',
    on: ['T01'],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = tableOf(draft, 'projects');
      const found = anyRow(projects, random);
      const field = random.pick([
        'cumActual',
        'adjustedBudget',
        ...projects.columns.filter((each) => each === 'execRate' || each === 'released'),
      ]);
      if (found === null) return null;
      found.row.cells[field] = {
        formula: 'IF(#REF!>0,1,0)',
        error: random.pick(['#REF!', '#DIV/0!', '#N/A', '#VALUE!', '#NAME?'] as const),
      };
      return at(draft, 'projects', found.index, field);
    },
  },
  {
    rule: 'STR-10',
    mistake: 'a formula was saved without its result',
    on: ['T01'],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyRow(tableOf(draft, 'projects'), random);
      const field = random.pick(['cumActual', 'adjustedBudget']);
      if (found === null) return null;
      found.row.cells[field] = { formula: '1+1' };
      return at(draft, 'projects', found.index, field);
    },
  },
  {
    rule: 'STR-10',
    mistake: 'a formula points into another workbook',
    ...inAnyRow('T01', 'projects', { columns: ['remark'], shows: ['remark'] }, ({ row, random }) => {
      const formula = random.pick(['[1]说明!A1', "'[1]6月 (终)'!$A$1", '[1]!说明', '[说明.xlsx]说明!A1']);
      row.cells.remark = { formula, value: '按计划支出' };
    }),
  },
  {
    rule: 'STR-11',
    mistake: 'a corrected sheet lies beside the first version',
    on: ['T08'],
    make(one) {
      const first = sheetOf(one, 'T08');
      const second = structuredClone(first);
      rowAt(tableOf(second, 'items'), 0).values.includes = '更正后';
      rowAt(tableOf(second, 'items'), 0).values.remark = '更正后';
      one.drafts.push(second);
      return atPlace(first, null);
    },
  },
  {
    rule: 'STR-12',
    mistake: 'a table that is owed was not handed in',
    on: ['T01'],
    make(one) {
      one.roster = rosterOf(one.unit.name, ['T01', 'T08']);
      const draft = sheetOf(one, 'T01');
      return [{ draft, place: 'not handed in' }];
    },
  },
  {
    rule: 'STR-12',
    mistake: 'the date of filling in is after the deadline',
    on: ['T01'],
    make(one) {
      const draft = sheetOf(one, 'T01');
      if (draft.style.signatureIn === 'none') return null;
      one.roster = rosterOf(one.unit.name, ['T01']);
      draft.signatures.填报日期 = one.asOf;
      return atPlace(draft, { kind: 'signature', name: '填报日期' });
    },
  },
  {
    rule: 'STR-13',
    mistake: 'a table without a row and without a word on why',
    on: ['T10'],
    make(one) {
      const draft = sheetOf(one, 'T10');
      const funds = tableOf(draft, 'funds');
      funds.rows = [];
      funds.total = null;
      return atPlace(draft, null);
    },
  },
];

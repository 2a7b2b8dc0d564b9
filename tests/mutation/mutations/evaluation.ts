import type { Case } from '../case.ts';
import { type DraftRow, exact, sum } from '../draft.ts';
import {
  anyRow,
  at,
  atForm,
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
import { inWords, measured } from '../sheets/common.ts';
import { t05 } from '../sheets/t05.ts';
import { round } from '../unit.ts';

/** Brings the total of a self-evaluation back to the sum of its scores. */
function addUp(one: Case): void {
  const draft = sheetOf(one, 'T06');
  const scores = [
    figure(draft, 'funds', 0, 'score'),
    ...tableOf(draft, 'indicators').rows.map((_, index) => figure(draft, 'indicators', index, 'score')),
  ];
  const total = round(sum(scores), 2);
  draft.form.totalScore = total;
  draft.form.grade = total >= 90 ? '优' : total >= 80 ? '良' : total >= 60 ? '中' : '差';
}

/** Every indicator of a self-evaluation reached and scored in full. */
function fulfil(one: Case): void {
  const draft = sheetOf(one, 'T06');
  const total = rowAt(tableOf(draft, 'funds'), 0).values;
  for (const index of [0, 1]) {
    const { values } = rowAt(tableOf(draft, 'funds'), index);
    values.executed = total.adjustedBudget ?? 0;
  }
  total.score = 10;
  for (const { values } of tableOf(draft, 'indicators').rows) {
    values.score = values.weight ?? 0;
    values.reason = null;
    const { target } = values;
    if (target !== null && typeof target === 'object' && target.number !== null && target.comparator !== '≤')
      values.actual = measured(null, target.number, target.unit);
  }
  addUp(one);
}

/** Mistakes in evaluations, assessments and between tables. */
export const evaluationMutations: readonly Mutation[] = [
  {
    rule: 'ZP-01',
    mistake: 'the weights do not make up a hundred',
    on: ['T06'],
    prepare: fulfil,
    make(one, random) {
      const draft = sheetOf(one, 'T06');
      const { values } = rowAt(tableOf(draft, 'indicators'), random.int(0, 2));
      values.weight = Number(values.weight) - 5;
      values.score = values.weight;
      addUp(one);
      return tableOf(draft, 'indicators').rows.flatMap((_, index) =>
        at(draft, 'indicators', index, 'weight'),
      );
    },
  },
  {
    rule: 'ZP-02',
    mistake: 'the weights of the levels are not the usual ones',
    on: ['T06'],
    prepare: fulfil,
    make(one) {
      const draft = sheetOf(one, 'T06');
      const indicators = tableOf(draft, 'indicators');
      for (const [index, weight] of [
        [0, 40],
        [3, 20],
      ] as const)
        Object.assign(rowAt(indicators, index).values, { weight, score: weight });
      return at(draft, 'indicators', 0, 'weight');
    },
  },
  {
    rule: 'ZP-03',
    mistake: 'an item has more points than it can have',
    on: ['T07'],
    make(one, random) {
      const draft = sheetOf(one, 'T07');
      const items = tableOf(draft, 'items');
      const found = anyRow(items, random);
      if (found === null) return null;
      const more = random.pick([0.5, 1, 2]);
      const before = Number(found.row.values.score);
      found.row.values.score = Number(found.row.values.weight) + more;
      const raw = exact(Number(draft.form.rawScore) + Number(found.row.values.score) - before);
      draft.form.rawScore = raw;
      draft.form.scaledScore = raw;
      draft.form.grade = raw >= 90 ? '优' : '良';
      return raw > 100 ? null : at(draft, 'items', found.index, 'score');
    },
  },
  {
    rule: 'ZP-04',
    mistake: 'the total is not the sum of the scores',
    on: ['T06'],
    make(one, random) {
      const draft = sheetOf(one, 'T06');
      const total = Number(draft.form.totalScore);
      draft.form.totalScore = round(total - random.figure(0.1, 3), 2);
      draft.form.grade = Number(draft.form.totalScore) >= 90 ? '优' : '良';
      return atForm(draft, 'totalScore');
    },
  },
  {
    rule: 'ZP-05',
    mistake: 'all points of execution for a part of the budget',
    on: ['T06'],
    prepare: fulfil,
    make(one) {
      const draft = sheetOf(one, 'T06');
      const funds = tableOf(draft, 'funds');
      for (const index of [0, 1]) {
        const { values } = rowAt(funds, index);
        values.executed = round(Number(values.adjustedBudget) * 0.96, 2);
      }
      return at(draft, 'funds', 0, 'score');
    },
  },
  {
    rule: 'ZP-06',
    mistake: 'a counted indicator is scored too well',
    on: ['T06'],
    prepare: fulfil,
    make(one, random) {
      const draft = sheetOf(one, 'T06');
      const { values } = rowAt(tableOf(draft, 'indicators'), 0);
      const { target } = values;
      if (target === null || typeof target !== 'object' || target.number === null) return null;
      values.actual = measured(null, target.number * 0.8, target.unit);
      values.score = random.pick([27, 28, 26]);
      values.reason = '施工进度受雨季影响';
      addUp(one);
      return at(draft, 'indicators', 0, 'score');
    },
  },
  {
    rule: 'ZP-07',
    mistake: 'reached in part, and nine tenths of the points',
    on: ['T06'],
    prepare: fulfil,
    make(one) {
      const draft = sheetOf(one, 'T06');
      const { values } = rowAt(tableOf(draft, 'indicators'), 3);
      values.actual = inWords('部分达成预期指标并具有一定效果');
      values.score = 27;
      values.reason = '两个村尚未完工';
      addUp(one);
      return at(draft, 'indicators', 3, 'score');
    },
  },
  {
    rule: 'ZP-08',
    mistake: 'a result far from its target is not explained',
    on: ['T06'],
    prepare: fulfil,
    make(one, random) {
      const draft = sheetOf(one, 'T06');
      const { values } = rowAt(tableOf(draft, 'indicators'), 0);
      const { target } = values;
      if (target === null || typeof target !== 'object' || target.number === null) return null;
      values.actual = measured(null, round(target.number * random.figure(1.4, 3, 1), 2), target.unit);
      return at(draft, 'indicators', 0, 'reason');
    },
  },
  {
    rule: 'ZP-09',
    mistake: 'a tenth and more of the budget was left, and nobody says why',
    on: ['T06'],
    prepare: fulfil,
    make(one) {
      const draft = sheetOf(one, 'T06');
      const funds = withColumns(draft, 'funds', 'reason');
      for (const index of [0, 1]) {
        const { values } = rowAt(funds, index);
        values.executed = round(Number(values.adjustedBudget) * 0.86, 2);
      }
      const { values } = rowAt(funds, 0);
      values.score = round((10 * Number(values.executed)) / Number(values.adjustedBudget), 2);
      const first = rowAt(tableOf(draft, 'indicators'), 0).values;
      const { target } = first;
      if (target === null || typeof target !== 'object' || target.number === null) return null;
      first.actual = measured(null, target.number * 0.6, target.unit);
      first.score = 18;
      first.reason = '施工进度受雨季影响，已列入下年计划';
      const cost = rowAt(tableOf(draft, 'indicators'), 2).values;
      cost.actual = measured(null, Number(values.executed), '万元');
      addUp(one);
      return at(draft, 'funds', 0, 'reason', 'execRate', 'executed');
    },
  },
  {
    rule: 'ZP-10',
    mistake: 'full marks for a target that was missed',
    on: ['T06'],
    prepare: fulfil,
    make(one, random) {
      const draft = sheetOf(one, 'T06');
      const { values } = rowAt(tableOf(draft, 'indicators'), 0);
      const { target } = values;
      if (target === null || typeof target !== 'object' || target.number === null) return null;
      values.actual = measured(null, target.number * random.pick([0.75, 0.8, 0.9]), target.unit);
      values.reason = '施工进度受雨季影响';
      return at(draft, 'indicators', 0, 'score');
    },
  },
  {
    rule: 'ZP-11',
    mistake: 'the grade does not go with the score',
    on: ['T06'],
    make(one, random) {
      const draft = sheetOf(one, 'T06');
      draft.form.grade = draft.form.grade === '优' ? random.pick(['良', '中']) : '优';
      return atForm(draft, 'grade');
    },
  },
  {
    rule: 'ZP-12',
    mistake: 'all points for the goals, and nine tenths of the money spent',
    on: ['T06'],
    prepare: fulfil,
    make(one) {
      const draft = sheetOf(one, 'T06');
      const funds = tableOf(draft, 'funds');
      for (const index of [0, 1]) {
        const { values } = rowAt(funds, index);
        values.executed = round(Number(values.adjustedBudget) * 0.92, 2);
      }
      const { values } = rowAt(funds, 0);
      values.score = round((10 * Number(values.executed)) / Number(values.adjustedBudget), 2);
      const cost = rowAt(tableOf(draft, 'indicators'), 2).values;
      cost.actual = measured(null, Number(values.executed), '万元');
      addUp(one);
      return [...atForm(draft, 'totalScore'), ...at(draft, 'funds', 0, 'score', 'executed', 'execRate')];
    },
  },
  {
    rule: 'ZP-13',
    mistake: 'a score was scaled by full marks that nobody states',
    on: ['T07'],
    make(one) {
      const draft = sheetOf(one, 'T07');
      const raw = Number(draft.form.rawScore);
      delete draft.form.base;
      draft.form.scaledScore = round(raw / 0.995, 2);
      return Number(draft.form.scaledScore) > 100 ? null : atForm(draft, 'scaledScore');
    },
  },
  {
    rule: 'ZP-13',
    mistake: 'the points of a department are added up wrong',
    on: ['T07'],
    make(one, random) {
      const draft = sheetOf(one, 'T07');
      const raw = exact(Number(draft.form.rawScore) - random.pick([0.5, 1, 2]));
      draft.form.rawScore = raw;
      draft.form.scaledScore = raw;
      draft.form.grade = raw >= 90 ? '优' : '良';
      return atForm(draft, 'rawScore');
    },
  },
  {
    rule: 'ZP-14',
    mistake: 'an item that does not concern the unit is scored',
    ...inAnyRow(
      'T07',
      'items',
      { isFit: ({ score, weight }) => score === weight, shows: ['score', 'reason'] },
      ({ row, random }) => {
        row.values.reason = random.pick(['本单位不涉及债券资金', '不涉及']);
      },
    ),
  },
  {
    rule: 'ZP-15',
    mistake: 'a numeric target was answered with a word',
    on: ['T06'],
    prepare: fulfil,
    make(one, random) {
      const draft = sheetOf(one, 'T06');
      const index = random.pick([0, 1, 4]);
      rowAt(tableOf(draft, 'indicators'), index).values.actual = inWords(
        random.pick(['完成', '已完成', '全部完成']),
      );
      return at(draft, 'indicators', index, 'actual');
    },
  },
  {
    rule: 'ZP-16',
    mistake: 'the bands do not make up all projects',
    on: ['T19'],
    make(one) {
      const draft = sheetOf(one, 'T19');
      const found = named(tableOf(draft, 'facts'), 'indicator', /^95分以上项目数$/);
      const value = found?.row.values.value;
      if (found === null || value === null || typeof value !== 'object' || value.number === null) return null;
      found.row.values.value = { ...value, text: String(value.number + 2), number: value.number + 2 };
      const rows = tableOf(draft, 'facts').rows;
      return rows.flatMap(({ values }, index) =>
        /项目数$/.test(String(values.indicator)) ? at(draft, 'facts', index, 'value') : [],
      );
    },
  },
  {
    rule: 'SQ-01',
    mistake: 'an element of the assessment is blank or two words',
    on: ['T05'],
    make(one, random) {
      const draft = sheetOf(one, 'T05');
      const field = random.pick(['overview', 'policyBasis', 'need', 'feasibility', 'economy', 'goals']);
      draft.form[field] = random.pick(['需要', '符合要求', null]);
      return atForm(draft, field);
    },
  },
  {
    rule: 'SQ-02',
    mistake: 'the costs are not what is requested',
    on: ['T05'],
    make(one, random) {
      const draft = sheetOf(one, 'T05');
      const more = exact(round(Number(draft.form.requested) * random.figure(0.05, 0.5) + 0.1, 2));
      draft.form.requested = sum([Number(draft.form.requested), more]);
      draft.form.suggested = draft.form.requested;
      draft.form.conclusion = '支持';
      return atForm(draft, 'requested');
    },
  },
  {
    rule: 'SQ-03',
    mistake: 'quantity times price is not the amount',
    on: ['T05'],
    make(one, random) {
      const draft = sheetOf(one, 'T05');
      const costs = tableOf(draft, 'costs');
      const found = anyRow(costs, random);
      if (found === null) return null;
      found.row.typed.amount = figure(draft, 'costs', found.index, 'amount');
      found.row.values.quantity = Number(found.row.values.quantity) + random.int(1, 9);
      return at(draft, 'costs', found.index, 'amount', 'quantity');
    },
  },
  {
    rule: 'SQ-04',
    mistake: 'a new project asks for money without an assessment',
    on: ['T01', 'T05'],
    projects: [1, 12],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const found = anyRow(withColumns(draft, 'projects', 'remark'), random);
      if (found === null) return null;
      found.row.values.remark = '新增项目';
      return at(draft, 'projects', found.index, 'projectName', 'remark', 'adjustedBudget');
    },
  },
  {
    rule: 'SQ-05',
    mistake: 'a project that was not supported has a budget',
    on: ['T01', 'T05'],
    projects: [1, 12],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const assessment = sheetOf(one, 'T05');
      const { rows } = tableOf(draft, 'projects');
      const isOnce = (name: unknown) => rows.filter(({ values }) => values.projectName === name).length === 1;
      const found = anyRow(tableOf(draft, 'projects'), random, ({ projectName }) => isOnce(projectName));
      if (found === null) return null;
      assessment.form.projectName = found.row.values.projectName ?? '';
      assessment.form.conclusion = '不予支持';
      assessment.form.suggested = 0;
      return [...at(draft, 'projects', found.index, 'adjustedBudget'), ...atForm(assessment, 'conclusion')];
    },
    implied: {},
  },
  {
    rule: 'SQ-06',
    mistake: 'fewer projects were assessed than applied for',
    on: ['T01'],
    make(one, random) {
      const applied = random.int(3, 20);
      const sheet = withFacts(
        one,
        random,
        fact('事前评估申报数', applied, '个'),
        fact('事前评估完成数', applied - random.int(1, 2), '个'),
      );
      return [0, 1].flatMap((index) => at(sheet, 'facts', index, 'value'));
    },
  },
  {
    rule: 'SQ-07',
    mistake: 'a dimension has more points than it can have, or they do not add up',
    on: ['T05'],
    make(one, random) {
      const draft = sheetOf(one, 'T05');
      if (draft.tables.scores === undefined) return null;
      draft.form.score = Number(draft.form.score) + random.pick([-2, 2, 5]);
      return Number(draft.form.score) > 100 ? null : atForm(draft, 'score');
    },
  },
  {
    rule: 'SQ-07',
    mistake: 'a dimension has more points than it can have',
    on: ['T05'],
    make(one, random) {
      const draft = sheetOf(one, 'T05');
      if (draft.tables.scores === undefined) return null;
      const found = anyRow(draft.tables.scores, random);
      if (found === null) return null;
      const before = Number(found.row.values.score);
      found.row.values.score = 20 + random.int(1, 5);
      draft.form.score = Number(draft.form.score) + Number(found.row.values.score) - before;
      return at(draft, 'scores', found.index, 'score');
    },
  },
  {
    rule: 'SQ-08',
    mistake: 'the need of one project was copied from another',
    on: ['T05'],
    make(one, random) {
      const draft = sheetOf(one, 'T05');
      const other = t05(random, one.unit, '乡镇养老服务站设备更新');
      other.form.need = draft.form.need ?? '';
      one.drafts.push(other);
      return [...atForm(other, 'need'), ...atForm(draft, 'need')];
    },
  },
  {
    rule: 'XT-01',
    mistake: 'the goals speak of a project the schedule does not have',
    on: ['T01', 'T03'],
    projects: [2, 20],
    make(one, random) {
      const schedule = tableOf(sheetOf(one, 'T01'), 'projects');
      const list = sheetOf(one, 'T03');
      const index = random.int(0, schedule.rows.length - 1);
      schedule.rows.splice(index, 1);
      for (const [at, each] of schedule.rows.entries()) each.values.seq = at + 1;
      return at(list, 'projects', index, 'projectName');
    },
  },
  {
    rule: 'XT-02',
    mistake: 'spending of a project differs between two tables',
    on: ['T01', 'T03'],
    projects: [1, 20],
    make(one, random) {
      const draft = sheetOf(one, 'T03');
      const list = tableOf(draft, 'projects');
      const found = anyRow(
        list,
        random,
        (_, index) => figure(draft, 'projects', index, 'adjustedBudget') > 5,
      );
      if (found === null) return null;
      const budget = figure(draft, 'projects', found.index, 'adjustedBudget');
      const spent = Number(found.row.values.cumActual);
      found.row.values.cumActual =
        round(Math.min(budget, spent + budget * 0.04), 2) === spent
          ? round(spent - 0.03, 2)
          : round(Math.min(budget, spent + budget * 0.04), 2);
      return at(draft, 'projects', found.index, 'cumActual');
    },
    implied: {
      'PRG-01': 'a little less spent may be behind',
      'PRG-03': 'a little less spent may miss a milestone',
    },
  },
  {
    rule: 'XT-03',
    mistake: 'a goal and its result give different amounts',
    ...inAnyRow('T17', 'projects', { shows: ['result', 'goal'] }, ({ row, random }) => {
      const amount = random.int(2, 90);
      row.values.goal = `落实资金${amount}万元，支持志愿服务开展。`;
      row.values.result = `落实资金${amount + random.int(1, 9)}万元，志愿服务有效开展。`;
    }),
  },
  {
    rule: 'XT-04',
    mistake: 'the report counts other projects than the table has',
    on: ['T17'],
    make(one, random) {
      const draft = sheetOf(one, 'T17');
      const sheet = withFacts(
        one,
        random,
        fact('绩效目标项目总数', tableOf(draft, 'projects').rows.length + random.int(1, 4), '个'),
      );
      return at(sheet, 'facts', 0, 'value');
    },
  },
  {
    rule: 'XT-05',
    mistake: 'one output is counted for two projects',
    on: ['T17'],
    projects: [2, 20],
    make(one, random) {
      const draft = sheetOf(one, 'T17');
      const projects = tableOf(draft, 'projects');
      const [first, second] = random.some(
        projects.rows.map((_, index) => index),
        2,
      );
      if (first === undefined || second === undefined) return null;
      const length = random.figure(200, 900);
      Object.assign(rowAt(projects, first).values, {
        goal: '硬化村级道路，方便村民出行',
        result: `硬化村级道路${length}米，方便村民出行`,
      });
      Object.assign(rowAt(projects, second).values, {
        goal: '硬化巷道，解决排水不畅',
        result: `硬化巷道${length}米，解决了排水不畅`,
      });
      return [first, second].flatMap((index) => at(draft, 'projects', index, 'result'));
    },
  },
  {
    rule: 'XT-06',
    mistake: 'a fund is said to be paid in full, and its ledger has a rest',
    on: ['T17', 'T10'],
    months: [12],
    projects: [1, 6],
    make(one, random) {
      const draft = sheetOf(one, 'T17');
      const ledger = anyRow(tableOf(sheetOf(one, 'T10'), 'funds'), random, ({ spent }) => Number(spent) > 9);
      const found = anyRow(tableOf(draft, 'projects'), random);
      if (found === null || ledger === null) return null;
      ledger.row.values.spent = round(Number(ledger.row.values.spent) - random.figure(0.5, 8), 2);
      ledger.row.values.reason = '剩余资金按程序申请收回财政统筹';
      found.row.values.projectName = ledger.row.values.fundName ?? '';
      found.row.values.goal = '按标准发放补助资金，受益群众200人';
      found.row.values.result = random.pick([
        '及时足额发放补助资金，受益群众200人',
        '资金足额到位，受益群众200人',
      ]);
      return at(draft, 'projects', found.index, 'result');
    },
    implied: { 'ZD-01': 'what is left at the end of the year is left after the deadline' },
  },
  {
    rule: 'XT-07',
    mistake: 'the report denies alerts that the schedule shows',
    on: ['T01'],
    months: [12],
    projects: [1, 12],
    make(one, random) {
      const draft = sheetOf(one, 'T01');
      const projects = withColumns(draft, 'projects', 'reason');
      const found = anyRow(
        projects,
        random,
        (_, index) => figure(draft, 'projects', index, 'adjustedBudget') > 5,
      );
      if (found === null) return null;
      found.row.values.cumActual = round(figure(draft, 'projects', found.index, 'adjustedBudget') * 0.7, 2);
      found.row.values.reason =
        '合同约定验收后支付其余款项，验收未完成，预计2024年1月支付，资金申请结转下年继续使用。';
      const sheet = withFacts(one, random, fact('执行监督预警', '未发生', '—'));
      return at(sheet, 'facts', 0, 'value');
    },
    implied: {
      'PRG-01': 'an alert is a project behind time',
      'PRG-02': 'an alert is a yellow or a red lamp',
      'PRG-03': 'what is behind at the end of the year misses its milestone',
      'PRG-04': 'the plan was the whole budget',
    },
  },
  {
    rule: 'XT-08',
    mistake: 'a project stands under two functions',
    on: ['T18'],
    projects: [3, 20],
    make(one, random) {
      const draft = sheetOf(one, 'T18');
      const functions = tableOf(draft, 'functions');
      const [from, to] = random.some(
        functions.rows.map((_, index) => index),
        2,
      );
      if (from === undefined || to === undefined) return null;
      const project = random.pick(String(rowAt(functions, from).values.projects).split('、'));
      rowAt(functions, to).values.projects = `${rowAt(functions, to).values.projects}、${project}`;
      return [from, to].flatMap((index) => at(draft, 'functions', index, 'projects'));
    },
  },
  {
    rule: 'XT-09',
    mistake: 'a goal of this year is to be reached next year',
    ...inAnyRow('T17', 'projects', { shows: ['goal'] }, ({ row, random }) => {
      row.values.goal = `修建村史馆1处，2024年${random.int(2, 9)}月底前完工`;
      row.values.result = '修建村史馆1处，主体完工';
    }),
  },
  {
    rule: 'TX-01',
    mistake: 'a point is missing among numbered ones',
    ...inAnyRow('T17', 'projects', { shows: ['result'] }, ({ row, random }) => {
      row.values.goal = '改善人居环境';
      row.values.result = random.pick([
        '①硬化道路3公里。②栽植行道树。③清理沟渠。⑤安装路灯。',
        '1.硬化道路3公里；2.栽植行道树；4.清理沟渠',
      ]);
    }),
  },
  {
    rule: 'TX-02',
    mistake: 'a full stop stands twice',
    ...inAnyRow('T17', 'projects', { shows: ['result'], isFit: hasResult }, ({ row }) => {
      row.values.result = `${row.values.result}。。`;
    }),
  },
  {
    rule: 'TX-03',
    mistake: 'a mobile number stands in a result',
    ...inAnyRow('T17', 'projects', { shows: ['result'], isFit: hasResult }, ({ row, random }) => {
      row.values.result = `${row.values.result}，${random.pick(['联系电话13800138000', '身份证号110101199003070038'])}`;
    }),
  },
];

/** That of a classified row is not to be read. */
function hasResult({ result }: DraftRow['values']): boolean {
  return typeof result === 'string';
}

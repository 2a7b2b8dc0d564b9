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
} from '../mutation.ts';
import { inWords, measured } from '../sheets/common.ts';
import { round } from '../unit.ts';

/** Mistakes in what is said of goals and indicators. */
export const monitoringMutations: readonly Mutation[] = [
  {
    rule: 'MON-01',
    mistake: 'a goal is claimed far ahead of its money',
    months: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ...inAnyRow('T03', 'projects', { shows: ['goalProgress'] }, ({ row, index, draft, random }) => {
      const share =
        figure(draft, 'projects', index, 'cumActual') / figure(draft, 'projects', index, 'adjustedBudget');
      row.values.goalProgress = `完成年度目标的${Math.min(100, Math.round(share * 100) + random.int(11, 40))}%`;
    }),
  },
  {
    rule: 'MON-02',
    mistake: 'a counted indicator is behind its time',
    on: ['T02'],
    months: [2, 4, 6, 8, 10],
    make(one, random) {
      const draft = sheetOf(one, 'T02');
      const indicators = withColumns(draft, 'indicators', 'causeFunds');
      const first = rowAt(indicators, 0).values;
      const target = first.target;
      if (target === null || typeof target !== 'object') return null;
      const due = ((target.number ?? 0) * one.unit.month) / 12;
      first.actual = measured(null, Math.floor(due * random.figure(0.2, 0.75)), target.unit);
      Object.assign(first, { causeFunds: true, certain: null, possible: true });
      return at(draft, 'indicators', 0, 'actual');
    },
    implied: {
      'MON-01': 'the only indicator that grows with the year is the goal the money is held against',
      'MON-05': 'an indicator that is behind takes the green from the combined lamp',
    },
  },
  {
    rule: 'MON-03',
    mistake: 'a cost is above its bound',
    on: ['T02'],
    make(one, random) {
      const draft = sheetOf(one, 'T02');
      const found = named(tableOf(draft, 'indicators'), 'level2', /成本/);
      const target = found?.row.values.target;
      if (found === null || target === null || typeof target !== 'object') return null;
      found.row.values.actual = measured(
        null,
        round((target.number ?? 0) * random.figure(1.05, 1.6), 2),
        target.unit,
      );
      Object.assign(found.row.values, {
        causeNote: '水泥价格上涨，已重新询价',
        certain: null,
        possible: true,
      });
      return at(draft, 'indicators', found.index, 'actual');
    },
    implied: { 'MON-05': 'a bound that is broken takes the green from the combined lamp' },
  },
  {
    rule: 'MON-03',
    mistake: 'a pass rate is below its target',
    on: ['T04'],
    make(one, random) {
      const draft = sheetOf(one, 'T04');
      const found = named(tableOf(draft, 'indicators'), 'level2', /质量/);
      const target = found?.row.values.target;
      if (found === null || target === null || typeof target !== 'object') return null;
      found.row.values.actual = measured(null, random.int(60, 93), '%');
      Object.assign(found.row.values, {
        causeNote: '部分批次返工，已督促整改',
        certain: null,
        possible: true,
      });
      return at(draft, 'indicators', found.index, 'actual');
    },
  },
  {
    rule: 'MON-04',
    mistake: 'an effect is reached in part',
    on: ['T02'],
    make(one, random) {
      const draft = sheetOf(one, 'T02');
      const found = named(tableOf(draft, 'indicators'), 'level2', /社会效益/);
      if (found === null) return null;
      found.row.values.actual = inWords(
        random.pick(['部分达成预期', '部分达成预期指标并具有一定效果', '未达成预期指标']),
      );
      Object.assign(found.row.values, {
        causeNote: '两个村尚未完工，已制定赶工计划',
        certain: null,
        possible: true,
      });
      return at(draft, 'indicators', found.index, 'actual');
    },
    implied: { 'MON-05': 'an indicator reached in part takes the green from the combined lamp' },
  },
  {
    rule: 'MON-05',
    mistake: 'money on time, the interim goal missed',
    ...inAnyRow('T03', 'projects', { columns: ['goalOnTime'], shows: ['goalOnTime'] }, ({ row }) => {
      row.values.goalOnTime = false;
    }),
  },
  {
    rule: 'MON-06',
    mistake: 'an indicator is behind and no cause is given',
    on: ['T02'],
    months: [2, 4, 6, 8, 10],
    make(one, random) {
      const draft = sheetOf(one, 'T02');
      const indicators = withColumns(
        draft,
        'indicators',
        'causeFunds',
        'causeRules',
        'causeStaff',
        'causeEquipment',
        'causeOther',
      );
      const first = rowAt(indicators, 0).values;
      const target = first.target;
      if (target === null || typeof target !== 'object') return null;
      const due = ((target.number ?? 0) * one.unit.month) / 12;
      first.actual = measured(null, Math.floor(due * random.figure(0.2, 0.75)), target.unit);
      Object.assign(first, { certain: null, possible: true });
      return [
        ...at(draft, 'indicators', 0, 'causeFunds'),
        ...at(draft, 'indicators', 0, 'causeNote'),
        ...at(draft, 'indicators', 0, 'actual'),
      ];
    },
    implied: {
      'MON-01': 'the only indicator that grows with the year is the goal the money is held against',
      'MON-02': 'only an indicator that is behind needs a cause',
      'MON-05': 'an indicator that is behind takes the green from the combined lamp',
    },
  },
  {
    rule: 'MON-07',
    mistake: 'an indicator cannot be met, with no word on what is done',
    ...inAnyRow('T02', 'indicators', { columns: ['remark'], shows: ['impossible', 'remark'] }, ({ row }) => {
      Object.assign(row.values, { certain: null, impossible: true, remark: null });
    }),
  },
  {
    rule: 'MON-08',
    mistake: 'a red indicator is certain to be met in autumn',
    on: ['T02'],
    months: [9, 10, 11],
    make(one, random) {
      const draft = sheetOf(one, 'T02');
      const indicators = withColumns(draft, 'indicators', 'causeStaff');
      const first = rowAt(indicators, 0).values;
      const target = first.target;
      if (target === null || typeof target !== 'object') return null;
      const due = ((target.number ?? 0) * one.unit.month) / 12;
      first.actual = measured(null, Math.floor(due * random.figure(0.2, 0.55)), target.unit);
      first.causeStaff = true;
      return at(draft, 'indicators', 0, 'certain');
    },
    implied: {
      'MON-01': 'the only indicator that grows with the year is the goal the money is held against',
      'MON-02': 'an indicator has to be red for this',
      'MON-05': 'an indicator that is behind takes the green from the combined lamp',
    },
  },
  {
    rule: 'MON-09',
    mistake: 'two possibilities are ticked, or none',
    ...inAnyRow('T02', 'indicators', { shows: ['certain', 'possible'] }, ({ row, random }) => {
      Object.assign(row.values, random.pick([{ possible: true }, { certain: null }]));
    }),
  },
  {
    rule: 'MON-10',
    mistake: 'a project is not monitored',
    on: ['T01', 'T03'],
    projects: [3, 20],
    make(one, random) {
      const schedule = sheetOf(one, 'T01');
      const list = tableOf(sheetOf(one, 'T03'), 'projects');
      const index = random.int(0, list.rows.length - 1);
      list.rows.splice(index, 1);
      for (const [at, each] of list.rows.entries()) each.values.seq = at + 1;
      return at(schedule, 'projects', index, 'projectName');
    },
    implied: { 'XT-01': 'a project that one list has and the other has not' },
  },
  {
    rule: 'MON-11',
    mistake: 'projects by degree of attainment do not make up all of them',
    on: ['T19'],
    make(one, random) {
      const draft = sheetOf(one, 'T19');
      const facts = tableOf(draft, 'facts');
      const first = facts.rows.length;
      const total = random.int(20, 60);
      facts.rows.push(
        fact('绩效目标项目总数', total, '个', { seq: first + 1 }),
        fact('实现程度达50%项目数', total - 15, '个', { seq: first + 2 }),
        fact('30%以下项目数', random.int(1, 5), '个', { seq: first + 3 }),
        fact('未开展项目数', random.int(1, 5), '个', { seq: first + 4 }),
      );
      return [0, 1, 2, 3].flatMap((offset) => at(draft, 'facts', first + offset, 'value'));
    },
  },
  {
    rule: 'MON-12',
    mistake: 'a goal has nothing to measure',
    ...inAnyRow('T03', 'projects', { shows: ['goal'] }, ({ row, random }) => {
      row.values.goal = random.pick([
        '切实改善村民出行条件，提升村容村貌',
        '保障工作顺利开展',
        '进一步提高服务质量，促进事业发展',
      ]);
    }),
  },
  {
    rule: 'MON-13',
    mistake: 'the result of a numeric goal has no number',
    ...inAnyRow('T17', 'projects', { shows: ['result'] }, ({ row, random }) => {
      row.values.goal = random.pick([
        '工作队员不少于6人，出勤率不低于95%，推进乡村振兴',
        '开展培训不少于12场，参训率达到90%以上',
      ]);
      row.values.result = random.pick(['为工作队提供了必要的工作条件', '各项工作有序开展，取得良好成效']);
    }),
  },
  {
    rule: 'MON-14',
    mistake: 'a goal is done and nothing is spent',
    on: ['T17', 'T03'],
    months: [2, 4, 5],
    projects: [1, 15],
    make(one, random) {
      const draft = sheetOf(one, 'T17');
      const list = sheetOf(one, 'T03');
      const found = anyRow(
        tableOf(draft, 'projects'),
        random,
        (_, index) => figure(list, 'projects', index, 'adjustedBudget') > 2,
      );
      if (found === null) return null;
      found.row.values.goal = '做好防汛抢险，减少汛情危害';
      found.row.values.result = '圆满完成防汛抢险任务，减少了汛情危害';
      const budget = figure(list, 'projects', found.index, 'adjustedBudget');
      const listed = rowAt(withColumns(list, 'projects', 'reason'), found.index).values;
      listed.cumActual = round(budget * random.figure(0, 0.1), 2);
      listed.goalProgress = '完成年度目标的5%';
      listed.goal = '组建防汛队伍6支';
      listed.reason = '救灾资金按实际需求支出，拟于10月底前按核定灾情支付，剩余资金申请结转。';
      return at(draft, 'projects', found.index, 'result');
    },
    implied: {
      'PRG-01': 'nothing spent is behind time progress',
      'PRG-02': 'nothing spent is a red lamp',
    },
  },
  {
    rule: 'MON-15',
    mistake: 'a notice to remedy was not answered',
    on: ['T02'],
    months: [3, 6, 9],
    make(one) {
      const draft = sheetOf(one, 'T02');
      draft.form.noticeDate = `2023-${String(one.unit.month).padStart(2, '0')}-01`;
      return atForm(draft, 'noticeDate');
    },
  },
];

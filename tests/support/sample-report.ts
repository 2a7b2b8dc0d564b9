import { type Fen, inWan, percent, points } from '../../pipeline/model/money.ts';
import {
  type Amounts,
  type DirectFundRow,
  type Finding,
  type GuaranteeRow,
  type ProgressRow,
  type RuleResult,
  type RunReport,
  reportSchemaName,
  type SubmissionSummary,
  type TrendPoint,
  type UnitSummary,
} from '../../pipeline/model/report.ts';
import { lampOf, progressOf } from '../../pipeline/model/spending.ts';
import type { Text } from '../../pipeline/model/text.ts';

/**
 * A report as a bureau of eleven units would get it for June: 80 projects, some 60 findings of every kind, one file
 * that cannot be read, one unit that handed in nothing, one resubmission. Everything in it is invented. The same
 * report at every call.
 */
export function sampleReport(): RunReport {
  const progress = units.flatMap((unit, index) => projectsOf(unit, index));
  const findings = [...progress.flatMap(findingsOf), ...otherFindings()];
  return reportOf(progress, findings);
}

/** A report with nothing in it: no files, no units, no findings. */
export function emptyReport(): RunReport {
  const { run, summary, ...rest } = reportOf([], []);
  return {
    ...rest,
    run: { ...run, roster: false, previous: null, policy: { name: 'default', overrides: {} } },
    summary: {
      ...summary,
      files: 0,
      refused: 0,
      submissions: 0,
      units: 0,
      owed: null,
      passedUnits: 0,
      returnedUnits: 0,
      explainUnits: 0,
      missingUnits: 0,
      passedOver: 0,
      sentence: { zh: '没有收到报表。', en: 'Nothing was handed in.' },
    },
    units: [],
    submissions: [],
    rules: [],
  };
}

/** A report with very many findings, by repeating the sample's; to see that writers stay quick and results usable. */
export function largeReport(findings: number): RunReport {
  const base = sampleReport();
  const many = Array.from({ length: findings }, (_, index) => {
    const one = base.findings[index % base.findings.length];
    if (one === undefined) throw new RangeError('the sample has findings');
    return { ...one, key: `${one.key}#${index}` };
  });
  return { ...base, findings: many };
}

/** A finding to start a test from: change what the test is about. */
export function sampleFinding(changes: Partial<Finding> = {}): Finding {
  return {
    key: 'PRG-04|区文化和旅游局|510100230000000010001|',
    rule: 'PRG-04',
    severity: 'warning',
    status: 'fail',
    unit: '区文化和旅游局',
    project: { code: '510100230000000010001', name: '公共文化服务体系建设' },
    where: [{ file: '区文化和旅游局_6月.xlsx', sheet: '支出进度', cell: 'R12', label: '累计支出' }],
    count: 1,
    value: '40.90',
    expected: '71.38',
    difference: '-30.48',
    tolerance: null,
    threshold: '20%',
    atStake: 30_480_000,
    trace: 'G12 71.38 − H12 40.90 = 30.48',
    message: {
      zh: '截至6月累计支出 40.90 万元，累计计划 71.38 万元，差异率 -42.70%。',
      en: 'Spent 40.90 by June against a plan of 71.38, a variance of -42.70%.',
    },
    clears: {
      zh: '核对累计数；确有差异的，在“原因”列写明金额、预计支出时间和处置。',
      en: 'Check the cumulative figures; if they stand, give amount, expected date and remedy.',
    },
    basis: {
      source: '项目分月支出进度表填报要求',
      why: {
        zh: '差异率大的项目须逐项分析说明。',
        en: 'Projects far from plan must be explained one by one.',
      },
    },
    explanation: null,
    ...changes,
  };
}

const timeProgress = 0.5;
const lamps = { red: 0.6, yellow: 0.8 };

interface SampleUnit {
  readonly name: string;
  readonly code: string;
  readonly state: UnitSummary['state'];
  readonly projects: readonly string[];
  /** How fast it spends compared with the others. */
  readonly pace: number;
}

const units: readonly SampleUnit[] = [
  {
    name: '区教育局',
    code: '101',
    state: 'passed',
    pace: 1.04,
    projects: [
      '义务教育薄弱环节改善与能力提升',
      '学前教育生均公用经费补助',
      '城乡义务教育学校公用经费',
      '中小学校舍安全保障长效机制',
      '家庭经济困难学生资助',
      '农村义务教育学生营养改善计划',
      '教师培训专项经费',
      '中职学校实训基地建设',
      '青少年校外活动中心运行',
    ],
  },
  {
    name: '区卫生健康局',
    code: '102',
    state: 'returned',
    pace: 0.94,
    projects: [
      '基本公共卫生服务补助',
      '基层医疗卫生机构实施基本药物制度补助',
      '乡村医生岗位补助',
      '重大传染病防控经费',
      '计划生育奖励扶助',
      '区人民医院住院综合楼设备购置',
      '妇幼健康服务能力提升',
      '卫生应急物资储备',
    ],
  },
  {
    name: '区农业农村局',
    code: '103',
    state: 'returned',
    pace: 0.7,
    projects: [
      '衔接推进乡村振兴补助资金—产业发展',
      '高标准农田建设项目（2023年度）',
      '农业保险保费补贴',
      '耕地地力保护补贴',
      '动物防疫补助经费',
      '农村户厕改造奖补',
      '农产品质量安全监管',
      '农业生产社会化服务',
      '村级公益事业建设一事一议财政奖补（含道路硬化、路灯安装、小型水利设施维修养护等）',
    ],
  },
  {
    name: '区水利局',
    code: '104',
    state: 'explain',
    pace: 0.86,
    projects: [
      '中小河流治理工程',
      '农村饮水安全巩固提升',
      '小型水库维修养护',
      '山洪灾害防治设施运行维护',
      '河湖长制工作经费',
      '水土保持综合治理',
      '防汛抗旱应急物资购置',
    ],
  },
  {
    name: '区交通运输局',
    code: '105',
    state: 'explain',
    pace: 0.92,
    projects: [
      '农村公路养护工程',
      '“四好农村路”建设补助',
      '城乡公交运营补贴',
      '危桥改造项目',
      '交通执法装备购置',
      '治超站运行维护',
      '渡口渡船安全管理',
    ],
  },
  {
    name: '区文化和旅游局',
    code: '106',
    state: 'unread',
    pace: 0.62,
    projects: [
      '公共文化服务体系建设',
      '文物保护单位修缮',
      '公共图书馆、文化馆免费开放补助',
      '全域旅游宣传推广',
      '非物质文化遗产保护',
      '应急广播体系建设',
    ],
  },
  {
    name: '区民政局',
    code: '107',
    state: 'passed',
    pace: 1.07,
    projects: [
      '城乡居民最低生活保障金',
      '特困人员救助供养',
      '高龄津贴',
      '临时救助',
      '残疾人两项补贴',
      '养老服务体系建设',
      '殡葬服务设施改造',
      '社会组织孵化基地运行',
    ],
  },
  {
    name: '清河镇人民政府',
    code: '201',
    state: 'passed',
    pace: 1.1,
    projects: [
      '镇级政府运转保障经费',
      '村（社区）干部报酬',
      '农村人居环境整治',
      '村组道路维修',
      '镇区污水处理设施运行',
      '安全生产与消防',
      '便民服务中心运行',
    ],
  },
  {
    name: '柳溪镇人民政府',
    code: '202',
    state: 'returned',
    pace: 0.9,
    projects: [
      '镇级政府运转保障经费',
      '村（社区）干部报酬',
      '产业园区基础设施配套',
      '农村人居环境整治',
      '敬老院改造提升',
      '文化站免费开放',
      '森林草原防灭火',
    ],
  },
  {
    name: '双桥镇人民政府',
    code: '203',
    state: 'passed',
    pace: 0.98,
    projects: [
      '镇级政府运转保障经费',
      '村（社区）干部报酬',
      '农村人居环境整治',
      '场镇基础设施维修',
      '群众文化体育活动',
      '乡村治理示范村建设',
    ],
  },
  {
    name: '云岭街道办事处',
    code: '204',
    state: 'passed',
    pace: 1.02,
    projects: [
      '社区工作者薪酬',
      '老旧小区改造配套',
      '社区党组织服务群众专项经费',
      '城市管理协管',
      '综治网格化管理',
      '党群服务中心运行',
    ],
  },
];

/** The twelfth unit of the roster: it handed in nothing. */
const missingUnit = { name: '青石镇人民政府', code: '205' };

/** Budgets in yuan, and shares released, planned and spent, walked through in steps that never fall into one rhythm. */
const budgets = [3_860_000, 1_254_000, 867_400, 12_480_000, 420_000, 2_315_600, 96_000, 5_730_500, 689_000];
const releasedShares = [1, 1, 0.85, 1, 1, 0.6, 1, 1, 0.92, 1, 1];
const plannedShares = [0.52, 0.48, 0.5, 0.55, 0.46, 0.6, 0.5];
const spentShares = [0.55, 0.5, 0.48, 0.58, 0.44, 0.53, 0.61, 0.5, 0.36, 0.52, 0.56, 0.38, 0.49];

const reasons = [
  {
    type: '合同约定付款节点未到',
    text: '按合同约定完工验收后支付 60%，预计 9 月底前验收并支付，年底可支出完毕。',
  },
  { type: '履行政府采购程序', text: '6月20日已发布采购公告，预计 8 月签订合同并支付首付款。' },
  { type: '资金未全部下达', text: '上级资金尚未全部下达，下达后 10 个工作日内支付。' },
];

function projectsOf(unit: SampleUnit, unitIndex: number): ProgressRow[] {
  return unit.projects.map((name, index) => {
    const step = unitIndex * 5 + index;
    const budget = fenOf(budgets[(step * 4 + unitIndex) % budgets.length] ?? 0, 1 + (unitIndex % 3) * 0.17);
    const released = share(budget, releasedShares[(step * 3) % releasedShares.length] ?? 1);
    const planned = share(budget, plannedShares[step % plannedShares.length] ?? 0);
    const tidy = unit.state === 'passed';
    const stuck = !tidy && step % 23 === 11;
    const spentShare =
      (tidy ? plannedShares[step % plannedShares.length] : spentShares[step % spentShares.length]) ?? 0;
    const spent = stuck ? 0 : Math.min(released, share(budget, spentShare * unit.pace));
    const withoutBudget = unit.code === '203' && index === 5;
    const amounts = {
      budget: withoutBudget ? null : budget,
      released,
      planned: unit.code === '105' && index === 6 ? null : planned,
      spent,
    };
    const reason = reasons[step % 4];
    const behind = spent / budget < 0.4;
    const classified = unit.code === '102' && index === 7;
    return {
      ...amounts,
      ...progressOf(amounts, timeProgress, lamps),
      timeProgress,
      unit: unit.name,
      project: {
        code: `5101002300000000${unit.code}${String(index + 1).padStart(3, '0')}`,
        name: classified ? null : name,
      },
      place: {
        file: `${unit.name}_6月.xlsx`,
        sheet: '支出进度',
        cell: `R${6 + index}`,
        label: '累计支出',
      },
      cells: {
        budget: amounts.budget === null ? [] : [`J${6 + index}`],
        released: [`K${6 + index}`],
        planned: [`Q${6 + index}`],
        spent: [`R${6 + index}`],
      },
      reason: behind && !classified ? (reason?.text ?? null) : null,
      reasonType: behind && !classified ? (reason?.type ?? null) : null,
      classified,
      curve: null,
    };
  });
}

/** A budget in fen out of yuan, some of them with odd fen as real ones have. */
function fenOf(yuan: number, factor: number): Fen {
  return Math.round(yuan * factor) * 100;
}

function share(budget: Fen, part: number): Fen {
  return Math.round((budget * part) / 100) * 100;
}

function findingsOf(row: ProgressRow): Finding[] {
  const found: Finding[] = [];
  const line = row.place.cell?.slice(1) ?? '';
  if (row.classified) return found;
  if (row.budget === null) {
    found.push(
      finding('PRG-18', 'warning', row, {
        status: 'undecidable',
        where: [{ ...row.place, cell: `J${line}`, label: '调整后预算数' }],
        message: {
          zh: `“调整后预算数”没有填写，无法计算支出进度。`,
          en: 'The revised budget is blank, so the execution rate cannot be computed.',
        },
        clears: { zh: '补填调整后预算数。', en: 'Fill in the revised budget.' },
      }),
    );
    return found;
  }
  const { budget, released, planned, spent, gap, rate, variance } = row;
  if (released === null || spent === null || gap === null || rate === null) return found;
  if (gap < -0.1) {
    found.push(
      finding('PRG-01', gap < -0.2 ? 'error' : 'warning', row, {
        value: percent(rate),
        expected: percent(timeProgress),
        difference: `${points(gap)} 个百分点`,
        threshold: gap < -0.2 ? '20 个百分点' : '10 个百分点',
        atStake: Math.round(budget * timeProgress) - spent,
        trace: `R${line} ${inWan(spent)} ÷ J${line} ${inWan(budget)} = ${percent(rate)}`,
        message: {
          zh: `截至6月支出进度 ${percent(rate)}，序时进度 50.00%，滞后 ${points(-gap)} 个百分点。`,
          en: `Execution rate ${percent(rate)} by June against time progress of 50.00%: ${points(-gap)} percentage points behind.`,
        },
        clears: {
          zh: '加快支付；确不能支出的，说明原因、预计支出时间和处置意见。',
          en: 'Speed up payment; where that cannot be, give the reason, expected date and remedy.',
        },
        explanation: row.reason,
      }),
    );
  }
  if (variance !== null && planned !== null && Math.abs(variance) > 0.2) {
    found.push(
      finding('PRG-04', 'warning', row, {
        value: inWan(spent),
        expected: inWan(planned),
        difference: inWan(spent - planned),
        threshold: '20%',
        atStake: Math.abs(spent - planned),
        trace: `R${line} ${inWan(spent)} − Q${line} ${inWan(planned)} = ${inWan(spent - planned)}`,
        message: {
          zh: `截至6月累计支出 ${inWan(spent)} 万元，累计计划 ${inWan(planned)} 万元，差异率 ${percent(variance)}${row.reason === null ? '，未填写原因' : ''}。`,
          en: `Spent ${inWan(spent)} by June against a plan of ${inWan(planned)}: a variance of ${percent(variance)}${row.reason === null ? ', no reason given' : ''}.`,
        },
        clears: {
          zh: '核对累计数；确有差异的，写明金额、原因类别、预计支出时间和处置。',
          en: 'Check the cumulative figures; if they stand, give amount, kind of reason, expected date and remedy.',
        },
        explanation: row.reason,
      }),
    );
  }
  if (released < budget) {
    found.push(
      finding('PRG-13', 'notice', row, {
        value: inWan(released),
        expected: inWan(budget),
        difference: inWan(released - budget),
        atStake: budget - released,
        trace: `K${line} ${inWan(released)} ÷ J${line} ${inWan(budget)} = ${percent(released / budget)}`,
        message: {
          zh: `已下达 ${inWan(released)} 万元，为预算 ${inWan(budget)} 万元的 ${percent(released / budget)}，责任在下达环节。`,
          en: `${inWan(released)} of ${inWan(budget)} released (${percent(released / budget)}): the delay is on the releasing side.`,
        },
        clears: { zh: '由财政部门核对指标下达情况。', en: 'The finance bureau checks what was released.' },
      }),
    );
  }
  if (spent === 0) {
    found.push(
      finding('PRG-12', 'warning', row, {
        value: '0.00',
        atStake: released,
        trace: `R${line} 0.00，K${line} ${inWan(released)}`,
        message: {
          zh: `已下达 ${inWan(released)} 万元，至6月零支出。`,
          en: `${inWan(released)} released, nothing spent by June.`,
        },
        clears: {
          zh: '说明未支出的原因和预计支出时间；不再需要的，提出调剂或收回意见。',
          en: 'Say why nothing was spent and when it will be; if no longer needed, propose a reallocation or clawback.',
        },
        explanation: row.reason,
      }),
    );
  }
  return found;
}

function finding(
  rule: string,
  severity: Finding['severity'],
  row: ProgressRow,
  changes: Partial<Finding>,
): Finding {
  const meta = ruleMetas.find((one) => one.id === rule);
  return sampleFinding({
    key: `${rule}|${row.unit}|${row.project.code}|`,
    rule,
    severity,
    unit: row.unit,
    project: row.project,
    where: [row.place],
    value: null,
    expected: null,
    difference: null,
    threshold: null,
    atStake: null,
    trace: null,
    basis: meta?.basis ?? { source: '', why: { zh: '', en: '' } },
    ...changes,
  });
}

/** Findings that are not about one project's progress. */
function otherFindings(): Finding[] {
  const at = (
    unit: string,
    cell: string | null,
    label: string | null,
    sheet: string | null = '支出进度',
  ) => ({
    file: `${unit}_6月.xlsx`,
    sheet,
    cell,
    label,
  });
  const about = (rule: string, severity: Finding['severity'], unit: string, changes: Partial<Finding>) =>
    sampleFinding({
      key: `${rule}|${unit}||`,
      rule,
      severity,
      unit,
      project: null,
      value: null,
      expected: null,
      difference: null,
      threshold: null,
      atStake: null,
      trace: null,
      basis: ruleMetas.find((one) => one.id === rule)?.basis ?? { source: '', why: { zh: '', en: '' } },
      ...changes,
    });
  return [
    about('STR-01', 'error', '区文化和旅游局', {
      where: [{ file: '区文化和旅游局_三保.xlsx', sheet: null, cell: null, label: null }],
      message: {
        zh: '有打开密码。请在 WPS/Excel 中取消密码后另存为 .xlsx。',
        en: 'The file has a password. Remove the password in WPS/Excel and save it as .xlsx.',
      },
      clears: { zh: '取消密码后重报。', en: 'Remove the password and hand it in again.' },
    }),
    about('STR-12', 'error', missingUnit.name, {
      where: [],
      message: {
        zh: '应于2023-07-07前报送《项目分月支出进度表》，未报。',
        en: 'The monthly project spending schedule was due by 2023-07-07 and was not handed in.',
      },
      clears: { zh: '尽快报送。', en: 'Hand it in.' },
    }),
    about('DQ-12', 'error', '区卫生健康局', {
      where: [at('区卫生健康局', 'R14', '累计支出')],
      value: '1286.40',
      expected: '1283.40',
      difference: '3.00',
      tolerance: '0.045',
      atStake: 3_000_000,
      trace: 'SUM(R6:R13) 1283.40 − R14 1286.40 = −3.00',
      message: {
        zh: '“累计支出”明细合计 1283.40 万元，合计行 1286.40 万元，差 3.00 万元。',
        en: 'The lines of “spent to date” add up to 1283.40, the total row says 1286.40: a difference of 3.00.',
      },
      clears: {
        zh: '核对合计行或明细，改正后重报。',
        en: 'Correct the total row or the lines and hand it in again.',
      },
    }),
    about('PRG-14', 'error', '区农业农村局', {
      project: { code: '5101002300000000103002', name: '高标准农田建设项目（2023年度）' },
      where: [at('区农业农村局', 'J7', '调整后预算数'), at('区农业农村局', 'G7', '年初预算数')],
      value: '1248.00',
      expected: '1298.00',
      difference: '-50.00',
      tolerance: '0.02',
      atStake: 50_000_000,
      trace: 'G7 1198.00 + H7 100.00 − I7 0.00 = 1298.00',
      message: {
        zh: '年初预算 1198.00 + 追加 100.00 − 追减 0.00 = 1298.00 万元，与调整后预算 1248.00 万元不符。',
        en: 'Original 1198.00 + increase 100.00 − reduction 0.00 = 1298.00, but the revised budget says 1248.00.',
      },
      clears: {
        zh: '核对追加、追减文件，改正预算数。',
        en: 'Check the documents of revision and correct the budget.',
      },
    }),
    about('DQ-03', 'error', '柳溪镇人民政府', {
      project: { code: '5101002300000000202003', name: '产业园区基础设施配套' },
      where: [at('柳溪镇人民政府', 'R8', '累计支出')],
      value: '约120万',
      message: { zh: '“约120万”不是有效数值。', en: '“约120万” is not a number.' },
      clears: { zh: '按账面数填写准确金额。', en: 'Enter the exact amount of the books.' },
    }),
    about('XT-02', 'error', '区农业农村局', {
      project: { code: '5101002300000000103001', name: '衔接推进乡村振兴补助资金—产业发展' },
      where: [
        at('区农业农村局', 'R6', '累计支出'),
        { file: '区农业农村局_绩效监控.xlsx', sheet: '绩效运行监控', cell: 'F9', label: '1—6月支出数' },
      ],
      value: '189.66',
      expected: '198.66',
      difference: '-9.00',
      tolerance: '0.01',
      atStake: 9_000_000,
      trace: '支出进度!R6 189.66 − 绩效运行监控!F9 198.66 = −9.00',
      message: {
        zh: '支出进度表累计支出 189.66 万元，绩效监控表 198.66 万元，相差 9.00 万元。',
        en: 'The spending schedule says 189.66 spent, the monitoring form 198.66: a difference of 9.00.',
      },
      clears: {
        zh: '以支付系统数为准，统一两表后重报。',
        en: 'Take the figure of the payment system in both tables.',
      },
    }),
    about('DQ-06', 'notice', '区水利局', {
      where: [at('区水利局', 'A6', '序号')],
      count: 3,
      value: '1, 2, 4, 5, 7, 8, 10',
      message: {
        zh: '序号缺 3、6、9，请核实是否漏报。',
        en: 'Numbers 3, 6 and 9 are missing: check whether rows were left out.',
      },
      clears: { zh: '补报漏列的项目，或改正序号。', en: 'Add the rows left out, or correct the numbers.' },
    }),
    about('DQ-11', 'notice', '区卫生健康局', {
      project: { code: '5101002300000000102008', name: null },
      where: [at('区卫生健康局', 'C13', '项目名称')],
      message: {
        zh: '第 13 行涉密，仅计入合计，不做明细校验。',
        en: 'Row 13 is classified: counted in totals only, its details not checked.',
      },
      clears: { zh: '无须处理。', en: 'Nothing need be done.' },
    }),
    about('SB-09', 'warning', '清河镇人民政府', {
      status: 'undecidable',
      where: [{ file: '清河镇人民政府_三保.xlsx', sheet: '“三保”支出', cell: 'E8', label: '累计支出' }],
      message: {
        zh: '“保运转”累计支出没有填写，无法与项目台账核对。',
        en: 'The operations row has no spending to date, so it cannot be compared with the projects.',
      },
      clears: { zh: '补填累计支出。', en: 'Fill in the spending to date.' },
    }),
  ];
}

interface RuleOfSample {
  readonly id: string;
  readonly title: Text;
  readonly group: string;
  readonly severity: RuleResult['severity'];
  readonly basis: RuleResult['basis'];
  readonly options: Readonly<Record<string, unknown>>;
  readonly off?: string;
}

function rule(
  id: string,
  group: string,
  severity: RuleResult['severity'],
  zh: string,
  en: string,
  source: string,
  whyZh: string,
  whyEn: string,
  options: Readonly<Record<string, unknown>> = {},
): RuleOfSample {
  return {
    id,
    title: { zh, en },
    group,
    severity,
    basis: { source, why: { zh: whyZh, en: whyEn } },
    options,
  };
}

const practice = '基层报表审核惯例';
const schedule = '项目分月支出进度表填报要求';

const ruleMetas: readonly RuleOfSample[] = [
  rule(
    'STR-01',
    'structure',
    'error',
    '文件无法读取或模板无法识别',
    'Unreadable file or unknown template',
    practice,
    '读不出的文件不能算作已报。',
    'A file that cannot be read has not been handed in.',
    { minimumScore: 0.6 },
  ),
  rule(
    'STR-12',
    'structure',
    'error',
    '逾期或漏报',
    'Late or missing',
    '月报报送时限（次月第 5 个工作日）',
    '漏报的单位会使全区合计偏低。',
    'Units that are missing make the totals too low.',
    { deadlineWorkday: 5 },
  ),
  rule(
    'DQ-03',
    'quality',
    'error',
    '数值无法解析',
    'Not a number',
    practice,
    '读不出的数不能参与合计。',
    'What is not a number cannot be added up.',
  ),
  rule(
    'DQ-06',
    'quality',
    'notice',
    '序号断号',
    'Gap in the sequence numbers',
    practice,
    '断号常意味着漏行。',
    'A gap often means that a row was left out.',
  ),
  rule(
    'DQ-11',
    'quality',
    'notice',
    '涉密项目',
    'Classified row',
    '保密工作要求',
    '涉密内容不得出现在报表之外。',
    'Classified content must not appear outside its sheet.',
  ),
  rule(
    'DQ-12',
    'quality',
    'error',
    '明细之和不等于合计',
    'Lines do not add up to the total',
    practice,
    '合计错误会逐级带入汇总。',
    'A wrong total is carried into every summary.',
  ),
  rule(
    'PRG-01',
    'spending',
    'warning',
    '支出滞后序时进度',
    'Behind time progress',
    '预算执行通报办法',
    '滞后的项目年末易形成结转。',
    'Projects behind tend to end in carry-over.',
    { notice: 0, warnBeyond: 0.1, errorBeyond: 0.2 },
  ),
  rule(
    'PRG-04',
    'spending',
    'warning',
    '实际支出与分月计划差异过大',
    'Spending strays from the monthly plan',
    schedule,
    '差异率大的项目须逐项分析说明。',
    'Projects far from plan must be explained one by one.',
    { warnAbove: 0.2, errorAbove: 0.4, floor: 1_000_000 },
  ),
  rule(
    'PRG-12',
    'spending',
    'warning',
    '长期零支出',
    'Nothing spent for long',
    practice,
    '已下达未动用的资金应及时调剂或收回。',
    'Money released and not used should be reallocated or taken back.',
    { warnFromMonth: 6, errorFromMonth: 9 },
  ),
  rule(
    'PRG-13',
    'spending',
    'notice',
    '资金未下达',
    'Allotment not released',
    practice,
    '区分财政下达慢与单位支出慢。',
    'Tells slow release from slow spending.',
    { releasedByJune: 1 },
  ),
  rule(
    'PRG-14',
    'spending',
    'error',
    '调整预算勾稽',
    'Revised budget does not add up',
    '预算法实施条例',
    '调整后预算 = 年初预算 + 追加 − 追减。',
    'Revised = original + increases − reductions.',
  ),
  rule(
    'PRG-18',
    'spending',
    'warning',
    '预算数为零或缺失',
    'Budget is zero or wanting',
    practice,
    '没有预算数，进度无从计算，不能当作 0%。',
    'Without a budget there is no rate; it is not 0 %.',
  ),
  rule(
    'SB-09',
    'three-guarantees',
    'error',
    '三保执行与项目台账矛盾',
    'Three guarantees contradict the projects',
    practice,
    '同一笔钱在两张表上应当一致。',
    'The same money should read the same in two tables.',
  ),
  rule(
    'MON-10',
    'monitoring',
    'warning',
    '监控覆盖不全',
    'Projects left out of monitoring',
    '项目支出绩效运行监控管理办法',
    '监控应覆盖全部项目。',
    'Every project is to be monitored.',
  ),
  rule(
    'XT-02',
    'cross-table',
    'error',
    '支出进度表与绩效监控表支出数不符',
    'Spending schedule and monitoring form differ',
    practice,
    '同一项目同一时点只有一个支出数。',
    'One project has one figure at one time.',
  ),
];

function reportOf(progress: readonly ProgressRow[], findings: readonly Finding[]): RunReport {
  const summaries = [
    ...units.map((unit) => unitSummary(unit, progress, findings)),
    {
      ...amountsOf([]),
      unit: missingUnit.name,
      code: missingUnit.code,
      state: 'missing' as const,
      files: 0,
      templates: [],
      owed: ['T01', 'T03'],
      missing: ['T01', 'T03'],
      answerBy: '2023-07-19',
      projects: 0,
      errors: 1,
      warnings: 0,
      notices: 0,
      undecidable: 0,
    },
  ];
  const decided = findings.filter((one) => one.status === 'fail');
  const count = (severity: Finding['severity']) => decided.filter((one) => one.severity === severity).length;
  const inState = (state: UnitSummary['state']) => summaries.filter((one) => one.state === state).length;
  const total = amountsOf(progress);
  const lagging = summaries.filter((one) => one.gap !== null && one.gap < 0).length;
  return {
    schema: reportSchemaName,
    run: {
      period: '2023-06',
      asOf: '2023-07-07',
      engine: '0.1.0',
      ruleSet: 'sha256:5f0c9b6c1f3d4a7e8b2a90d1c4e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4',
      policy: { name: 'default', overrides: { 'rules.PRG-04.warnAbove': 0.2, milestones: { '6': 0.5 } } },
      lang: 'zh',
      timeProgress,
      curves: [
        {
          name: null,
          basis: { zh: '按月份÷12', en: 'by month/12' },
          share: timeProgress,
          projects: progress.length,
        },
      ],
      previous: '2023-05',
      roster: true,
      office: '示例区财政局',
    },
    summary: {
      files: 25,
      refused: 1,
      submissions: 24,
      units: units.length,
      owed: units.length + 1,
      passedUnits: inState('passed'),
      returnedUnits: inState('returned'),
      explainUnits: inState('explain'),
      missingUnits: inState('missing'),
      findings: { error: count('error'), warning: count('warning'), notice: count('notice') },
      undecidable: findings.length - decided.length,
      failures: 0,
      passedOver: 2,
      total,
      sentence: {
        zh: `截至6月底，支出进度 ${percent(total.rate ?? 0, 1)}，${(total.gap ?? 0) < 0 ? '低于' : '高于'}序时进度（50.0%）${points(Math.abs(total.gap ?? 0), 1)} 个百分点；低于序时进度的单位 ${lagging} 家。`,
        en: `By the end of June ${percent(total.rate ?? 0, 1)} of the budget was spent, ${points(Math.abs(total.gap ?? 0), 1)} percentage points ${(total.gap ?? 0) < 0 ? 'below' : 'above'} time progress (50.0%); ${lagging} units are behind.`,
      },
    },
    units: summaries,
    submissions: submissionsOf(progress),
    findings: [...findings],
    rules: ruleMetas.map((meta) => ruleResult(meta, findings)),
    progress: [...progress],
    guarantees: progress.length === 0 ? [] : guarantees(),
    directFunds: progress.length === 0 ? [] : directFunds(),
    balances: [],
    trend: progress.length === 0 ? [] : summaries.flatMap(trendOfUnit),
    annex: [],
    failures: [],
  };
}

/** One town on time, one with every kind of trouble: a shortfall, an amount that is wanting, three levels of lag. */
function guarantees(): GuaranteeRow[] {
  const row = (unit: string, line: number, more: Partial<GuaranteeRow>): GuaranteeRow => {
    const arranged = more.arranged === undefined ? 300_000_000 : more.arranged;
    const spent = more.spent === undefined ? 156_000_000 : more.spent;
    const need = more.need === undefined ? arranged : more.need;
    const rate = arranged === null || spent === null ? null : spent / arranged;
    return {
      unit,
      kind: 'livelihood',
      place: { file: `${unit}_三保.xlsx`, sheet: '“三保”支出', cell: `E${line}`, label: '累计支出' },
      timeProgress,
      gap: rate === null ? null : rate - timeProgress,
      rate,
      level: 'green',
      ...more,
      need,
      arranged,
      shortfall: need === null || arranged === null ? null : Math.max(0, need - arranged),
      spent,
    };
  };
  return [
    row('清河镇人民政府', 6, {}),
    row('清河镇人民政府', 7, { kind: 'wages' }),
    row('清河镇人民政府', 8, { kind: 'operations', spent: null, level: null }),
    row('柳溪镇人民政府', 6, { need: 320_000_000 }),
    row('柳溪镇人民政府', 7, { kind: 'wages', spent: 141_000_000, level: 'yellow' }),
    row('柳溪镇人民政府', 8, { kind: 'operations', need: null, spent: 105_000_000, level: 'red2' }),
  ];
}

/** A fund spent, one overdue, one near its deadline, one classified, one of which only the rate is told. */
function directFunds(): DirectFundRow[] {
  const unit = '区民政局';
  const row = (line: number, more: Partial<DirectFundRow>): DirectFundRow => ({
    unit,
    count: 1,
    fund: '困难群众救助补助',
    document: '示财社〔2023〕12号',
    place: { file: `${unit}_直达资金.xlsx`, sheet: '台账', cell: `H${line}`, label: '支出金额' },
    allotted: 80_000_000,
    distributed: 80_000_000,
    spent: 80_000_000,
    unspent: 0,
    rate: 1,
    deadline: '2023-06-30',
    daysLeft: -7,
    lamp: 'green',
    reason: null,
    classified: false,
    ...more,
  });
  const spent = (amount: number) => ({
    spent: amount,
    unspent: 80_000_000 - amount,
    rate: amount / 80_000_000,
  });
  return [
    row(4, {}),
    row(5, { fund: '残疾人两项补贴', ...spent(60_000_000), lamp: 'red', reason: '名单复核中' }),
    row(6, { fund: '临时救助', ...spent(40_000_000), deadline: '2023-07-31', daysLeft: 24, lamp: 'yellow' }),
    row(7, { fund: null, document: null, classified: true }),
    row(8, {
      fund: '孤儿基本生活费',
      allotted: null,
      distributed: null,
      spent: null,
      unspent: null,
      rate: 0.45,
      deadline: null,
      daysLeft: null,
      lamp: null,
    }),
  ];
}

/** May out of the previous run, and this month. */
function trendOfUnit(unit: UnitSummary): TrendPoint[] {
  if (unit.rate === null) return [];
  const { budget, spent, rate, lamp } = unit;
  const may = rate * 0.8;
  return [
    {
      unit: unit.unit,
      period: '2023-05',
      budget,
      spent: spent === null ? null : Math.round(spent * 0.8),
      rate: may,
      timeProgress: 5 / 12,
      lamp: lampOf(may, 5 / 12, lamps),
      source: 'previous run',
    },
    { unit: unit.unit, period: '2023-06', budget, spent, rate, timeProgress, lamp, source: 'this run' },
  ];
}

function unitSummary(
  unit: SampleUnit,
  progress: readonly ProgressRow[],
  findings: readonly Finding[],
): UnitSummary {
  const own = progress.filter((row) => row.unit === unit.name);
  const about = findings.filter((one) => one.unit === unit.name);
  const count = (severity: Finding['severity']) =>
    about.filter((one) => one.status === 'fail' && one.severity === severity).length;
  return {
    ...amountsOf(own),
    unit: unit.name,
    code: unit.code,
    state: unit.state,
    files: 2,
    templates: ['T01', 'T03'],
    owed: ['T01', 'T03'],
    missing: [],
    answerBy: '2023-07-19',
    projects: own.length,
    errors: count('error'),
    warnings: count('warning'),
    notices: count('notice'),
    undecidable: about.filter((one) => one.status === 'undecidable').length,
  };
}

function amountsOf(rows: readonly ProgressRow[]): Amounts {
  const sum = (field: 'budget' | 'released' | 'planned' | 'spent') =>
    rows.length === 0 ? null : rows.reduce((total, row) => total + (row[field] ?? 0), 0);
  const amounts = {
    budget: sum('budget'),
    released: sum('released'),
    planned: sum('planned'),
    spent: sum('spent'),
  };
  return { ...amounts, ...progressOf(amounts, timeProgress, lamps), timeProgress };
}

function submissionsOf(progress: readonly ProgressRow[]): SubmissionSummary[] {
  const submissions = units.flatMap((unit, index) =>
    [
      { file: `${unit.name}_6月.xlsx`, sheet: '支出进度', template: 'T01' },
      { file: `${unit.name}_绩效监控.xlsx`, sheet: '绩效运行监控', template: 'T03' },
    ].map(
      (one, part): SubmissionSummary => ({
        ...one,
        sha256: fingerprint(index * 2 + part),
        score: 0.97,
        unit: unit.name,
        period: '2023-06',
        amountUnit: '万元',
        rows: progress.filter((row) => row.unit === unit.name).length,
        status: 'checked',
        refusal: null,
        note: null,
      }),
    ),
  );
  const other = { score: null, period: null, amountUnit: null, rows: 0, template: null, sheet: null };
  return [
    ...submissions,
    {
      ...other,
      file: '区文化和旅游局_三保.xlsx',
      sha256: fingerprint(90),
      unit: '区文化和旅游局',
      status: 'refused',
      refusal: {
        code: 'ENCRYPTED',
        message: {
          zh: '有打开密码。请在 WPS/Excel 中取消密码后另存为 .xlsx。',
          en: 'The file has a password. Remove the password in WPS/Excel and save it as .xlsx.',
        },
      },
      note: null,
    },
    {
      ...other,
      file: '双桥镇人民政府_6月（旧）.xlsx',
      sha256: fingerprint(91),
      sheet: '支出进度',
      template: 'T01',
      unit: '双桥镇人民政府',
      status: 'superseded',
      refusal: null,
      note: {
        zh: '同一单位又报了《双桥镇人民政府_6月.xlsx》，以后者为准。',
        en: 'The unit handed in 双桥镇人民政府_6月.xlsx as well; that one counts.',
      },
    },
  ];
}

function fingerprint(seed: number): string {
  return Array.from({ length: 64 }, (_, index) =>
    ((seed * 31 + index * 7 + (seed % 7) * index) % 16).toString(16),
  ).join('');
}

function ruleResult(meta: RuleOfSample, findings: readonly Finding[]): RuleResult {
  const about = findings.filter((one) => one.rule === meta.id);
  const failed = about.filter((one) => one.status === 'fail').length;
  return {
    id: meta.id,
    title: meta.title,
    group: meta.group,
    severity: meta.severity,
    basis: meta.basis,
    options: { ...meta.options },
    thresholds: Object.entries(meta.options).map(([name, value]) => ({
      name,
      meaning: { zh: name, en: name },
      shown: { zh: String(value), en: String(value) },
    })),
    off: meta.id === 'MON-10' ? '监控表本月未下发' : null,
    pass: meta.id === 'MON-10' ? 0 : 82 - failed,
    fail: failed,
    undecidable: about.length - failed,
    notApplicable: meta.group === 'spending' ? 3 : 0,
    error: 0,
  };
}

import { measure, remark, text, yesNo } from './fields.ts';

/** What a project or department sets out to attain, as the label of its text. */
export const goalHeadings: readonly string[] = [
  '总体目标',
  '年度绩效目标',
  '年度总体绩效目标',
  '年度履职目标',
  '年初设定目标',
  '年初绩效目标',
  '年初目标',
  '设定目标',
  '部门年度总体目标',
  '部门总体目标',
  '部门绩效目标',
  '项目总体目标',
  '项目绩效目标',
  '预期目标',
];

/** What shall be done about what went wrong, as the label of its text. */
export const nextSteps: readonly string[] = ['下一步措施', '下一步改进措施', '下一步工作措施', '下一步打算'];

/** What an upper level is called where it is not counted: the left of two is the higher one (see `levelsOfIndicator`). */
const kindsOfIndicator: readonly string[] = ['指标', '绩效', '绩效指标'].flatMap((whose) =>
  ['类型', '类别', '分类', '大类', '类'].map((kind) => whose + kind),
);

export const levelsOfIndicator = ['level1', 'level2', 'indicator'] as const;

/** The three levels of an indicator; vertically merged cells of the upper two hold for every row they span. */
export const indicatorLevels = {
  level1: text('一级指标', 'level 1', ['绩效指标/一级指标', '一级', '一级指标名称', ...kindsOfIndicator], {
    fillsDown: true,
    suggested: ['成本指标', '产出指标', '效益指标', '满意度指标'],
  }),
  level2: text(
    '二级指标',
    'level 2',
    ['绩效指标/二级指标', '二级', '二级指标名称', '指标内容', ...kindsOfIndicator],
    {
      fillsDown: true,
    },
  ),
  indicator: text(
    '三级指标',
    'indicator',
    ['绩效指标/三级指标', '三级', '三级指标名称', '指标名称', '具体指标', '绩效指标'],
    {
      required: true,
    },
  ),
};

const certainly = ['确定能', '能'];
const possibly = ['有可能', '可能'];
const impossibly = ['完全不可能', '不可能', '不能'];

/** Answers to whether a target can still be met, under the headings that ask for it. */
function possibility(...answers: readonly string[]): readonly string[] {
  return ['完成目标可能性', '完成可能性', '目标完成可能性', '能否完成', '能否完成目标'].flatMap((question) =>
    answers.map((answer) => `${question}/${answer}`),
  );
}

/** What was attained so far, by whatever an office calls attaining: #月完成值, 截至#月实际. */
const attainedSoFar: readonly string[] = ['#月', '截至#月'].flatMap((span) =>
  ['执行', '完成', '实际完成', '实际执行', '实际', '实现', '达成'].flatMap((verb) =>
    ['情况', '值', '数', ''].map((noun) => span + verb + noun),
  ),
);

/** Indicators of an in-year monitoring form: target, result so far, forecast, why it deviates, whether it can still be met. */
export const monitoredIndicators = {
  ...indicatorLevels,
  target: measure(
    '年度指标值',
    'target',
    ['指标值', '年初指标值', '绩效指标/年度指标值', '目标值', '年度目标值', '全年目标', '年度目标'],
    { required: true },
  ),
  actual: measure(
    '1-X月执行情况',
    'result to date',
    [
      ...attainedSoFar,
      '绩效指标/#月执行情况',
      '执行情况',
      '绩效指标完成情况',
      '完成情况',
      '实际完成值',
      '实际值',
      '实际',
    ],
    { required: true },
  ),
  forecast: measure(
    '全年预计完成情况',
    'forecast',
    ['全年预计完成值', '预计完成情况', '绩效指标/全年预计完成情况', '全年预计'],
    {},
  ),
  causeFunds: yesNo(
    '经费保障',
    'cause: funds',
    ['偏差原因分析/经费保障', '偏差原因/经费保障', '偏差原因分析/经费', '偏差原因/经费'],
    {
      minor: true,
      ticked: true,
      path: '偏差原因分析/经费保障',
    },
  ),
  causeRules: yesNo(
    '制度保障',
    'cause: rules',
    ['偏差原因分析/制度保障', '偏差原因/制度保障', '偏差原因分析/制度', '偏差原因/制度'],
    {
      minor: true,
      ticked: true,
      path: '偏差原因分析/制度保障',
    },
  ),
  causeStaff: yesNo(
    '人员保障',
    'cause: staff',
    ['偏差原因分析/人员保障', '偏差原因/人员保障', '偏差原因分析/人员', '偏差原因/人员'],
    {
      minor: true,
      ticked: true,
      path: '偏差原因分析/人员保障',
    },
  ),
  causeEquipment: yesNo(
    '硬件条件保障',
    'cause: equipment',
    ['偏差原因分析/硬件条件保障', '偏差原因/硬件条件保障', '硬件保障'],
    {
      minor: true,
      ticked: true,
      path: '偏差原因分析/硬件条件保障',
    },
  ),
  causeOther: yesNo('其他', 'cause: other', ['偏差原因分析/其他', '偏差原因/其他', '其他原因'], {
    minor: true,
    ticked: true,
    path: '偏差原因分析/其他',
  }),
  causeNote: text(
    '原因说明',
    'cause in words',
    [
      '偏差原因分析/原因说明',
      '偏差原因分析',
      '偏差原因/原因说明',
      '偏差原因说明',
      '偏差分析',
      '偏差原因分析及改进措施',
    ],
    {
      minor: true,
      path: '偏差原因分析/原因说明',
    },
  ),
  certain: yesNo('确定能', 'will be met', possibility(...certainly), {
    minor: true,
    ticked: true,
    answers: certainly,
    path: '完成目标可能性/确定能',
  }),
  possible: yesNo('有可能', 'may be met', possibility(...possibly), {
    minor: true,
    ticked: true,
    answers: possibly,
    path: '完成目标可能性/有可能',
  }),
  impossible: yesNo('完全不可能', 'cannot be met', [...possibility(...impossibly), '不可能'], {
    minor: true,
    ticked: true,
    answers: impossibly,
    path: '完成目标可能性/完全不可能',
  }),
  remark: remark(),
};

import { defineTemplate } from '../model/template.ts';
import {
  amount,
  departmentLabels,
  measure,
  number,
  rate,
  remark,
  spendingUnitLabels,
  text,
} from './fields.ts';
import { indicatorLevels, levelsOfIndicator, nextSteps } from './indicator-fields.ts';

/**
 * T06 项目支出绩效自评表: one project a sheet, scored on its money and its indicators. Read in the national form
 * (财预〔2020〕10号), the Sichuan one (调整后预算数, 指标性质, 度量单位, 权重) and the Hubei one (年初目标值, 实际完成值).
 */
export const projectSelfEvaluation = defineTemplate({
  id: 'T06',
  title: { zh: '项目支出绩效自评表', en: 'Project self-evaluation' },
  titles: [
    '项目支出绩效自评表',
    '项目绩效自评表',
    '项目支出绩效目标自评表',
    '绩效自评表',
    '项目自评表',
    '部门预算项目支出绩效自评表',
    '项目支出自评表',
    '项目绩效目标自评表',
  ],
  amountUnit: '万元',
  anyPeriod: true,
  form: {
    projectName: text('项目名称', 'project name', ['项目名称及编码', '项目名称及代码'], {
      required: true,
      mustFill: true,
    }),
    projectCode: text('项目编码', 'project code', ['项目代码'], { minor: true }),
    department: text('主管部门', 'line department', departmentLabels, { minor: true }),
    unitName: text('实施单位', 'budget unit', spendingUnitLabels, { minor: true }),
    goal: text(
      '预期目标',
      'objective',
      [
        '年度总体目标/预期目标',
        '年初设定目标',
        '设定目标',
        '年初目标',
        '年度目标',
        '年度总体目标',
        '绩效目标',
      ],
      { minor: true, prose: true },
    ),
    goalResult: text(
      '实际完成情况',
      'result',
      [
        '年度总体目标/实际完成情况',
        '全年实际完成情况',
        '目标实际完成情况',
        '目标实现情况',
        '实际完成',
        '年度总体目标完成情况',
      ],
      { minor: true, prose: true },
    ),
    totalScore: number('总分', 'total score', ['自评总分', '自评得分', '合计得分', '总得分'], {
      minor: true,
    }),
    grade: text('自评等级', 'grade', ['等级', '评价等级', '自评结论', '绩效等级'], {
      minor: true,
      suggested: ['优', '良', '中', '差'],
    }),
    conclusion: text('评价结论', 'conclusion', ['自评结论说明'], { minor: true, prose: true }),
    problems: text('存在问题', 'problems', ['存在的问题', '主要问题'], { minor: true, prose: true }),
    remedies: text(
      '改进措施',
      'remedies',
      ['改进措施及建议', '整改措施', '改进措施及结果应用方案', '解决措施', ...nextSteps],
      {
        minor: true,
        prose: true,
      },
    ),
  },
  sheet: [
    { fields: ['projectName', 'projectCode'] },
    { fields: ['department', 'unitName'] },
    { tables: ['funds'] },
    { fields: ['goal'] },
    { fields: ['goalResult'] },
    { tables: ['indicators'] },
    { fields: ['totalScore', 'grade'] },
    { fields: ['conclusion'] },
    { fields: ['problems'] },
    { fields: ['remedies'] },
  ],
  tables: {
    funds: {
      title: { zh: '项目资金', en: 'Funds' },
      identity: { name: 'item' },
      rowsNest: true,
      fixedRows: ['年度资金总额', '其中：当年财政拨款', '上年结转资金', '其他资金'],
      rowSums: { 年度资金总额: { plus: ['其中：当年财政拨款', '上年结转资金', '其他资金'] } },
      fields: {
        item: text('项目资金', 'source of funds', [
          '预算执行情况',
          '资金来源',
          '资金',
          '预算执行情况(10分)',
          '预算执行情况(20分)',
          '资金构成',
        ]),
        initialBudget: amount('年初预算数', 'original budget', ['年初预算', '年初预算额'], {}),
        adjustedBudget: amount(
          '全年预算数',
          'revised budget',
          ['调整后预算数', '全年预算', '预算数', '调整后预算', '全年预算数(A)', '预算数(A)', '资金总额'],
          {
            required: true,
          },
        ),
        executed: amount(
          '全年执行数',
          'spent',
          [
            '预算执行数',
            '执行数',
            '实际支出',
            '实际支付',
            '决算数',
            '全年执行数(B)',
            '执行数(B)',
            '实际执行数',
            '支出数',
            '全年支出金额',
            '全年支出数',
          ],
          { required: true },
        ),
        weight: number('分值', 'weight', ['权重', '分值(10)', '分值(10分)', '标准分'], {}),
        execRate: rate('执行率', 'execution rate', ['预算执行率', '执行率(B/A)', '执行率B/A', '预算完成率'], {
          computed: { part: 'executed', whole: 'adjustedBudget' },
        }),
        score: number('得分', 'score', ['自评得分'], {}),
        reason: text(
          '原因',
          'reason',
          ['未完成原因', '执行率低的原因', '原因说明', '执行率偏低原因', '说明'],
          { minor: true },
        ),
      },
    },
    indicators: {
      title: { zh: '绩效指标', en: 'Indicators' },
      identity: { name: 'indicator' },
      levels: levelsOfIndicator,
      fields: {
        ...indicatorLevels,
        nature: text('指标性质', 'comparator', ['性质', '指标方向', '指标性质(=,≥,≤)'], {
          minor: true,
          suggested: ['≥', '≤', '=', '定性'],
        }),
        target: measure(
          '年度指标值',
          'target',
          ['指标值', '年初目标值', '目标值', '年度指标值(A)', '年初目标值(A)', '年度目标值'],
          { required: true },
        ),
        targetUnit: text('度量单位', 'unit', ['计量单位', '单位'], { minor: true }),
        actual: measure(
          '实际完成值',
          'result',
          ['完成值', '实际完成值(B)', '全年完成值', '实际完成情况', '全年实际完成值', '实际值'],
          { required: true },
        ),
        weight: number('分值', 'weight', ['权重', '标准分'], { required: true, summed: true }),
        score: number('得分', 'score', ['自评得分', '自评分值', '自评分'], { required: true, summed: true }),
        reason: text(
          '偏差原因分析及改进措施',
          'why missed',
          [
            '未完成原因分析',
            '说明',
            '偏差原因分析',
            '偏差原因',
            '偏差大或目标未完成原因分析',
            '未完成原因',
            '未完成原因和改进措施',
            '未完成原因及改进措施',
            '原因分析',
            '扣分原因',
            '原因说明',
            '情况说明',
          ],
          { prose: true },
        ),
        remark: remark([], { variant: true }),
      },
    },
  },
});

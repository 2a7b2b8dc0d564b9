import { defineTemplate } from '../model/template.ts';
import { amount, rate, sequence, text } from './fields.ts';
import { goalHeadings, levelsOfIndicator, monitoredIndicators, nextSteps } from './indicator-fields.ts';

/** T04 部门整体支出绩效监控表: a department's money as a whole, its tasks of the year, its indicators, what went wrong. */
export const departmentMonitoring = defineTemplate({
  id: 'T04',
  title: { zh: '部门整体支出绩效监控表', en: 'Department performance monitoring form' },
  titles: ['部门整体', '单位整体', '部门(单位)整体', '整体'].flatMap((whole) =>
    ['支出', ''].flatMap((spending) =>
      ['绩效监控表', '绩效目标执行监控表', '绩效运行监控表', '绩效目标监控表', '监控表'].map(
        (monitoring) => whole + spending + monitoring,
      ),
    ),
  ),
  amountUnit: '万元',
  form: {
    unitName: text(
      '部门(单位)名称',
      'department',
      ['部门单位名称', '部门名称', '单位名称', '部门（单位）', '预算部门', '预算单位'],
      {
        required: true,
        mustFill: true,
      },
    ),
    goal: text('年度总体目标', 'annual objective', goalHeadings, {
      minor: true,
      prose: true,
    }),
    goalProgress: text(
      '年度总体目标执行情况',
      'objective: attainment',
      ['总体目标执行情况', '目标执行情况', '年度总体目标完成情况'],
      { minor: true, prose: true },
    ),
    problems: text(
      '实施存在的问题',
      'problems',
      ['存在的问题', '存在问题', '监控分析/实施存在的问题', '实施中存在的问题'],
      { minor: true, prose: true },
    ),
    deviation: text(
      '绩效目标偏离原因',
      'why objectives are missed',
      ['偏离原因', '目标偏离原因', '监控分析/绩效目标偏离原因'],
      { minor: true, prose: true },
    ),
    remedies: text(
      '整改措施及建议',
      'remedies',
      ['整改措施', '改进措施及建议', '监控分析/整改措施及建议', '改进措施', '解决措施', ...nextSteps],
      { minor: true, prose: true },
    ),
  },
  sheet: [
    { fields: ['unitName'] },
    { tables: ['funds'] },
    { tables: ['tasks'] },
    { fields: ['goal'] },
    { fields: ['goalProgress'] },
    { tables: ['indicators'] },
    { fields: ['problems'] },
    { fields: ['deviation'] },
    { fields: ['remedies'] },
  ],
  tables: {
    funds: {
      title: { zh: '年度预算', en: 'Funds' },
      identity: { name: 'item' },
      rowsNest: true,
      fixedRows: ['资金总额', '基本支出', '项目支出'],
      rowSums: { 资金总额: { plus: ['基本支出', '项目支出'] } },
      fields: {
        item: text('年度预算', 'kind of spending', ['预算资金', '资金构成', '支出类别', '项目']),
        initialBudget: amount('年初预算数', 'original budget', ['年初预算'], {
          required: true,
          toldBy: ['adjustedBudget'],
        }),
        adjustedBudget: amount('调整后预算数', 'revised budget', ['全年预算数', '调整后预算', '全年预算'], {
          minor: true,
          variant: true,
        }),
        cumActual: amount(
          '1-X月执行数',
          'spent to date',
          ['#月执行数', '#月支出数', '截至#月执行数', '截至#月支出数', '执行数', '累计支付数'],
          { required: true },
        ),
        execRate: rate('执行率', 'execution rate', ['#月执行率', '预算执行率', '预算完成率'], {
          computed: { part: 'cumActual', whole: 'initialBudget' },
        }),
        forecast: amount('全年预计', 'forecast spending', [
          '全年预计执行数',
          '全年预计支出数',
          '全年预计支出',
          '年底预计支出',
          '年末预计支出',
          '预计年末支出',
          '预计全年执行数',
        ]),
      },
    },
    tasks: {
      title: { zh: '年度主要任务', en: 'Tasks of the year' },
      identity: { name: 'task' },
      optional: true,
      fields: {
        seq: sequence(),
        task: text(
          '任务名称',
          'task',
          [
            '主要任务',
            '年度主要任务/任务名称',
            '任务',
            '年度任务',
            '工作任务',
            '重点任务',
            '重点工作',
            '主要工作',
            '年度重点工作',
            '重点工作任务',
            '任务事项',
          ],
          { required: true },
        ),
        content: text(
          '主要内容',
          'content',
          ['任务内容', '年度主要任务/主要内容', '工作内容', '主要工作内容', '具体内容', '内容'],
          { required: true },
        ),
        budget: amount('预算', 'budget', ['预算数', '预算金额', '年度主要任务/预算'], {}),
        spent: amount('执行', 'spent', ['执行数', '执行金额', '支出', '支出数', '年度主要任务/执行'], {}),
        result: text('完成情况', 'result', ['任务完成情况', '年度主要任务/完成情况'], { prose: true }),
      },
    },
    indicators: {
      title: { zh: '绩效指标', en: 'Indicators' },
      identity: { name: 'indicator' },
      levels: levelsOfIndicator,
      optional: true,
      fields: monitoredIndicators,
    },
  },
});

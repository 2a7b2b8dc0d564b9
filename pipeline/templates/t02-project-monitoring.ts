import { defineTemplate } from '../model/template.ts';
import { amount, date, departmentLabels, rate, spendingUnitLabels, text } from './fields.ts';
import { goalHeadings, levelsOfIndicator, monitoredIndicators } from './indicator-fields.ts';

/**
 * T02 项目支出绩效目标执行监控表 (财预〔2019〕136号): one project a sheet, its money by source and its indicators, to the
 * end of July or whichever month the bureau asks for (1-6月, 1-7月, 1-8月, 1-9月).
 */
export const projectMonitoring = defineTemplate({
  id: 'T02',
  title: { zh: '项目支出绩效目标执行监控表', en: 'Project performance monitoring form' },
  titles: [
    '项目支出绩效目标执行监控表',
    '项目支出绩效运行监控表',
    '项目绩效目标执行监控表',
    '项目绩效目标运行监控表',
    '绩效目标执行监控表',
    '项目支出绩效监控表',
    '预算项目绩效运行监控表',
    '项目支出绩效执行监控表',
    '项目绩效监控表',
  ],
  amountUnit: '万元',
  form: {
    projectName: text('项目名称', 'project name', ['二级项目名称', '二级项目'], {
      required: true,
      mustFill: true,
    }),
    projectCode: text('项目编码', 'project code', ['项目代码'], { minor: true }),
    department: text('主管部门及代码', 'line department', departmentLabels, {
      minor: true,
    }),
    unitName: text('实施单位', 'budget unit', spendingUnitLabels, {
      minor: true,
    }),
    goal: text('年度总体目标', 'annual objective', [...goalHeadings, '年度目标'], {
      minor: true,
      prose: true,
    }),
    noticeDate: date(
      '整改通知日期',
      'notice to remedy of',
      ['预警通知日期', '整改通知时间', '预警日期', '下达整改日期'],
      { minor: true },
    ),
    remedyDate: date(
      '整改完成日期',
      'remedied on',
      ['整改完成时间', '整改反馈日期', '整改回复日期', '完成整改日期'],
      { minor: true },
    ),
  },
  sheet: [
    { fields: ['projectName', 'projectCode'] },
    { fields: ['department', 'unitName'] },
    { tables: ['funds'] },
    { fields: ['goal'] },
    { tables: ['indicators'] },
    { fields: ['noticeDate', 'remedyDate'] },
  ],
  tables: {
    funds: {
      title: { zh: '项目资金', en: 'Funds' },
      identity: { name: 'item' },
      rowsNest: true,
      fixedRows: ['年度资金总额', '其中：本年一般公共预算拨款', '其他资金'],
      rowSums: { 年度资金总额: { plus: ['其中：本年一般公共预算拨款', '其他资金'] } },
      fields: {
        item: text('项目资金', 'source of funds', [
          '资金来源',
          '项目资金/资金来源',
          '资金',
          '预算资金',
          '资金构成',
        ]),
        initialBudget: amount('年初预算数', 'original budget', ['年初预算', '预算数/年初'], {
          required: true,
          toldBy: ['adjustedBudget'],
        }),
        adjustedBudget: amount(
          '全年预算数',
          'revised budget',
          ['调整后预算数', '调整后预算', '全年预算', '调整预算数'],
          { minor: true, variant: true },
        ),
        cumActual: amount(
          '1-X月执行数',
          'spent to date',
          ['#月执行数', '#月支出数', '截至#月执行数', '截至#月支出数', '执行数', '累计执行数', '累计支付数'],
          {
            required: true,
          },
        ),
        execRate: rate(
          '1-X月执行率',
          'execution rate',
          ['#月执行率', '执行率', '预算执行率', '截至#月执行率', '预算完成率'],
          { computed: { part: 'cumActual', whole: 'initialBudget' } },
        ),
        forecast: amount('全年预计执行数', 'forecast spending', [
          '全年预计支出数',
          '全年预计支出',
          '年底预计支出',
          '年末预计支出',
          '预计年末支出',
          '预计全年执行数',
          '全年预计执行',
          '全年预计',
        ]),
      },
    },
    indicators: {
      title: { zh: '绩效指标', en: 'Indicators' },
      identity: { name: 'indicator' },
      levels: levelsOfIndicator,
      fields: monitoredIndicators,
    },
  },
});

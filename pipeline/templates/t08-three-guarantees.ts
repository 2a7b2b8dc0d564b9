import { defineTemplate } from '../model/template.ts';
import { amount, code, date, rate, sequence, text } from './fields.ts';

/**
 * T08 “三保”支出表: what each of the three guarantees needs, was given and has spent. The report form has three rows;
 * the planning form adds need and gap; the system's export has a line per allotment or payment with
 * its 三保标识. The balance of the special account stands beside the table where a district reports it.
 */
export const threeGuarantees = defineTemplate({
  id: 'T08',
  title: { zh: '“三保”支出表', en: 'Three guarantees' },
  titles: [
    '三保支出表',
    '三保支出情况表',
    '三保支出预算及执行情况表',
    '三保支出预算安排及执行情况表',
    '三保保障情况表',
    '三保支出进度表',
    '三保支出执行情况表',
    '三保支出明细表',
    '三保',
  ],
  amountUnit: '万元',
  form: {
    accountBalance: amount(
      '专户余额',
      'balance of the special account',
      ['三保专户余额', '专户月末余额', '三保专户月末余额', '月末专户余额'],
      { minor: true },
    ),
    monthlyNeed: amount(
      '月均支出',
      'monthly need',
      ['三保月均支出', '月度保障需求', '每月保障需求', '月均三保支出', '月均保障需求'],
      { minor: true },
    ),
  },
  sheet: [{ fields: ['accountBalance', 'monthlyNeed'] }, { tables: ['items'] }],
  tables: {
    items: {
      title: { zh: '“三保”支出', en: 'Three guarantees' },
      identity: { name: 'kind' },
      fixedRows: ['保基本民生', '保工资', '保运转'],
      fields: {
        seq: sequence(),
        region: text('区划', 'district', ['行政区划', '地区', '区县'], {
          minor: true,
          fillsDown: true,
          variant: true,
        }),
        office: text('业务主管处室', 'supervising office', ['业务处室', '主管处室'], {
          minor: true,
          fillsDown: true,
          variant: true,
        }),
        unitName: text('预算单位', 'budget unit', ['单位名称', '单位'], {
          minor: true,
          fillsDown: true,
          variant: true,
        }),
        kind: text(
          '类别',
          'guarantee',
          [
            '三保类别',
            '三保支出项目',
            '三保支出类别',
            '三保标识',
            '保障类别',
            '三保项目',
            '项目',
            '保障内容',
            '支出类别',
            '三保内容',
            '项目类别',
            '保障项目',
          ],
          { required: true, mustFill: true, fillsDown: true },
        ),
        projectName: text('预算项目名称', 'project name', ['项目名称', '支出项目', '支出项目名称', '项目'], {
          minor: true,
          variant: true,
        }),
        projectCode: code('项目编码', 'project code', ['项目代码', '预算项目编码'], {
          minor: true,
          variant: true,
        }),
        documentNumber: text('指标文号', 'document number', ['文号'], { minor: true, variant: true }),
        summary: text('指标摘要', 'allotment summary', [], { minor: true, variant: true }),
        need: amount(
          '需求数',
          'need',
          [
            '支出需求数',
            '保障需求数',
            '需求数/国家标准',
            '需求数/合计',
            '需求',
            '支出需求',
            '测算需求数',
            '保障需求',
          ],
          { minor: true },
        ),
        needProvince: amount(
          '省标需求数',
          'need by provincial standard',
          ['需求数/省标', '需求数/省定标准'],
          { minor: true, variant: true },
        ),
        needLocal: amount(
          '市县标需求数',
          'need by local standard',
          ['需求数/市县标', '需求数/市县标准', '需求数/县标', '需求数/县定标准'],
          {
            minor: true,
            variant: true,
          },
        ),
        arranged: amount(
          '安排资金',
          'budgeted',
          [
            '预算安排数',
            '安排数',
            '预算数',
            '预算安排',
            '安排金额',
            '指标金额',
            '年初预算数',
            '调整预算数',
            '全年预算数',
            '预算安排资金',
          ],
          { required: true, mustFill: true },
        ),
        shortfall: amount('缺口', 'shortfall', ['缺口数', '资金缺口'], {
          minor: true,
          mayBeNegative: true,
          computed: { sum: ['need'], less: ['arranged'] },
        }),
        spent: amount(
          '实际支出',
          'spent',
          [
            '执行数',
            '支付金额',
            '支出数',
            '累计支出',
            '实际支出数',
            '累计执行数',
            '截至#月支出数',
            '#月执行数',
            '截至#月实际支出',
            '累计支出数',
            '已支出',
          ],
          { required: true, mustFill: true },
        ),
        rate: rate('执行率', 'execution rate', ['执行进度', '支出进度', '预算执行率'], {
          minor: true,
          computed: { part: 'spent', whole: 'arranged' },
        }),
        timeProgress: rate('序时进度', 'time progress', ['考核进度', '时间进度'], {
          minor: true,
          variant: true,
        }),
        warning: text('预警级别', 'warning level', ['预警', '预警等级'], { minor: true, variant: true }),
        cash: text('库款保障', 'treasury cash', ['库款保障情况', '库款'], { minor: true, variant: true }),
        purpose: text('资金用途', 'purpose', ['支付用途', '用途'], { minor: true, variant: true }),
        dueOn: date('应付日期', 'due on', ['应发日期', '应付时间', '应发时间', '应支付日期'], {
          minor: true,
          variant: true,
        }),
        paidOn: date('支付时间', 'paid on', ['支付日期', '实付日期', '实发日期', '发放日期', '付款日期'], {
          minor: true,
          variant: true,
        }),
        includes: text(
          '包括项目',
          'made up of',
          [
            '包含项目',
            '包括内容',
            '所含项目',
            '明细项目',
            '具体项目',
            '具体内容',
            '涉及项目',
            '主要项目',
            '主要保障内容',
            '保障范围',
            '保障明细',
            '支出内容',
            '保障内容',
          ],
          { minor: true, prose: true },
        ),
        remark: text('备注', 'remark', ['说明'], { minor: true }),
      },
    },
  },
});

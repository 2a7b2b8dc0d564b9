import { defineTemplate } from '../model/template.ts';
import { amount, code, date, number, rate, sequence, text, yesNo } from './fields.ts';

/** T10 直达资金台账: every direct-transfer fund from the day its notice came in to the day the money was paid. */
export const directFunds = defineTemplate({
  id: 'T10',
  title: { zh: '直达资金台账', en: 'Direct-transfer funds' },
  titles: [
    '直达资金台账',
    '直达资金支出进度表',
    '直达资金使用情况台账',
    '直达资金使用情况表',
    '直达资金监控台账',
    '直达资金分配使用情况表',
    '直达资金进度表',
    '直达资金',
  ],
  amountUnit: '万元',
  form: {},
  tables: {
    funds: {
      title: { zh: '直达资金', en: 'Direct-transfer funds' },
      identity: { name: 'fundName' },
      fields: {
        seq: sequence(),
        fundName: text(
          '资金名称',
          'fund',
          ['项目名称', '资金名称/项目名称', '直达资金名称', '资金项目名称', '资金(项目)名称', '指标摘要'],
          { required: true, mustFill: true },
        ),
        documentNumber: text(
          '资金文号',
          'document number',
          ['指标文号', '文号', '下达文号', '文件号', '资金文号(指标文号)'],
          {},
        ),
        tag: text('直达资金标识', 'direct-transfer tag', ['直达标识', '资金标识', '标识'], {
          suggested: ['01中央直达资金', '02参照直达资金'],
        }),
        sourceCode: code('上级来源项目代码', 'source project code', ['来源项目代码', '上级项目代码'], {
          minor: true,
        }),
        received: date(
          '收文日期',
          'received on',
          ['收文(下达)日期', '收到日期', '上级下达日期', '下达日期', '指标下达日期', '收文时间', '指标日期'],
          {},
        ),
        released: amount(
          '下达金额',
          'released',
          ['下达数', '资金额', '下达资金', '指标金额', '资金金额', '下达指标', '下达预算', '下达预算数'],
          { required: true, mustFill: true },
        ),
        distributedOn: date(
          '分配日期',
          'distributed on',
          ['分配(分解)日期', '分解日期', '分配时间', '分配下达日期', '下达日期'],
          {},
        ),
        distributed: amount('分配金额', 'distributed', ['已分配金额', '分解金额', '分配数', '已分配数'], {}),
        distributionRate: rate('分配率', 'distribution rate', ['分配进度'], {
          computed: { part: 'distributed', whole: 'released' },
        }),
        deadline: date(
          '支出期限',
          'spend by',
          ['支出时限', '使用期限', '截止日期', '支出截止日期', '应支出日期'],
          {},
        ),
        paidOn: date('支出日期', 'paid on', ['支付日期', '支出时间', '付款日期', '实际支出日期'], {}),
        spent: amount(
          '支出金额',
          'spent',
          ['支付金额', '已支出金额', '累计支出', '实际支出', '支出数', '累计支出金额'],
          { required: true },
        ),
        rate: rate(
          '支出进度',
          'execution rate',
          ['支付率', '支出率', '执行率', '支出进度(支付率)', '支付进度'],
          { computed: { part: 'spent', whole: 'released' } },
        ),
        beneficiary: text(
          '受益对象',
          'beneficiary',
          ['补贴对象', '受益对象(是否补贴到人到企业)', '是否补贴到人到企业'],
          { minor: true },
        ),
        heads: number(
          '补贴人数/户数',
          'persons or households',
          ['补贴人数', '人数', '户数', '受益人数', '受益人数/户数', '补贴人数(户数)'],
          { summed: true },
        ),
        benefitsPeople: yesNo('惠企利民标识', 'benefits people or firms', ['惠企利民', '是否惠企利民'], {
          minor: true,
        }),
        reason: text(
          '未支出原因',
          'why unspent',
          ['未支出完毕原因', '剩余资金说明', '未完成原因', '剩余资金处置', '原因说明', '情况说明'],
          { prose: true },
        ),
        remark: text('备注', 'remark', [], { minor: true }),
      },
    },
  },
});

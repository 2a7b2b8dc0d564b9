import { defineTemplate } from '../model/template.ts';
import { amount, code, date, number, rate, sequence, text } from './fields.ts';

/** T16 结转结余/存量资金 · 暂付款表: money left over, by the year it arose, and advances not yet settled. */
export const carryOver = defineTemplate({
  id: 'T16',
  title: { zh: '结转结余资金及暂付款表', en: 'Carry-over and advances' },
  titles: [
    '结转结余资金及暂付款表',
    '结转结余资金情况表',
    '结转结余资金表',
    '财政存量资金情况表',
    '存量资金统计表',
    '结转结余情况表',
    '结转结余表',
    '存量资金表',
    '存量资金',
    '暂付款情况表',
    '暂付款表',
    '暂付款清理情况表',
    '暂付款台账',
  ],
  amountUnit: '万元',
  form: {},
  tables: {
    balances: {
      title: { zh: '结转结余', en: 'Carry-over and surplus' },
      identity: { code: 'projectCode', name: 'projectName' },
      optional: true,
      fields: {
        seq: sequence(),
        projectCode: code('项目编码', 'project code', ['项目代码'], { minor: true }),
        projectName: text('项目名称', 'project name', ['项目', '资金项目', '资金名称', '预算项目'], {
          required: true,
          mustFill: true,
        }),
        originYear: number(
          '形成年度',
          'year it arose',
          ['资金年度', '所属年度', '年度', '指标年度', '形成年份'],
          { required: true },
        ),
        budget: amount(
          '预算数',
          'budget',
          ['指标数', '指标金额', '调整后预算数', '预算金额', '资金总额'],
          {},
        ),
        spent: amount('支出数', 'spent', ['累计支出', '已支出', '支出金额', '实际支出', '执行数'], {}),
        carriedOver: amount('结转数', 'carried over', ['结转金额', '结转资金', '结转', '年末结转'], {}),
        surplus: amount('结余数', 'surplus', ['结余金额', '结余资金', '结余', '年末结余'], {}),
        amount: amount(
          '金额',
          'amount',
          ['结转结余金额', '存量金额', '结转结余资金', '余额', '存量资金金额', '存量资金'],
          { computed: { sum: ['carriedOver', 'surplus'] } },
        ),
        kind: text('类型', 'kind', ['资金类型', '结转/结余', '类型(结转/结余)', '资金性质'], {
          minor: true,
          suggested: ['结转', '结余'],
        }),
        returned: amount(
          '上缴(收回)金额',
          'returned',
          ['上缴金额', '收回金额', '已上缴', '已收回金额', '上缴财政金额', '上缴', '收回财政金额'],
          {},
        ),
        returnedOn: date('收回日期', 'returned on', ['上缴日期', '收回时间', '上缴时间'], { minor: true }),
        lastRatio: rate('上年结转结余率', 'ratio last year', ['上年结转率'], { minor: true, variant: true }),
        reason: text('原因', 'reason', ['结转结余原因', '形成原因', '说明', '原因说明'], {
          minor: true,
          prose: true,
        }),
        remark: text('备注', 'remark', [], { minor: true }),
      },
    },
    advances: {
      title: { zh: '暂付款', en: 'Advances' },
      identity: { name: 'debtor' },
      optional: true,
      fields: {
        seq: sequence(),
        debtor: text(
          '对象',
          'debtor',
          ['暂付对象', '借款单位', '单位名称', '往来单位', '暂付款对象', '债务人'],
          { required: true },
        ),
        matter: text(
          '事由',
          'purpose',
          ['暂付事由', '借款事由', '用途', '款项内容', '形成原因', '挂账原因', '暂付原因', '借款原因'],
          {},
        ),
        opening: amount('年初余额', 'opening balance', ['期初余额', '年初数', '上年末余额'], {
          required: true,
        }),
        added: amount(
          '新增',
          'added',
          ['本年新增', '新增数', '新增金额', '本年新增数', '本期新增', '本年增加', '本期增加', '增加数'],
          {
            required: true,
          },
        ),
        cleared: amount(
          '清理',
          'cleared',
          [
            '本年清理',
            '消化',
            '清理数',
            '清理金额',
            '收回',
            '本年清理数',
            '消化清理',
            '本期收回',
            '本年收回',
            '本期清理',
            '本年减少',
            '本期减少',
            '减少数',
          ],
          {},
        ),
        closing: amount('期末余额', 'closing balance', ['期末', '年末余额', '余额', '期末数'], {
          computed: { sum: ['opening', 'added'], less: ['cleared'] },
        }),
        remark: text('备注', 'remark', [], { minor: true }),
      },
    },
  },
});

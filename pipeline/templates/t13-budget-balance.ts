import { defineTemplate } from '../model/template.ts';
import { amount, number, rate, text } from './fields.ts';

/**
 * T13 收支总表: revenue by source on the left, expenditure by function on the right, both summing to the same total. The
 * final accounts form numbers its lines 1…30 on the left and 31…60 on the right. A share or a last year's column is
 * known by the side it stands under: many sheets have it on one side only.
 */
export const budgetBalance = defineTemplate({
  id: 'T13',
  title: { zh: '收支预算总表', en: 'Budget balance' },
  titles: [
    '收支预算总表',
    '收支总表',
    '部门收支总表',
    '部门收支预算总表',
    '收入支出决算总表',
    '收入支出总表',
    '收支决算总表',
    '财政拨款收支总表',
    '收入支出预算总表',
    '部门预算收支总表',
    '财政拨款收支预算总表',
    '财政拨款收入支出决算总表',
  ],
  amountUnit: '万元',
  anyPeriod: true,
  form: {},
  sheet: [{ tables: ['revenue', 'expenditure'] }],
  tables: {
    revenue: {
      title: { zh: '收入', en: 'Revenue' },
      identity: { name: 'item' },
      rowsNest: true,
      fixedRows: [
        '一、一般公共预算拨款收入',
        '二、政府性基金预算拨款收入',
        '三、国有资本经营预算拨款收入',
        '四、财政专户管理资金收入',
        '五、其他收入',
        '本年收入合计',
        '上年结转',
        '收入总计',
      ],
      rowSums: {
        本年收入合计: {
          plus: [
            '一、一般公共预算拨款收入',
            '二、政府性基金预算拨款收入',
            '三、国有资本经营预算拨款收入',
            '四、财政专户管理资金收入',
            '五、其他收入',
          ],
        },
        收入总计: { plus: ['本年收入合计', '上年结转'] },
      },
      fields: {
        item: text(
          '收入项目',
          'source',
          [
            '收入/项目',
            '收入项目名称',
            '收入/收入项目',
            '项目',
            '收入/项目(按来源)',
            '收入',
            '收入来源',
            '收入科目',
          ],
          {
            required: true,
            path: '收入/项目',
          },
        ),
        line: number('收入行次', 'line', ['收入/行次', '行次'], {
          minor: true,
          path: '收入/行次',
          variant: true,
        }),
        amount: amount(
          '收入金额',
          'amount',
          [
            // Beside a budget the final accounts are what is stated.
            '收入/决算数',
            '收入/预算数',
            '收入/金额',
            '收入/本年预算数',
            '收入预算数',
            '收入/执行数',
            '收入/合计',
            '预算数',
            '金额',
            '决算数',
          ],
          {
            required: true,
            path: '收入/预算数',
          },
        ),
        lastYear: amount('收入上年数', 'last year', ['收入/上年数', '收入/上年预算数', '收入/上年决算数'], {
          minor: true,
          path: '收入/上年数',
        }),
        changeRate: rate(
          '收入增减率',
          'change rate',
          ['收入/增减', '收入/增减率', '收入/增减%', '收入/增长率', '收入/增减幅度'],
          { minor: true, path: '收入/增减率', computed: { from: 'lastYear', to: 'amount' } },
        ),
        share: rate('收入占比', 'share', ['收入/占比', '收入/占比(%)', '收入/比重', '收入/所占比例'], {
          minor: true,
          path: '收入/占比',
          computed: { part: 'amount', wholeRow: '收入总计' },
        }),
      },
    },
    expenditure: {
      title: { zh: '支出', en: 'Expenditure' },
      identity: { name: 'item' },
      rowsNest: true,
      fixedRows: [
        '一、一般公共服务支出',
        '二、公共安全支出',
        '三、教育支出',
        '四、社会保障和就业支出',
        '五、卫生健康支出',
        '六、节能环保支出',
        '七、城乡社区支出',
        '八、农林水支出',
        '九、住房保障支出',
        '本年支出合计',
        '年终结转',
        '支出总计',
      ],
      rowSums: {
        本年支出合计: {
          plus: [
            '一、一般公共服务支出',
            '二、公共安全支出',
            '三、教育支出',
            '四、社会保障和就业支出',
            '五、卫生健康支出',
            '六、节能环保支出',
            '七、城乡社区支出',
            '八、农林水支出',
            '九、住房保障支出',
          ],
        },
        支出总计: { plus: ['本年支出合计', '年终结转'] },
      },
      fields: {
        item: text(
          '支出项目',
          'function',
          [
            '支出/项目',
            '支出/项目(按功能分类)',
            '支出/功能分类',
            '支出/支出项目',
            '支出/支出功能分类',
            '项目',
            '支出/功能分类科目',
            '支出',
            '支出功能分类',
            '支出/科目名称',
          ],
          {
            required: true,
            path: '支出/项目(按功能分类)',
          },
        ),
        line: number('支出行次', 'line', ['支出/行次', '行次'], {
          minor: true,
          path: '支出/行次',
          variant: true,
        }),
        amount: amount(
          '支出金额',
          'amount',
          [
            // Beside a budget the final accounts are what is stated.
            '支出/决算数',
            '支出/预算数',
            '支出/金额',
            '支出/本年预算数',
            '支出/合计',
            '支出/执行数',
            '支出/预算数/合计',
            '预算数/合计',
            '支出预算数',
            '合计',
            '预算数',
            '金额',
            '决算数',
          ],
          {
            required: true,
            path: '支出/预算数',
          },
        ),
        general: amount(
          '支出一般公共预算',
          'general public budget',
          [
            '支出/一般公共预算',
            '预算数/一般公共',
            '预算数/一般公共预算',
            '支出/一般公共',
            '支出/一般公共预算财政拨款',
          ],
          { minor: true, path: '支出/一般公共预算', variant: true },
        ),
        governmentFunds: amount(
          '支出政府性基金',
          'government-managed funds',
          ['支出/政府性基金', '预算数/政府性基金', '支出/政府性基金预算', '支出/政府性基金预算财政拨款'],
          { minor: true, path: '支出/政府性基金', variant: true },
        ),
        stateCapital: amount(
          '支出国有资本',
          'state capital',
          ['支出/国有资本经营预算', '预算数/国资', '支出/国资', '支出/国有资本经营预算财政拨款'],
          { minor: true, path: '支出/国有资本经营预算', variant: true },
        ),
        basic: amount('基本支出', 'basic expenditure', ['支出/基本支出'], {
          minor: true,
          path: '支出/基本支出',
          variant: true,
        }),
        project: amount('项目支出', 'project expenditure', ['支出/项目支出'], {
          minor: true,
          path: '支出/项目支出',
          variant: true,
        }),
        lastYear: amount('支出上年数', 'last year', ['支出/上年数', '支出/上年预算数', '支出/上年决算数'], {
          minor: true,
          path: '支出/上年数',
        }),
        changeRate: rate(
          '支出增减率',
          'change rate',
          ['支出/增减', '支出/增减率', '支出/增减%', '支出/增长率', '支出/增减幅度'],
          { minor: true, path: '支出/增减率', computed: { from: 'lastYear', to: 'amount' } },
        ),
        share: rate('支出占比', 'share', ['支出/占比', '支出/占比(%)', '支出/比重', '支出/所占比例'], {
          minor: true,
          path: '支出/占比',
          computed: { part: 'amount', wholeRow: '支出总计' },
        }),
        reason: text(
          '变动原因',
          'reason',
          ['支出/变动原因', '支出/增减原因', '变动说明', '增减原因', '说明'],
          { minor: true, path: '支出/变动原因', prose: true },
        ),
      },
    },
  },
});

import { defineTemplate } from '../model/template.ts';
import { amount, number, rate, remark, sequence, text } from './fields.ts';

/** Why there is more or less of something. */
const changes = ['变动原因', '变动原因说明', '增减原因', '情况说明', '说明'];

/** T11 国有资产月报: a cover with staff figures, assets and liabilities from last month's end to this month's, and things counted. */
export const assetReport = defineTemplate({
  id: 'T11',
  title: { zh: '国有资产月报', en: 'Monthly state-owned asset report' },
  titles: [
    '国有资产月报',
    '行政事业单位国有资产月报',
    '国有资产月报表',
    '行政事业性国有资产月报',
    '资产情况单户表',
    '资产月报',
    '国有资产情况表',
    '资产负债情况表',
  ],
  amountUnit: '元',
  form: {
    institutions: number('独立编制机构数', 'institutions', ['机构数', '独立编制机构'], { minor: true }),
    posts: number('编制人数', 'authorised posts', ['编制数', '核定编制数', '人员编制'], { minor: true }),
    staff: number('在职实有人数', 'staff', ['在职人数', '实有人数', '在编人数', '在职实有'], { minor: true }),
    lastInstitutions: number('上月独立编制机构数', 'institutions, last month', ['上月机构数'], {
      minor: true,
    }),
    lastStaff: number('上月在职实有人数', 'staff, last month', ['上月实有人数', '上月在职人数'], {
      minor: true,
    }),
    changeReason: text(
      '变动原因',
      'why these changed',
      ['人员变动原因', '机构人员变动原因', '机构或人员变动原因'],
      { minor: true },
    ),
    unitName: text('单位名称', 'budget unit', ['资产单位', '资产占有单位'], { minor: true }),
    phone: text('联系电话', 'telephone', ['电话'], { minor: true }),
  },
  sheet: [
    { fields: ['unitName', 'phone'] },
    { fields: ['institutions', 'posts', 'staff'] },
    { fields: ['lastInstitutions', 'lastStaff', 'changeReason'] },
    { tables: ['items'] },
    { tables: ['things'] },
  ],
  tables: {
    items: {
      title: { zh: '资产情况', en: 'Assets and liabilities' },
      identity: { name: 'item' },
      rowsNest: true,
      fixedRows: [
        '流动资产',
        '其中：货币资金',
        '其他应收款净额',
        '固定资产原值',
        '固定资产累计折旧',
        '固定资产净值',
        '在建工程',
        '无形资产原值',
        '无形资产净值',
        '公共基础设施净值',
        '资产总计',
        '负债合计',
        '净资产合计',
      ],
      rowSums: {
        固定资产净值: { plus: ['固定资产原值'], minus: ['固定资产累计折旧'] },
        净资产合计: { plus: ['资产总计'], minus: ['负债合计'] },
      },
      fields: {
        seq: sequence(),
        item: text(
          '项目',
          'item',
          [
            '资产项目',
            '资产类别',
            '指标',
            '科目',
            '项目名称',
            '资产负债项目',
            '资产名称',
            '资产分类',
            '资产科目',
          ],
          { required: true },
        ),
        opening: amount(
          '上月期末数',
          'opening balance',
          [
            '上期期末数',
            '期初数',
            '期初余额',
            '上月末数',
            '上月数',
            '年初数',
            '上年末数',
            '上期数',
            '上月末余额',
            '上月余额',
          ],
          { required: true },
        ),
        increase: amount('本月增加', 'increase', ['本期增加', '增加', '本月增加数', '本期增加数', '增加数'], {
          opposite: 'decrease',
        }),
        decrease: amount('本月减少', 'decrease', ['本期减少', '减少', '本月减少数', '本期减少数', '减少数'], {
          opposite: 'increase',
        }),
        closing: amount(
          '期末数',
          'closing balance',
          ['本月期末数', '期末余额', '本期期末数', '本月末数', '月末数', '本月数', '本月末余额', '月末余额'],
          { required: true, computed: { sum: ['opening', 'increase'], less: ['decrease'] } },
        ),
        change: amount('增减额', 'change', ['变动额', '增减数', '增减变动额', '比上月增减', '比上月增减额'], {
          mayBeNegative: true,
          computed: { sum: ['closing'], less: ['opening'] },
        }),
        monthRate: rate('环比', 'change on last month', ['环比(%)', '环比增减率', '环比变动率', '比上月'], {
          computed: { from: 'opening', to: 'closing' },
        }),
        yearRate: rate('同比', 'change on last year', ['同比(%)', '同比增减率'], { minor: true }),
        reason: text('原因', 'reason', changes, { prose: true }),
        remark: remark(),
      },
    },
    things: {
      title: { zh: '实物', en: 'Things counted' },
      identity: { name: 'thing' },
      optional: true,
      rowsNest: true,
      fixedRows: ['土地', '房屋', '车辆'],
      fields: {
        thing: text('实物名称', 'thing', ['实物资产', '实物', '资产名称'], { required: true }),
        measureUnit: text('计量单位', 'unit', ['单位'], { minor: true }),
        opening: number('上月期末数量', 'opening', ['期初数量', '上月数量'], {}),
        closing: number('期末数量', 'closing', ['本月数量', '数量', '月末数量'], { required: true }),
        reason: text('原因', 'reason', changes, { minor: true }),
      },
    },
  },
});

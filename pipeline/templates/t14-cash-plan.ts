import { defineTemplate } from '../model/template.ts';
import { amount, code, monthly, monthsOf, namesOfProjects, remark, sequence, text } from './fields.ts';

/** A plan may be of one quarter alone. */
const quarters = ['一', '二', '三', '四'].flatMap((number) => [`${number}季度`, `第${number}季度`]);

/** T14 部门分月用款计划: what a unit plans to draw each month, by project and class. */
export const cashPlan = defineTemplate({
  id: 'T14',
  title: { zh: '部门分月用款计划', en: 'Monthly cash plan' },
  titles: [
    '部门分月用款计划表',
    '部门分月用款计划',
    '分月用款计划表',
    '分月用款计划',
    '用款计划申报表',
    '用款计划表',
    '用款安排表',
    '用款计划',
  ],
  amountUnit: '万元',
  plansAhead: 'months',
  form: {},
  tables: {
    lines: {
      title: { zh: '用款计划', en: 'Cash plan' },
      identity: { code: 'projectCode', name: 'projectName' },
      fields: {
        seq: sequence(),
        unitName: text('单位名称', 'budget unit', ['预算单位', '单位'], { minor: true, fillsDown: true }),
        projectCode: code('项目编码', 'project code', ['项目代码'], { minor: true }),
        projectName: text(
          '项目名称',
          'project name',
          ['项目', '预算项目', '预算项目名称', ...namesOfProjects],
          {
            required: true,
          },
        ),
        paymentMode: text('支付方式', 'mode of payment', ['支付类型', '付款方式', '拨款方式', '用款方式'], {
          required: true,
          toldBy: monthsOf('planM'),
          suggested: ['直接支付', '授权支付'],
        }),
        functionClass: text(
          '功能科目',
          'functional class',
          [
            '功能分类',
            '支出功能分类',
            '支出功能科目',
            '功能分类科目',
            '预算科目',
            '支出科目',
            '科目名称',
            '科目',
          ],
          {},
        ),
        economicClass: text(
          '经济科目',
          'economic class',
          ['经济分类', '部门经济分类', '政府经济分类', '支出经济分类', '经济分类科目'],
          {},
        ),
        allotment: amount(
          '预算指标数',
          'allotment',
          [
            '本年预算指标',
            '可用指标',
            '可用指标数',
            '指标数',
            '指标金额',
            '预算指标',
            '预算数',
            '年度指标',
            '批复预算',
          ],
          { required: true },
        ),
        adjustment: amount('本年调整', 'adjustment', ['调整数', '指标调整', '追加', '追加(减)'], {
          minor: true,
          mayBeNegative: true,
        }),
        ...monthly(
          'planM',
          '用款计划',
          'plan',
          (month) => [
            `${month}月`,
            `分月计划/${month}月`,
            `用款计划/${month}月`,
            `${month}月计划`,
            `${month}月计划数`,
            `月度/${month}月`,
            `分月用款计划/${month}月`,
          ],
          (month) => `分月用款计划/${month}月`,
        ),
        planMonth: amount(
          '本月用款计划',
          'plan, this month',
          ['本月', '当月'].flatMap((month) =>
            [
              '计划',
              '用款计划',
              '计划用款',
              '用款',
              '申请',
              '申报',
              '申请用款',
              '申请计划',
              '申报计划',
              '拟用款',
            ].flatMap((plan) => ['', '数', '金额', '额'].map((sum) => month + plan + sum)),
          ),
          { minor: true, variant: true },
        ),
        planTotal: amount(
          '合计',
          'plan, whole year',
          [
            '计划合计',
            '用款计划/合计',
            '分月计划/合计',
            '用款计划合计',
            '分月用款计划/合计',
            '安排合计',
            '小计',
            '总计',
            '全年',
            ...['全年', '年度', '本年', '各月', '本季', '本季度', '季度', ...quarters].flatMap((time) =>
              ['合计', '总计', '用款合计', '用款计划', '计划', '计划合计'].map((sum) => time + sum),
            ),
          ],
          { computed: { sum: monthsOf('planM') }, path: '分月用款计划/合计' },
        ),
        approved: amount(
          '已批复',
          'approved',
          ['已批复数', '批复数', '已批复计划', '已下达计划', '已下达用款计划'],
          {},
        ),
        pending: amount(
          '未批复',
          'pending',
          ['未批复数', '未批复计划', '待批复', '待批计划', '剩余计划'],
          {},
        ),
        remark: remark(['情况说明', '原因说明', '原因']),
      },
    },
  },
});

import { reasonTypes } from '../model/code-lists.ts';
import { defineTemplate } from '../model/template.ts';
import { amount, choice, code, rate, sequence, text, yesNo } from './fields.ts';

/** T03 预算绩效运行监控表 (list): money and goals of every project of a unit side by side, the dual monitoring. */
export const monitoringList = defineTemplate({
  id: 'T03',
  title: { zh: '预算绩效运行监控表', en: 'Budget performance monitoring list' },
  titles: [
    '预算绩效运行监控表',
    '绩效运行监控表',
    '绩效运行监控情况表',
    '项目绩效运行监控表',
    '预算绩效监控表',
    '绩效运行一般监控表',
  ],
  amountUnit: '万元',
  form: {},
  tables: {
    projects: {
      title: { zh: '项目', en: 'Projects' },
      identity: { code: 'projectCode', name: 'projectName' },
      fields: {
        seq: sequence(),
        office: text(
          '处室名称',
          'supervising office',
          ['业务处室', '归口处室', '处室', '股室名称', '业务股室'],
          {
            minor: true,
            fillsDown: true,
          },
        ),
        unitName: text('单位名称', 'budget unit', ['预算单位', '项目单位', '实施单位'], {
          minor: true,
          fillsDown: true,
        }),
        projectType: text('项目类别', 'project type', ['项目类型', '项目性质'], {
          minor: true,
          suggested: ['人员类', '运转类', '特定目标类'],
        }),
        projectCode: code('项目编码', 'project code', [
          '项目代码',
          '项目编号',
          '预算项目编码',
          '预算项目代码',
        ]),
        projectName: text(
          '支出项目名称',
          'project name',
          ['项目名称', '预算项目名称', '预算项目', '支出项目', '项目'],
          {
            required: true,
            mustFill: true,
          },
        ),
        initialBudget: amount('年初预算数', 'original budget', [
          '年初预算',
          '年初批复数',
          '预算批复数',
          '预算数/年初',
          '预算数/年初数',
        ]),
        budgetAdd: amount('追加数', 'supplementary increase', ['追加', '调增', '追加预算数', '预算数/追加']),
        budgetCut: amount('追减数', 'reduction', ['追减', '调减', '追减预算数', '预算数/追减'], {
          mayBeNegative: true,
        }),
        adjustedBudget: amount(
          '调整预算数',
          'revised budget',
          [
            '调整后预算数',
            '调整后预算',
            '全年预算数',
            '全年预算',
            '预算数',
            '预算数/调整后',
            '预算数/调整数',
            '指标金额',
            '调整后金额',
          ],
          {
            required: true,
            mustFill: true,
            computed: { sum: ['initialBudget', 'budgetAdd'], less: ['budgetCut'] },
          },
        ),
        goal: text(
          '绩效目标',
          'performance objective',
          ['年度绩效目标', '项目绩效目标', '总体绩效目标', '年度总体目标', '年初目标', '年度目标'],
          {
            required: true,
            prose: true,
          },
        ),
        cumActual: amount(
          '截止X月底支出数',
          'spent to date',
          [
            '截至#月支出数',
            '截至#月支出',
            '截至#月累计支出',
            '截至#月累计支出数',
            '截至#月实际支出',
            '#月执行数',
            '累计支出数',
            '累计支出',
            '累计实际支出',
            '执行数',
            '支出数',
            '实际支出',
            '实际支出数',
            '截至#月支出金额',
            '#月支出金额',
            '支出金额',
            '累计支付数',
          ],
          { required: true, mustFill: true },
        ),
        execRate: rate(
          '预算执行率',
          'execution rate',
          ['执行率', '支出进度', '执行进度', '#月执行率', '支出率', '预算执行进度', '预算完成率'],
          { computed: { part: 'cumActual', whole: 'adjustedBudget' } },
        ),
        goalProgress: text(
          '截止X月底绩效目标执行情况',
          'goal attainment to date',
          [
            '截至#月绩效目标执行情况',
            '绩效目标执行情况',
            '绩效目标完成情况',
            '截至#月绩效目标完成情况',
            '绩效目标实现情况',
            '目标执行情况',
            '绩效目标进展情况',
            '目标进展情况',
            '目标完成进度',
          ],
          { required: true, prose: true },
        ),
        onTime: yesNo('是否达到序时支出进度', 'time progress reached', [
          '是否达到序时进度',
          '是否达序时进度',
          '达到序时支出进度',
          '是否达到时间进度',
        ]),
        goalOnTime: yesNo('是否达到阶段性绩效目标', 'interim objective reached', [
          '是否达到阶段绩效目标',
          '是否达到阶段性目标',
          '达到阶段性绩效目标',
          '是否达到绩效目标',
        ]),
        reasonType: choice('原因类型', 'reason type', reasonTypes, ['原因类别', '未达到原因类型']),
        reason: text(
          '情况分析',
          'analysis',
          ['原因分析', '情况说明', '偏差原因分析', '差异原因', '原因说明', '未达到原因', '存在问题及原因'],
          { prose: true },
        ),
        goalChange: text('绩效目标调整情况', 'changes of the objective', ['目标调整情况', '绩效目标调整'], {
          minor: true,
        }),
        remark: text('备注', 'remark', [], { minor: true, variant: true }),
      },
    },
  },
});

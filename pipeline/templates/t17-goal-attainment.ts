import { defineTemplate } from '../model/template.ts';
import { amount, code, namesOfProjects, remark, sequence, text } from './fields.ts';

/** T17 绩效目标实现情况表: what each project set out to do and what came of it, in words. */
export const goalAttainment = defineTemplate({
  id: 'T17',
  title: { zh: '绩效目标实现情况表', en: 'Attainment of objectives' },
  titles: [
    '绩效目标实现情况表',
    '项目绩效目标实现情况表',
    '项目绩效目标完成情况表',
    '绩效目标完成情况表',
    '绩效目标实现情况',
    '项目绩效目标实现情况统计表',
  ],
  amountUnit: '万元',
  anyPeriod: true,
  form: {},
  tables: {
    projects: {
      title: { zh: '项目', en: 'Projects' },
      identity: { code: 'projectCode', name: 'projectName' },
      fields: {
        seq: sequence(),
        projectCode: code('项目编码', 'project code', ['项目代码'], { minor: true }),
        projectName: text(
          '项目名称',
          'project name',
          ['支出项目名称', '项目', '预算项目名称', '预算项目', ...namesOfProjects],
          {
            required: true,
            mustFill: true,
          },
        ),
        goal: text(
          '绩效目标',
          'objective',
          ['年度绩效目标', '预期目标', '项目绩效目标', '年度目标', '年初目标', '绩效目标内容', '年初目标值'],
          { required: true, prose: true },
        ),
        result: text(
          '实现情况',
          'result',
          [
            '绩效目标实现情况',
            '完成情况',
            '目标实现情况',
            '实际完成情况',
            '绩效目标完成情况',
            '目标完成情况',
            '绩效实现情况',
            '年末完成情况',
            '实际完成值',
            '实际完成',
            '执行结果',
          ],
          { required: true, prose: true },
        ),
        budget: amount('预算数', 'budget', ['预算金额', '项目预算数'], { minor: true, variant: true }),
        spent: amount('支出数', 'spent', ['实际支出', '执行数', '支付数'], { minor: true, variant: true }),
        remark: remark(),
      },
    },
  },
});

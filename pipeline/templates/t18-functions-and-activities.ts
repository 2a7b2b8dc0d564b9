import { defineTemplate } from '../model/template.ts';
import { remark, sequence, text } from './fields.ts';

/** T18 部门职责—工作活动—项目表: which projects serve which function; a cell may name several, joined by 、 that also stands inside names. */
export const functionsAndActivities = defineTemplate({
  id: 'T18',
  title: { zh: '部门职责—工作活动—项目表', en: 'Functions, activities and projects' },
  titles: [
    '部门职责—工作活动—项目表',
    '部门职责-工作活动-项目表',
    '部门职责工作活动项目表',
    '部门职责—工作活动表',
    '部门职责工作活动目录',
    '部门职能与项目对应表',
    '职责活动项目对应表',
    '部门职责-工作活动绩效目标表',
    '部门职责工作活动表',
  ],
  amountUnit: '万元',
  anyPeriod: true,
  form: {},
  tables: {
    functions: {
      title: { zh: '职能', en: 'Functions' },
      identity: { name: 'function' },
      fields: {
        seq: sequence(),
        function: text(
          '职能',
          'function',
          [
            '部门职责',
            '部门职能',
            '职责',
            '职责名称',
            '职能名称',
            '部门职责名称',
            '部门主要职责',
            '主要职责',
          ],
          { required: true, fillsDown: true },
        ),
        activity: text(
          '工作活动',
          'activity',
          [
            '工作活动名称',
            '活动',
            '工作内容',
            '主要工作',
            '职责活动',
            '部门职责活动',
            '职责活动名称',
            '部门职责活动名称',
          ],
          {
            required: true,
            fillsDown: true,
          },
        ),
        goal: text(
          '年度工作目标',
          'objective of the year',
          ['工作目标', '年度目标', '年度绩效目标', '绩效目标'],
          { prose: true },
        ),
        projects: text(
          '对应项目支出',
          'projects',
          [
            '对应项目',
            '项目支出',
            '项目名称',
            '支出项目',
            '对应的项目支出',
            '对应项目名称',
            '项目',
            '预算项目',
            '安排项目',
            '保障项目',
            '支持项目',
          ],
          { required: true, prose: true },
        ),
        remark: remark(),
      },
    },
  },
});

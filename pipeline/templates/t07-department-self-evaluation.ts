import { defineTemplate } from '../model/template.ts';
import { number, remark, sequence, text } from './fields.ts';
import { levelsOfIndicator } from './indicator-fields.ts';

/** Words for what is looked at, by whatever the office calls the looking: 评价内容, 考评要点. */
function judging(nouns: readonly string[]): readonly string[] {
  return ['评价', '考评', '评估', '评分'].flatMap((verb) => nouns.map((noun) => verb + noun));
}

/** Why an indicator was not fully met, which is why points were lost. */
const shortfalls = ['偏差原因分析及改进措施', '偏差原因分析', '偏差原因', '未完成原因分析', '未完成原因'];

/** T07 部门整体绩效自评 / 预算部门绩效管理考核自评表: a scoring sheet; scores by section, their sum, and the sum scaled to 100. */
export const departmentSelfEvaluation = defineTemplate({
  id: 'T07',
  title: { zh: '预算部门绩效管理考核自评表', en: 'Department self-evaluation' },
  titles: [
    '预算部门绩效管理考核自评表',
    '部门整体绩效自评表',
    '部门整体支出绩效自评表',
    '整体支出绩效自评',
    '整体绩效自评',
    '绩效管理考核自评表',
    '部门整体支出绩效评价指标评分表',
    '部门整体支出绩效评价评分表',
    '考核自评表',
    '考核评分表',
    '部门绩效考核自评表',
    '绩效管理工作考核表',
  ],
  amountUnit: '万元',
  anyPeriod: true,
  titleMatters: true,
  form: {
    rawScore: number(
      '考核得分',
      'raw score',
      ['自评总分', '自评得分', '自评得分合计', '得分合计', '总得分', '实际得分', '自评实际得分', '实得分'],
      {
        minor: true,
      },
    ),
    base: number('考核满分基数', 'base of the scaled score', ['满分基数', '换算基数', '基数', '考核满分'], {
      minor: true,
    }),
    scaledScore: number('换算得分', 'scaled score', ['换算后得分', '折算得分', '百分制得分'], {
      minor: true,
    }),
    grade: text('等级', 'grade', ['自评等级', '考核等级', '评价等级'], {
      minor: true,
      suggested: ['优', '良', '中', '差'],
    }),
  },
  sheet: [{ tables: ['items'] }, { fields: ['rawScore', 'base', 'scaledScore', 'grade'] }],
  tables: {
    items: {
      title: { zh: '考核内容', en: 'Scored items' },
      identity: { name: 'indicator' },
      levels: levelsOfIndicator,
      fields: {
        seq: sequence(),
        level1: text(
          '一级指标',
          'section',
          [
            '一级',
            '考核类别',
            '考核项目',
            '考核事项',
            '考核内容',
            '考核维度',
            '维度',
            ...judging(['类别', '项目', '事项', '内容', '维度']),
          ],
          {
            fillsDown: true,
          },
        ),
        level2: text(
          '二级指标',
          'level 2',
          [
            '二级',
            '考核要素',
            '考核方面',
            '考核事项',
            '考核内容',
            '考核项目',
            ...judging(['要素', '方面', '内容', '项目', '指标']),
          ],
          { fillsDown: true },
        ),
        indicator: text(
          '三级指标',
          'item',
          [
            '三级',
            '指标名称',
            '具体指标',
            '考核要点',
            '指标',
            '考核细目',
            '考核指标',
            '考核内容',
            '考核项目',
            ...judging(['要点', '细目', '指标', '内容', '项目']),
          ],
          {},
        ),
        standard: text(
          '评分标准',
          'scoring standard',
          ['评分', '计分', '打分', '考核', '评价', '考评'].flatMap((verb) =>
            ['标准', '细则', '办法', '方法', '规则'].map((noun) => verb + noun),
          ),
          { minor: true, prose: true },
        ),
        weight: number('分值', 'weight', ['标准分', '权重', '满分', '标准分值', '考核分值'], {
          required: true,
          summed: true,
        }),
        score: number(
          '自评得分',
          'score',
          ['得分', '自评分', '自评分数', '自评打分', '自评分值', '单位自评', '自评'],
          {
            required: true,
            summed: true,
          },
        ),
        reason: text(
          '扣分原因',
          'why points were lost',
          ['扣分说明', '扣分原因说明', '得分说明', '自评说明', '扣分依据', '扣分理由', ...shortfalls],
          { prose: true },
        ),
        remark: remark(),
      },
    },
  },
});

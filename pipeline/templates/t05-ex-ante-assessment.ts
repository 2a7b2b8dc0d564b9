import { assessmentConclusions } from '../model/code-lists.ts';
import { defineTemplate } from '../model/template.ts';
import {
  amount,
  choice,
  departmentLabels,
  number,
  remark,
  sequence,
  spendingUnitLabels,
  text,
} from './fields.ts';

/** What money is asked for may stand beside the label of the whole: 资金来源 | 总额 | 135. */
const sumParents = [
  '资金申请',
  '资金来源',
  '项目资金',
  '资金构成',
  '申请资金',
  '资金情况',
  '资金需求',
  '预算资金',
  '项目预算',
];

/** Labels, each under each of the labels left of it. */
function under(parents: readonly string[], labels: readonly string[]): readonly string[] {
  return parents.flatMap((parent) => labels.map((label) => `${parent}/${label}`));
}

/**
 * T05 事前绩效评估表: one project a sheet, its six elements in prose, what it asks for, what the assessment concluded,
 * the costs it is made of and the points it was given. Prices are in 元 while amounts are in 万元.
 */
export const exAnteAssessment = defineTemplate({
  id: 'T05',
  title: { zh: '事前绩效评估表', en: 'Ex-ante performance assessment' },
  titles: [
    '事前绩效评估表',
    '项目事前绩效评估表',
    '事前绩效评估报告',
    '事前绩效评估',
    '预算项目事前绩效评估表',
    '事前评估表',
    '事前绩效评估评分表',
    '事前绩效评估指标评分表',
    '事前绩效评估打分表',
  ],
  amountUnit: '万元',
  anyPeriod: true,
  form: {
    projectName: text('项目名称', 'project name', ['评估项目名称', '申报项目名称'], {
      required: true,
      mustFill: true,
    }),
    applicant: text('项目单位', 'applicant', ['申报单位', '项目申报单位', ...spendingUnitLabels], {
      minor: true,
    }),
    department: text('主管部门', 'line department', departmentLabels, { minor: true }),
    attribute: text('项目属性', 'new or continued', ['项目性质', '项目类型', '新增或延续', '新增/延续'], {
      minor: true,
      suggested: ['新增项目', '延续项目'],
    }),
    projectSpan: text(
      '起止时间',
      'start and end',
      ['项目起止时间', '实施期限', '项目期限', '实施时间', '项目实施期'],
      { minor: true },
    ),
    requested: amount(
      '资金申请总额',
      'amount requested',
      [
        '申请资金总额',
        '申报金额',
        '资金总额',
        '申请金额',
        '申报预算金额',
        ...under(sumParents, ['总额', '合计', '总计', '资金总额', '年度资金总额']),
        '申请预算资金',
        '申请预算',
        '申请预算数',
        '申请预算金额',
        '资金需求总额',
        '资金需求',
        '项目总预算',
        '预算总额',
        '申报预算数',
        '资金申请',
        '项目申报金额',
        '年度资金总额',
        '申请财政资金总额',
        '申请财政资金金额',
      ],
      { required: true, mustFill: true, parts: ['requestedFiscal', 'requestedOther'] },
    ),
    requestedFiscal: amount(
      '其中：财政资金',
      'of which fiscal funds',
      [
        '财政资金',
        '申请财政资金',
        '财政拨款',
        '资金申请/财政',
        '其中：财政拨款',
        '其中：本级财政',
        '其中：本级财政资金',
        '本级财政资金',
      ],
      { minor: true },
    ),
    requestedOther: amount('其他资金', 'other funds', ['其中：其他资金', '自筹资金', '资金申请/其他'], {
      minor: true,
    }),
    overview: text('项目概况', 'overview', ['项目基本情况', '项目概述', '项目简介'], {
      required: true,
      prose: true,
    }),
    policyBasis: text('政策依据', 'policy basis', ['立项依据', '立项政策依据', '政策及立项依据'], {
      required: true,
      prose: true,
    }),
    need: text(
      '迫切需求',
      'urgent need',
      ['迫切性需求', '需求迫切性', '立项必要性', '项目必要性', '现实需求', '迫切性'],
      { required: true, prose: true },
    ),
    feasibility: text('实施可行性', 'feasibility', ['实施方案可行性', '方案可行性', '可行性', '项目可行性'], {
      required: true,
      prose: true,
    }),
    economy: text('投入经济性', 'economy of inputs', ['经济性', '投入的经济性'], {
      required: true,
      prose: true,
    }),
    goals: text('目标合理性', 'soundness of objectives', ['绩效目标合理性', '绩效目标', '目标的合理性'], {
      required: true,
      prose: true,
    }),
    financing: text('筹资合规性', 'compliance of financing', ['筹资的合规性'], {
      minor: true,
      prose: true,
    }),
    conclusion: choice(
      '评估结论',
      'conclusion',
      assessmentConclusions,
      ['评估意见', '结论', '总体结论', '评估结果', '总体评估结论'],
      {
        required: true,
      },
    ),
    suggested: amount('建议预算控制数', 'suggested ceiling', [
      '建议预算',
      '建议安排数',
      '建议预算数',
      '建议安排资金',
      '建议金额',
      '建议预算安排数',
      '核定预算数',
    ]),
    score: number('评估得分', 'score', ['得分', '总分', '评估总分', '综合得分'], { minor: true }),
    head: text('项目负责人', 'project head', ['负责人'], { minor: true }),
    phone: text('联系电话', 'telephone', ['电话'], { minor: true }),
  },
  sheet: [
    { fields: ['projectName', 'attribute'] },
    { fields: ['applicant', 'department'] },
    { fields: ['projectSpan', 'requested'] },
    { fields: ['requestedFiscal', 'requestedOther'] },
    { fields: ['head', 'phone'] },
    { fields: ['overview'] },
    { fields: ['policyBasis'] },
    { fields: ['need'] },
    { fields: ['feasibility'] },
    { fields: ['economy'] },
    { fields: ['goals'] },
    { fields: ['financing'] },
    { fields: ['conclusion', 'suggested', 'score'] },
    { tables: ['costs'] },
    { tables: ['scores'] },
  ],
  tables: {
    costs: {
      title: { zh: '分项成本测算', en: 'Cost lines' },
      optional: true,
      identity: { name: 'item' },
      fields: {
        seq: sequence(),
        item: text(
          '支出内容',
          'cost item',
          [
            '明细项目',
            '支出明细',
            '支出内容/明细项目',
            '成本项目',
            '明细',
            '费用名称',
            '支出项目',
            '内容',
            '分项名称',
          ],
          {
            required: true,
          },
        ),
        basis: text(
          '测算依据',
          'basis of estimate',
          [
            '测算依据(标准)',
            '测算标准',
            '依据',
            '测算依据及标准',
            '标准',
            '测算过程',
            '测算说明',
            '测算方法',
            '计算过程',
          ],
          { minor: true },
        ),
        pieceUnit: text('单位', 'unit', ['计量单位', '计价单位'], { minor: true }),
        quantity: number('数量', 'quantity', ['工程量', '数量/次'], { required: true }),
        price: amount('单价', 'unit price', ['单价(元)', '单位成本', '单价标准', '价格'], {
          required: true,
          unit: '元',
        }),
        amount: amount(
          '金额',
          'amount',
          ['金额(万元)', '测算金额', '小计', '合计', '合计金额', '预算金额', '总价', '合价'],
          {
            required: true,
            computed: { product: ['quantity', 'price'] },
          },
        ),
        remark: remark(),
      },
    },
    scores: {
      title: { zh: '评估评分', en: 'Scores' },
      optional: true,
      identity: { name: 'dimension' },
      // The points belong to the names: without them they would be the labels of the form's own prose.
      fixedRows: [
        '立项必要性（20分）',
        '投入经济性（20分）',
        '绩效目标合理性（20分）',
        '实施方案可行性（20分）',
        '筹资合规性（20分）',
      ],
      fields: {
        dimension: text(
          '评估维度',
          'dimension',
          ['评估内容', '评估指标', '评估要素', '评分维度', '评估项目', '一级指标'],
          { required: true },
        ),
        weight: number('分值', 'weight', ['权重', '标准分', '标准分值', '满分'], {
          required: true,
          summed: true,
        }),
        score: number('得分', 'score', ['评分', '评估得分', '评估分'], { required: true, summed: true }),
      },
    },
  },
});

import type { Choice } from './template.ts';

/**
 * Why spending strays from plan: the list of the monitoring form (7 reasons) merged with those the annual reports
 * give. The code says whose turn it is: R01, R02 the finance side; R03, R05, R08 nobody, a forecast is due; R09, R10
 * propose a clawback; the others the unit.
 */
export const reasonTypes = [
  {
    code: 'R01',
    word: '资金未下达',
    english: 'allotment not released',
    synonyms: ['资金未拨付', '资金没有下达', '未下达'],
  },
  {
    code: 'R02',
    word: '资金未全部下达',
    english: 'allotment released in part',
    synonyms: ['资金部分下达', '资金未足额下达', '未全部下达'],
  },
  {
    code: 'R03',
    word: '据实结算（按实际需求支出）',
    english: 'settled by actual need',
    synonyms: ['据实结算', '按实际需求支出', '据实支出'],
  },
  {
    code: 'R04',
    word: '项目未完工/未验收',
    english: 'not finished or accepted',
    synonyms: ['项目未完工', '项目未验收', '未完工', '未验收'],
  },
  {
    code: 'R05',
    word: '合同约定付款节点未到',
    english: 'contract payment not yet due',
    synonyms: ['根据合同约定资金暂未支付', '合同未到付款节点', '未到付款节点'],
  },
  {
    code: 'R06',
    word: '履行政府采购程序',
    english: 'procurement procedure under way',
    synonyms: ['因履行政府采购程序', '政府采购程序', '正在采购'],
  },
  { code: 'R07', word: '政策调整', english: 'policy changed', synonyms: ['因政策调整'] },
  {
    code: 'R08',
    word: '按计划暂未实施',
    english: 'not yet due by plan',
    synonyms: ['根据计划安排项目暂未实施', '暂未实施', '项目暂未实施'],
  },
  {
    code: 'R09',
    word: '需求减少形成结余',
    english: 'less need, surplus left',
    synonyms: ['工作量减少', '支出需求减少形成结余', '需求减少'],
  },
  { code: 'R10', word: '无合规支出内容', english: 'nothing eligible to spend on' },
  {
    code: 'R11',
    word: '不可控因素（灾害、疫情）',
    english: 'beyond control (disaster, epidemic)',
    synonyms: ['因疫情', '因其他不可控因素', '不可控因素'],
  },
  {
    code: 'R12',
    word: '其他（必须详述≥20字）',
    english: 'other (explain in at least 20 characters)',
    synonyms: ['其他原因', '其他'],
  },
] as const satisfies readonly Choice[];

/** Conclusions of an ex-ante assessment. */
export const assessmentConclusions = [
  {
    code: 'support',
    word: '支持',
    english: 'supported',
    synonyms: ['予以支持', '建议支持', '建议予以支持', '同意'],
  },
  {
    code: 'adjust',
    word: '调整后支持',
    english: 'supported after changes',
    synonyms: ['调整完善后支持', '部分支持', '修改后支持', '调整后予以支持'],
  },
  {
    code: 'reject',
    word: '不予支持',
    english: 'not supported',
    synonyms: ['不支持', '不同意', '不予以支持'],
  },
] as const satisfies readonly Choice[];

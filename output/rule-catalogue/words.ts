import type { Language } from '../../pipeline/model/text.ts';

/** The words of the catalogue of rules beyond those of reports. */
export type CatalogueWords = typeof chinese;

/** The words of the catalogue in a language. */
export function catalogueWords(language: Language): CatalogueWords {
  return language === 'zh' ? chinese : english;
}

const chinese = {
  title: '核验规则目录',
  sheets: { rules: '规则目录', options: '参数', examples: '算例' },
  about: {
    rules: (rules: number, policy: string) => `共 ${rules} 条规则，参数方案：${policy}`,
    options: '“现值”照写在设置文件 rules 一节的规则编号之下即可改动；与默认不同的，见“与默认比较”一栏',
    examples: '每条规则在本程序自带样例数据上的核验结果，单位、项目均为虚构',
  },
  scope: { table: '单张报表', unit: '单位', batch: '全部单位' },
  anyTemplate: '所有报表',
  templates: '适用报表',
  scopeHead: '核验范围',
  effective: '适用期',
  options: '参数（现值）',
  optionName: '设置文件中的名称',
  meaning: '含义',
  unit: '写法',
  value: '现值',
  shown: '即',
  compared: '与默认比较',
  sameAsDefault: '默认',
  changed: (initial: string) => `已改，默认为 ${initial}`,
  off: '已停用',
  place: '位置和内容',
  problem: '问题',
  remedy: '怎么改',
  trace: '算式',
  found: '原值',
  expected: '应为',
  difference: '相差',
  tolerance: '容许',
  threshold: '阈值',
};

const english: CatalogueWords = {
  title: 'Catalogue of rules',
  sheets: { rules: 'Rules', options: 'Options', examples: 'Examples' },
  about: {
    rules: (rules, policy) => `${rules} rules, settings: ${policy}`,
    options:
      'Write the value below the id of the rule, in the section “rules” of a settings file, to change it',
    examples:
      'What each rule says of the sample that comes with the program; units and projects are invented',
  },
  scope: { table: 'one sheet', unit: 'a unit', batch: 'all units' },
  anyTemplate: 'every template',
  templates: 'Templates',
  scopeHead: 'Scope',
  effective: 'Dates',
  options: 'Options in force',
  optionName: 'Name in the settings file',
  meaning: 'Meaning',
  unit: 'Written as',
  value: 'Value',
  shown: 'That is',
  compared: 'Against default',
  sameAsDefault: 'default',
  changed: (initial) => `changed; default: ${initial}`,
  off: 'switched off',
  place: 'Place and content',
  problem: 'Problem',
  remedy: 'What clears it',
  trace: 'Sum',
  found: 'Found',
  expected: 'Expected',
  difference: 'Difference',
  tolerance: 'Tolerance',
  threshold: 'Threshold',
};

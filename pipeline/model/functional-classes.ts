import type { Text } from './text.ts';

/** A class (类) of the functional classification of expenditure (支出功能分类). */
export interface FunctionalClass {
  readonly code: string;
  readonly name: Text;
  /** Names it went by in earlier years, or goes by in reports, without 支出 at the end. */
  readonly formerly: readonly string[];
}

const entry = (code: string, zh: string, en: string, ...formerly: string[]): FunctionalClass => ({
  code,
  name: { zh, en },
  formerly,
});

/** The classes of 政府收支分类科目, and names that are no longer right. */
export const functionalClasses: readonly FunctionalClass[] = [
  entry('201', '一般公共服务支出', 'general public services'),
  entry('202', '外交支出', 'foreign affairs'),
  entry('203', '国防支出', 'national defence'),
  entry('204', '公共安全支出', 'public security'),
  entry('205', '教育支出', 'education'),
  entry('206', '科学技术支出', 'science and technology'),
  entry('207', '文化旅游体育与传媒支出', 'culture, tourism, sports and media', '文化体育与传媒'),
  entry('208', '社会保障和就业支出', 'social security and employment', '社会保障与就业'),
  entry('209', '社会保险基金支出', 'social insurance funds'),
  entry('210', '卫生健康支出', 'health', '医疗卫生', '医疗卫生与计划生育'),
  entry(
    '211',
    '节能环保支出',
    'energy conservation and environmental protection',
    '节能环保事务',
    '环境保护',
  ),
  entry('212', '城乡社区支出', 'urban and rural community affairs', '城乡社区事务'),
  entry('213', '农林水支出', 'agriculture, forestry and water', '农林水事务'),
  entry('214', '交通运输支出', 'transport'),
  entry(
    '215',
    '资源勘探工业信息等支出',
    'resources, industry and information',
    '资源勘探信息等',
    '资源勘探电力信息等',
  ),
  entry('216', '商业服务业等支出', 'commerce and services', '商业服务业等事务'),
  entry('217', '金融支出', 'finance', '金融监管等事务'),
  entry('219', '援助其他地区支出', 'aid to other regions'),
  entry(
    '220',
    '自然资源海洋气象等支出',
    'natural resources, ocean and weather',
    '国土海洋气象等',
    '国土资源气象等',
    '国土资源气象等事务',
  ),
  entry('221', '住房保障支出', 'housing security'),
  entry('222', '粮油物资储备支出', 'grain and material reserves', '粮油物资储备事务', '粮油物资管理事务'),
  entry('223', '国有资本经营预算支出', 'state capital operations'),
  entry('224', '灾害防治及应急管理支出', 'disaster prevention and emergency management'),
  entry('227', '预备费', 'reserve'),
  entry('229', '其他支出', 'other expenditure'),
  entry('230', '转移性支出', 'transfers'),
  entry('231', '债务还本支出', 'repayment of debt principal'),
  entry('232', '债务付息支出', 'interest on debt'),
  entry('233', '债务发行费用支出', 'costs of issuing debt'),
  entry('234', '抗疫特别国债安排的支出', 'special anti-epidemic bonds'),
];

const byCode = new Map(functionalClasses.map((one) => [one.code, one]));
const byFormerName = new Map(
  functionalClasses.flatMap((one) => one.formerly.map((name): [string, FunctionalClass] => [name, one])),
);

/** The class a code of 3, 5 or 7 digits belongs to; undefined when there is none. */
export function functionalClassOf(code: string): FunctionalClass | undefined {
  return /^\d{3}(\d\d){0,2}$/.test(code) ? byCode.get(code.slice(0, 3)) : undefined;
}

/** The class a name that is no longer right stands for; undefined for other names. Numbering and codes in front do not count. */
export function formerClassOf(written: string): FunctionalClass | undefined {
  const name = written
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(
      /^(?:[[(]?\d{3,7}[\])]?[-—]?|[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|\d{1,2}[、.])/,
      '',
    )
    .replace(/支出$/, '');
  return byFormerName.get(name);
}

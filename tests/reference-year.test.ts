import { describe, expect, test } from '@jest/globals';
import { referenceYear } from '../fixtures/reference-year/reference-year.ts';
import { runRules } from '../fixtures/run-case.ts';
import type { Finding } from '../pipeline/model/report.ts';
import { rules } from '../rules/index.ts';

const { findings, failures, counts } = runRules(rules, referenceYear);
const failing = findings.filter(({ status }) => status === 'fail');

/** What the facts worked out by hand say must fire: severity and cell of every finding, by rule. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'DQ-06': ['notice 目标实现!A12', 'notice 职责活动!A11'],
  'DQ-08': ['warning 目标实现!B27', 'warning 目标实现!B46', 'warning 目标实现!B49'],
  'DQ-09': ['notice 职责活动!E12', 'notice 支出进度!C41'],
  'DQ-11': ['notice 目标实现!C54'],
  'DQ-14': ['warning 数据采集!D68'],
  'DQ-17': ['notice 2023年收支预算总表!A11', 'notice 2023年收支预算总表!A13'],
  'DQ-18': [
    'notice 目标实现!C12',
    'notice 目标实现!C16',
    'notice 目标实现!C24',
    'notice 目标实现!C56',
    'notice 目标实现!D12',
    'notice 目标实现!D16',
    'notice 目标实现!D22',
    'notice 目标实现!D56',
  ],
  // Numbers 4, 5, 6, 30 and 53 by their names, 15 by what it promises.
  'DQ-19': [
    'notice 支出进度!C9',
    'notice 支出进度!C10',
    'notice 支出进度!C11',
    'notice 支出进度!C34',
    'warning 支出进度!C57',
    'warning 目标实现!C19',
  ],
  'BUD-01': ['notice 2023年收支预算总表!B10'],
  'BUD-02': ['notice 2023年收支预算总表!B17'],
  'BUD-03': ['error 2022年收支决算总表!B9'],
  'BUD-04': ['notice 2022年收支决算总表!C16'],
  'BUD-13': ['error 数据采集!C23'],
  'SG-03': ['notice 三公经费!D6'],
  'SG-05': ['notice 三公经费!D6'],
  'FS-03': ['warning 非税收入!E6'],
  'FS-04': ['warning 非税收入!D6'],
  'ZC-01': ['error 数据采集!C24'],
  'ZC-03': ['error 数据采集!C25'],
  'ZA-05': ['error 数据采集!C68'],
  'ZA-07': ['warning 数据采集!C69'],
  'ZA-08': ['warning 数据采集!C74'],
  'ZD-01': ['error 直达资金!L9'],
  'ZD-05': ['warning 直达资金!L6', 'warning 直达资金!L7'],
  'ZD-09': ['notice 直达资金!F10'],
  'MON-11': ['warning 数据采集!C52'],
  'MON-13': ['warning 目标实现!D42', 'warning 目标实现!D50'],
  'MON-14': ['error 目标实现!D24'],
  'SB-08': ['notice 三保支出!C6'],
  'SB-09': ['error 支出进度!J31', 'error 支出进度!J47'],
  'XT-01': ['warning 职责活动!E12', 'warning 目标实现!B6'],
  'XT-03': ['warning 目标实现!D11'],
  'XT-04': ['warning 数据采集!C55'],
  'XT-05': ['notice 目标实现!D16'],
  'XT-06': ['warning 目标实现!D45', 'warning 目标实现!D47'],
  'XT-07': ['warning 数据采集!C28'],
  'XT-08': ['notice 职责活动!E10', 'notice 职责活动!E7', 'notice 职责活动!E10'],
  'TX-01': ['notice 数据采集!C47'],
  'ZP-13': ['notice 部门自评!B5'],
};

/** True of the same year, and not in that list: eight projects behind at its end, and slips in words and claims. */
const besides: Readonly<Record<string, readonly string[]>> = {
  'PRG-01': ['Y10', 'Y24', 'Y31', 'Y36', 'Y40', 'Y42', 'Y45', 'Y47'],
  'PRG-02': ['Y24', 'Y31', 'Y36', 'Y40', 'Y42', 'Y45', 'Y47'],
  'PRG-03': ['Y24', 'Y31', 'Y36', 'Y40', 'Y42', 'Y45', 'Y47'],
  'PRG-04': ['Y24', 'Y31', 'Y36', 'Y40', 'Y42', 'Y45', 'Y47'],
  'PRG-12': ['Y24'],
  'PRG-13': ['J31', 'J36', 'J40', 'J47'],
  'ZD-10': ['O9'],
  'FS-05': ['E7'],
  'JZ-07': ['C26'],
  'ZP-14': ['E11'],
  'SQ-06': ['C49'],
  'TX-02': ['C14', 'D14', 'C18', 'C19', 'C22', 'C23', 'C25', 'D25', 'C26', 'C32', 'D32', 'C33', 'C38', 'C46'],
};

describe('the reference year', () => {
  test('is checked without a failure of ours', () => {
    expect(failures).toEqual([]);
  });

  test.each(Object.entries(expected))('fires %s where the facts say, and nowhere else', (rule, places) => {
    expect(of(rule).map((finding) => `${finding.severity} ${placeIn(finding)}`)).toEqual(places);
  });

  test.each(Object.entries(besides))('fires %s on what else is true of it', (rule, cells) => {
    expect(of(rule).map((finding) => finding.where[0]?.cell)).toEqual(cells);
  });

  test('fires nothing else', () => {
    const known = new Set([...Object.keys(expected), ...Object.keys(besides)]);
    expect(failing.filter(({ rule }) => !known.has(rule)).map(({ message }) => message.zh)).toEqual([]);
  });

  test('gives the figures of the facts', () => {
    expect(says('BUD-01')).toContain('差 0.01');
    expect(says('BUD-02')).toContain('差 0.02');
    expect(says('BUD-03')).toContain('相差 0.13 万元');
    expect(says('BUD-04')).toContain('3.06%，填报 3.07%');
    expect(says('FS-03')).toContain('641.67%');
    expect(says('FS-04')).toContain('541.67%');
    expect(says('ZA-05')).toContain('应为 254.63 万元，填报 229.94 元');
    expect(says('ZA-07')).toContain('645.21');
    expect(says('ZA-08')).toContain('155.88%');
    expect(says('ZD-01')).toMatch(/57\.30%.*30\.48/);
    expect(says('ZD-09')).toContain('45.00 元');
    expect(says('MON-11')).toMatch(/36 个.*53 个.*缺 17 个/);
    expect(says('XT-03')).toContain('150.00%');
    expect(says('XT-04')).toMatch(/53 个.*52 行/);
    expect(says('XT-05')).toMatch(/874\.15米.*第 16、26、27 行/);
    expect(says('XT-07')).toContain('红灯 4 个、黄灯 3 个');
    expect(says('TX-01')).toContain('④');
    expect(says('ZP-13')).toContain('推算为 91');
    expect(of('XT-01').map(({ value }) => value)).toEqual(['5', '23']);
    expect(of('PRG-04')).toHaveLength(7);
  });

  /** Relations that hold, and the rule that looks at each. */
  test.each([
    ['H01 sections add up to 90.5', 'ZP-13', 'sum'],
    ['H11 the revenue of 2022 adds up', 'BUD-01', '2022'],
    ['H12 its functions add up', 'BUD-02', '2022'],
    ['H25 total assets rose by what they are said to have risen by', 'ZA-05', ' assets'],
  ])('is silent on %s', (_, rule, part) => {
    expect(counts.get(rule)?.pass).toBeGreaterThan(0);
    expect(
      of(rule).filter(({ key, where }) => key.endsWith(part) || where[0]?.sheet?.includes(part)),
    ).toEqual([]);
  });

  test.each([
    ['H03 the three public expenses called the same', 'BUD-12'],
    ['H04 the three public expenses add up', 'SG-01'],
    ['H04 vehicles add up', 'SG-02'],
    ['H05 non-tax revenue adds up', 'FS-01'],
    ['H06 the plan of non-tax revenue adds up', 'DQ-12'],
    ['H13 shares add up to 100 %', 'BUD-05'],
    ['H15 and H07 funds match their functions', 'BUD-06'],
    ['H17 assets are the sum of their parts', 'ZA-04'],
    ['H18 to H20 the ratios', 'ZA-06'],
    ['H22 contracts within their budget', 'ZC-02'],
    ['H22 firms within firms', 'ZC-05'],
    ['H23 farm produce beyond what was set aside', 'ZC-06'],
    ['H24 five direct-transfer funds', 'ZD-11'],
    ['H24 none paid late', 'ZD-02'],
    ['H27 bands of 37 evaluations', 'ZP-16'],
    ['H28 seven projects with a large variance', 'PRG-19'],
    ['H39 the three guarantees add up', 'SB-01'],
    ['96.1 % in all', 'PRG-17'],
    ['reasons given for all that strayed', 'PRG-05'],
  ])('is silent on %s', (_, rule) => {
    expect(counts.get(rule)?.pass).toBeGreaterThan(0);
    expect(of(rule)).toEqual([]);
  });

  test('prints nothing of the classified project beyond its name', () => {
    expect(JSON.stringify(findings)).not.toContain('专项治理');
  });
});

function of(rule: string): readonly Finding[] {
  return failing.filter((finding) => finding.rule === rule);
}

function placeIn({ where }: Finding): string {
  return `${where[0]?.sheet}!${where[0]?.cell}`;
}

function says(rule: string): string {
  return of(rule)
    .map(({ message }) => message.zh)
    .join('\n');
}

import { describe, expect, test } from '@jest/globals';
import { amountUnitClaim, type Evidence, signaturesIn } from '../../pipeline/stages/claims.ts';
import { periodClaim } from '../../pipeline/stages/period-claim.ts';
import type { Remark } from '../../pipeline/stages/surroundings.ts';
import { unitClaim } from '../../pipeline/stages/unit-claim.ts';

const place = { file: '收件/表.xlsx', sheet: 'Sheet1', cell: 'A1', label: null };
const remark = (text: string, row = 1, right = ''): Remark => ({ text, row, column: 1, right, place });
const evidence = (texts: readonly string[], more: Partial<Evidence> = {}): Evidence => ({
  file: '收件/表.xlsx',
  sheet: 'Sheet1',
  remarks: texts.map((text, index) => remark(text, index + 1)),
  shared: [],
  cover: [],
  headingRow: 9,
  columns: [],
  ...more,
});
const unit = (code: string, name: string, ...aliases: string[]) => ({
  code,
  name,
  aliases,
  owes: [],
  dueDay: null,
});
const roster = [unit('101001', '青禾镇人民政府', '青禾镇'), unit('101002', '柳溪镇人民政府', '柳溪镇')];

describe('the unit of a sheet', () => {
  test.each([
    ['填报单位（盖章）：青禾镇人民政府', '青禾镇人民政府'],
    ['填报单位(盖章): 青禾镇人民政府      填报日期：2023-07-05', '青禾镇人民政府'],
    ['部门：青禾镇人民政府', '青禾镇人民政府'],
    ['单位名称：青禾镇人民政府　　金额单位：万元', '青禾镇人民政府'],
    ['单位：万元', '表'],
    ['（单位：万元）', '表'],
    ['（填报单位：青禾镇人民政府）', '青禾镇人民政府'],
    ['青禾镇人民政府2023年度项目分月支出进度表', '青禾镇人民政府'],
    ['示例区教育局2023年6月支出进度表', '示例区教育局'],
  ])('%p', (text, name) => {
    expect(unitClaim(evidence([text]), null, null, null).name).toBe(name);
  });

  test.each([
    ['a unit left blank is not the label beside it', [['单位名称', '联系电话']], '表'],
    [
      'of a department and a unit it is the unit',
      [
        ['部门名称', '示例区文旅局'],
        ['单位名称', '示例区博物馆'],
      ],
      '示例区博物馆',
    ],
    ['a department alone is the unit', [['部门名称', '示例区文旅局']], '示例区文旅局'],
  ])('%s', (_, labels, name) => {
    const remarks = labels.map(([label = '', right], index) => remark(label, index + 1, right));
    expect(unitClaim(evidence([], { remarks }), null, null, null).name).toBe(name);
  });

  test.each([
    [
      'an office within it is not the unit',
      ['示例省水利学院2023年双监控情况表', '填报部门：计划财务处'],
      '示例省水利学院',
    ],
    ['but is named where nothing else is', ['双监控情况表', '填报部门：计划财务处'], '计划财务处'],
    ['the office at the end of its name is no part of it', ['制表：示例区民政局财务科'], '示例区民政局'],
    ['nor is a section', ['编制单位：示例县财政局绩效股'], '示例县财政局'],
    ['who is appraised may be the unit', ['考核对象：示例县科技局'], '示例县科技局'],
    ['a prison is a unit', ['示例省青山监狱2023年项目支出进度表'], '示例省青山监狱'],
    ['a centre of its own is', ['填报单位：示例区教育局会计核算中心'], '示例区教育局会计核算中心'],
    ['a line may be the name alone', ['示例县公路养护段', '项目支出进度表'], '示例县公路养护段'],
    ['a title may call it by its short name', ['示例县科协2023年报告数据表'], '示例县科协'],
    ['a title may go on with its functions', ['示例市公积金管理中心单位职责分解表'], '示例市公积金管理中心'],
  ])('%s', (_, lines, name) => {
    expect(unitClaim(evidence(lines), null, null, null).name).toBe(name);
  });

  test('is the roster’s name, however it is written', () => {
    const claim = unitClaim(evidence(['填报单位：101001 青禾镇（盖章）']), null, null, roster);
    expect(claim).toMatchObject({ name: '青禾镇人民政府', known: true, from: 'cell', conflicts: [] });
  });

  test('a file named after another unit is a conflict', () => {
    const claim = unitClaim(
      evidence(['填报单位：青禾镇人民政府'], { file: '柳溪镇进度表.xlsx' }),
      null,
      null,
      roster,
    );
    expect(claim.conflicts.map((conflict) => conflict.name)).toEqual(['柳溪镇人民政府']);
  });

  test('a name the roster lacks is unknown, with the nearest', () => {
    const claim = unitClaim(evidence(['填报单位：青和镇人民政府']), null, null, roster);
    expect(claim).toMatchObject({ name: '青和镇人民政府', known: false, nearest: '青禾镇人民政府' });
  });
});

describe('the period of a sheet', () => {
  test.each([
    ['2023年6月支出进度表', '2023-06', []],
    ['2023年1-6月支出进度表', '2023-06', []],
    ['2023年1-12月分月支出计划表', '2023-06', []],
    ['截至2023年6月底', '2023-06', []],
    ['二〇二三年度', '2023-06', []],
    ['2023年5月支出进度表', '2023-05', ['2023年5月']],
    ['2022年度支出进度表', '2022-06', ['2022年度']],
    ['填报日期：2023年7月5日', '2023-06', []],
  ])('%p is %p', (text, period, conflicts) => {
    const claim = periodClaim(evidence([text]), '2023-06', null);
    expect(claim.period).toBe(period);
    expect(claim.conflicts.map((conflict) => conflict.stated)).toEqual(conflicts);
  });

  test('the headings say the year where nothing else does, but for a plan of the coming one', () => {
    const headed = (headings: readonly string[], plansAhead?: 'year') =>
      periodClaim(
        evidence(['截至5月底'], {
          columns: headings.map((heading, index) => ({
            column: index + 1,
            heading,
            unit: '万元',
            month: null,
            place,
          })),
        }),
        '2023-06',
        null,
        plansAhead,
      ).period;
    expect(headed(['2021年预算数', '2022年预算数'])).toBe('2022-05');
    expect(headed(['2022年结转', '2022年决算数'])).toBe('2023-05');
    expect(headed(['2024年计划'], 'year')).toBe('2023-05');
  });

  test('a plan of cash may be called by the quarter or month that it plans', () => {
    const claim = (titles: readonly string[], period: string, plansAhead?: 'year' | 'months') => {
      const { period: own, conflicts } = periodClaim(evidence(titles), period, null, plansAhead);
      return [own, ...conflicts.map(({ stated }) => stated)];
    };
    expect(claim(['2023年第三季度用款计划表'], '2023-06', 'months')).toEqual(['2023-06']);
    expect(claim(['2024年1月用款计划表'], '2023-12', 'months')).toEqual(['2023-12']);
    expect(claim(['1月用款计划表'], '2023-12', 'months')).toEqual(['2023-12']);
    expect(claim(['2023年10月用款计划表'], '2023-06', 'months')).toEqual(['2023-10', '2023年10月']);
    expect(claim(['2023年5月用款计划表'], '2023-06', 'months')).toEqual(['2023-05', '2023年5月']);
    expect(claim(['2023年9月非税收入计划表'], '2023-06', 'year')).toEqual(['2023-09', '2023年9月']);
  });

  test('payments say of which year a month is that is named without one', () => {
    const paid = (text: string, ...days: readonly string[]) =>
      periodClaim(evidence([text]), '2023-06', null, undefined, () => days.map((day) => ({ day, place })))
        .period;
    expect(paid('截至5月底', '2022-03-01', '2022-05-30')).toBe('2022-05');
    expect(paid('截至5月底', '2022-03-01')).toBe('2023-05');
    expect(paid('截至5月底', '2022-03-01', '2023-05-30')).toBe('2023-05');
    expect(paid('截至5月底', '2022-03-01', '2022-06-01')).toBe('2023-05');
    expect(paid('2023年5月', '2022-03-01', '2022-05-30')).toBe('2023-05');
  });

  test('the day on which it was filled in says of which year a month is', () => {
    const filed = (month: string, day: string) => periodClaim(evidence([month, day]), '2023-06', null).period;
    expect(filed('1—8月', '2022年9月2日')).toBe('2022-08');
    expect(filed('1—11月', '填报日期：2023-01-05')).toBe('2022-11');
    expect(filed('1—8月', '开工日期：2022-09-02')).toBe('2023-08');
    expect(filed('2023年1—8月', '2022年9月2日')).toBe('2023-08');
  });

  test('a line at the foot says it where it says up to when figures are and nothing else', () => {
    const below = (text: string) =>
      periodClaim(evidence([], { headingRow: 1, remarks: [remark(text, 9)] }), '2023-06', null).period;
    expect(below('截至2023年5月')).toBe('2023-05');
    expect(below('注：以上数据截至2023年5月31日。')).toBe('2023-05');
    expect(below('截至2022年底结转的资金不在内')).toBe('2023-06');
    expect(below('注：2022年5月开始实施')).toBe('2023-06');
  });

  test('among the labels of a form it stands beside its own', () => {
    const beside = (label: string) =>
      periodClaim(
        evidence([], { headingRow: 1, remarks: [remark(label, 2, '2023年5月'), remark('2023年5月', 2)] }),
        '2023-06',
        null,
      ).period;
    expect(beside('报告期')).toBe('2023-05');
    expect(beside('监控截止日期：')).toBe('2023-05');
    expect(beside('项目立项时间')).toBe('2023-06');
  });

  test('the file’s name counts where the sheet names no month', () => {
    expect(
      periodClaim(evidence(['2023年度支出进度表'], { file: '青禾镇_5月.xlsx' }), '2023-06', null).conflicts,
    ).toHaveLength(1);
    const named = periodClaim(
      evidence(['2023年6月支出进度表'], { file: '青禾镇_5月.xlsx' }),
      '2023-06',
      null,
    );
    expect(named).toMatchObject({ period: '2023-06', from: 'title', conflicts: [{ stated: '5月' }] });
  });
});

describe('the unit of amounts', () => {
  const none = [{ unit: null, place }];
  test.each([
    ['金额单位：万元', '万元', true],
    ['单位:元', '元', true],
    ['填报单位：青禾镇    金额单位：元', '元', true],
    ['支出进度表（单位：万元）', '万元', true],
    ['支出进度表', '万元', false],
  ])('%p', (text, amountUnit, declared) => {
    expect(amountUnitClaim(evidence([text]), none, '万元')).toMatchObject({
      unit: amountUnit,
      declared,
      conflicts: [],
    });
  });

  test('two that differ are a conflict', () => {
    expect(
      amountUnitClaim(evidence(['单位：万元', '金额单位：元']), none, '万元').conflicts.map(
        (one) => one.unit,
      ),
    ).toEqual(['元']);
    expect(
      amountUnitClaim(evidence(['单位：元']), [{ unit: '万元', place }], '万元').conflicts.map(
        (one) => one.unit,
      ),
    ).toEqual(['万元']);
  });
});

test('a signature line in one string is taken apart', () => {
  const found = signaturesIn([
    remark('负责人：张三   复核人：   填表人：李四   填表日期：2023-07-05   联系电话：'),
  ]);
  expect([...found].map(([name, { text }]) => [name, text])).toEqual([
    ['负责人', '张三'],
    ['复核人', ''],
    ['填表人', '李四'],
    ['填表日期', '2023-07-05'],
    ['联系电话', ''],
  ]);
});

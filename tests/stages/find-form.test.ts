import { describe, expect, test } from '@jest/globals';
import { placeOf } from '../../pipeline/model/submission.ts';
import { submissionIn } from '../support/submission-in.ts';

const evaluation = `青禾镇2023年项目支出绩效自评表,,,,,,,,
项目名称,村级道路,,,,,,,
主管部门,示例区交通局,,,实施单位：青禾镇人民政府,,,,
项目资金(万元),,年初预算数,全年预算数(A),全年执行数(B),分值(10),执行率(B/A),得分,
,年度资金总额,100,100,95,10,95%,9.5,
,其他资金,0,0,0,—,,—,
年度总体目标,预期目标,,,,实际完成情况,,,
,修建村级道路10公里并验收合格,,,,修建村级道路10公里并已验收合格,,,
绩效指标,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
,产出指标,数量指标,道路里程,≥10公里,10公里,90,90,
总分,99.5,,,,,,,
`;

describe('a form', () => {
  test('is read beside its labels, below a row of labels, and behind a colon', async () => {
    const { form, tables } = await submissionIn('自评表.csv', evaluation);
    expect(form.values).toMatchObject({
      projectName: '村级道路',
      department: '示例区交通局',
      unitName: '青禾镇人民政府',
      goal: '修建村级道路10公里并验收合格',
      goalResult: '修建村级道路10公里并已验收合格',
      totalScore: 99.5,
    });
    expect(tables.funds?.rows.map((row) => row.values.item)).toEqual(['年度资金总额', '其他资金']);
    expect(tables.indicators?.rows.map((row) => row.values.indicator)).toEqual(['道路里程']);
  });

  test('has names merged over two columns without headings', async () => {
    const { tables } = await submissionIn(
      '自评表.csv',
      `青禾镇2023年项目支出绩效自评表,,,,,,,,,
项目名称,村级道路,,,,,,,,
项目资金(万元),,,年初预算数,全年预算数(A),全年执行数(B),分值,执行率(B/A),得分,未完成原因
,年度资金总额,,100,100,95,10,95%,9.5,
,其他资金,,0,0,0,—,,—,
绩效指标,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施,
,产出指标,数量指标,道路里程,≥10公里,10公里,90,90,,
`,
    );
    expect(tables.funds?.rows.map((row) => row.values.item)).toEqual(['年度资金总额', '其他资金']);
  });

  test('may have its money the other way round, each figure with its own cell', async () => {
    const { tables } = await submissionIn(
      '自评表.csv',
      `青禾镇2023年项目支出绩效自评表,,,,,,,,
项目名称,村级道路,,,,,,,
项目资金（元）,资金来源,合计,财政拨款,其他资金,,,,
,年初预算数,100,90,10,,,,
,全年预算数,100,90,10,,,,
,全年执行数,95,90,5,,,,
,执行率,95%,100%,50%,,,,
,分值,10,,,,,,
,得分,9.5,,,,,,
绩效指标,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
,产出指标,数量指标,道路里程,≥10公里,10公里,90,90,
`,
    );
    const rows = tables.funds?.rows ?? [];
    expect(
      rows.map(({ values }) => [values.item, values.adjustedBudget, values.executed, values.score]),
    ).toEqual([
      ['合计', 100_00, 95_00, 9.5],
      ['财政拨款', 90_00, 90_00, null],
      ['其他资金', 10_00, 5_00, null],
    ]);
    const [, second] = rows;
    expect(second === undefined ? null : placeOf(second, 'executed')).toMatchObject({
      cell: 'D6',
      label: '全年执行数',
    });
    expect(tables.indicators?.rows.map((row) => row.values.indicator)).toEqual(['道路里程']);
  });

  test('has the account of an element beside its points, under a heading that asks for it', async () => {
    const needWith = async (heading: string) => {
      const { form, tables } = await submissionIn(
        '事前评估.csv',
        `青禾镇2024年项目事前绩效评估表,,,
项目名称,村级道路,申请财政资金,50
评估维度,${heading},分值,得分
立项必要性,群众反映强烈，列入镇年度计划,20,19
投入经济性,经三家比选，低于同类造价,20,18
评估结论,支持,,
项目概况,修建道路,,
`,
      );
      return [form.values.need, form.values.requested, tables.scores?.rows.length];
    };
    expect(await needWith('评估情况')).toEqual(['群众反映强烈，列入镇年度计划', 50_0000_00, 2]);
    expect(await needWith('评估要点')).toEqual([null, 50_0000_00, 2]);
  });

  test('has several labels with their values in one cell; what is no label is part of the value', async () => {
    const { form } = await submissionIn(
      '资产月报.csv',
      `青禾镇2023年6月国有资产月报,,,,,
单位名称：青禾镇人民政府,,,,,金额单位：元
独立编制机构数：1   编制数：68   在职实有人数：66,,,,,
变动原因：其一：调入  其二：退休   联系电话：0000-1234567,,,,,
项目,上月期末数,本月增加,本月减少,期末数,原因
货币资金,100,0,0,100,
`,
    );
    expect(form.values).toMatchObject({
      institutions: 1,
      posts: 68,
      staff: 66,
      changeReason: '其一：调入  其二：退休',
      phone: '0000-1234567',
    });
  });

  test('gives no label for a value where one was left out', async () => {
    const { form } = await submissionIn('自评表.csv', evaluation.replace('村级道路,,,,', '主管部门,,,,'));
    expect(form.values.projectName).toBe(null);
    expect(form.gaps.projectName).toBe('blank');
  });
});

import { expect, test } from '@jest/globals';
import { submissionIn } from '../support/submission-in.ts';

/** What a sheet is said to lack. */
async function lackingOn(lines: readonly string[]): Promise<readonly string[]> {
  const { problems } = await submissionIn('报送.csv', lines.join('\n'));
  return problems.filter(({ kind }) => kind === 'missing-column').map(({ raw }) => raw);
}

test('scores without the account of the project lack one thing, the account', async () => {
  const lacking = await lackingOn([
    '事前绩效评估评分表,,',
    '项目名称,油茶示范,',
    '评估维度,分值,得分',
    '立项必要性,20,18',
    '投入经济性,20,17',
    '绩效目标合理性,20,18',
  ]);
  expect(lacking).toEqual([expect.stringMatching(/^资金申请总额、项目概况、政策依据、/)]);
});

test('the unit named in its own line is not asked for as a label', async () => {
  const form = (line: string) => [
    '部门整体支出绩效监控表,,,,',
    `${line},,单位：万元,,`,
    '资金构成,年初预算数,1-6月执行数,执行率,全年预计',
    '资金总额,120,60,50%,120',
    '基本支出,80,42,52.5%,80',
    '项目支出,40,18,45%,40',
    '一级指标,二级指标,三级指标,年度指标值,1-6月完成情况',
    '产出指标,数量指标,培训期数,12期,6期',
  ];
  expect(await lackingOn(form('填报单位：示例区商务局'))).toEqual([]);
  expect(await lackingOn(form('2024年上半年'))).toEqual(['部门(单位)名称']);
});

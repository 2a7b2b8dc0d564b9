import { expect, test } from '@jest/globals';
import { labelOf } from '../../pipeline/model/label.ts';
import { termsOf } from '../../pipeline/stages/heading-terms.ts';
import { matchColumnsAlike } from '../../pipeline/stages/match-columns.ts';
import { resemblances } from '../../pipeline/stages/meanings.ts';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import type { KnownTemplateId } from '../../pipeline/templates/index.ts';

/** Headings as offices word them, none of them the official one, each alone over a column. */
const families: readonly (readonly [KnownTemplateId, string, string])[] = [
  ['T01', 'cumActual', '累计报销 累计报账金额 已拨付资金 累计兑付数 累计划拨 已列支 已动支'],
  ['T01', 'initialBudget', '年初盘子 年初资金盘子'],
  ['T01', 'adjustedBudget', '调整后盘子 本年可用经费 可用资金 年度可用财力'],
  ['T01', 'reasonType', '问题类别 偏差类型 滞后原因分类 原因分类'],
  ['T03', 'office', '归口部门 归口管理部门 业务部门 责任科室 牵头处室'],
  ['T03', 'goalOnTime', '目标达到进度（是/否） 绩效目标按期完成（是/否） 是否达到目标进度 年度目标能否完成'],
  ['T03', 'onTime', '支出达到序时（是/否） 支出进度达标（是、否） 支出是否达序时'],
  ['T06', 'adjustedBudget', '全年数 全年数A 全年预算数A'],
  ['T06', 'executed', '全年执行数B 执行数B'],
  ['T10', 'reason', '结余资金说明 未使用资金原因 剩余指标处置意见'],
  ['T14', 'planTotal', '四季度合计 第三季度合计 本季合计'],
  ['T08', 'region', '镇（街） 镇街 街镇 乡镇 乡镇（街道） 镇（街道） 市州 园区'],
  ['T09', 'vehicles', '团组/车辆/批次 团组数 批次 接待批次 批次及人次 实物量'],
  ['T11', 'monthRate', '比上月（%） 较上期% 与上月末相比（%） 比月初%'],
  ['T11', 'yearRate', '比去年同期（%） 较上年同期% 比上年同月（%） 与去年相比（%） 同比增减%'],
  ['T12', 'rate', '完成任务 完成全年任务 完成计划 完成年度计划 完成征收任务 完成预算'],
  ['T15', 'remark', '说明 情况说明 其他说明 补充说明 需说明的事项'],
  ['T16', 'remark', '其他说明'],
  ['T19', 'value', '本年值 本年数 年度数据 本年度数值 报告数值'],
  ['T18', 'function', '政府职能 法定职责 工作职责 核心职能 三定职责 职责范围'],
];

test.each(
  families.flatMap(([id, field, words]) => words.split(' ').map((heading) => [id, field, heading] as const)),
)('%s has as %s what is headed %s', (id, field, heading) => {
  expect(fieldsHeaded(id, heading)).toContain(field);
});

test('how much of a plan came in is a rate, the sum that did is none', () => {
  expect(fieldsHeaded('T12', '完成计划数')).not.toContain('rate');
});

test.each(
  ['T04', 'T06'].flatMap((id) =>
    ['下一步打算', '下一步工作安排', '下步工作计划'].map((label) => [id, label] as const),
  ),
)('on a form of %s the remedies are labelled %s', (id, label) => {
  const words = officialVocabulary.templates.find(({ template }) => template.id === id);
  if (words === undefined) throw new Error(`no template ${id}`);
  const [first, second] = resemblances(termsOf(labelOf(label)), words.labelMeanings);
  expect(first?.field).toBe('remedies');
  expect((first?.score ?? 0) - (second?.score ?? 0)).toBeGreaterThan(0.02);
});

/** The field each table of a template takes a heading for. */
function fieldsHeaded(id: KnownTemplateId, heading: string): readonly string[] {
  const path = { column: 1, labels: [labelOf(heading)], written: heading, holds: 'unclear' } as const;
  return officialVocabulary.tables
    .filter(({ template }) => template.id === id)
    .flatMap((table) => [...matchColumnsAlike([path], table).matches.keys()]);
}

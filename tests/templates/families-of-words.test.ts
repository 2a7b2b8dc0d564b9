import { expect, test } from '@jest/globals';
import { labelOf } from '../../pipeline/model/label.ts';
import { termsOf } from '../../pipeline/stages/heading-terms.ts';
import { matchColumnsAlike } from '../../pipeline/stages/match-columns.ts';
import { resemblances } from '../../pipeline/stages/meanings.ts';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import type { KnownTemplateId } from '../../pipeline/templates/index.ts';

/** Headings as offices word them, none of them the official one, each alone over a column. */
const families: readonly (readonly [KnownTemplateId, string, string])[] = [
  ['T08', 'region', '镇（街） 镇街 街镇 乡镇 乡镇（街道） 镇（街道） 市州 园区'],
  ['T09', 'vehicles', '团组/车辆/批次 团组数 批次 接待批次 批次及人次 实物量'],
  ['T12', 'rate', '完成计划 完成年度计划 完成征收任务 完成预算'],
  ['T15', 'remark', '说明 情况说明 其他说明 补充说明 需说明的事项'],
  ['T16', 'remark', '其他说明'],
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

import { expect, test } from '@jest/globals';
import { labelOf } from '../../pipeline/model/label.ts';
import type { ColumnPath } from '../../pipeline/stages/heading-band.ts';
import { sameHeadings } from '../../pipeline/stages/known-headings.ts';

const heading: ColumnPath = {
  column: 1,
  labels: [labelOf('绩效指标完成情况')],
  written: '绩效指标完成情况',
  holds: 'words',
};

test('headings are those met before, unless the same words stand beside the rows', () => {
  const met = sameHeadings([heading]);
  expect(sameHeadings([{ ...heading }])).toBe(met);
  expect(sameHeadings([{ ...heading, isBeside: true }])).not.toBe(met);
});

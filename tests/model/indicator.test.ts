import { describe, expect, test } from '@jest/globals';
import { submission } from '../../fixtures/submission.ts';
import { bandOfWords, indicatorKind, isDate, numericIndicator } from '../../pipeline/model/indicator.ts';
import { parseMeasure } from '../../pipeline/stages/cells/measure.ts';

function indicator(values: Readonly<Record<string, string>>) {
  const { target, actual, ...others } = values;
  const row = {
    ...others,
    ...(target === undefined ? {} : { target: parseMeasure(target) }),
    ...(actual === undefined ? {} : { actual: parseMeasure(actual) }),
  };
  const made = submission('T06', { tables: { indicators: [row] } }).tables.indicators?.rows[0];
  if (made === undefined) throw new Error('no indicator');
  return made;
}

describe('the kind of an indicator', () => {
  test.each([
    ['数量指标', '产出指标', 'quantity'],
    ['质量指标', '产出指标', 'quality'],
    ['时效指标', '产出指标', 'timeliness'],
    ['经济成本指标', '成本指标', 'cost'],
    ['社会成本指标', '成本指标', 'cost'],
    ['社会效益指标', '效益指标', 'benefit'],
    ['可持续影响指标', '效益指标', 'benefit'],
    ['服务对象满意度指标', '满意度指标', 'satisfaction'],
    ['其他', '成本指标', 'cost'],
    ['其他', '其他', 'quantity'],
  ])('%s under %s is %s', (level2, level1, kind) => {
    expect(indicatorKind(indicator({ level1, level2 }))).toBe(kind);
  });
});

describe('the direction of an indicator', () => {
  test.each([
    [{ target: '≥10公里' }, 'higher'],
    [{ target: '≤3起' }, 'lower'],
    [{ target: '10公里' }, 'higher'],
    [{ target: '30', nature: '≤' }, 'lower'],
    [{ target: '30', nature: '反向指标' }, 'lower'],
    [{ target: '30', nature: '正向指标', level2: '经济成本指标' }, 'higher'],
    [{ target: '30万元', level2: '经济成本指标' }, 'lower'],
    [{ target: '30天', level2: '时效指标' }, 'lower'],
    [{ target: '100%', level2: '时效指标' }, 'higher'],
    [{ target: '0起' }, 'zero'],
    [{ target: '≤0起' }, 'zero'],
  ])('%j is %s', (values, direction) => {
    expect(numericIndicator(indicator(values))?.direction).toBe(direction);
  });
});

test('a result is held against its target in the unit of the target', () => {
  const actual = (target: string, result: string) =>
    numericIndicator(indicator({ target, actual: result }))?.actual;
  expect(actual('≥10公里', '5000米')).toBe(5);
  expect(actual('≥2万元', '15000元')).toBe(1.5);
  expect(actual('≥6个', '6个村')).toBe(6);
  expect(actual('≥10公里', '5个村')).toBeNull();
  expect(actual('≥95%', '0.96')).toBeNull();
  expect(actual('≥10公里', '6月底前5公里')).toBeNull();
});

test('a date is no number to reach', () => {
  for (const date of ['12月底前', '2023年11月', '2023.11.28', '第四季度', '年底前'])
    expect([date, isDate(date)]).toEqual([date, true]);
  for (const number of ['12个月', '30天', '95%', '6只', '3年', '2.5'])
    expect([number, isDate(number)]).toEqual([number, false]);
});

test('words of a result are reached, in part, missed, or none of these', () => {
  expect(['达成预期目标', '已完成', '达标'].map(bandOfWords)).toEqual(['reached', 'reached', 'reached']);
  expect(['部分达成', '未全部完成', '完成部分工程'].map(bandOfWords)).toEqual(['partly', 'partly', 'partly']);
  expect(['未达成', '尚未开展', '未按期完成', '不达标'].map(bandOfWords)).toEqual([
    'missed',
    'missed',
    'missed',
    'missed',
  ]);
  expect(bandOfWords('道路更好走了')).toBeNull();
});

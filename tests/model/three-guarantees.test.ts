import { describe, expect, test } from '@jest/globals';
import { guaranteeOf } from '../../pipeline/model/three-guarantees.ts';

describe('which guarantee a row’s words mean', () => {
  test.each([
    ['保基本民生', 'livelihood'],
    ['一、基本民生', 'livelihood'],
    ['（一）“保民生”支出', 'livelihood'],
    ['2.工资支出', 'wages'],
    ['01-保工资', 'wages'],
    ['工资发放', 'wages'],
    ['三、机构运转支出', 'operations'],
    ['其中：保运转经费', 'operations'],
  ])('%s', (words, kind) => {
    expect(guaranteeOf(words)).toBe(kind);
  });

  test.each([
    '“三保”支出（保基本民生、保工资、保运转）',
    '保工资、保运转',
    '非“三保”',
    '其他工资性支出',
    '是',
  ])('%s is none of the three by itself', (words) => {
    expect(guaranteeOf(words)).toBeNull();
  });
});

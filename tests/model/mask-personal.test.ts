import { describe, expect, test } from '@jest/globals';
import { maskPersonal } from '../../pipeline/model/mask-personal.ts';

describe('numbers of persons', () => {
  test.each([
    ['拨打13800138000.', '拨打138****8000.'],
    ['联系电话13800138000。', '联系电话138****8000。'],
    ['身份证11010519491231002X', '身份证110105**********2X'],
    ['卡号6222020000000000000', '卡号6222***********0000'],
  ])('%s is masked', (text, expected) => {
    expect(maskPersonal(text)).toBe(expected);
  });

  test.each([
    '510100230000000010001',
    '13800138000.00',
    '110105194912310021',
    'e7092b13800138000a',
    '20230630',
    '1380013800',
  ])('%s is none and stays', (text) => {
    expect(maskPersonal(text)).toBe(text);
  });
});

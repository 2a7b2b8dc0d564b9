import { describe, expect, test } from '@jest/globals';
import type { Roster, RosterUnit } from '../../pipeline/model/dossier.ts';
import { matchUnit, unitsIn } from '../../pipeline/policy/match-unit.ts';

const education = unit('101001', '示例区教育局', ['区教育局', '教体局']);
const admissions = unit('101002', '示例区教育局招生办公室');
const water = unit('102001', '示例区水务局');
const cityManagement = unit('103001', '示例区城市管理局');
const cityBuilding = unit('103002', '示例区城市建设局');
const town = unit('201001', '青石镇人民政府');
const emergency = unit('301001', '120急救中心');
const roster: Roster = [education, admissions, water, cityManagement, cityBuilding, town, emergency];

describe('a stated unit is found', () => {
  test.each<[string, string, RosterUnit]>([
    ['by its name', '示例区教育局', education],
    ['by an alias', '教体局', education],
    ['by its code', '101001', education],
    ['by a code in full width', '１０１００１', education],
    ['by code and name in one cell', '101001 示例区教育局', education],
    ['by code and name joined by a hyphen', '101001-示例区教育局', education],
    ['by a code alone in brackets', '（101001）', education],
    ['by a code in brackets', '[101001]示例区教育局', education],
    ['by a code behind the name', '示例区教育局（101001）', education],
    ['by a code and a name with a slip', '101001 示例区教育厅', education],
    ['by its name behind a code the roster does not have', '999001 示例区教育局', education],
    ['with spaces inside', '示例区 教育局\n', education],
    ['with its seal', '示例区教育局（盖章）', education],
    ['with the label in the same cell', '填报单位（盖章）：示例区教育局', education],
    ['with how it came to be', '示例区水务局（由原水利局、原供水中心合并组建）', water],
    ['with what it was called before', '示例区水务局（原水利局）', water],
    ['without the district', '水务局', water],
    ['with the district where the roster has none', '示例区青石镇人民政府', town],
    ['without the district though others hold 市 in their names', '城市管理局', cityManagement],
    ['though its name starts with digits', '120急救中心', emergency],
  ])('%s', (_, stated, expected) => {
    expect(matchUnit(stated, roster)).toEqual({ unit: expected });
  });
});

describe('a stated unit that is not in the roster', () => {
  test('is answered with the one that differs by one character', () => {
    expect(matchUnit('示例区水利局', roster)).toEqual({ nearest: water, similarity: 1 - 1 / 6 });
  });

  test('is answered with one that is like it in most pairs of characters', () => {
    // 10 pairs of 12 and 10, then of 14 and 10: above and below 0.85.
    expect(matchUnit('示例区教育局招生办公室甲乙', roster)).toEqual({
      nearest: admissions,
      similarity: 20 / 22,
    });
    expect(matchUnit('示例区教育局招生办公室（甲乙）', roster)).toEqual({
      nearest: null,
      similarity: 20 / 24,
    });
  });

  test('is answered with the nearest though its name starts with digits', () => {
    expect(matchUnit('120急救中心站', roster)).toMatchObject({ nearest: emergency });
  });

  test('is not taken for the rest of a name behind 城市', () => {
    expect(matchUnit('管理局', roster)).toMatchObject({ nearest: null });
  });

  test('is answered with nothing where none is near', () => {
    expect(matchUnit('白杨乡卫生院', roster)).toMatchObject({ nearest: null });
  });

  test('is answered with nothing where two are equally near', () => {
    const twins: Roster = [unit('1', '青石镇中心小学'), unit('2', '青山镇中心小学')];
    expect(matchUnit('青岩镇中心小学', twins)).toMatchObject({ nearest: null });
  });

  test('is not taken for a unit whose code stands before another name', () => {
    expect(matchUnit('101001 示例区水务局', roster)).toEqual({ nearest: water, similarity: 1 });
    expect(matchUnit('101001 白杨乡卫生院', roster)).toMatchObject({ nearest: education });
  });

  test('is not taken for one of two that it could mean without the district', () => {
    const twoDistricts: Roster = [
      unit('1', '甲区教育局'),
      unit('2', '甲区水务局'),
      unit('3', '乙区教育局'),
      unit('4', '乙区水务局'),
    ];
    expect(matchUnit('教育局', twoDistricts)).toMatchObject({ nearest: null });
  });
});

describe('units named in a text', () => {
  test('are found in a file name', () => {
    expect(unitsIn('2023年6月青石镇人民政府支出进度表.xlsx', roster)).toEqual([town]);
  });

  test('are found without the district', () => {
    expect(unitsIn('水务局6月', roster)).toEqual([water]);
  });

  test('come longest name first, and one inside another does not count by itself', () => {
    expect(unitsIn('青石镇人民政府、示例区教育局招生办公室', roster)).toEqual([admissions, town]);
  });

  test('count when they stand for themselves beside a longer name that holds them', () => {
    expect(unitsIn('示例区教育局招生办公室报示例区教育局', roster)).toEqual([admissions, education]);
  });

  test('are found by a code that stands alone', () => {
    expect(unitsIn('102001_支出进度', roster)).toEqual([water]);
    expect(unitsIn('11020012_支出进度', roster)).toEqual([]);
  });

  test('are not found by a code that looks like the month', () => {
    const unlucky: Roster = [unit('202306', '示例区档案馆')];
    expect(unitsIn('支出进度_202306.xlsx', unlucky)).toEqual([]);
  });

  test('are not found by the rest of one name that happens to hold 州', () => {
    expect(unitsIn('人民路小学', [unit('1', '滨州路小学')])).toEqual([]);
  });

  test('are none in a text without any', () => {
    expect(unitsIn('项目分月支出进度表', roster)).toEqual([]);
  });
});

function unit(code: string, name: string, aliases: readonly string[] = []): RosterUnit {
  return { code, name, aliases, owes: ['T01'], dueDay: null };
}

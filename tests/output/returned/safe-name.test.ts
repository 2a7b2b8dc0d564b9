import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DistinctNames, safeName } from '../../../output/returned/safe-name.ts';

describe('a safe name', () => {
  test.each([
    ['青禾镇2023年6月项目分月支出进度表.xlsx', '青禾镇2023年6月项目分月支出进度表.xlsx'],
    ['“三保”支出表（6月）.xlsx', '“三保”支出表（6月）.xlsx'],
    ['../../etc/passwd', '／..／etc／passwd'],
    ['..', '_'],
    ['.', '_'],
    ['', '_'],
    ['C:\\windows\\a.xlsx', 'C：＼windows＼a.xlsx'],
    ['CON', '_CON'],
    ['con.xlsx', '_con.xlsx'],
    ['Lpt1.tar.xlsx', '_Lpt1.tar.xlsx'],
    ['COM¹.xlsx', '_COM¹.xlsx'],
    ['console.xlsx', 'console.xlsx'],
    ['a\u0000b.xlsx', 'ab.xlsx'],
    ['\u202Exslx.exe', 'xslx.exe'],
    ['柳\u200B溪\uFEFF镇', '柳溪镇'],
    ['name. . .', 'name'],
    ['a\nb\tc.xlsx', 'a b c.xlsx'],
    ['.hidden.xlsx', 'hidden.xlsx'],
    ['e\u0301.xlsx', '\u00E9.xlsx'],
    ['a?b*c|d<e>f"g.xlsx', 'a？b＊c｜d＜e＞f＂g.xlsx'],
    ['a\uD800b', 'a\uFFFDb'],
  ])('%j becomes %j', (given, safe) => expect(safeName(given)).toBe(safe));

  test('300 characters are cut to what file systems take, and the ending stays', () => {
    const name = safeName(`${'长'.repeat(300)}.xlsx`);
    expect(name.endsWith('长.xlsx')).toBe(true);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(182);
  });

  test('any text gives one part of a path that every system takes, the same when it is made safe twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const name = safeName(text);
        expect(name).not.toBe('');
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[. ]$|^[. ]/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(safeName(name)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('distinct names', () => {
  test('twins of case and of Unicode form are told apart by number', () => {
    const names = new DistinctNames();
    const given = ['A.xlsx', 'a.xlsx', '\u00E9.xlsx', 'E\u0301.xlsx', 'A(2).xlsx', '６月.xlsx', '6月.xlsx'];
    expect(given.map((name) => names.take('甲', safeName(name)))).toEqual([
      'A.xlsx',
      'a(2).xlsx',
      '\u00E9.xlsx',
      '\u00C9(2).xlsx',
      'A(2)(2).xlsx',
      '６月.xlsx',
      '6月(2).xlsx',
    ]);
    expect(names.take('乙', 'A.xlsx')).toBe('A.xlsx');
  });
});

import { describe, expect, test } from '@jest/globals';
import {
  cellLimit,
  cellText,
  csvText,
  htmlText,
  lineText,
  plainText,
  terminalText,
} from '../../output/safe-text.ts';
import { injectionStrings, isEvaluated } from '../support/injection-strings.ts';

describe('CSV text', () => {
  test.each(injectionStrings)('%j is not evaluated', (text) => {
    expect(isEvaluated(csvText(text))).toBe(false);
  });

  test.each(['-30.48', '+1', '1,234.50', '-1,234.50', '42.02%', '-42.70%', '0'])(
    'the plain number %s stays',
    (text) => {
      expect(csvText(text)).toBe(text);
    },
  );

  test.each(['区教育局', '2023年6月', '—', '（一）', '1-6月', 'a=b'])(
    'the harmless text %s stays',
    (text) => {
      expect(csvText(text)).toBe(text);
    },
  );

  test.each([
    ['=1+1', "'=1+1"],
    ['  =1+1', "'  =1+1"],
    ['-50.00 个百分点', "'-50.00 个百分点"],
    ['－', "'－"],
    ['\t1', "'\t1"],
    ['\u00001', "'1"],
    ['\u0001=1', "'=1"],
  ])('%j becomes %j', (text, expected) => {
    expect(csvText(text)).toBe(expected);
  });
});

describe('plain text', () => {
  test('keeps tabs, line feeds and every script', () => {
    expect(plainText('a\tb\nc 区 é 𠮷 😀')).toBe('a\tb\nc 区 é 𠮷 😀');
  });

  test('loses what cannot be seen and turns text round', () => {
    expect(plainText('a\u0000\u0007\u202Eb\u2066c\u200Fd\uFEFF\u0085')).toBe('abcd');
  });

  test('has one kind of line end', () => {
    expect(plainText('a\r\nb\rc')).toBe('a\nb\nc');
  });

  test('replaces half a character', () => {
    expect(plainText('a\uD800b')).toBe('a\uFFFDb');
  });

  test('on a single line has no breaks', () => {
    expect(lineText(' a\r\nb\tc\u2028d ')).toBe('a b c d');
  });
});

describe('cell text', () => {
  test('is cut at what a cell can hold, and says so', () => {
    const text = cellText('字'.repeat(cellLimit + 10));
    expect(text).toHaveLength(cellLimit);
    expect(text.endsWith('…')).toBe(true);
  });

  test('does not cut a character in half', () => {
    expect(cellText(`${'a'.repeat(cellLimit - 2)}😀b`)).toBe(`${'a'.repeat(cellLimit - 2)}\uFFFD…`);
  });

  test('escapes what spreadsheets would decode', () => {
    expect(cellText('_x003D_1 _x_')).toBe('_x005F_x003D_1 _x_');
  });
});

describe('terminal text', () => {
  test('has no escape sequences, control characters or bidi marks', () => {
    expect(terminalText('\u001B[31m红\u001B[0m\u001B]0;title\u0007 a\u202Eb\nc\u009B2J')).toBe('红 ab c2J');
  });
});

describe('HTML text', () => {
  test('cannot leave an element or a quoted attribute', () => {
    expect(htmlText(`<b a="1" c='2'>&\``)).toBe('&#60;b a=&#34;1&#34; c=&#39;2&#39;&#62;&#38;&#96;');
  });
});

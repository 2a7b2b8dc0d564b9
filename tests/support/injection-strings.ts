/** Texts a unit could write to have a program run something, break a layout or hide; none may work in any report. */
export const injectionStrings: readonly string[] = [
  '=1+1',
  '=HYPERLINK("http://example.invalid","点这里")',
  '=cmd|"/C calc"!A0',
  '+1+cmd|"/C calc"!A0',
  '-2+3+cmd|"/C calc"!A0',
  '@SUM(1+1)*cmd|"/C calc"!A0',
  '|calc',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '  =1+1',
  '\u3000=1+1',
  '\u00A0=1+1',
  '\uFEFF=1+1',
  '\u200B=1+1',
  '\u2060=1+1',
  '\u0000=1+1',
  '\u0001=1+1',
  '\u202E=1+1',
  '＝1+1',
  '＋1',
  '－1+1',
  '＠SUM(A1)',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  ']]><x>&amp;',
  '_x003D_1+1',
  '_x0000_',
  '\u001B[31m红\u001B[0m',
  '\u001B]0;title\u0007',
  '\u202Etxt.exe',
  'a\uD800b',
  "';--",
  '{=1+1}',
];

/** Starts after which a spreadsheet evaluates a field of a CSV file. */
export function isEvaluated(field: string): boolean {
  const start = field.replace(/^[\s\u00A0\u200B-\u200F\u2060\uFEFF\u3000\u202A-\u202E]+/, '').charAt(0);
  return start !== '' && '=+-@|＝＋－＠'.includes(start) && !/^\s*[+-]?[\d,]*\.?\d+%?$/.test(field);
}

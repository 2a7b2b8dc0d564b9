/**
 * Whether a number format code shows a date or a time of day: `yyyy"年"m"月"`, `h:mm AM/PM`. Lengths of time (`[h]:mm`)
 * are amounts, not times of day.
 */
export function isDateFormat(code: string): boolean {
  const { signs, isElapsed } = sectionOfPositives(code);
  return !isElapsed && /[ymdhse]|上午|aaa/.test(signs.replaceAll(/general|e[+-]/g, ''));
}

/** Whether a number format code shows numbers as percentages, and not a percent sign behind them (`0.00"%"`). */
export function isPercentFormat(code: string): boolean {
  return sectionOfPositives(code).signs.includes('%');
}

interface FormatSection {
  /** What is neither quoted, escaped nor bracketed, in lower case. */
  readonly signs: string;
  /** Whether it counts hours, minutes or seconds on beyond a day: `[h]`, `[mm]`. */
  readonly isElapsed: boolean;
}

/**
 * What a format code says of positive numbers, which dates are too: its first section, past those whose condition no
 * positive number meets, as in `[=0]"";yyyy-mm-dd`. In Chinese formats `!` escapes the next character as `\` does.
 */
function sectionOfPositives(code: string): FormatSection {
  let signs = '';
  let isElapsed = false;
  let isOfOthers = false;
  for (let index = 0; index < code.length; index++) {
    const character = code.charAt(index);
    if (character === ';') {
      if (!isOfOthers) break;
      signs = '';
      isElapsed = false;
      isOfOthers = false;
    } else if (character === '"') index = endOf(code, '"', index);
    else if ('\\_*!'.includes(character)) index++;
    else if (character === '[') {
      const end = endOf(code, ']', index);
      const bracketed = code.slice(index + 1, end).toLowerCase();
      if (/^(?:h+|m+|s+)$/.test(bracketed)) isElapsed = true;
      if (/^(?:[<=]|<=)(?:0|-[\d.]+)$/.test(bracketed)) isOfOthers = true;
      index = end;
    } else signs += character.toLowerCase();
  }
  return { signs, isElapsed };
}

function endOf(code: string, closing: string, from: number): number {
  const end = code.indexOf(closing, from + 1);
  return end < 0 ? code.length : end;
}

/**
 * Whether a number format code shows a date or a time of day: `yyyy"年"m"月"`, `h:mm AM/PM`.
 *
 * Lengths of time (`[h]:mm`) are amounts, not times of day. Only the first of the sections between `;` counts: it is
 * the one for positive numbers, and dates are positive.
 */
export function isDateFormat(code: string): boolean {
  let found = false;
  for (let index = 0; index < code.length; index++) {
    const character = code.charAt(index);
    if (character === ';') return found;
    if (character === '"') index = endOf(code, '"', index);
    else if (character === '\\' || character === '_' || character === '*') index++;
    else if (character === '[') {
      const end = endOf(code, ']', index);
      if (isElapsed(code.slice(index + 1, end))) return false;
      index = end;
    } else if (code.slice(index, index + 7).toLowerCase() === 'general') index += 6;
    else if ((character === 'E' || character === 'e') && isSign(code.charAt(index + 1))) index++;
    else if ('ymdhseYMDHSE上'.includes(character) || code.startsWith('aaa', index)) found = true;
  }
  return found;
}

function endOf(code: string, closing: string, from: number): number {
  const end = code.indexOf(closing, from + 1);
  return end < 0 ? code.length : end;
}

/** `[h]`, `[mm]`, `[ss]`: hours, minutes or seconds counted on beyond a day. */
function isElapsed(bracketed: string): boolean {
  const letter = bracketed.charAt(0).toLowerCase();
  if (letter !== 'h' && letter !== 'm' && letter !== 's') return false;
  return bracketed.toLowerCase() === letter.repeat(bracketed.length);
}

function isSign(character: string): boolean {
  return character === '+' || character === '-';
}

/**
 * A formula of an OpenDocument spreadsheet in the notation of the others: `of:=SUM([.B2:.B3])` → `SUM(B2:B3)`,
 * `[$字典.A1]` → `字典!A1`. What stands in quotes is left alone.
 */
export function formulaFromOds(formula: string): string {
  const body = formula.replace(/^(?:[a-z]{1,10}:)?=/, '');
  let result = '';
  let position = 0;
  while (position < body.length) {
    const letter = body[position] ?? '';
    if (letter === '"') {
      const end = body.indexOf('"', position + 1);
      const next = end === -1 ? body.length : end + 1;
      result += body.slice(position, next);
      position = next;
      continue;
    }
    const end = letter === '[' ? body.indexOf(']', position) : -1;
    if (end !== -1) {
      result += reference(body.slice(position + 1, end));
      position = end + 1;
      continue;
    }
    result += letter === ';' ? ',' : letter;
    position += 1;
  }
  return result;
}

/** `.B2:.B3` → `B2:B3`, `$'一 月'.A1` → `'一 月'!A1`. */
export function reference(written: string): string {
  return written
    .split(':')
    .map((corner, index) => {
      const dot = corner.lastIndexOf('.');
      if (dot === -1) return corner;
      const sheet = corner.slice(0, dot).replace(/^\$/, '');
      // The second corner names the sheet of the first again, or none.
      return sheet === '' || index > 0 ? corner.slice(dot + 1) : `${sheet}!${corner.slice(dot + 1)}`;
    })
    .join(':');
}

/**
 * Shares a row of grid columns out among parts: part i gets `spans[i]` neighbouring columns, together about as wide as
 * wanted. A table of five columns and one of seventeen can so stand on one sheet, flush on both sides.
 *
 * @param widths widths of the grid columns
 * @param wanted relative widths of the parts; not more parts than columns
 * @throws RangeError when there are more parts than columns
 */
export function spansOver(widths: readonly number[], wanted: readonly number[]): readonly number[] {
  if (wanted.length > widths.length)
    throw new RangeError(`${wanted.length} parts over ${widths.length} columns`);
  const scale = sum(widths) / sum(wanted);
  const spans: number[] = [];
  let column = 0;
  let reached = 0;
  let due = 0;
  for (const [index, part] of wanted.entries()) {
    due += part * scale;
    const last = widths.length - (wanted.length - index - 1);
    const first = column;
    if (index === wanted.length - 1) column = widths.length;
    else {
      reached += widths[column] ?? 0;
      column += 1;
      // The next column belongs to this part as long as its middle does.
      while (column < last && reached + (widths[column] ?? 0) / 2 <= due) {
        reached += widths[column] ?? 0;
        column += 1;
      }
    }
    spans.push(column - first);
  }
  return spans;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

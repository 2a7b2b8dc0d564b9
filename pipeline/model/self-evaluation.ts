import { foldText } from './label.ts';
import { textIn } from './project-tables.ts';
import type { Row, Table } from './submission.ts';

/**
 * The row of a form's funds that carries the whole: 年度资金总额, 资金总额, 合计. A single row without a name is it too;
 * null where no row is.
 */
export function fundsTotal(funds: Table): Row | null {
  const rows = [...funds.rows, ...funds.totals];
  const named = rows.find((row) => {
    const words = foldText(textIn(row, 'item') ?? row.label);
    return /总额|合计|总计|资金总/.test(words) && !words.startsWith('其中');
  });
  const [only] = rows;
  return named ?? (rows.length === 1 && only !== undefined ? only : null);
}

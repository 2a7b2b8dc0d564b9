/** Names for sheets out of names of units: what a workbook allows, and each of them once. */
export function sheetNamesOf(names: readonly string[], taken: readonly string[]): readonly string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return names.map((name) => {
    const clean = name.replace(/[[\]:*?/\\]/g, '').replace(/^'+|'+$/g, '');
    let distinct = clean.slice(0, mostSigns);
    for (let number = 2; distinct === '' || used.has(distinct.toLowerCase()); number += 1) {
      const ending = `(${number})`;
      distinct = clean.slice(0, mostSigns - ending.length) + ending;
    }
    used.add(distinct.toLowerCase());
    return distinct;
  });
}

/** The longest name a sheet can have. Source: Excel specifications and limits. */
const mostSigns = 31;

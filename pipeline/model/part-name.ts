// Names of the parts of an Office Open XML package (ECMA-376 part 2): 「/xl/workbook.xml」 and what its targets lead to.

/** The part that holds the relationships of a part: `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`. */
export function relationshipsPart(owner: string): string {
  const slash = owner.lastIndexOf('/') + 1;
  return `${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`;
}

/** The name of the part that a target written in `owner` leads to. */
export function resolveTarget(owner: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const folders = path.startsWith('/') ? [] : owner.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '' && step !== '.') folders.push(step);
  }
  return folders.join('/');
}

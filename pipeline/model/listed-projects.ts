import { foldedName } from './project-key.ts';

/**
 * The project names in a cell that lists several, joined by 、 or line breaks. Names may hold a 、 themselves, so the
 * longest run of parts that is a known name counts as one; parts that are no known name stand for themselves.
 *
 * @param known folded names, as of `foldedName`
 */
export function listedProjects(text: string, known: { has(name: string): boolean }): string[] {
  const parts = text
    .split(/[、；;\n\r]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const names: string[] = [];
  for (let first = 0; first < parts.length; ) {
    let last = parts.length;
    while (last > first + 1 && !known.has(foldedName(parts.slice(first, last).join('、')))) last -= 1;
    names.push(parts.slice(first, last).join('、'));
    first = last;
  }
  return names;
}

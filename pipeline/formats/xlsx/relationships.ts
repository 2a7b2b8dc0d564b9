import { giveUp } from './refusal-error.ts';
import type { XmlLimits } from './xml-scanner.ts';
import { Token, XmlScanner } from './xml-scanner.ts';

/** A link from one part to another. */
export interface Relationship {
  /** The last word of its type: `worksheet`, `styles`. Transitional and Strict files differ before it only. */
  readonly type: string;
  /** The name of the part it leads to; for external ones whatever the file says. */
  readonly target: string;
  readonly isExternal: boolean;
}

/**
 * The relationships of a part by their id.
 *
 * @param owner the part whose relationships these are; relative targets start from its folder. Empty for the package.
 * @throws RefusalError
 */
export function readRelationships(
  owner: string,
  part: string,
  bytes: Buffer,
  limits: XmlLimits,
): ReadonlyMap<string, Relationship> {
  const scanner = new XmlScanner(part, bytes, limits);
  const relationships = new Map<string, Relationship>();
  for (let token = scanner.next(); token !== Token.end; token = scanner.next()) {
    if (token !== Token.open || scanner.tag !== 'Relationship') continue;
    const id = scanner.attribute('Id') ?? '';
    const type = scanner.attribute('Type') ?? '';
    const target = scanner.attribute('Target') ?? '';
    const isExternal = scanner.attribute('TargetMode') === 'External';
    if (relationships.has(id))
      giveUp('CORRUPT', { zh: `${part} 有重复的 ${id}`, en: `${id} twice in ${part}` });
    relationships.set(id, {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: isExternal ? target : resolveTarget(owner, target),
      isExternal,
    });
  }
  return relationships;
}

/** The part that holds the relationships of a part: `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`. */
export function relationshipsPart(owner: string): string {
  const slash = owner.lastIndexOf('/') + 1;
  return `${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`;
}

function resolveTarget(owner: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const folders = path.startsWith('/') ? [] : owner.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '' && step !== '.') folders.push(step);
  }
  return folders.join('/');
}

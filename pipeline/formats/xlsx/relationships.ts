import { resolveTarget } from '../../model/part-name.ts';
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

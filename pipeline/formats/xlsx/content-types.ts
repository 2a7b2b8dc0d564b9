import { giveUp } from './refusal-error.ts';
import { Token, type XmlLimits, XmlScanner } from './xml-scanner.ts';

/**
 * The kinds of parts a package declares, e.g. `application/vnd.ms-office.vbaProject`.
 *
 * @throws RefusalError
 */
export function readContentTypes(part: string, bytes: Buffer, limits: XmlLimits): ReadonlySet<string> {
  const scanner = new XmlScanner(part, bytes, limits);
  const types = new Set<string>();
  for (let token = scanner.next(); token !== Token.end; token = scanner.next()) {
    if (token !== Token.open) continue;
    if (scanner.depth === 1 && scanner.tag !== 'Types') giveUp('CORRUPT', part);
    types.add(scanner.attribute('ContentType') ?? '');
  }
  return types;
}

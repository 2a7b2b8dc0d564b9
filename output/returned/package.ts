import { relationshipsPart, resolveTarget } from '../../pipeline/model/part-name.ts';
import { CannotPatch } from './cannot-patch.ts';
import { withoutPrefix } from './without-prefix.ts';
import { attributeOf, decoded, type Edit, edited, elementsAt, encoded } from './xml-tags.ts';
import { ZipPatch } from './zip-patch.ts';

/** A link from one part to another: the last word of its type, and the name of the part it leads to. */
export interface Link {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const relationsType = 'application/vnd.openxmlformats-package.relationships+xml';
const contentTypes = '[Content_Types].xml';

/** A workbook's zip as parts with links and content types, of which some are changed. */
export class Package {
  readonly zip: ZipPatch;

  constructor(bytes: Uint8Array) {
    this.zip = new ZipPatch(bytes);
  }

  /** The XML of a part, its elements without a prefix where it has one. @throws CannotPatch unless it is UTF-8, which alone we write */
  read(part: string): string {
    const bytes = this.zip.read(part);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    const declared = /^\uFEFF?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text.slice(0, 200))?.[1];
    if (text.includes('\u0000') || (declared !== undefined && !/^utf-?8$/i.test(declared)))
      throw new CannotPatch(`${part} is not UTF-8`);
    return withoutPrefix(text);
  }

  write(part: string, xml: string): void {
    this.zip.write(part, xml);
  }

  /** The links of a part, `''` for the package; none when it has no part for them. External ones are left out. */
  links(owner: string): readonly Link[] {
    const part = relationshipsPart(owner);
    if (!this.zip.has(part)) return [];
    const xml = this.read(part);
    const links: Link[] = [];
    for (const { tag } of elementsAt(xml, 'Relationships', 2).elements) {
      const value = (name: string) => decoded(attributeOf(xml, tag, name)?.value ?? '');
      if (value('TargetMode') === 'External') continue;
      const type = value('Type');
      if (type.startsWith('http://purl.oclc.org/')) throw new CannotPatch('a workbook in Strict OOXML');
      links.push({
        id: value('Id'),
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolveTarget(owner, value('Target')),
      });
    }
    return links;
  }

  /** Adds a link and gives its id. */
  addLink(owner: string, type: string, target: string): string {
    const part = relationshipsPart(owner);
    const xml = this.zip.has(part)
      ? this.read(part)
      : `${declaration}<Relationships xmlns="${packageRelations}"></Relationships>`;
    const { root, elements } = elementsAt(xml, 'Relationships', 2);
    const taken = new Set(elements.map(({ tag }) => attributeOf(xml, tag, 'Id')?.value));
    let number = elements.length + 1;
    while (taken.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    const link = `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${encoded(relative(owner, target))}"/>`;
    this.write(part, edited(xml, [appended(root, link)]));
    // Some writers name the type of each part of links, instead of that of their ending.
    this.addContentType(part, relationsType, 'rels');
    return id;
  }

  /** Says of what type a part is; parts of one ending share theirs when it is given as default. */
  addContentType(part: string, type: string, ending: string | null = null): void {
    const xml = this.read(contentTypes);
    const { root, elements } = elementsAt(xml, 'Types', 2);
    const isKnown = elements.some(({ name, tag }) => {
      if (name === 'Override')
        return (
          decoded(attributeOf(xml, tag, 'PartName')?.value ?? '').toLowerCase() === `/${part}`.toLowerCase()
        );
      return (
        attributeOf(xml, tag, 'Extension')?.value.toLowerCase() === ending &&
        attributeOf(xml, tag, 'ContentType')?.value === type
      );
    });
    if (isKnown) return;
    this.write(
      contentTypes,
      edited(xml, [appended(root, `<Override PartName="/${encoded(part)}" ContentType="${type}"/>`)]),
    );
  }

  /** A name no part has: `before`, the first free number, `after`. */
  freeName(before: string, after: string): string {
    let number = 1;
    while (this.zip.has(`${before}${number}${after}`)) number += 1;
    return `${before}${number}${after}`;
  }
}

/** The first line of every part. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The change that puts something at the end of an element, whether it is empty or not. */
export function appended(element: ReturnType<typeof elementsAt>['root'], text: string): Edit {
  if (element.tag.kind !== 'empty') return { start: element.contentEnd, end: element.contentEnd, text };
  const end = element.tag.end;
  return { start: end - 2, end, text: `>${text}</${element.name}>` };
}

/** The way from a part to another: as short as other programs write it, since not all follow `/xl/…`. */
function relative(owner: string, target: string): string {
  const from = owner.split('/').slice(0, -1);
  const to = target.split('/');
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...from.map(() => '..'), ...to].join('/');
}

import { attributeOf, type Edit, edited, tagsOf } from './xml-tags.ts';

/**
 * A part with the prefix taken off its elements, as .NET programs write it (`<x:row>`), so that all parts are changed in
 * one way. Names go on meaning the same: the prefix stays declared for attributes. A part without one is given as it is;
 * so is one that mixes names with and without it, or declares it anew inside.
 */
export function withoutPrefix(xml: string): string {
  const root = tagsOf(xml).next().value;
  const prefix = root && /^([\w.-]+):/.exec(root.name)?.[1];
  if (prefix === undefined) return xml;
  const redeclared = new RegExp(`\\sxmlns(?::${prefix.replaceAll('.', '\\.')})?\\s*=`);
  const edits: Edit[] = [];
  for (const tag of tagsOf(xml)) {
    const isRoot = tag.depth === 1;
    if (!tag.name.includes(':')) return xml;
    const nameStart = tag.start + (tag.kind === 'close' ? 2 : 1);
    if (isRoot && tag.kind !== 'close') {
      const namespace = attributeOf(xml, tag, `xmlns:${prefix}`)?.value;
      const plain = attributeOf(xml, tag, 'xmlns')?.value;
      if (namespace === undefined || (plain !== undefined && plain !== namespace)) return xml;
      const nameEnd = nameStart + tag.name.length;
      if (plain === undefined) edits.push({ start: nameEnd, end: nameEnd, text: ` xmlns="${namespace}"` });
    } else if (!isRoot && redeclared.test(xml.slice(tag.start, tag.end))) return xml;
    if (tag.name.startsWith(`${prefix}:`))
      edits.push({ start: nameStart, end: nameStart + prefix.length + 1, text: '' });
  }
  return edited(xml, edits);
}

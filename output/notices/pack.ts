import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { SteadyZip } from '../steady-zip.ts';

/**
 * A document as bytes that depend on nothing but its content: no time of making, none of packing, parts in one order.
 *
 * Source: ECMA-376 part 2 (packages); the list of content types comes first, as readers expect.
 */
export async function packDocument(document: Document): Promise<Uint8Array> {
  const parts = unzipSync(await Packer.toBuffer(document));
  const names = Object.keys(parts)
    .filter((name) => !name.endsWith('/'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const zip = new SteadyZip();
  for (const name of names) {
    const content = parts[name] ?? new Uint8Array();
    zip.open(name).end(name === 'docProps/core.xml' ? withoutTimes(content) : content);
  }
  return zip.finish();
}

/** The library writes when a document was made, which nobody asked and which differs each time. */
function withoutTimes(properties: Uint8Array): Uint8Array {
  return strToU8(strFromU8(properties).replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ''));
}

function rank(name: string): number {
  const first = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];
  const index = first.indexOf(name);
  return index === -1 ? first.length : index;
}

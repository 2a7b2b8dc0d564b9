import { type Document, Packer } from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import { SteadyZip } from '../steady-zip.ts';

/**
 * A document as bytes that depend on nothing but its content: no time of making, none of packing, parts in one order.
 *
 * Source: ECMA-376 part 2 (packages); the list of content types comes first, as readers expect.
 */
export async function packDocument(document: Document): Promise<Uint8Array> {
  const { files } = compiler.compile(document);
  const parts = Object.entries(files)
    .filter(([, { dir }]) => !dir)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const zip = new SteadyZip();
  for (const [name, part] of parts) {
    const content = await part.async('uint8array');
    zip.open(name).end(name === 'docProps/core.xml' ? withoutTimes(content) : content);
  }
  return zip.finish();
}

/**
 * What the library packs documents with. It would stamp each part with the time and compress it, only for us to undo
 * both: half the work of a notice. The parts themselves it gives nowhere else.
 */
const { compiler } = Packer as unknown as { readonly compiler: Compiler }; // private in its types

interface Compiler {
  compile(document: Document): { readonly files: Readonly<Record<string, CompiledPart>> };
}

/** An entry of a JSZip. */
interface CompiledPart {
  readonly dir: boolean;
  async(type: 'uint8array'): Promise<Uint8Array>;
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

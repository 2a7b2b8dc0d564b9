import { Packer } from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import type { Language } from '../../pipeline/model/text.ts';
import { type PackedPart, packedPart, SteadyZip } from '../steady-zip.ts';
import { officialFrame } from './official-frame.ts';
import { type BodyPart, escaped, safe } from './official-page.ts';

/** An official document before it is packed. */
export interface OfficialDocument {
  /** What its properties call it; line breaks are left out. */
  readonly title: string;
  readonly language: Language;
  readonly content: readonly BodyPart[];
}

/**
 * A document as bytes that depend on nothing but its content: no time of making, none of packing, parts in one order.
 *
 * Source: ECMA-376 part 2 (packages); the list of content types comes first, as readers expect.
 */
export async function packDocument({ title, language, content }: OfficialDocument): Promise<Uint8Array> {
  frames[language] ??= await frameIn(language);
  const zip = new SteadyZip();
  for (const part of frames[language]) {
    if (!('around' in part)) {
      zip.add(part);
      continue;
    }
    const [before, behind] = part.around;
    const inside =
      part.holds === 'title' ? [escaped(safe(title.replaceAll('\n', '')))] : content.map(({ xml }) => xml);
    zip.open(part.name).end(strToU8([before, ...inside, behind].join('')));
  }
  return zip.finish();
}

/** A part that is another in each document: what stands around what differs. */
interface OpenPart {
  readonly name: string;
  readonly holds: 'title' | 'body';
  readonly around: readonly [before: string, behind: string];
}

/** What all documents in a language share is made once: it is most of the parts. */
const frames: { [language in Language]?: readonly (PackedPart | OpenPart)[] } = {};

async function frameIn(language: Language): Promise<readonly (PackedPart | OpenPart)[]> {
  const { files } = compiler.compile(officialFrame(titlePlace, language));
  const parts = Object.entries(files)
    .filter(([, { dir }]) => !dir)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const frame: (PackedPart | OpenPart)[] = [];
  for (const [name, part] of parts) {
    const content = await part.async('uint8array');
    if (name === 'word/document.xml') {
      const [before = '', behind = ''] = strFromU8(content).split(bodyStart);
      frame.push({ name, holds: 'body', around: [`${before}${bodyStart}`, behind] });
    } else if (name === 'docProps/core.xml') {
      const [before = '', behind = ''] = withoutTimes(strFromU8(content)).split(titlePlace);
      frame.push({ name, holds: 'title', around: [before, behind] });
    } else {
      frame.push(packedPart(name, content));
    }
  }
  return frame;
}

/** Stands in the frame where the title will. */
const titlePlace = 'TITLE';
const bodyStart = '<w:body>';

/** What the library makes a document's parts with, which it gives nowhere but in a zip of its own. */
const { compiler } = Packer as unknown as { readonly compiler: Compiler }; // private in its types

interface Compiler {
  compile(document: ReturnType<typeof officialFrame>): {
    readonly files: Readonly<Record<string, CompiledPart>>;
  };
}

/** An entry of a JSZip. */
interface CompiledPart {
  readonly dir: boolean;
  async(type: 'uint8array'): Promise<Uint8Array>;
}

/** The library writes when a document was made, which nobody asked and which differs each time. */
function withoutTimes(properties: string): string {
  return properties.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
}

function rank(name: string): number {
  const first = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];
  const index = first.indexOf(name);
  return index === -1 ? first.length : index;
}

import { strFromU8, unzipSync } from 'fflate';
import { Token, XmlScanner } from '../../pipeline/formats/xlsx/xml-scanner.ts';

/** What a Word document says, as a reader sees it. */
export interface DocumentContent {
  /** Paragraphs outside of tables, in order; empty ones too. */
  readonly paragraphs: readonly string[];
  /** Tables as rows of cells, the paragraphs of a cell parted by line feeds. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Instructions of fields: what a program would carry out. */
  readonly fields: readonly string[];
  /** Parts by name. */
  readonly parts: ReadonlyMap<string, string>;
}

/**
 * Reads a document of ours, every part with our own strict scanner of XML.
 *
 * @throws RefusalError where a part is not well-formed
 */
export function documentContent(bytes: Uint8Array): DocumentContent {
  const parts = new Map(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)] as const),
  );
  for (const [name, xml] of parts) {
    const scanner = new XmlScanner(name, Buffer.from(xml), { xmlDepth: 64 });
    while (scanner.next() !== Token.end);
  }
  const body = parts.get('word/document.xml') ?? '';
  const tables = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => paragraphsIn(cell).join('\n')),
    ),
  );
  return {
    paragraphs: paragraphsIn(body.replace(/<w:tbl>.*?<\/w:tbl>/gs, '')),
    tables,
    fields: [...parts.values()].flatMap((xml) =>
      [...xml.matchAll(/<w:(?:instrText|fldSimple)[^>]*>([^<]*)/g)].map(([, field = '']) => field),
    ),
    parts,
  };
}

function paragraphsIn(xml: string): string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text = '']) => resolved(text))
      .join(''),
  );
}

function resolved(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole);
}

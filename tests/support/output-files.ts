import { strFromU8, unzipSync } from 'fflate';

/** A file that was written, as the texts it is made of: the parts of a workbook or document, or the file itself. */
export interface OutputText {
  readonly path: string;
  readonly part: string;
  readonly text: string;
}

/** What stands in files that were written, entities of XML and HTML resolved, so that a text can be looked for in all of them. */
export function outputTexts(files: ReadonlyMap<string, Uint8Array>): readonly OutputText[] {
  return [...files].flatMap(([path, bytes]): OutputText[] => {
    if (!/\.(?:xlsx|docx)$/.test(path)) return [{ path, part: '', text: readable(strFromU8(bytes)) }];
    return Object.entries(unzipSync(bytes)).map(([part, content]) => ({
      path,
      part,
      text: readable(strFromU8(content)),
    }));
  });
}

function readable(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

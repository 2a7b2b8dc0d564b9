import { giveUp } from './refusal-error.ts';
import { isBlank, Token, type XmlScanner } from './xml-scanner.ts';
import { unescapeCellText } from './xml-text.ts';

/**
 * The text of the `<si>` or `<is>` just opened: its runs joined, phonetic guides (`<rPh>`) left out. Null when the
 * bytes ended within.
 *
 * @throws RefusalError
 */
export function readRichText(scanner: XmlScanner): string | null {
  const outside = scanner.depth - 1;
  let text = '';
  let plainTexts = 0;
  for (;;) {
    const token = scanner.next();
    if (token === Token.more) return null;
    if (token === Token.close && scanner.depth === outside) return text;
    if (token === Token.text && !isBlank(scanner.bytes, scanner.textStart, scanner.textEnd))
      giveUp('CORRUPT', { zh: '文字不在其位', en: 'a text out of its place' });
    if (token !== Token.open || scanner.tag === 'r') continue;
    if (scanner.tag !== 't') {
      if (!scanner.skipElement()) return null;
      continue;
    }
    if (scanner.depth === outside + 2 && ++plainTexts > 1)
      giveUp('CORRUPT', { zh: '一格两段文字', en: 'two texts in one cell' });
    const piece = scanner.readContent();
    if (piece === null) return null;
    text += unescapeCellText(piece);
  }
}

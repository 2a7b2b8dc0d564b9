import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts';
import { decodeAs, decodeText } from '../csv/decode.ts';

/**
 * The text of a page or an XML file; BAD_TEXT when it cannot be had.
 *
 * What proves itself (a byte order mark, valid UTF-8) goes before what the file declares: pages often declare one
 * encoding and are saved in another.
 */
export function decodeMarkup(bytes: Uint8Array): string | Refusal {
  const decoded = decodeText(bytes);
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const declared = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(head)?.[1] ?? null;
  const isProven = !isRefusal(decoded) && decoded.encoding !== 'gb18030';
  if (declared === null || isProven || /^(?:gb|utf)/i.test(declared)) {
    return isRefusal(decoded) ? decoded : decoded.text;
  }
  const asDeclared = decodeAs(bytes, declared);
  if (asDeclared === null || asDeclared.text.includes('\0')) return refuse('BAD_TEXT', declared);
  return asDeclared.text;
}

import { maskPersonal } from '../pipeline/model/mask-personal.ts';

/**
 * Text that units wrote, made harmless for the format it goes into. Every writer passes every such text through here.
 *
 * What opens our reports must run nothing a unit wrote, and a report must read the way it was written: signs that
 * cannot be seen but turn text round, hide it or move the cursor have no place in one.
 */

/** Most characters one cell of a workbook can hold. */
export const cellLimit = 32_767;

/**
 * Text without signs that are not text: control characters other than tab and line feed, marks that change the
 * direction of writing, code points that XML or UTF-8 cannot hold. Line ends become a line feed.
 */
export function plainText(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  return lines.replace(notText, '').toWellFormed();
}

/** Text on a single line: breaks and tabs become spaces. For file names, sentences in a list, the terminal. */
export function lineText(text: string): string {
  return plainText(text)
    .replace(/[\n\t\u2028\u2029]+/g, ' ')
    .trim();
}

/**
 * Text for a cell that is typed as text, which no program evaluates; cut, visibly, at what a cell can hold. Codes and
 * file names are `kept` whole: masked, they would be others.
 */
export function cellText(text: string, personal: 'masked' | 'kept' = 'masked'): string {
  const plain = personal === 'kept' ? plainText(text) : maskPersonal(plainText(text));
  const literal = plain.includes('_x') ? plain.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : plain;
  return literal.length <= cellLimit ? literal : `${plainText(literal.slice(0, cellLimit - 1))}…`;
}

/**
 * Text for a field of a CSV file. Spreadsheets evaluate what begins like a formula, also after spaces and signs that
 * cannot be seen; such text is prefixed with `'`, plain numbers excepted.
 */
export function csvText(text: string): string {
  const plain = maskPersonal(plainText(text));
  const harmless = !startsLikeFormula(text) && !startsLikeFormula(plain);
  return harmless || isPlainNumber(text) ? plain : `'${plain}`;
}

/** Whether a spreadsheet that opens the text as CSV might evaluate it. */
function startsLikeFormula(text: string): boolean {
  let start = 0;
  while (start < text.length && passedOver.test(text.charAt(start))) start += 1;
  return start < text.length && formulaStart.test(text.charAt(start));
}

/** Text for the terminal: one line without escape sequences, control characters and bidi marks. */
export function terminalText(text: string): string {
  // The rest of an escape sequence is letters and digits; it goes with its first character.
  return lineText(maskPersonal(text.replace(escapeSequence, '')));
}

/** Text for HTML, in an element or in a quoted attribute. */
export function htmlText(text: string): string {
  return maskPersonal(plainText(text)).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

// Tab and line feed are text. Written as escapes on purpose: the signs themselves cannot be seen in a source file.
const notText =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this is for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C\uFEFF\uFFFE\uFFFF]/g;
/** What a spreadsheet may pass over before it decides: spaces of every kind, BOM and zero-width signs. */
const passedOver =
  /[ \u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF\u180E\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL, tab and line ends are among the dangerous starts
const formulaStart = /[=+\-@\t\r\n\u0000|＝＋－＠]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with a control character
const escapeSequence = /\u001B(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\-_])/g;

function isPlainNumber(text: string): boolean {
  return /^[+-]?\d{1,3}(,\d{3})*(\.\d+)?%?$|^[+-]?\d+(\.\d+)?%?$/.test(text);
}

import { tidy } from './number.ts';

const yes = new Set([
  '是',
  '√',
  '☑',
  '✓',
  '✔',
  '■',
  '●',
  'Y',
  'y',
  'YES',
  'Yes',
  '1',
  '1-是',
  '有',
  '达到',
  '已达到',
  '☒',
  'TRUE',
  'true',
  '对',
]);
const no = new Set([
  '否',
  '□',
  '口',
  '☐',
  '×',
  '✗',
  '○',
  'N',
  'n',
  'NO',
  'No',
  '0',
  '0-否',
  '未达到',
  '没达到',
  'FALSE',
  'false',
  '不是',
  '未达',
]);

/** Reads 是/否, ticks and boxes, `1-是`/`0-否`, `☑是 □否`; null when it is none of these. */
export function parseYesNo(text: string): boolean | null {
  const plain = tidy(text).normalize('NFC');
  if (yes.has(plain)) return true;
  if (no.has(plain)) return false;
  const boxes = /^([□口☐])?([√☑✓✔■●])?是([□口☐])?([√☑✓✔■●])?否([□口☐])?([√☑✓✔■●])?$/.exec(plain);
  if (boxes === null) return null;
  const [, boxBefore, tickYes, boxMiddle, tickMiddle, boxAfter, tickNo] = boxes;
  // The mark stands either before each word or behind it; the first mark tells which.
  const marksBefore = boxBefore !== undefined || tickYes !== undefined;
  const tickedYes = marksBefore ? tickYes !== undefined : tickMiddle !== undefined;
  const tickedNo = marksBefore ? tickMiddle !== undefined : tickNo !== undefined;
  if (
    tickedYes === tickedNo ||
    (boxMiddle === undefined && tickMiddle === undefined && boxAfter === undefined)
  )
    return null;
  return tickedYes;
}

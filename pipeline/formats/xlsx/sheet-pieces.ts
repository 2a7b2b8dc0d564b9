import { giveUp, RefusalError } from './refusal-error.ts';
import type { SheetScanner } from './sheet-scanner.ts';
import type { XmlBytes } from './xml-bytes.ts';
import type { XmlScanner } from './xml-scanner.ts';

/** No cell needs more bytes than this between its tags; more is an attack on memory. */
const longestCell = 16 * 1024 * 1024;

/**
 * Runs a sheet scanner over a part that arrives in pieces. What a run leaves unread is put before the next piece, so
 * no more than a piece and a cell are held at a time.
 *
 * @throws RefusalError
 */
export async function scanPieces(
  part: string,
  pieces: AsyncIterable<Buffer>,
  xml: XmlBytes,
  scanner: XmlScanner,
  sheet: SheetScanner,
): Promise<void> {
  let room = Buffer.allocUnsafe(0);
  let unread = Buffer.alloc(0);

  const run = (piece: Buffer, isLast: boolean) => {
    const next = xml.next(piece, isLast);
    const length = unread.length + next.length;
    if (unread.length > longestCell) giveUp('FIELD_TOO_LONG', part);
    if (length > room.length) {
      const larger = Buffer.allocUnsafe(length * 2);
      unread.copy(larger);
      room = larger;
    } else unread.copy(room);
    next.copy(room, unread.length);
    const window = room.subarray(0, length);
    scanner.refill(window, isLast);
    sheet.run();
    xml.check(window.subarray(0, scanner.position));
    unread = window.subarray(scanner.position);
  };

  // What is wrong with the zip is told before what is wrong with the XML, as it is for parts read whole.
  let refusal: RefusalError | null = null;
  for await (const piece of pieces) {
    if (refusal !== null) continue;
    try {
      run(piece, false);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      refusal = error;
    }
  }
  if (refusal !== null) throw refusal;
  run(Buffer.alloc(0), true);
}

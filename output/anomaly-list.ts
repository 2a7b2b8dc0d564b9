import type { StoredReport } from '../pipeline/model/report.ts';
import type { Kept, Spool } from '../pipeline/model/spool.ts';
import type { Language } from '../pipeline/model/text.ts';
import { findingColumns, findingText } from './finding-columns.ts';
import { labelsOf } from './labels.ts';
import { noRanks, rankedIndexes, setRank } from './ranking.ts';
import { csvText } from './safe-text.ts';

export interface AnomalyListOptions {
  /** UTF-8 has a byte order mark, so that Excel reads it as such; GB18030 is for systems that know nothing else. */
  readonly encoding?: 'utf-8' | 'gb18030';
}

/** So many bytes of lines are put aside at once. */
const bytesAtOnce = 2 ** 18;

/**
 * 「异常清单.csv」: all findings with the columns of the sheet 异常, ranked, one line each (CRLF), as bytes, each
 * piece there until the next. Text that a spreadsheet would evaluate is prefixed with `'`.
 *
 * Lines are made in the order of the report and put aside until their rank is known.
 */
export async function anomalyList(
  report: StoredReport,
  language: Language,
  spool: Spool,
  { encoding = 'utf-8' }: AnomalyListOptions = {},
): Promise<Iterable<Uint8Array>> {
  const { default: papaparse } = await import('papaparse');
  const encode = encoding === 'utf-8' ? utf8 : await gb18030();
  const labels = labelsOf(language);
  // The guard against formulas is ours and the same for every format: papaparse's own knows fewer signs.
  const lineOf = (texts: readonly string[]) =>
    encode(`${papaparse.unparse([texts], { newline: '\r\n', escapeFormulae: false })}\r\n`);
  const heading = lineOf(findingColumns.map((column) => labels.finding[column]));

  const { length } = report.findings;
  const ranks = noRanks(length);
  const places = {
    block: new Uint32Array(length),
    start: new Uint32Array(length),
    size: new Uint32Array(length),
  };
  const blocks: Kept[] = [];
  let lines: Uint8Array[] = [];
  let bytes = 0;
  let index = 0;
  for (const finding of report.findings) {
    const line = lineOf(
      findingColumns.map((column) => oneLine(findingText(finding, column, language, labels.semicolon))),
    );
    setRank(ranks, index, finding);
    [places.block[index], places.start[index], places.size[index]] = [blocks.length, bytes, line.length];
    lines.push(line);
    bytes += line.length;
    index += 1;
    if (bytes < bytesAtOnce && index < length) continue;
    blocks.push(spool.put(Buffer.concat(lines)));
    lines = [];
    bytes = 0;
  }

  const at = (numbers: Uint32Array, which: number) => numbers[which] ?? 0;
  const ranked = rankedIndexes(ranks);
  return (function* () {
    if (encoding === 'utf-8') yield utf8('\uFEFF');
    yield heading;
    for (const which of ranked) {
      const block = blocks[at(places.block, which)];
      if (block !== undefined) yield block.look(at(places.start, which), at(places.size, which));
    }
  })();
}

function utf8(text: string): Uint8Array {
  return Buffer.from(text);
}

async function gb18030(): Promise<(text: string) => Uint8Array> {
  const { default: iconv } = await import('iconv-lite');
  return (text) => iconv.encode(text, 'gb18030');
}

/** Old systems take a line break for the end of a record, whatever the quotes. The guard looks before it is gone. */
function oneLine(text: string): string {
  return csvText(text).replace(/\s*[\n\u2028\u2029]\s*/g, ' ');
}

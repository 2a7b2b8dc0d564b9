import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { maskPersonal } from '../model/mask-personal.ts';
import { type LongList, longLists } from '../model/report.ts';
import { jsonLine } from '../model/report-line.ts';
import type { Kept, Spool } from '../model/spool.ts';
import type { OutputFile } from '../run-folder.ts';
import { Slice } from '../spool.ts';
import type { Piece, UnitPart } from '../stages/unit-part.ts';
import type { FileOutcome, UnitOrder } from '../workers/workplace.ts';
import {
  fileOutcomeFrom,
  isWorthKeeping,
  type Sizes,
  textOfFile,
  textOfUnit,
  unitFrom,
} from './outcome-text.ts';

/**
 * What became of files and units, by their content: kept in the run folder, so that the next run into it checks again
 * only what has changed. Never part of a result: a run without it gives the same bytes, only later.
 */
export interface RunCache {
  /** Whether it knows any file, so that looking at the content of one is worth while. */
  readonly knowsFiles: boolean;
  file(path: string, sha256: string): FileOutcome | null;
  unit(order: UnitOrder): UnitPart<Kept> | null;
  keepFile(outcome: FileOutcome): void;
  /** What became of a unit in the end, whether it was known or not. */
  keepUnit(order: UnitOrder, part: UnitPart<Kept>): void;
  /** Which outputs were made of which report, the last time; '' when that is not known. */
  readonly outputs: string;
  /** Whether all that was asked for was known, and nothing that is known was not asked for. */
  isUnchanged(): boolean;
  /** The cache of this run as a file of the run folder: everything asked for and kept, nothing else. */
  content(outputs: string): OutputFile;
  close(): void;
}

/*
 * The file: a line with the key, the mark of the outputs and where the index begins; the entries one after the other;
 * the index, a line for each with its name, size and hash; a line with the hash of the index.
 */
const fileName = '.cache';

/**
 * Opens the cache of the run folder.
 *
 * @param key tells everything else that results depend on; a cache with another key is passed over
 */
export function openRunCache(folder: string, key: string, spool: Spool): RunCache {
  const earlier = openEarlier(join(folder, fileName), key);
  /** Entries of this run, each in as many parts as it was put aside. */
  const kept = new Map<string, readonly Kept[]>();
  let hasNew = false;
  const sound = new Set<string>();
  const found = (id: string): Uint8Array | null => {
    const entry = earlier.entries.get(id);
    if (entry === undefined) return null;
    const bytes = entry.bytes.read();
    // Damaged: as good as none.
    if (hashOf([bytes]) !== entry.sha256) return null;
    sound.add(id);
    return bytes;
  };
  const keepFound = (id: string): boolean => {
    const entry = sound.has(id) ? earlier.entries.get(id) : undefined;
    if (entry !== undefined) kept.set(id, [entry.bytes]);
    return entry !== undefined;
  };
  const keep = (id: string, text: string, more: readonly Kept[] = []) => {
    hasNew = true;
    kept.set(id, [spool.put(Buffer.from(`${text}\n`)), ...more]);
  };
  return {
    outputs: earlier.outputs,
    knowsFiles: earlier.entries.size > 0,
    file(path, sha256) {
      const id = fileId(path, sha256);
      const bytes = found(id);
      if (bytes === null) return null;
      keepFound(id);
      return fileOutcomeFrom(decoder.decode(bytes));
    },
    unit(order) {
      const id = unitId(order);
      const bytes = found(id);
      const whole = earlier.entries.get(id)?.bytes;
      if (bytes === null || whole === undefined) return null;
      const end = bytes.indexOf(lineFeed);
      const { card, sizes } = unitFrom(decoder.decode(bytes.subarray(0, end)));
      let start = end + 1;
      const next = (length: number) => {
        start += length;
        return partOf(whole, start - length, length);
      };
      const piecesOf = (list: LongList) =>
        sizes[list].map(({ count, length }): Piece<Kept> => ({ count, things: next(length), masked: null }));
      const counts = next(sizes.counts);
      const lists = {
        findings: piecesOf('findings'),
        progress: piecesOf('progress'),
        guarantees: piecesOf('guarantees'),
        directFunds: piecesOf('directFunds'),
        balances: piecesOf('balances'),
        annex: piecesOf('annex'),
      };
      return { ...card, counts, lists };
    },
    keepFile(outcome) {
      if (outcome.result === null || !isWorthKeeping(outcome.result)) return;
      const text = textOfFile(outcome);
      // The folder is passed on: numbers of persons have no place in it, and such a file is simply checked again.
      if (maskPersonal(text) === text) keep(fileId(outcome.result.file, outcome.result.sha256), text);
    },
    keepUnit(order, { lists, counts, ...card }) {
      const id = unitId(order);
      if (keepFound(id)) return;
      const pieces = longLists.flatMap((list) => lists[list]);
      // Sums may look like numbers of persons; texts are what counts.
      const hasPersonal =
        pieces.some(({ masked }) => masked !== null) || jsonLine(card) !== JSON.stringify(card);
      if (hasPersonal) return;
      const sizesOf = (list: readonly Piece<Kept>[]) =>
        list.map(({ count, things }) => ({ count, length: things.length }));
      const { findings, progress, guarantees, directFunds, balances, annex } = lists;
      const sizes: Sizes = {
        counts: counts.length,
        findings: sizesOf(findings),
        progress: sizesOf(progress),
        guarantees: sizesOf(guarantees),
        directFunds: sizesOf(directFunds),
        balances: sizesOf(balances),
        annex: sizesOf(annex),
      };
      keep(id, textOfUnit(card, sizes), [counts, ...pieces.map(({ things }) => things)]);
    },
    isUnchanged: () => !hasNew && kept.size === earlier.entries.size,
    content: (outputs) => ({ path: fileName, content: written(key, outputs, kept) }),
    close: earlier.close,
  };
}

const lineFeed = 10;
const decoder = new TextDecoder();

/** The cache as it stands in its file; what has been written is not held. */
function* written(
  key: string,
  outputs: string,
  kept: ReadonlyMap<string, readonly Kept[]>,
): Generator<Uint8Array> {
  const entries = [...kept].sort(([one], [other]) => (one < other ? -1 : 1));
  const sizes = entries.map(([, parts]) => parts.reduce((sum, { length }) => sum + length, 0));
  yield Buffer.from(`${key} ${outputs} ${sizes.reduce((sum, size) => sum + size, 0)}\n`);
  const index: string[] = [];
  for (const [which, [id, parts]] of entries.entries()) {
    const hash = createHash('sha256');
    for (const part of parts) {
      const bytes = part.look();
      hash.update(bytes);
      yield bytes;
    }
    index.push(`${id} ${sizes[which]} ${hash.digest('hex')}\n`);
  }
  const lines = Buffer.from(index.join(''));
  yield lines;
  yield Buffer.from(`${hashOf([lines])}\n`);
}

interface Earlier {
  readonly outputs: string;
  readonly entries: ReadonlyMap<string, { readonly bytes: Kept; readonly sha256: string }>;
  close(): void;
}

/** Its entries are read when they are asked for; the file stays open, whatever becomes of its folder. */
function openEarlier(path: string, key: string): Earlier {
  const nothing: Earlier = { outputs: '', entries: new Map(), close: () => undefined };
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return nothing;
  }
  const close = () => closeSync(descriptor);
  const { size } = fstatSync(descriptor);
  const head = decoder.decode(new Slice(descriptor, 0, Math.min(size, 1000)).read());
  const end = head.indexOf('\n') + 1;
  const [stated, outputs = '', data = ''] = head.slice(0, Math.max(0, end - 1)).split(' ');
  const indexStart = end + Number(data);
  // Of another run, or damaged: as good as none.
  if (stated !== key || !(indexStart < size)) {
    close();
    return nothing;
  }
  const tail = Buffer.from(new Slice(descriptor, indexStart, size - indexStart).read());
  const lines = tail.subarray(0, Math.max(0, tail.length - hashLine));
  if (tail.toString('latin1', lines.length) !== `${hashOf([lines])}\n`) {
    close();
    return nothing;
  }
  const entries = new Map<string, { readonly bytes: Kept; readonly sha256: string }>();
  let start = end;
  for (const line of lines.toString('latin1').split('\n').slice(0, -1)) {
    const [id = '', length = '', sha256 = ''] = line.split(' ');
    entries.set(id, { bytes: new Slice(descriptor, start, Number(length)), sha256 });
    start += Number(length);
  }
  return { outputs, entries, close };
}

/** Length of a hash in hexadecimal with a line feed. */
const hashLine = 65;

function partOf(whole: Kept, start: number, length: number): Kept {
  return {
    length,
    read: (from = 0, some = length) => whole.read(start + from, some),
    look: (from = 0, some = length) => whole.look(start + from, some),
  };
}

function fileId(path: string, sha256: string): string {
  return hashOf([`file ${sha256} ${path}`]);
}

/** The unit, the files its submissions are in and which of them count. */
function unitId({ unit, files, submissions, superseded, unjudged }: UnitOrder): string {
  const members = files.map(({ path, sha256 }) => [path, sha256]);
  return hashOf([`unit ${JSON.stringify([unit, members, submissions, superseded, unjudged])}`]);
}

function hashOf(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

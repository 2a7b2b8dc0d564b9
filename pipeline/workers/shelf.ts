import type { Validated } from '../validate.ts';

/** The files read lately, rows and all, for when their units are judged. */
export interface Shelf {
  put(validated: Validated): void;
  /** Null when it was never there or has made room for others: then the file is read again. */
  take(file: string, sha256: string): Validated | null;
}

/** So many rows fit: those of a few units, which are judged as soon as their files are in; some three megabytes. */
const mostRows = 2_000;

/** Rows are kept while there is room; those that were put away first make room for others. The last file always stays. */
export function openShelf(): Shelf {
  const kept = new Map<string, { readonly validated: Validated; readonly rows: number }>();
  let rows = 0;
  return {
    put(validated) {
      const own = validated.rowCounts.reduce((sum, count) => sum + count, 0);
      kept.set(validated.file, { validated, rows: own });
      rows += own;
      for (const [file, first] of kept) {
        if (rows <= mostRows || file === validated.file) break;
        kept.delete(file);
        rows -= first.rows;
      }
    },
    take(file, sha256) {
      const found = kept.get(file)?.validated;
      return found?.sha256 === sha256 ? found : null;
    },
  };
}

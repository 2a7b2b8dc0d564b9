import { nearestWord } from '../policy/nearest-word.ts';
import { UsageMistake } from './usage-mistake.ts';

/** The outputs `--formats` may name. report.json and run.json are always written: later runs and `verify` rest on them. */
export const formats = ['xlsx', 'csv', 'json', 'html', 'returned', 'docx', 'ndjson', 'sarif'] as const;

export type Format = (typeof formats)[number];

/** Whether one of these looks at the report in any order; the others read it from its first line to its last. */
export function needWholeReport(chosen: ReadonlySet<Format>): boolean {
  return [...chosen].some((format) => !readOnce.has(format));
}

const readOnce: ReadonlySet<Format> = new Set(['csv', 'json', 'ndjson']);

/** What `--formats` is when nobody says: everything people read; the formats of other programs are asked for. */
export const usualFormats = 'xlsx,csv,json,html,returned,docx';

/** Encodings of the list of findings that `--encoding` may name. */
export const encodings = ['utf-8', 'gb18030'] as const;

export type Encoding = (typeof encodings)[number];

/** @throws UsageMistake on a format that does not exist */
export function formatsFrom(list: string): ReadonlySet<Format> {
  const chosen = new Set<Format>();
  for (const word of list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const format = formats.find((one) => one === word.toLowerCase());
    if (format === undefined) {
      const near = nearestWord(word, formats);
      throw new UsageMistake({
        zh: `--formats 中没有“${word}”${near === null ? '' : `，是不是“${near}”`}。可选：${formats.join('、')}。`,
        en: `--formats knows no "${word}"${near === null ? '' : `; did you mean "${near}"`}. Allowed: ${formats.join(', ')}.`,
      });
    }
    chosen.add(format);
  }
  return chosen;
}

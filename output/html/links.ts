import { basename } from 'node:path/posix';
import { unitFolders } from '../returned/unit-folders.ts';
import { excerpt } from './figures.ts';
import { html, type Markup, trusted } from './markup.ts';
import type { Page } from './page.ts';

/** A link to a file or folder beside the page, by its path in the run folder. */
export function fileLink(path: string, text: string): Markup {
  return html`<a href="${trusted(addressOf(path))}">${text}</a>`;
}

/** Links to the files that go back to each unit, in the order of the report. */
export function returnedFiles({ report, beside }: Page): ReadonlyMap<string, readonly Markup[]> {
  const links = new Map<string, Markup[]>();
  const seen = new Set<string>();
  for (const { unit, file } of report.submissions) {
    const path = beside.returned.get(file)?.path;
    if (path === undefined || seen.has(path)) continue;
    seen.add(path);
    const own = links.get(unit) ?? [];
    links.set(unit, own);
    own.push(fileLink(path, excerpt(basename(path), 60)));
  }
  return links;
}

/** Links to the notices that are written to units. */
export function noticeLinks({ report, language, labels, beside }: Page): ReadonlyMap<string, Markup> {
  const links = new Map<string, Markup>();
  for (const [unit, folder] of unitFolders(report, language)) {
    const path = `${folder}/${labels.fileNames.notice}`;
    if (beside.outputs.has(path)) links.set(unit, fileLink(path, labels.fileNames.notice));
  }
  return links;
}

/**
 * A path as an address in an attribute. Signs with a meaning in addresses or in HTML are coded, and so are long numbers:
 * one that names a person must not be printed, and yet the link must lead to the file.
 */
function addressOf(path: string): string {
  return path.replace(/[\s%#?&"'<>\\^`{|}]|\d{11,}/g, (signs) =>
    Array.from(signs, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`).join(
      '',
    ),
  );
}

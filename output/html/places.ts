import { addressText } from '../../pipeline/model/address-text.ts';
import type { Finding } from '../../pipeline/model/report.ts';
import { excerpt } from './figures.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';

type Place = Finding['where'][number];

/** A place as a clerk looks it up: file, then sheet and cell, then what the cell is called. */
export function placeText(page: Page, place: Place): Markup {
  return html`${excerpt(place.file, 120)} › ${sheetAndCell(page, place) ?? page.labels.wholeFile}${
    place.label === null ? null : html` <span class="soft">${excerpt(place.label, 60)}</span>`
  }`;
}

/** `支出进度!R12`; the sheet alone where the whole of it is meant; null for a whole file. */
export function sheetAndCell({ language }: Page, { sheet, cell }: Place): string | null {
  if (sheet === null) return cell;
  return cell === null ? excerpt(sheet, 60) : `${excerpt(sheet, 60)}!${addressText(cell)[language]}`;
}

/** The first places of a finding, and how many there are in all. */
export function placesText(page: Page, places: readonly Place[], shown = 3): Markup {
  const parts: Markup[] = [];
  for (const [index, place] of places.slice(0, shown).entries()) {
    // Places in one file, as most are, name it once.
    const sameFile = index > 0 && place.file === places[index - 1]?.file;
    if (index > 0) parts.push(html`${page.words.listSeparator}`);
    parts.push(
      sameFile ? html`${sheetAndCell(page, place) ?? page.labels.wholeFile}` : placeText(page, place),
    );
  }
  if (places.length > shown) parts.push(html` ${page.labels.sentences.morePlaces(places.length)}`);
  return html`${parts}`;
}

/** Two places of a finding that lie in different sheets or files: left the one to mark, right the one it disagrees with. */
export function twoTables(finding: Finding): { readonly left: Place; readonly right: Place } | null {
  const [left, ...others] = finding.where;
  if (left === undefined) return null;
  const right = others.find((other) => other.file !== left.file || other.sheet !== left.sheet);
  return right === undefined ? null : { left, right };
}

/** Templates by name, in brackets: a clerk knows 项目分月支出进度表, not T01. */
export function templateNames({ labels, words }: Page, ids: readonly string[]): string {
  return words.inBrackets(ids.map((id) => labels.templates[id] ?? id).join(words.listSeparator));
}

/** The name of a unit, or what stands for one that nobody knows. */
export function unitName({ labels }: Page, unit: string): string {
  return unit === '' ? labels.unknownUnit : excerpt(unit, 60);
}

/** The name of a project, or its code where it has none; null when the finding is about no project. */
export function projectName(project: Finding['project']): string | null {
  if (project === null) return null;
  const name = project.name ?? project.code;
  return name === null ? null : excerpt(name, 80);
}

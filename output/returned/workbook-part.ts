import { CannotPatch } from './cannot-patch.ts';
import { appended, type Package } from './package.ts';
import { attributeOf, decoded, type Edit, type Element, edited, elementsAt, encoded } from './xml-tags.ts';

/** A sheet of a workbook: its name, and its part when it is a grid of cells. */
export interface ListedSheet {
  readonly name: string;
  readonly part: string | null;
}

/** The main part of a workbook: its sheets in their order, and what must follow when one is put before them. */
export class WorkbookPart {
  readonly part: string;
  readonly sheets: readonly ListedSheet[];
  /** Number of the sheet that shows when the workbook is opened. */
  readonly active: number;
  readonly stylesPart: string | null;
  private readonly parts: Package;
  private readonly xml: string;
  private readonly root: Element;
  private readonly elements: readonly Element[];
  private readonly listed: readonly Element[];

  /** @throws CannotPatch */
  constructor(parts: Package) {
    this.parts = parts;
    const main = parts.links('').find(({ type }) => type === 'officeDocument')?.target;
    if (main === undefined) throw new CannotPatch('no workbook');
    this.part = main;
    this.xml = parts.read(main);
    const { root, elements } = elementsAt(this.xml, 'workbook', 2);
    this.root = root;
    this.elements = elements;
    const links = parts.links(main);
    this.stylesPart = links.find(({ type }) => type === 'styles')?.target ?? null;
    this.listed = this.within('sheets');
    this.sheets = this.listed.map((sheet) => {
      const id = decoded(this.relation(sheet)?.value ?? '');
      const link = links.find((one) => one.id === id);
      return {
        name: decoded(attributeOf(this.xml, sheet.tag, 'name')?.value ?? ''),
        part: link?.type === 'worksheet' ? link.target : null,
      };
    });
    const view = this.within('bookViews')[0];
    this.active = Number((view && attributeOf(this.xml, view.tag, 'activeTab')?.value) ?? 0);
  }

  /**
   * Lists a new first and a new, hidden, last sheet. Names that belong to a sheet and the sheet that shows are told by
   * its number in the list, which goes up by one.
   *
   * @param opensFirst whether the new first sheet is to show when the workbook is opened
   */
  addSheets(first: NewSheet, hiddenLast: NewSheet, opensFirst: boolean): void {
    const edits: Edit[] = [];
    const sheets = this.elements.find(({ name }) => name === 'sheets');
    if (sheets === undefined || this.listed.length === 0) throw new CannotPatch('no sheets');
    const known = this.relation(this.listed[0] ?? sheets)?.name ?? 'r:id';
    const declared = this.declaration(this.listed[0] ?? sheets, known);
    const ids = this.listed.map(({ tag }) => Number(attributeOf(this.xml, tag, 'sheetId')?.value ?? 0));
    let next = Math.max(...ids);
    const entry = (sheet: NewSheet, state: string) => {
      next += 1;
      return `<sheet name="${encoded(sheet.name)}" sheetId="${next}"${state}${declared} ${known}="${sheet.link}"/>`;
    };
    edits.push({ start: sheets.tag.end, end: sheets.tag.end, text: entry(first, '') });
    edits.push(appended(sheets, entry(hiddenLast, ' state="hidden"')));
    for (const { tag } of this.within('definedNames')) {
      const local = attributeOf(this.xml, tag, 'localSheetId');
      if (local !== undefined)
        edits.push({ start: local.start, end: local.end, text: String(Number(local.value) + 1) });
    }
    const active = opensFirst ? 0 : this.active + 1;
    const views = this.within('bookViews').filter(({ name }) => name === 'workbookView');
    for (const [index, view] of views.entries()) {
      const tab = attributeOf(this.xml, view.tag, 'activeTab');
      const value = index === 0 ? active : Number(tab?.value ?? 0) + 1;
      const nameEnd = view.tag.start + 1 + view.name.length;
      if (tab !== undefined) edits.push({ start: tab.start, end: tab.end, text: String(value) });
      else if (value !== 0) edits.push({ start: nameEnd, end: nameEnd, text: ` activeTab="${value}"` });
      const left = attributeOf(this.xml, view.tag, 'firstSheet');
      if (left !== undefined && opensFirst) edits.push({ start: left.start, end: left.end, text: '0' });
    }
    if (views.length === 0 && active !== 0) {
      const text = `<bookViews><workbookView activeTab="${active}"/></bookViews>`;
      edits.unshift({ start: sheets.tag.start, end: sheets.tag.start, text });
    }
    this.parts.write(this.part, edited(this.xml, edits));
  }

  /** The folder of the workbook, `xl/`. */
  get folder(): string {
    return this.part.slice(0, this.part.lastIndexOf('/') + 1);
  }

  private within(name: string): readonly Element[] {
    const outer = this.elements.find((one) => one.name === name);
    if (outer === undefined || this.root.tag.kind === 'empty') return [];
    return elementsAt(this.xml, 'workbook', 3).elements.filter(
      ({ tag }) => tag.start > outer.tag.start && tag.start < outer.end,
    );
  }

  /** The attribute that links a sheet to its part, whatever its prefix. */
  private relation(sheet: Element) {
    const written = /\s([\w.-]+:id)\s*=/.exec(this.xml.slice(sheet.tag.start, sheet.tag.end))?.[1];
    return written === undefined ? undefined : attributeOf(this.xml, sheet.tag, written);
  }

  /** What a sheet's own tag says of the prefix of its link, for another sheet to say too; nothing where it is known above. */
  private declaration(sheet: Element, link: string): string {
    const name = `xmlns:${link.slice(0, link.indexOf(':'))}`;
    const namespace = attributeOf(this.xml, sheet.tag, name)?.value;
    return namespace === undefined ? '' : ` ${name}="${namespace}"`;
  }
}

export interface NewSheet {
  readonly name: string;
  /** Id of the workbook's link to its part. */
  readonly link: string;
}

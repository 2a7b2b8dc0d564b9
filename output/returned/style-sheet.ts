import { CannotPatch } from './cannot-patch.ts';
import { markColours } from './mark-colours.ts';
import { appended, declaration } from './package.ts';
import { attributeOf, type Edit, type Element, edited, elementsAt } from './xml-tags.ts';

/** A look of our own, as the pieces of the format. */
export interface Look {
  readonly font: string;
  readonly fill?: string;
  readonly border?: string;
  readonly alignment: string;
}

/**
 * The styles of a workbook, to which some are added. None that is there is changed, so that every cell keeps its look;
 * a marked cell gets a copy of its own style with another ground.
 */
export class StyleSheet {
  private readonly xml: string;
  private readonly lists: ReadonlyMap<string, List>;
  private readonly made = new Map<string, number>();
  /** What a style of ours says of the named one it comes from: nothing where a workbook has none, as Google Sheets writes it. */
  private readonly parent: string;

  /** @param xml null for a workbook without styles. @throws CannotPatch when a list is missing */
  constructor(xml: string | null) {
    this.xml = xml ?? plainStyles;
    const { elements } = elementsAt(this.xml, 'styleSheet', 2);
    const children = elementsAt(this.xml, 'styleSheet', 3).elements;
    this.parent = elements.some(({ name }) => name === 'cellStyleXfs') ? ' xfId="0"' : '';
    this.lists = new Map(
      listNames.map((name) => {
        const element = elements.find((one) => one.name === name);
        if (element === undefined) throw new CannotPatch(`styles without <${name}>`);
        const own = children.filter(({ tag }) => tag.start > element.tag.start && tag.start < element.end);
        return [name, { element, own, added: [] }];
      }),
    );
  }

  /** The style of a cell on another ground: font, borders, number format and alignment are kept. */
  withFill(style: number, colour: string): number {
    return this.once(`${style} ${colour}`, () => {
      const fill = this.add('fills', solidFill(colour));
      return this.add('cellXfs', this.refilled(style, fill));
    });
  }

  private refilled(style: number, fill: number): string {
    const base = this.list('cellXfs').own[style];
    if (base === undefined) throw new CannotPatch(`there is no style ${style}`);
    const attribute = (name: string) => attributeOf(this.xml, base.tag, name);
    const edits: Edit[] = [];
    const put = (name: string, value: string) => {
      const known = attribute(name);
      const nameEnd = base.tag.start + 1 + base.name.length;
      if (known !== undefined)
        edits.push({ start: known.start - base.tag.start, end: known.end - base.tag.start, text: value });
      else
        edits.push({
          start: nameEnd - base.tag.start,
          end: nameEnd - base.tag.start,
          text: ` ${name}="${value}"`,
        });
    };
    put('fillId', String(fill));
    put('applyFill', '1');
    return edited(this.xml.slice(base.tag.start, base.end), edits);
  }

  /** Whether a style has the ground of a mark. */
  isMarked(style: number): boolean {
    const base = this.list('cellXfs').own[style];
    if (base === undefined) return false;
    const fill = this.list('fills').own[Number(attributeOf(this.xml, base.tag, 'fillId')?.value ?? 0)];
    if (fill === undefined) return false;
    const written = this.xml.slice(fill.tag.start, fill.end);
    return Object.values(markColours).some((colour) => written.includes(`<fgColor rgb="FF${colour}"`));
  }

  /** A style like a marked one, without a ground. */
  withoutFill(style: number): number {
    return this.once(`${style} none`, () => this.add('cellXfs', this.refilled(style, 0)));
  }

  /** A style made of a look. */
  styleOf(look: Look): number {
    const font = this.add('fonts', look.font);
    const fill = look.fill === undefined ? 0 : this.add('fills', solidFill(look.fill));
    const border = look.border === undefined ? 0 : this.add('borders', look.border);
    return this.add(
      'cellXfs',
      `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="${border}"${this.parent} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${look.alignment}</xf>`,
    );
  }

  /** The part with everything added. */
  finish(): string {
    const edits: Edit[] = [];
    for (const { element, own, added } of this.lists.values()) {
      if (added.length === 0) continue;
      edits.push(appended(element, added.join('')));
      const count = attributeOf(this.xml, element.tag, 'count');
      if (count !== undefined)
        edits.push({ start: count.start, end: count.end, text: String(own.length + added.length) });
    }
    return edited(this.xml, edits);
  }

  /** Adds an item to a list, once. */
  private add(name: ListName, xml: string): number {
    return this.once(`${name} ${xml}`, () => {
      const { own, added } = this.list(name);
      if (name === 'cellXfs' && own.length + added.length >= mostStyles)
        throw new CannotPatch('too many styles');
      added.push(xml);
      return own.length + added.length - 1;
    });
  }

  private once(key: string, make: () => number): number {
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const index = make();
    this.made.set(key, index);
    return index;
  }

  private list(name: ListName): List {
    const list = this.lists.get(name);
    if (list === undefined) throw new CannotPatch(`styles without <${name}>`);
    return list;
  }
}

const listNames = ['fonts', 'fills', 'borders', 'cellXfs'] as const;
type ListName = (typeof listNames)[number];

interface List {
  readonly element: Element;
  readonly own: readonly Element[];
  readonly added: string[];
}

/** What Excel can hold. */
const mostStyles = 64_000;

function solidFill(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

const plainStyles = `${declaration}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

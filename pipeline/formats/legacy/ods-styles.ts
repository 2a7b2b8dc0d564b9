import { Token, type XmlScanner } from '../xlsx/xml-scanner.ts';

/** What the styles of an OpenDocument spreadsheet say about cells and tables, by the name of the style. */
export interface OdsStyles {
  /** Number format codes, of styles that have one or inherit one. */
  formatOf(style: string | null): string | null;
  /** Whether a sheet of this style is hidden. */
  hidesTable(style: string | null): boolean;
}

/** Collects styles from both parts that hold some; what a style inherits is looked up when it is asked for. */
export class OdsStyleReader implements OdsStyles {
  private readonly formats = new Map<string, string>();
  private readonly styles = new Map<
    string,
    { readonly parent: string | null; readonly format: string | null }
  >();
  private readonly hiddenTables = new Set<string>();
  private style = '';

  /** Looks at the element just opened, which may be one of a style. */
  see(scanner: XmlScanner): void {
    switch (scanner.tag) {
      case '?:style': {
        this.style = scanner.attribute('style:name') ?? '';
        const parent = scanner.attribute('style:parent-style-name');
        this.styles.set(this.style, { parent, format: scanner.attribute('style:data-style-name') });
        break;
      }
      case '?:table-properties':
        if (scanner.attribute('table:display') === 'false') this.hiddenTables.add(this.style);
        break;
      case '?:number-style':
      case '?:currency-style':
      case '?:percentage-style':
      case '?:date-style':
      case '?:time-style': {
        const name = scanner.attribute('style:name') ?? '';
        this.formats.set(name, readFormat(scanner));
        break;
      }
    }
  }

  formatOf(style: string | null): string | null {
    let name = style;
    for (let steps = 0; name !== null && steps < 20; steps += 1) {
      const found = this.styles.get(name);
      if (found?.format !== undefined && found.format !== null) return this.formats.get(found.format) ?? null;
      name = found?.parent ?? null;
    }
    return null;
  }

  hidesTable(style: string | null): boolean {
    return style !== null && this.hiddenTables.has(style);
  }
}

/** The format code that says the same as a number, date or time style, e.g. `#,##0.00`, `yyyy"年"m"月"`. */
function readFormat(scanner: XmlScanner): string {
  const outside = scanner.depth - 1;
  let code = '';
  for (let token = scanner.next(); scanner.depth > outside; token = scanner.next()) {
    if (token !== Token.open) continue;
    const long = scanner.attribute('number:style') === 'long';
    switch (scanner.tag) {
      case '?:number': {
        const whole = scanner.attribute('number:grouping') === 'true' ? '#,##0' : '0';
        const decimals = Math.min(30, Number(scanner.attribute('number:decimal-places') ?? 0) || 0);
        code += decimals > 0 ? `${whole}.${'0'.repeat(decimals)}` : whole;
        break;
      }
      case '?:year':
        code += long ? 'yyyy' : 'yy';
        break;
      case '?:month': {
        const isName = scanner.attribute('number:textual') === 'true';
        code += isName ? (long ? 'mmmm' : 'mmm') : long ? 'mm' : 'm';
        break;
      }
      case '?:day':
        code += long ? 'dd' : 'd';
        break;
      case '?:day-of-week':
        code += long ? 'dddd' : 'ddd';
        break;
      case '?:hours':
        code += long ? 'hh' : 'h';
        break;
      case '?:minutes':
        code += long ? 'mm' : 'm';
        break;
      case '?:seconds':
        code += long ? 'ss' : 's';
        break;
      case '?:am-pm':
        code += 'AM/PM';
        break;
      case '?:currency-symbol':
      case '?:text':
        code += literal(scanner.readContent() ?? '');
        break;
    }
  }
  return code;
}

/** Text in a format code: signs that stand for themselves as they are, all else in quotes. */
function literal(text: string): string {
  return /^[-/:., %()]*$/.test(text) ? text : `"${text.replaceAll('"', '')}"`;
}

import { relationshipsPart } from '../../model/part-name.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { SourceFile } from '../../model/source-file.ts';
import type { Sheet, Workbook } from '../../model/workbook.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { readContentTypes } from './content-types.ts';
import { giveUp, RefusalError } from './refusal-error.ts';
import { type Relationship, readRelationships } from './relationships.ts';
import { SharedStrings } from './shared-strings.ts';
import { scanPieces } from './sheet-pieces.ts';
import { type SheetContext, SheetScanner } from './sheet-scanner.ts';
import { noStyles, readStyles } from './styles.ts';
import { WorkbookPackage } from './workbook-package.ts';
import { readWorkbookPart, type SheetEntry } from './workbook-part.ts';
import { XmlBytes } from './xml-bytes.ts';
import { XmlScanner } from './xml-scanner.ts';

/**
 * Reads an .xlsx or .xlsm workbook: right, or not at all.
 *
 * From bytes to cells: the directory of the zip is read and checked; the package leads to the workbook, the workbook
 * to its styles, shared strings and sheets; each of these parts is inflated and checked, and each sheet scanned into
 * a grid. Macros are not run, links not followed; charts, pictures and all other parts are not even inflated.
 */
export async function readXlsx(
  source: SourceFile,
  limits: Limits = defaultLimits,
): Promise<Workbook | Refusal> {
  try {
    return await readWorkbook(new WorkbookPackage(source.bytes, limits), limits);
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

async function readWorkbook(parts: WorkbookPackage, limits: Limits): Promise<Workbook> {
  const main = findMainPart(parts, limits);
  const links = readLinks(parts, main.part, limits);
  const workbook = readWorkbookPart(main.part, parts.read(main.part), limits);
  const strings = readSharedStrings(parts, linkedPart(links, 'sharedStrings'), limits);
  const stylesPart = linkedPart(links, 'styles');
  const styles = stylesPart === null ? noStyles : readStyles(stylesPart, parts.read(stylesPart), limits);
  const grids = gridsOf(workbook.sheets, links);

  const sheets: Sheet[] = [];
  for (const { entry, part } of grids.sheets) {
    const { date1904 } = workbook;
    sheets.push(await readSheet(parts, part, { entry, date1904, strings, styles, limits }));
  }
  return {
    format: 'xlsx',
    sheets,
    definedNames: workbook.definedNames,
    hasMacros: main.hasMacros || grids.hasMacroSheet,
    // A workbook that lost its parts for other workbooks still has the formulas that point into them.
    hasExternalLinks:
      [...links.values()].some((link) => link.type === 'externalLink') ||
      sheets.some((sheet) => sheet.hasBracketFormulas),
    encoding: null,
  };
}

const contentTypesPart = '[Content_Types].xml';

/** The part the package names as the document it holds. */
function findMainPart(parts: WorkbookPackage, limits: Limits): { part: string; hasMacros: boolean } {
  if (!parts.has(contentTypesPart)) {
    if (parts.has('content.xml')) giveUp('UNSUPPORTED_FORMAT', '.ods');
    giveUp(parts.has('xl/workbook.xml') ? 'CORRUPT' : 'NOT_A_WORKBOOK', contentTypesPart);
  }
  const types = readContentTypes(contentTypesPart, parts.read(contentTypesPart), limits);
  const links = readLinks(parts, '', limits);
  const part = linkedPart(links, 'officeDocument');
  if (part === null) return giveUp('NOT_A_WORKBOOK', '');
  if (part.toLowerCase().endsWith('.bin')) giveUp('UNSUPPORTED_FORMAT', '.xlsb');
  return { part, hasMacros: [...types].some((type) => type.includes('vbaProject')) };
}

type Links = ReadonlyMap<string, Relationship>;

/** The links of a part to others; none when it has no part for them. */
function readLinks(parts: WorkbookPackage, owner: string, limits: Limits): Links {
  const part = relationshipsPart(owner);
  return parts.has(part) ? readRelationships(owner, part, parts.read(part), limits) : new Map();
}

/** The one part that links of a type lead to; null without a link, CORRUPT when they lead to several. */
function linkedPart(links: Links, type: string): string | null {
  let part: string | null = null;
  for (const link of links.values()) {
    if (link.type !== type || link.isExternal || link.target === part) continue;
    if (part !== null) giveUp('CORRUPT', `${part}, ${link.target}`);
    part = link.target;
  }
  return part;
}

/** Some writers link to shared strings and leave the part out when there are none. */
function readSharedStrings(parts: WorkbookPackage, part: string | null, limits: Limits): SharedStrings {
  if (part === null || !parts.has(part)) return SharedStrings.none;
  return SharedStrings.read(part, parts.read(part), limits);
}

interface Grids {
  readonly sheets: readonly { readonly entry: SheetEntry; readonly part: string }[];
  readonly hasMacroSheet: boolean;
}

/** The sheets that are grids of cells. Charts and dialogs are passed over; old macros too, but noted. */
function gridsOf(entries: readonly SheetEntry[], links: Links): Grids {
  const sheets: { entry: SheetEntry; part: string }[] = [];
  let hasMacroSheet = false;
  let hasModule = false;
  for (const entry of entries) {
    if (entry.relationship === '') {
      hasModule = true;
      continue;
    }
    const link = links.get(entry.relationship);
    switch (link?.type) {
      case 'worksheet':
        sheets.push({ entry, part: link.target });
        break;
      case 'xlMacrosheet':
      case 'xlIntlMacrosheet':
        hasMacroSheet = true;
        break;
      case 'chartsheet':
      case 'dialogsheet':
        break;
      default:
        giveUp('CORRUPT', { zh: `找不到工作表 ${entry.name}`, en: `sheet ${entry.name} leads nowhere` });
    }
  }
  if (hasModule && sheets.length === 0) giveUp('CORRUPT', { zh: '没有工作表', en: 'no sheets' });
  return { sheets, hasMacroSheet: hasMacroSheet || hasModule };
}

/** Small sheets are inflated whole; large ones are scanned while they are inflated on another thread. */
async function readSheet(parts: WorkbookPackage, part: string, context: SheetContext): Promise<Sheet> {
  if (parts.isLarge(part)) {
    const scanner = new XmlScanner(part, Buffer.alloc(0), context.limits, false);
    const sheet = new SheetScanner(scanner, context);
    await scanPieces(part, parts.readInPieces(part), new XmlBytes(part), scanner, sheet);
    return sheet.finish();
  }
  const sheet = new SheetScanner(new XmlScanner(part, parts.read(part), context.limits), context);
  sheet.run();
  return sheet.finish();
}

import type { Roster, RosterUnit } from '../model/dossier.ts';
import { foldText, labelOf, unitIn } from '../model/label.ts';
import type { AmountUnit } from '../model/money.ts';
import { monthOf, type Period, periodOf, yearOf } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import type { AmountUnitClaim, PeriodClaim, TableColumn, UnitClaim } from '../model/submission.ts';
import { matchUnit, unitsIn } from '../policy/match-unit.ts';
import type { Remark } from './surroundings.ts';

/** What every claim is drawn from. */
export interface Evidence {
  /** Path as reports name it, folders included. */
  readonly file: string;
  readonly sheet: string;
  readonly remarks: readonly Remark[];
  /** Row of the first heading: what stands above is title and unit line. */
  readonly headingRow: number;
  readonly columns: readonly (TableColumn & { readonly place: Place })[];
}

/** Labels before the name of the unit that fills in a sheet. */
const unitLabel =
  /(?:填报单位|编报单位|编制单位|报送单位|上报单位|申报单位|预算单位|项目单位|填报部门|预算部门|部门名称|单位名称|部门\(单位\)名称|部门\(单位\)|实施单位|资产单位|部门|单位)(?:\((?:盖章|公章|签章|全称|盖单位公章)\))?[:：]/;

/** What follows the unit in one merged string. */
const nextLabel =
  /(?:填报日期|填表日期|日期|金额单位|单位|负责人|填报人|制表人|联系电话|期间|月份|报表)[:：(（].*$/;

/** Which unit a sheet is from: its own line first, then title, sheet name, file name, folder. */
export function unitClaim(
  evidence: Evidence,
  formUnit: { readonly text: string; readonly place: Place } | null,
  roster: Roster | null,
): UnitClaim {
  const { stem, folders } = pathParts(evidence.file);
  const filePlace: Place = { file: evidence.file, sheet: null, cell: null, label: null };
  const sheetPlace: Place = { file: evidence.file, sheet: evidence.sheet, cell: null, label: null };
  const sources: Source[] = [];
  const line = unitLine(evidence);
  if (line !== null) sources.push({ from: 'cell', text: line.text, place: line.place });
  if (formUnit !== null && line === null)
    sources.push({ from: 'cell', text: formUnit.text, place: formUnit.place });
  for (const remark of evidence.remarks) {
    if (
      remark.row < evidence.headingRow &&
      remark.text.length < 80 &&
      !unitLabel.test(foldText(remark.text))
    ) {
      sources.push({ from: 'title', text: remark.text, place: remark.place });
    }
  }
  sources.push(
    { from: 'sheet name', text: evidence.sheet, place: sheetPlace },
    { from: 'file name', text: stem, place: filePlace },
  );
  for (const folder of folders.toReversed()) sources.push({ from: 'folder', text: folder, place: filePlace });
  return roster === null
    ? claimWithoutRoster(sources, sheetPlace)
    : claimWithRoster(sources, sheetPlace, roster);
}

interface Source {
  readonly from: UnitClaim['from'];
  readonly text: string;
  readonly place: Place;
}

function claimWithRoster(sources: readonly Source[], nowhere: Place, roster: Roster): UnitClaim {
  const named: { unit: RosterUnit; source: Source }[] = [];
  let unmatched: { source: Source; nearest: RosterUnit | null } | null = null;
  for (const source of sources) {
    if (source.from === 'cell') {
      const match = matchUnit(source.text, roster);
      if ('unit' in match) named.push({ unit: match.unit, source });
      else unmatched ??= { source, nearest: match.nearest };
      continue;
    }
    const unit = unitsIn(source.text, roster)[0];
    if (unit !== undefined) named.push({ unit, source });
  }
  if (unmatched !== null) {
    // The sheet names a unit of its own that the roster does not have: that is what it says, whatever the file is called.
    const { source, nearest } = unmatched;
    return {
      name: source.text,
      stated: source.text,
      from: 'cell',
      place: source.place,
      known: false,
      nearest: nearest?.name ?? named[0]?.unit.name ?? null,
      conflicts: [],
    };
  }
  const first = named[0];
  if (first === undefined) {
    return { name: '', stated: '', from: 'none', place: nowhere, known: false, nearest: null, conflicts: [] };
  }
  return {
    name: first.unit.name,
    stated: first.source.text,
    from: first.source.from,
    place: first.source.place,
    known: true,
    nearest: null,
    conflicts: named
      .filter((one) => one.unit !== first.unit && one.source.from !== 'folder')
      .map((one) => ({ name: one.unit.name, from: one.source.from, place: one.source.place })),
  };
}

/** Words that names of budget units end in. */
const unitSuffix =
  /^(.{1,28}?(?:人民政府|政府|街道办事处|办事处|街道|镇|乡|委员会|管委会|委|局|办公室|中心|学校|小学|中学|幼儿园|医院|卫生院|学院|大学|法院|检察院|联合会|工会|支队|大队|总队|服务站|站|所|馆|社|队|院|会|部|厅|处|办))(?=\d{4}年|[-_—（(\s0-9]|$|项目|部门|预算|“|"|三保|事前|绩效|支出|分月|整体)/;

function claimWithoutRoster(sources: readonly Source[], nowhere: Place): UnitClaim {
  for (const source of sources) {
    const name = source.from === 'cell' ? source.text : (unitSuffix.exec(source.text.trim())?.[1] ?? '');
    if (name === '') continue;
    return {
      name,
      stated: source.text,
      from: source.from,
      place: source.place,
      known: null,
      nearest: null,
      conflicts: [],
    };
  }
  const { stem } = pathParts(nowhere.file);
  return { name: stem, stated: '', from: 'none', place: nowhere, known: null, nearest: null, conflicts: [] };
}

/** `填报单位（盖章）：青禾镇人民政府   填报日期：…`: the name behind the label, or in the next cell. */
function unitLine({ remarks }: Evidence): { readonly text: string; readonly place: Place } | null {
  for (const remark of remarks) {
    const text = remark.text.normalize('NFKC').replace(/[\u200b\ufeff]/g, '');
    const match = unitLabel.exec(text.replace(/\s+(?=[(:：])/g, ''));
    const compact = text.replace(/\s+(?=[(:：])/g, '');
    if (match === null) {
      if (
        /^(?:填报单位|编报单位|编制单位|报送单位|单位名称|部门名称|预算单位|填报部门)(?:\((?:盖章|公章|签章)\))?$/.test(
          foldText(text),
        ) &&
        remark.right !== ''
      ) {
        return { text: cleanUnit(remark.right), place: remark.place };
      }
      continue;
    }
    const behind = compact.slice(match.index + match[0].length);
    const name = cleanUnit(behind);
    if (name !== '' && unitIn(foldText(name)) !== null) continue;
    if (name !== '') return { text: name, place: remark.place };
    if (remark.right !== '' && unitIn(foldText(remark.right)) === null && !/[:：]/.test(remark.right)) {
      return { text: cleanUnit(remark.right), place: remark.place };
    }
  }
  return null;
}

function cleanUnit(text: string): string {
  return (
    text
      .replace(/^[\s\u3000_]+/, '')
      .replace(nextLabel, '')
      .split(/\s{2,}|\t|\u3000/)[0]
      ?.replace(/(?:\((?:盖章|公章|签章)\)|（(?:盖章|公章|签章)）)/g, '')
      .replace(/[_\s]+$/, '')
      // （单位：万元）: the label stood inside the bracket.
      .replace(/^([^(（]*)[)）]+$/, '$1')
      .trim() ?? ''
  );
}

/**
 * Which period a sheet is about: title and unit line, column headings, sheet name, file name. A year alone is taken
 * with the run's month; everything stated that differs from the run is a conflict, never a guess.
 */
export function periodClaim(evidence: Evidence, run: Period): PeriodClaim {
  const { stem } = pathParts(evidence.file);
  const filePlace: Place = { file: evidence.file, sheet: null, cell: null, label: null };
  const sheetPlace: Place = { file: evidence.file, sheet: evidence.sheet, cell: null, label: null };
  const stated: { from: PeriodClaim['from']; date: StatedDate; place: Place }[] = [];
  for (const remark of evidence.remarks) {
    if (remark.row >= evidence.headingRow || remark.text.length > 120) continue;
    const isCell = /[:：]/.test(remark.text);
    const text = remark.text.replace(dateLine, '');
    for (const date of datesIn(text))
      stated.push({ from: isCell ? 'cell' : 'title', date, place: remark.place });
  }
  const months = new Map(
    evidence.columns
      .filter((column) => isCumulativeHeading(column.heading))
      .map((column) => [column.month, column.place]),
  );
  for (const [month, place] of months) {
    if (month !== null) stated.push({ from: 'headings', date: { year: null, month }, place });
  }
  const onSheetName = datesIn(evidence.sheet)[0] ?? bareMonth(evidence.sheet);
  if (onSheetName !== undefined) stated.push({ from: 'sheet name', date: onSheetName, place: sheetPlace });
  if (!stated.some((one) => one.date.month !== null)) {
    const inFile = datesIn(stem)[0] ?? bareMonth(stem);
    if (inFile !== undefined) stated.push({ from: 'file name', date: inFile, place: filePlace });
  }
  const first = stated.find((one) => one.date.month !== null) ?? stated[0];
  const year = stated.find((one) => one.date.year !== null)?.date.year ?? yearOf(run);
  const conflicts = stated
    .filter(
      ({ date }) =>
        (date.year !== null && date.year !== yearOf(run)) ||
        (date.month !== null && date.month !== monthOf(run)),
    )
    .map(({ date, place }) => ({ stated: wordsOf(date), place }));
  return {
    period: first === undefined ? run : periodOf(year, first.date.month ?? monthOf(run)),
    from: first?.from ?? 'run',
    place: first?.place ?? sheetPlace,
    conflicts: conflicts.filter(
      (one, index) => conflicts.findIndex((other) => other.stated === one.stated) === index,
    ),
  };
}

interface StatedDate {
  readonly year: number | null;
  readonly month: number | null;
}

/** The day a sheet was filled in or sent says nothing about its period. */
const dateLine = /(?:填报|填表|报送|制表|编制|上报|打印|审核|签字)?(?:日期|时间)[:：].*$/;

function datesIn(text: string): readonly StatedDate[] {
  // A whole year written as its months is a year.
  const plain = foldText(text).replace(/(年?)1月?[-—~至到]12月/g, '$1');
  const span =
    /((?:19|20)\d\d)年1[-—~至到](\d{1,2})月/.exec(plain) ??
    /((?:19|20)\d\d)年(\d{1,2})月/.exec(plain) ??
    /(?<!\d)((?:19|20)\d\d)[-._]?(0[1-9]|1[0-2])(?!\d)/.exec(plain);
  if (span !== null && Number(span[2]) <= 12) return [{ year: Number(span[1]), month: Number(span[2]) }];
  const year = /(?<!\d)((?:19|20)\d\d)年/.exec(plain);
  const month =
    /截[至止](?:1[-—~至到])?(\d{1,2})月/.exec(plain) ?? /(?<!\d)1[-—~至到](\d{1,2})月/.exec(plain);
  if (year === null && month === null) return [];
  const stated = month === null || Number(month[1]) > 12 ? null : Number(month[1]);
  return [{ year: year === null ? null : Number(year[1]), month: stated }];
}

/** `6月`, `6月份`, `六月`, `支出进度_6月`: a month named for itself. */
function bareMonth(text: string): StatedDate | undefined {
  const label = labelOf(text);
  const months = [...label.key.matchAll(/(?<!\d)(\d{1,2})月/g)].map((match) => Number(match[1]));
  const month = months.length === 1 ? months[0] : undefined;
  if (month === undefined || month < 1 || month > 12 || /\d月\d/.test(label.key)) return undefined;
  return { year: label.year, month };
}

function isCumulativeHeading(heading: string): boolean {
  return /截[至止]|[1一][-—~至到]/.test(heading);
}

function wordsOf({ year, month }: StatedDate): string {
  return `${year === null ? '' : `${year}年`}${month === null ? (year === null ? '' : '度') : `${month}月`}`;
}

/** The unit of amounts: what the sheet says around the table, else what all its headings say, else the template's. */
export function amountUnitClaim(
  evidence: Evidence,
  amountColumns: readonly { readonly unit: AmountUnit | null; readonly place: Place }[],
  fallback: AmountUnit,
): AmountUnitClaim {
  const declared: { unit: AmountUnit; place: Place }[] = [];
  for (const remark of evidence.remarks) {
    if (remark.text.length > 120) continue;
    const unit =
      unitIn(foldText(remark.text)) ??
      (/单位[:：]?$/.test(foldText(remark.text)) ? unitIn(foldText(remark.right)) : null);
    if (unit !== null) declared.push({ unit, place: remark.place });
  }
  const inHeadings = amountColumns.filter(
    (column): column is { unit: AmountUnit; place: Place } => column.unit !== null,
  );
  const sheetWide = declared[0];
  const conflicts = declared.filter((one) => one.unit !== sheetWide?.unit);
  // A column may have a unit of its own; that all of them have another than the sheet's is a contradiction.
  if (
    sheetWide !== undefined &&
    inHeadings.length > 0 &&
    inHeadings.length === amountColumns.length &&
    inHeadings.every((column) => column.unit !== sheetWide.unit)
  ) {
    conflicts.push(...inHeadings.slice(0, 1));
  }
  const first = sheetWide ?? inHeadings[0];
  return {
    unit: first?.unit ?? fallback,
    declared: first !== undefined,
    place: first?.place ?? { file: evidence.file, sheet: evidence.sheet, cell: null, label: null },
    conflicts,
  };
}

const signatureLabel =
  /(单位负责人|部门负责人|主要负责人|分管负责人|分管领导|财务负责人|项目负责人|负责人|复核人|审核人|填表人|填报人|制表人|经办人|联系人|联系电话|填报日期|填表日期|报送日期|制表日期|报出日期)(?:[（(][^）)]{0,8}[）)])?\s*[:：]/g;

/** Who signed and when: every label of a signature line with what stands behind it, '' when left blank. */
export function signaturesIn(
  remarks: readonly Remark[],
): ReadonlyMap<string, { readonly text: string; readonly place: Place }> {
  const found = new Map<string, { readonly text: string; readonly place: Place }>();
  for (const remark of remarks) {
    const matches = [...remark.text.matchAll(signatureLabel)];
    for (const [index, match] of matches.entries()) {
      const name = match[1] ?? '';
      const start = match.index + match[0].length;
      const behind = remark.text
        .slice(start, matches[index + 1]?.index)
        .replace(/[\s\u3000_]+$/, '')
        .trim();
      const isLast = index === matches.length - 1;
      const text = behind === '' && isLast && !/[:：]/.test(remark.right) ? remark.right : behind;
      const known = found.get(name);
      if (known === undefined || known.text === '')
        found.set(name, { text, place: { ...remark.place, label: name } });
    }
  }
  return found;
}

function pathParts(file: string): { readonly stem: string; readonly folders: readonly string[] } {
  const parts = file.split('/');
  const name = parts.at(-1) ?? '';
  return { stem: name.replace(/\.[^.]{1,5}$/, ''), folders: parts.slice(0, -1) };
}

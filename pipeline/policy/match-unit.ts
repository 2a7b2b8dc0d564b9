import type { Roster, RosterUnit } from '../model/dossier.ts';
import { foldText, likeness } from '../model/label.ts';
import { editDistance } from './nearest-word.ts';

/** A unit of the roster, or the one that was probably meant. */
export type UnitMatch =
  | { readonly unit: RosterUnit }
  | {
      /** Null when none is near enough to be suggested, or two are equally near. */
      readonly nearest: RosterUnit | null;
      /** Of the nearest name in the roster, 0 to 1, whether it is near enough or not. */
      readonly similarity: number;
    };

/** Likeness by pairs of characters from which a unit is suggested; a single wrong character is always enough. */
const suggestedFrom = 0.85;

/**
 * Finds the unit that a sheet states, by code, name or alias: `101001`, `101001 示例镇人民政府`, `示例镇人民政府（盖章）`.
 *
 * Width, spaces, brackets, a trailing (盖章) and the district that names of the roster begin with do not count. Where
 * code and name speak of different units there is no match.
 */
export function matchUnit(stated: string, roster: Roster): UnitMatch {
  const index = indexOf(roster);
  const key = keyOf(stated);
  const whole = index.byCode.get(key) ?? unitByName(key, index);
  if (whole !== undefined) return { unit: whole };
  const itself = key.replace(ownLevel, '').replace(ofItsMaking, '');
  if (itself !== key && itself !== '') return matchUnit(itself, roster);

  const { code, name } = codeAndName(key);
  const byCode = index.byCode.get(code);
  const byName = name === '' ? undefined : unitByName(name, index);
  if (byName !== undefined && (byCode === undefined || byCode === byName)) return { unit: byName };
  if (byCode === undefined) return nearestUnit([key, name], index);
  if (byName !== undefined) return { nearest: byName, similarity: 1 };
  const { similarity, isNear } = nearestOf([name], namesOf(byCode, index));
  return name === '' || isNear ? { unit: byCode } : { nearest: byCode, similarity };
}

/**
 * The units that a title, sheet name or file name speaks of, longest name first. A name inside a longer one of another
 * unit does not count by itself. Codes count where they stand alone and do not look like a month or a day.
 */
export function unitsIn(text: string, roster: Roster): RosterUnit[] {
  const index = indexOf(roster);
  const folded = keyOf(text);
  const taken = new Array<boolean>(folded.length).fill(false);
  const found = new Set<RosterUnit>();
  for (const [name, unit] of index.longestFirst) {
    for (let at = folded.indexOf(name); at !== -1; at = folded.indexOf(name, at + 1)) {
      const end = at + name.length;
      if (taken.slice(at, end).includes(true)) continue;
      taken.fill(true, at, end);
      found.add(unit);
    }
  }
  for (const [code] of folded.matchAll(/[0-9a-z]{4,}/g)) {
    const unit = /^20\d\d(0[1-9]|1[0-2])([0-3]\d)?$/.test(code) ? undefined : index.byCode.get(code);
    if (unit !== undefined) found.add(unit);
  }
  return [...found];
}

/**
 * Whether a unit belongs to a department: by codes of one department (203001, 203002), or because it bears the
 * department's name (青禾镇中心学校 and 青禾镇).
 */
export function isWithin(unit: RosterUnit, department: RosterUnit): boolean {
  const isOfItsCode =
    unit.code.length >= departmentCode * 2 &&
    department.code.length >= departmentCode &&
    unit.code.slice(0, departmentCode) === department.code.slice(0, departmentCode);
  return isOfItsCode || [department.name, ...department.aliases].some((name) => unit.name.includes(name));
}

/** How many characters of a unit's code are its department's. */
const departmentCode = 3;

/** A unit's name as it is compared: folded, brackets of one kind, without label and seal. */
export function keyOf(name: string): string {
  const folded = foldText(name)
    .toLowerCase()
    .replace(/[[【〔{]/g, '(')
    .replace(/[\]】〕}]/g, ')')
    .replace(/^(填报|报送|预算|编制)?单位(名称|全称)?(\((盖章|公章|签章)\))?:/, '');
  return folded.replace(/(\((单位|加盖)?(盖章|公章|签章|章)\)|\(\))+$/, '').replace(/[:：,，。;；]+$/, '');
}

/** What a department adds to its name to tell itself from the units below it. */
const ownLevel = /(?:\((?:本级|机关|本部|机关本级|本级机关)\)|本级)$/;

/** What a unit says of how it came to be: （由原信息中心、原大数据科合并组建）, （原科技局）, （2025年7月更名）. */
const ofItsMaking = /\((?:由?原[^()]*|[^()]*(?:组建|合并|更名|划转|成立)(?:而成)?)\)$/;

/** A roster made ready for comparing. */
interface RosterIndex {
  readonly byCode: ReadonlyMap<string, RosterUnit>;
  /** Names and aliases; null where two units share one. */
  readonly byName: ReadonlyMap<string, RosterUnit | null>;
  /** The same without the district in front; null where two units would share one. */
  readonly byShortName: ReadonlyMap<string, RosterUnit | null>;
  readonly districts: readonly string[];
  /** What is looked for inside longer texts. */
  readonly longestFirst: readonly (readonly [string, RosterUnit])[];
}

const indexes = new WeakMap<Roster, RosterIndex>();

function indexOf(roster: Roster): RosterIndex {
  const known = indexes.get(roster);
  if (known !== undefined) return known;
  const byCode = new Map<string, RosterUnit>();
  const byName = new Map<string, RosterUnit | null>();
  const byShortName = new Map<string, RosterUnit | null>();
  const districts = districtsOf(roster);
  for (const unit of roster) {
    if (unit.code !== '') byCode.set(keyOf(unit.code), unit);
    for (const name of [unit.name, ...unit.aliases]) {
      const key = keyOf(name);
      put(byName, key, unit);
      for (const short of shortNamesOf(key, districts)) put(byShortName, short, unit);
    }
  }
  const longestFirst = new Map<string, RosterUnit>();
  for (const [name, unit] of [...byName, ...byShortName]) {
    // A short name that is another unit's full name is that unit's.
    if (unit !== null && name.length >= 2 && !longestFirst.has(name)) longestFirst.set(name, unit);
  }
  const index: RosterIndex = {
    byCode,
    byName,
    byShortName,
    districts,
    longestFirst: [...longestFirst].toSorted(([one], [other]) => other.length - one.length),
  };
  indexes.set(roster, index);
  return index;
}

function put(map: Map<string, RosterUnit | null>, key: string, unit: RosterUnit): void {
  if (key === '') return;
  const before = map.get(key);
  map.set(key, before === undefined || before === unit ? unit : null);
}

/** Districts that at least two names of the roster begin with: 示例省, 示例省示例市, 示例区. */
function districtsOf(roster: Roster): string[] {
  const counted = new Map<string, number>();
  for (const { name } of roster) {
    const key = keyOf(name);
    // 城市管理局 holds the same character and names no district.
    for (const { index } of key.matchAll(/(?<=.)(?<!城)[省市县区旗州盟]/g)) {
      const district = key.slice(0, index + 1);
      if (key.length < district.length + shortest) continue;
      counted.set(district, (counted.get(district) ?? 0) + 1);
    }
  }
  return [...counted].filter(([, count]) => count >= 2).map(([district]) => district);
}

/** What is left of a name without its district must still be a name: 教育局. */
const shortest = 3;

/** A name without each district it begins with. */
function shortNamesOf(key: string, districts: readonly string[]): string[] {
  return districts
    .filter((district) => key.startsWith(district) && key.length >= district.length + shortest)
    .map((district) => key.slice(district.length));
}

/** By the name itself, then without the district on either side; a name that several units could mean is nobody's. */
function unitByName(key: string, index: RosterIndex): RosterUnit | undefined {
  const full = index.byName.get(key) ?? index.byShortName.get(key);
  if (full !== undefined && full !== null) return full;
  // 示例市示例区教育局: more of the address than the roster gives, down to a district of the roster.
  const inner = index.districts.map((district) => key.indexOf(district)).find((at) => at > 1);
  if (inner !== undefined && /[省市州盟]$/.test(key.slice(0, inner)))
    return unitByName(key.slice(inner), index);
  const found = new Set<RosterUnit>();
  for (const short of shortNamesOf(key, index.districts)) {
    const unit = index.byName.get(short);
    if (unit !== undefined && unit !== null) found.add(unit);
  }
  const [unit, ...others] = found;
  return others.length === 0 ? unit : undefined;
}

/** `101001示例镇人民政府`, `(101001)示例镇…`, `101001-示例镇…` as code and name; without a code all is name. */
function codeAndName(key: string): { readonly code: string; readonly name: string } {
  const match = /^\(?([0-9][0-9a-z]{2,})\)?[-_:.、]*(.*)$/.exec(key);
  if (match?.[1] !== undefined) return { code: match[1], name: match[2] ?? '' };
  const behind = /^(.*?)[-_:]*\(?([0-9]{3,})\)?$/.exec(key);
  return { code: behind?.[2] ?? '', name: behind?.[1] ?? key };
}

function nearestUnit(keys: readonly string[], index: RosterIndex): UnitMatch {
  let best = { unit: null as RosterUnit | null, similarity: 0, isNear: false }; // no unit yet
  for (const [name, unit] of index.longestFirst) {
    const one = nearestOf(keys, [name]);
    const isBetter = one.isNear === best.isNear ? one.similarity > best.similarity : one.isNear;
    if (isBetter) best = { unit, ...one };
    else if (one.isNear && one.similarity === best.similarity && unit !== best.unit)
      best = { ...best, unit: null };
  }
  return { nearest: best.isNear ? best.unit : null, similarity: best.similarity };
}

/** How near the nearest of some names is to any of the keys. */
function nearestOf(keys: readonly string[], names: readonly string[]) {
  let similarity = 0;
  let isNear = false;
  for (const key of keys) {
    for (const name of names) {
      const oneOff = isOneOff(key, name) ? 1 - 1 / Math.max(key.length, name.length) : 0;
      const likely = Math.max(likeness(key, name), oneOff);
      if (likely > similarity) similarity = likely;
      if (likely >= suggestedFrom || oneOff > 0) isNear = true;
    }
  }
  return { similarity, isNear };
}

/** One character put in, left out or exchanged; texts of different length cannot be, which is quick to see. */
function isOneOff(one: string, other: string): boolean {
  return (
    Math.abs(one.length - other.length) <= 1 &&
    Math.min(one.length, other.length) >= 3 &&
    editDistance(one, other) <= 1
  );
}

function namesOf(unit: RosterUnit, index: RosterIndex): string[] {
  return [unit.name, ...unit.aliases]
    .map(keyOf)
    .flatMap((key) => [key, ...shortNamesOf(key, index.districts)]);
}

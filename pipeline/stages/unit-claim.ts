import type { Roster, RosterUnit } from '../model/dossier.ts';
import { foldText, unitIn } from '../model/label.ts';
import type { Place } from '../model/place.ts';
import type { UnitClaim } from '../model/submission.ts';
import { isWithin, matchUnit, unitsIn } from '../policy/match-unit.ts';
import { type Evidence, pathParts } from './claims.ts';
import type { Remark } from './surroundings.ts';

/** A name that stands by itself in a cell, and where. */
export interface NamedAt {
  readonly text: string;
  readonly place: Place;
}

/**
 * Which unit a sheet is from: its own line first, then its title, the workbook's cover, the sheet's name, the one unit
 * its rows name, the file's name, folders. What a later one says otherwise is a conflict, never a guess.
 *
 * @param formUnit the unit in a field of the form
 * @param rowUnit the unit that every row of the table names, if it is one
 */
export function unitClaim(
  evidence: Evidence,
  formUnit: NamedAt | null,
  rowUnit: NamedAt | null,
  roster: Roster | null,
): UnitClaim {
  const { stem, folders } = pathParts(evidence.file);
  const filePlace: Place = { file: evidence.file, sheet: null, cell: null, label: null };
  const sheetPlace: Place = { file: evidence.file, sheet: evidence.sheet, cell: null, label: null };
  const sources: Source[] = [];
  const remarks = linesOf(evidence, roster);
  const stated = unitLine(remarks) ?? formUnit;
  // 填报部门：计划财务处 says which office of the unit filled the sheet in; which unit, the title or the file says.
  const isOffice = stated !== null && innerOffice.test(stated.text);
  const own = isOffice ? null : stated;
  if (own !== null) sources.push({ ...own, from: 'cell', isName: true, holdsFor: 'sheet' });
  const code = roster === null ? null : codeLine(remarks, roster);
  if (code !== null) sources.push({ ...code, from: 'cell', isName: true, holdsFor: 'sheet' });
  for (const remark of remarks) {
    if (
      remark.row < evidence.headingRow &&
      remark.text.length < 80 &&
      ![unitLabel, unitOrDepartmentLabel, anyUnitLabel].some((label) =>
        label.test(remark.text.normalize('NFKC')),
      )
    )
      sources.push({
        text: remark.text,
        place: remark.place,
        from: 'title',
        isName: false,
        holdsFor: 'sheet',
      });
  }
  const other = namedBehind(
    [anyUnitLabel],
    remarks.filter(({ row }) => row < evidence.headingRow),
  );
  if (other !== null)
    sources.push({ text: other.name, place: other.by.place, from: 'cell', isName: true, holdsFor: 'sheet' });
  const cover = unitLine(evidence.cover);
  if (cover !== null) sources.push({ ...cover, from: 'cell', isName: true, holdsFor: 'department' });
  sources.push({
    text: evidence.sheet,
    place: sheetPlace,
    from: 'sheet name',
    isName: false,
    holdsFor: 'sheet',
  });
  if (rowUnit !== null) sources.push({ ...rowUnit, from: 'cell', isName: true, holdsFor: 'part' });
  sources.push({ text: stem, place: filePlace, from: 'file name', isName: false, holdsFor: 'sheet' });
  for (const folder of folders.toReversed())
    sources.push({ text: folder, place: filePlace, from: 'folder', isName: false, holdsFor: 'department' });
  if (isOffice) sources.push({ ...stated, from: 'cell', isName: true, holdsFor: 'part' });
  return roster === null
    ? claimWithoutRoster(sources, sheetPlace)
    : claimWithRoster(sources, sheetPlace, roster);
}

/** The lines around a table; those above the first table of its sheet only where its own name no unit. */
function linesOf({ remarks, shared }: Evidence, roster: Roster | null): readonly Remark[] {
  const isNamed =
    unitLine(remarks) !== null ||
    (roster !== null && remarks.some(({ text }) => text.length < 80 && unitsIn(text, roster).length > 0));
  return isNamed ? remarks : [...remarks, ...shared];
}

interface Source extends NamedAt {
  readonly from: UnitClaim['from'];
  /** Whether the text is a name and nothing else. */
  readonly isName: boolean;
  /** A cover or folder may name the department of the unit, the rows of a table a part of it. */
  readonly holdsFor: 'sheet' | 'department' | 'part';
}

function claimWithRoster(sources: readonly Source[], nowhere: Place, roster: Roster): UnitClaim {
  const named: { readonly units: readonly RosterUnit[]; readonly source: Source }[] = [];
  for (const source of sources) {
    const match = source.isName ? matchUnit(source.text, roster) : null;
    const units = match === null ? unitsIn(source.text, roster) : 'unit' in match ? [match.unit] : [];
    if (units.length > 0) named.push({ units, source });
    else if (match !== null && 'nearest' in match && (source.holdsFor === 'sheet' || named.length === 0)) {
      // The sheet names a unit of its own that the roster does not have: that is what it says, whatever the file is called.
      const others = sources.slice(sources.indexOf(source) + 1).flatMap(({ text }) => unitsIn(text, roster));
      return {
        name: source.text,
        stated: source.text,
        from: source.from,
        place: source.place,
        known: false,
        nearest: match.nearest?.name ?? others[0]?.name ?? null,
        conflicts: [],
      };
    }
  }
  const [first] = named;
  const unit = first?.units[0];
  if (first === undefined || unit === undefined)
    return { name: '', stated: '', from: 'none', place: nowhere, known: false, nearest: null, conflicts: [] };
  return {
    name: unit.name,
    stated: first.source.text,
    from: first.source.from,
    place: first.source.place,
    known: true,
    nearest: null,
    conflicts: named
      .filter(({ units, source }) => !units.some((other) => agree(unit, other, source)))
      .map(({ units, source }) => ({
        name: units[0]?.name ?? '',
        from: source.from,
        place: source.place,
      })),
  };
}

/** Whether a source that names another unit may speak of the same sheet: as its department, or as a part of it. */
function agree(unit: RosterUnit, other: RosterUnit, { holdsFor }: Source): boolean {
  if (unit === other) return true;
  return holdsFor === 'sheet' ? false : holdsFor === 'part' ? isWithin(other, unit) : isWithin(unit, other);
}

/** The unit at the head of one part of a title or name (`项目执行查询_教育局_20230630`); '' where none is. */
function unitAtHead(text: string): string {
  const parts = text.normalize('NFKC').split(/[-_—()[\]【】\s]+/);
  for (const pattern of [unitSuffix, surelyUnit, placedName]) {
    for (const part of parts) {
      const name = pattern.exec(part.replace(yearAtHead, ''))?.[1];
      if (name !== undefined) return name;
    }
  }
  return '';
}

/** Whether a column is headed as one of units that fill in sheets: 预算单位名称, not 收款单位. */
export function isUnitHeading(heading: string): boolean {
  return unitHeading.test(foldText(heading.slice(heading.lastIndexOf('/') + 1)));
}

const unitHeading =
  /^(?:(?:基层|二级|三级)?预算|填报|报送|上报|申报|所属|项目|(?:资金)?使用|用款|执行|实施|执收|采购)?(?:单位|部门)(?:名称|全称)?$/;

/** The unit that a cell names and nothing else, without the code before it; '' where it names none. */
export function unitInCell(text: string): string {
  const name = cleanUnit(text.normalize('NFKC')).replace(/^[0-9A-Z]{3,21}[-—_\s]+/, '');
  const bare = name.replace(/\([^()]*\)$/, '');
  return bare.length >= shortestUnit && unitAtHead(bare) === bare ? name : '';
}

/** 教育局; 一处 is how many of something. */
const shortestUnit = 3;

const yearAtHead = /^(?:附[件表]\d*[:：]?)?(?:20\d\d年度?)?/;

/** Offices that every unit has within itself: 计划财务处, 预算股, 党政综合办公室. */
const innerOffice =
  /^(?:(?:计划|规划|发展|财务|会计|预算|绩效|资产|国资|后勤|总务|保障|审计|综合|行政|党政|党群|人事|组织|政工|办公|项目|基建|装备|信息|统计|采购|管理|服务|与|和|业务|经济|事务|教务|学工|科研|医务|秘书|机关|核算|结算|经费|资金)+(?:处|科|股|室|部|组|中心|办|办公室)|办公室)$/;

/** Words that names of budget units end in, and those that titles go on with. */
const unitSuffix =
  /^(.{1,28}?(?:人民政府|政府|街道办事处|办事处|街道|镇|乡|委员会|管委会|委|局|办公室|中心|学校|小学|中学|幼儿园|医院|卫生院|学院|大学|法院|检察院|联合会|工会|支队|大队|总队|服务站|站|所|馆|社|队|院|会|部|厅|处|办|公路段|管理段|林场|农场|党校|公司|[残妇文侨台记作体科商]联|工商联|社科联|[科作体文记]协|协会|学会|监狱|[开园新景矿林灌牧]区|[护范]区|基地|水库|电视台|气象台|图书城|殡仪馆))(?=[\d“"]|二[〇○零]|$|所属|下属|直属|系统|项目|部门|预算|三保|三公|事前|绩效|支出|分月|整体|财政|资金|专项|直达|非税|收支|收入|决算|政府采购|采购|国有|资产|用款|结转|存量|暂付|监控|自评|数据|报告|(?:单位|部门)?(?:主要)?(?:职责|职能))/;

/** Names that end as only those of units do, whatever the title goes on with: 住房和城乡建设局中央直达资金月报. */
const surelyUnit =
  /^((?!全|各|所属|下属|乡镇|基层|[省市县区]级|部门|单位).{2,24}?(?:人民政府|街道办事处|委员会|管委会|(?<![布格结])局|法院|检察院|联合会|党校|大队|支队|医院|卫生院|幼儿园|小学|中学|大学|学院|管理处)(?!办公室|分局|服务中心))/;

/** A line that is a name beginning with its place and nothing else: 示例县公路养护段, 示例市人民公园. */
const placedName =
  /^((?!.*(?:[表账单册]|情况|月报|季报|年报)$)[\u4e00-\u9fff]{2,8}[省市县区旗州镇乡][\u4e00-\u9fff]{2,16}(?:段|队|园|场|厂|库|台|站|团|网|村|社区|银行|集团|机构|单位|保护区|管理区|苗圃|泵站))$/;

function claimWithoutRoster(sources: readonly Source[], nowhere: Place): UnitClaim {
  for (const { text, place, from, isName } of sources) {
    const name = isName ? text : unitAtHead(text);
    if (name !== '') return { name, stated: text, from, place, known: null, nearest: null, conflicts: [] };
  }
  const { stem } = pathParts(nowhere.file);
  return { name: stem, stated: '', from: 'none', place: nowhere, known: null, nearest: null, conflicts: [] };
}

/** What a unit calls itself where a form says 单位. */
const kindsOfUnit = ['单位', '部门', '机构', '学校', '院校', '医院', '乡镇', '镇街', '街道'];
/** Labels before the name of the unit that fills in a sheet; 单位, 部门 and 学校 only where they are the whole word. */
const unitLabels = [
  ...['填报', '填表', '填制', '编报', '编制', '报送', '上报', '申报', '报表', '报告', '制表', '统计'].flatMap(
    (word) => kindsOfUnit.map((kind) => word + kind),
  ),
  ...kindsOfUnit.filter((kind) => kind !== '部门').flatMap((kind) => [`预算${kind}`, `${kind}名称`]),
  ...['项目', '实施', '资产', '汇总', '执收', '征收', '采购', '用款', '使用'].map((word) => `${word}单位`),
  ...['执收', '征收', '用款'].map((word) => `${word}部门`),
  ...['被考核', '被考评', '被评价', '被评估', '被监控', '自评', '考核', '考评', '评价'].flatMap((word) =>
    kindsOfUnit.map((kind) => word + kind),
  ),
  ...[
    '单位全称',
    '汇总部门',
    '考核对象',
    '考评对象',
    '评价对象',
    '部门(单位)名称',
    '部门(单位)',
    '单位(部门)名称',
    '单位(部门)',
  ],
];
/** Labels of a department: the unit itself where no other is named beside it. */
const departmentLabels = ['部门名称', '预算部门'];
const seal = String.raw`(?:\((?:章|印章|盖章|公章|签章|全称|盖单位公章|加盖公章|签字盖章|单位盖章)\))?`;
const unitLabel = new RegExp(
  String.raw`(?:${anyOf(unitLabels)}|(?<![\u4e00-\u9fff(])(?:${anyOf(kindsOfUnit)}))\s*${seal}\s*[:：=]`,
);
/** A label with its name behind it and no colon between, or by itself before the cell with the name. */
const bareUnitLabel = new RegExp(String.raw`^(?:${anyOf(unitLabels)})\s*${seal}(?=\s|$)`);
const unitOrDepartmentLabel = new RegExp(
  String.raw`(?:${anyOf(departmentLabels)})\s*${seal}\s*[:：=]|^(?:${anyOf(departmentLabels)})\s*${seal}(?=\s|$)`,
);
/** 填报：教育局: where what follows is a unit and not a person. */
const shortLabel = new RegExp(
  String.raw`^(?:${anyOf(['填报', '编报', '报送', '上报', '制表', '编制', '填表', '统计'])})\s*[:：](?=.*(?:局|委|办|中心|政府|镇|乡|街道|股|科|室|站|所|校|院|馆|队|会)(?:\s|$))`,
);
/** Who stands above the unit: its own name where the sheet gives no other. */
const departmentLabel = new RegExp(String.raw`${spaced('主管部门')}\s*${seal}\s*[:：]`);
/** 考核单位, 责任单位, 报账单位: some unit, which is the sheet's where not even its title names one; not who deals with it. */
const anyUnitLabel = new RegExp(
  String.raw`^(?!金额|货币|计量|数量|计价|主管|上级|下达|发文|审[核批计定]|批复|监督|代理|评审|受理|收款|付款|施工|监理|设计|承建|供应|供货|中标|成交|协作|合作|支持|受援|借款|欠款)[\u4e00-\u9fff]{2,4}(?:单位|部门|机构)\s*${seal}\s*[:：]`,
);

function anyOf(labels: readonly string[]): string {
  return labels.map(spaced).join('|');
}

/** `填 报 单 位`: letter-spaced, as labels often are. */
function spaced(label: string): string {
  return [...label].map((character) => character.replace(/[()]/, '\\$&')).join(String.raw`\s*`);
}

/** `填报单位（盖章）：青禾镇人民政府   填报日期：…`: the name behind the label, or in the next cell. */
export function unitLine(remarks: readonly Remark[]): NamedAt | null {
  const named = unitNamedIn(remarks);
  return named === null ? null : { text: named.name, place: named.by.place };
}

/** What stands beside a unit left blank is the next label. */
const labels = /(?:名称|电话|日期|时间|期间|年度|负责人|联系人|填报人|编码|代码|类型|类别|性质|属性)$/;

/** The unit that texts name behind a label, and the text with that label; null when none does. */
export function unitNamedIn<T extends Pick<Remark, 'text' | 'right'>>(
  texts: readonly T[],
): { readonly name: string; readonly by: T } | null {
  return namedBehind([unitLabel, bareUnitLabel, unitOrDepartmentLabel, shortLabel, departmentLabel], texts);
}

/** What texts name behind the first of some labels, or in the cell beside it. */
function namedBehind<T extends Pick<Remark, 'text' | 'right'>>(
  labelled: readonly RegExp[],
  texts: readonly T[],
): { readonly name: string; readonly by: T } | null {
  for (const label of labelled) {
    for (const by of texts) {
      const plain = by.text.normalize('NFKC').replace(/[\u200b\ufeff]/g, '');
      const match = label.exec(plain);
      if (match === null) continue;
      const behind = cleanUnit(plain.slice(match.index + match[0].length));
      if (behind !== '') {
        if (unitIn(foldText(behind)) === null) return { name: behind, by };
        continue;
      }
      const beside = cleanUnit(by.right.normalize('NFKC'));
      if (
        beside !== '' &&
        unitIn(foldText(by.right)) === null &&
        !/[:：]/.test(by.right) &&
        !labels.test(beside)
      )
        return { name: beside, by };
    }
  }
  return null;
}

/** The unit whose code a sheet gives: `单位编码：203001`, or the code in the next cell. Codes of other systems are not heard. */
function codeLine(remarks: readonly Remark[], roster: Roster): NamedAt | null {
  for (const { text, right, place } of remarks) {
    const match = /(?:单位|部门)(?:编码|代码|编号)(?::([0-9a-z]{3,})|:?$)/i.exec(foldText(text));
    if (match === null) continue;
    const coded = matchUnit(match[1] ?? right, roster);
    if ('unit' in coded) return { text: coded.unit.name, place };
  }
  return null;
}

/** What follows the unit in one merged string. */
const nextLabel =
  /(?:\s*(?:19|20)\d\d\s*年|(?:填报日期|填表日期|日期|金额单位|单位|负责人|填报人|制表人|联系电话|期间|月份|报表)[:：(（]).*$/;

function cleanUnit(text: string): string {
  return (
    text
      .replace(/^[\s\u3000_]+/, '')
      .replace(nextLabel, '')
      .split(/\s{2,}|\t|\u3000|[;；]/)[0]
      ?.replace(/(?:\((?:盖章|公章|签章)\)|（(?:盖章|公章|签章)）)/g, '')
      .replace(/[_\s]+$/, '')
      // （填报单位：教育局）: the label stood inside the bracket.
      .replace(/^([^(（]*)[)）]+$/, '$1')
      // 民政局财务科: no unit of its own.
      .replace(
        /(?<=[局委会院校学馆站所府镇乡])(?:[\u4e00-\u9fff]{2,6}[科股]|(?:计划|规划|综合)?(?:财务|计财|会计|预算|绩效|国库)(?:管理)?[室处])$/,
        '',
      )
      .trim() ?? ''
  );
}

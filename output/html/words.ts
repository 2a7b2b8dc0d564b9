import type { Language } from '../../pipeline/model/text.ts';
import { plural } from '../english.ts';

/** What only the page says, in one language; words it shares with other reports are in the labels. */
export interface PageWords {
  readonly htmlLanguage: string;
  readonly skip: string;
  readonly contents: string;
  readonly listSeparator: string;
  readonly clauseSeparator: string;
  readonly inBrackets: (text: string) => string;
  readonly titleSeparator: string;
  readonly sections: {
    readonly today: string;
    readonly ranking: string;
    readonly units: string;
    readonly problems: string;
    readonly crossCheck: string;
    readonly trend: string;
    readonly provenance: string;
  };
  readonly today: {
    readonly nothing: string;
    readonly noFiles: string;
    readonly incomplete: (failures: number) => string;
    readonly returned: (units: number, errors: number) => string;
    readonly missing: (units: number) => string;
    readonly incompleteSets: (units: number) => string;
    readonly refused: (files: number) => string;
    readonly explain: (units: number, warnings: number) => string;
    readonly undecidable: (count: number) => string;
    readonly andMore: (more: number) => string;
    readonly andMoreFiles: (more: number) => string;
    readonly returnedFiles: (files: number) => string;
    readonly beside: string;
    readonly toUnits: string;
    readonly toUndecided: string;
    readonly sentence: string;
    readonly copy: string;
    readonly copied: string;
    readonly explainUnits: (units: number) => string;
    readonly households: string;
    readonly items: string;
  };
  readonly ranking: {
    readonly intro: string;
    readonly chart: (units: number) => string;
    readonly spentBar: string;
    readonly releasedBar: string;
    readonly lampRule: string;
    readonly lampOf: {
      readonly red: (red: string) => string;
      readonly yellow: (red: string, yellow: string) => string;
      readonly green: (yellow: string) => string;
    };
    readonly noRate: (units: string, left: number) => string;
    readonly furthestBehind: (shown: number, all: number, workbook: string) => string;
    readonly table: string;
    readonly where: string;
    readonly whereNote: string;
    readonly notReleased: string;
    readonly notSpent: string;
    readonly lagTitle: string;
    readonly lag: string;
    readonly ofThatNotReleased: string;
    readonly topOf: (shown: number, all: number, workbook: string) => string;
  };
  readonly unitsIntro: string;
  readonly unitsListed: (shown: number, all: number, workbook: string) => string;
  readonly problems: {
    readonly intro: string;
    readonly none: (passed: number) => string;
    readonly filters: string;
    readonly all: string;
    readonly search: string;
    readonly searchHint: string;
    readonly shown: string;
    readonly clear: string;
    readonly noMatch: string;
    readonly noMatchInPlaces: (workbook: string) => string;
    readonly cases: (count: number) => string;
    readonly atStake: (wan: string) => string;
    readonly showRest: (count: number) => string;
    readonly hideRest: string;
    readonly compact: (count: number, workbook: string) => string;
    readonly unlisted: (count: number, workbook: string) => string;
    readonly notPrinted: (count: number, list: string) => string;
    readonly tolerance: string;
    readonly threshold: string;
  };
  readonly crossCheck: {
    readonly intro: string;
    readonly none: (passed: number) => string;
    readonly left: string;
    readonly right: string;
    readonly what: string;
    readonly topOf: (shown: number, all: number) => string;
  };
  readonly trend: {
    readonly intro: (sources: string) => string;
    readonly sources: Readonly<Record<'previous run' | 'earlier sheet' | 'month columns', string>>;
    readonly oneMonth: string;
    readonly change: string;
    readonly line: string;
  };
  readonly provenance: {
    readonly notChecked: string;
    readonly notCheckedIntro: string;
    readonly allChecked: string;
    readonly switchedOff: (reason: string) => string;
    readonly nothingToLookAt: (rules: number) => string;
    readonly rules: string;
    readonly thresholds: string;
    readonly places: (count: number) => string;
    readonly sheetsListed: (shown: number, all: number, workbook: string) => string;
    readonly off: string;
    readonly attributesOfRun: string;
  };
  readonly footer: (product: string, engine: string) => string;
}

/** The page's words in a language. */
export function wordsOf(language: Language): PageWords {
  return language === 'zh' ? chinese : english;
}

const chinese: PageWords = {
  htmlLanguage: 'zh-CN',
  skip: '跳到正文',
  contents: '目录',
  listSeparator: '、',
  clauseSeparator: '；',
  inBrackets: (text) => `（${text}）`,
  titleSeparator: '',
  sections: {
    today: '今天要办',
    ranking: '支出进度排名',
    units: '单位台账',
    problems: '问题',
    crossCheck: '跨表核对',
    trend: '走势',
    provenance: '这份报告怎么来的',
  },
  today: {
    nothing: '今天没有要办的事：没有退回、没有需说明、没有漏报。',
    noFiles: '没有收到文件，什么也没有核验。',
    incomplete: (failures) => `本次核验有 ${failures} 处程序故障，结论不完整，请先联系维护人员再通报。`,
    returned: (units, errors) => `${units} 家退回改正（共 ${errors} 处错误）`,
    missing: (units) => `${units} 家催报`,
    incompleteSets: (units) => `${units} 家报表不齐，请补报`,
    refused: (files) => `${files} 份文件未能读取，请重报`,
    explain: (units, warnings) => `${units} 家需说明（共 ${warnings} 条）`,
    undecidable: (count) => `${count} 处缺少数据，未能判定`,
    andMore: (more) => `，另有 ${more} 家`,
    andMoreFiles: (more) => `另有 ${more} 份`,
    returnedFiles: (files) => `退回的表 ${files} 份，点开逐份查看`,
    beside: '随附文件：',
    toUnits: '看台账',
    toUndecided: '看明细',
    sentence: '可直接引用的一句话',
    copy: '复制',
    copied: '已复制',
    explainUnits: (units) => `涉及 ${units} 家`,
    households: '家',
    items: '条',
  },
  ranking: {
    intro:
      '按支出进度从高到低排列。深色条为已支出，浅色条为已下达指标：浅色条短，是资金没有下达；浅色条长而深色条短，是已下达未支出。',
    chart: (units) => `${units} 家单位支出进度排名图，数据见下表`,
    spentBar: '已支出占预算（颜色为预警灯）',
    releasedBar: '已下达占预算',
    lampRule: '预警灯按 支出进度 ÷ 序时进度 判定：',
    lampOf: {
      red: (red) => `低于 ${red}`,
      yellow: (red, yellow) => `${red} 至 ${yellow}`,
      green: (yellow) => `${yellow} 及以上`,
    },
    noRate: (units, left) =>
      `无法计算支出进度（预算为零或没有数据）：${units}${left > 0 ? `，另有 ${left} 家` : ''}。`,
    furthestBehind: (shown, all, workbook) =>
      `列出进度最慢的 ${shown} 家，共 ${all} 家；全部见《${workbook}》。`,
    table: '三个比率',
    where: '滞后主要在',
    whereNote:
      '滞后金额 = 预算 × 序时进度 − 已支出；其中序时进度内尚未下达的部分算在“资金下达”，其余算在“用款”，哪一部分占一半以上就写哪一个。资金未下达不应记在单位用款慢上。',
    notReleased: '资金下达',
    notSpent: '用款',
    lagTitle: '滞后金额集中在哪里',
    lag: '滞后金额',
    ofThatNotReleased: '其中未下达',
    topOf: (shown, all, workbook) => `列出滞后金额最大的 ${shown} 个，共 ${all} 个；全部见《${workbook}》。`,
  },
  unitsIntro: '需要先办的排在前面。',
  unitsListed: (shown, all, workbook) => `列出 ${shown} 家，共 ${all} 家；全部见《${workbook}》。`,
  problems: {
    intro: '同一规则的问题放在一起；先错误，后需说明，再按涉及金额从大到小。右侧数字为涉及金额（万元）。',
    none: (passed) => `没有发现问题（核验通过 ${passed} 处）。`,
    filters: '筛选问题',
    all: '全部',
    search: '搜索',
    searchHint: '项目、单元格、文字',
    shown: '显示 {n} / {all} 条',
    clear: '清除筛选',
    noMatch: '没有符合条件的问题。',
    noMatchInPlaces: (workbook) => `只列位置的条目在这里搜不到文字，请在《${workbook}》中查找。`,
    cases: (count) => `${count} 条`,
    atStake: (wan) => `涉及 ${wan} 万元`,
    showRest: (count) => `显示其余 ${count} 条`,
    hideRest: '收起',
    compact: (count, workbook) => `其余 ${count} 条只列位置，全文见《${workbook}》：`,
    unlisted: (count, workbook) => `另有 ${count} 条未在这里列出，见《${workbook}》。`,
    notPrinted: (count, list) => `另有 ${count} 条未打印，见《${list}》。`,
    tolerance: '允许误差',
    threshold: '阈值',
  },
  crossCheck: {
    intro: '同一件事在两张表里填得不一样，左右对照，请核实以哪一张为准。数值按原表的金额单位。',
    none: (passed) => `没有发现两张表不一致（跨表核对通过 ${passed} 处）。`,
    left: '左表',
    right: '右表',
    what: '核对内容',
    topOf: (shown, all) => `列出涉及金额最大的 ${shown} 条，共 ${all} 条；全部见“问题”。`,
  },
  trend: {
    intro: (sources) =>
      `各月底的累计支出进度，表头括号内为序时进度；标记为当月预警灯。折线为序时差，虚线以上快于序时进度，以下为滞后。以前月份来自${sources}；不知道的月份为 —。`,
    sources: {
      'previous run': '以前的核验结果',
      'earlier sheet': '工作簿里以前月份的工作表',
      'month columns': '报表的分月列（按本月预算计算）',
    },
    oneMonth: '只知道本月的数，没有走势可看。核验时给出上月的报告（--previous），从下月起就有。',
    change: '比上月(个百分点)',
    line: '序时差',
  },
  provenance: {
    notChecked: '哪些没有核验，为什么',
    notCheckedIntro: '没有核验的不等于没有问题。',
    allChecked: '收到的文件和启用的规则全部核验完毕。',
    switchedOff: (reason) => `已停用：${reason}`,
    nothingToLookAt: (rules) => `${rules} 条规则本期没有适用的数据`,
    rules: '规则与阈值',
    thresholds: '本次采用的阈值',
    places: (count) => `${count} 处`,
    sheetsListed: (shown, all, workbook) => `列出 ${shown} 张，共 ${all} 张；全部见《${workbook}》。`,
    off: '停用',
    attributesOfRun: '本次核验',
  },
  footer: (product, engine) => `${product} ${engine} 生成。所列为需核实事项，以单位说明和财政局核定为准。`,
};

const english: PageWords = {
  htmlLanguage: 'en',
  skip: 'Skip to content',
  contents: 'Contents',
  listSeparator: ', ',
  clauseSeparator: '; ',
  inBrackets: (text) => `(${text})`,
  titleSeparator: ': ',
  sections: {
    today: 'To do today',
    ranking: 'Budget execution ranking',
    units: 'Unit ledger',
    problems: 'Findings',
    crossCheck: 'Cross-table check',
    trend: 'Trend',
    provenance: 'How this report was made',
  },
  today: {
    nothing: 'Nothing to do today: no returns, no explanations due, nothing missing.',
    noFiles: 'No file was received, so nothing was checked.',
    incomplete: (failures) =>
      `The program failed in ${plural(failures, 'place')}, so the conclusions are incomplete. Ask the maintainer before circulating them.`,
    returned: (units, errors) => `Return to ${plural(units, 'unit')} (${plural(errors, 'error')} to correct)`,
    missing: (units) => `Remind ${plural(units, 'unit')}`,
    incompleteSets: (units) => `${plural(units, 'unit')} handed in an incomplete set`,
    refused: (files) => `${plural(files, 'file')} could not be read: ask for a new one`,
    explain: (units, warnings) => `Ask ${plural(units, 'unit')} to explain (${plural(warnings, 'finding')})`,
    undecidable: (count) => `${plural(count, 'place')} could not be judged for lack of data`,
    andMore: (more) => `and ${more} more`,
    andMoreFiles: (more) => `and ${plural(more, 'more file')}`,
    returnedFiles: (files) => `${plural(files, 'returned file')}: open the list`,
    beside: 'Beside this page: ',
    toUnits: 'Ledger',
    toUndecided: 'Details',
    sentence: 'One sentence, ready to paste',
    copy: 'Copy',
    copied: 'Copied',
    explainUnits: (units) => `in ${plural(units, 'unit')}`,
    households: '',
    items: '',
  },
  ranking: {
    intro:
      'Sorted by execution rate, highest first. The dark bar is what was spent, the pale bar what was released: a short pale bar means the money was not released; a long pale bar with a short dark one means it was released but not spent.',
    chart: (units) =>
      `Chart of the execution rates of ${plural(units, 'unit')}; the figures are in the table below`,
    spentBar: 'spent, share of budget (coloured by lamp)',
    releasedBar: 'released, share of budget',
    lampRule: 'Lamps judge the execution rate ÷ the time-proportional benchmark: ',
    lampOf: {
      red: (red) => `below ${red}`,
      yellow: (red, yellow) => `${red} to ${yellow}`,
      green: (yellow) => `${yellow} and above`,
    },
    noRate: (units, left) =>
      `No execution rate (budget zero or no data): ${units}${left > 0 ? ` and ${left} more` : ''}.`,
    furthestBehind: (shown, all, workbook) =>
      `The ${shown} of ${all} units furthest behind; all of them are in ${workbook}.`,
    table: 'The three rates',
    where: 'Behind mainly in',
    whereNote:
      'Amount behind = budget × time progress − spent. What had not been released within time progress counts as “release”, the rest as “spending”; the larger half is named. Money that was not released must not be held against the unit.',
    notReleased: 'release',
    notSpent: 'spending',
    lagTitle: 'Where the amount behind is concentrated',
    lag: 'Amount behind',
    ofThatNotReleased: 'of which not released',
    topOf: (shown, all, workbook) => `The ${shown} largest of ${all}; all of them are in ${workbook}.`,
  },
  unitsIntro: 'Units that need action come first.',
  unitsListed: (shown, all, workbook) => `${shown} of ${all}; all of them are in ${workbook}.`,
  problems: {
    intro:
      'Findings of one rule stand together: errors first, then what needs explaining, each by the money at stake, which stands at the right (10,000 yuan).',
    none: (passed) => `No findings (${plural(passed, 'place')} checked and passed).`,
    filters: 'Filter findings',
    all: 'all',
    search: 'Search',
    searchHint: 'project, cell, words',
    shown: '{n} of {all} shown',
    clear: 'Clear filters',
    noMatch: 'Nothing matches.',
    noMatchInPlaces: (workbook) =>
      `Cases listed by place alone cannot be searched by their words here; look in ${workbook}.`,
    cases: (count) => plural(count, 'case'),
    atStake: (wan) => `${wan} (10,000 yuan) at stake`,
    showRest: (count) => `Show ${count} more`,
    hideRest: 'Show fewer',
    compact: (count, workbook) => `${count} more, places only; the full text is in ${workbook}:`,
    unlisted: (count, workbook) => `${count} more are not listed here: see ${workbook}.`,
    notPrinted: (count, list) => `${count} more not printed here: see ${list}.`,
    tolerance: 'Tolerance',
    threshold: 'Threshold',
  },
  crossCheck: {
    intro:
      'The same thing, filled in differently in two tables, side by side. Please verify which one holds. Amounts are in the units of the tables.',
    none: (passed) =>
      `No two tables were found to disagree (${plural(passed, 'place')} compared across tables and passed).`,
    left: 'Left table',
    right: 'Right table',
    what: 'What was compared',
    topOf: (shown, all) => `The ${shown} of ${all} with most money at stake; all are under “Findings”.`,
  },
  trend: {
    intro: (sources) =>
      `Execution rate by the end of each month, time progress in brackets; marks are the lamps of the month. The line is the gap to time progress: above the dashed line ahead, below it behind. Earlier months are known from ${sources}; — is a month not known.`,
    sources: {
      'previous run': 'earlier runs',
      'earlier sheet': 'sheets of earlier months in the workbooks',
      'month columns': 'columns of single months (over this month’s budget)',
    },
    oneMonth:
      'Only this month is known, so there is no trend to show. Give last month’s report when checking (--previous).',
    change: 'Since last month (pct. pts)',
    line: 'Gap',
  },
  provenance: {
    notChecked: 'What was not checked, and why',
    notCheckedIntro: 'What was not checked is not thereby right.',
    allChecked: 'Every file received and every rule in force was checked.',
    switchedOff: (reason) => `switched off: ${reason}`,
    nothingToLookAt: (rules) => `${plural(rules, 'rule')} found nothing to apply to this period`,
    rules: 'Rules and thresholds',
    thresholds: 'Thresholds in force',
    places: (count) => plural(count, 'place'),
    sheetsListed: (shown, all, workbook) => `${shown} of ${all}; all of them are in ${workbook}.`,
    off: 'off',
    attributesOfRun: 'This run',
  },
  footer: (product, engine) =>
    `Made by ${product} ${engine}. Everything listed is to be verified; the unit’s explanation and the bureau’s decision prevail.`,
};

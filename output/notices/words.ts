import type { Turn } from '../../pipeline/model/explanation.ts';
import { type Day, monthOf, yearOf } from '../../pipeline/model/period.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { monthNames, plural } from '../english.ts';
import { labelsOf } from '../labels.ts';

/** What only the notices and the circular say, in one language; words they share with other reports are in the labels. */
export interface NoticeWords {
  /** A day in words; a blank to be filled in by hand where there is none. */
  readonly day: (day: Day | null) => string;
  /** Headings are numbered 一、 or 1. */
  readonly number: (position: number, heading: string) => string;
  readonly lead: (position: number, words: string) => string;
  readonly list: string;
  /** Between two sentences. */
  readonly space: string;
  readonly notice: {
    readonly titles: {
      readonly correct: (period: string) => string;
      readonly explain: (period: string) => string;
      readonly missing: (period: string) => string;
    };
    readonly addressee: (unit: string) => string;
    readonly intro: (period: string, day: string) => string;
    readonly introMissing: (period: string, day: string) => string;
    readonly headings: {
      readonly checked: string;
      readonly toCorrect: string;
      readonly toExplain: string;
      readonly todo: string;
    };
    readonly received: (files: number, tables: number, templates: string) => string;
    readonly found: (errors: number, warnings: number) => string;
    readonly explained: (count: number) => string;
    readonly undecidable: (count: number) => string;
    readonly progress: (
      period: string,
      rate: string,
      time: string,
      gap: string,
      side: 'behind' | 'ahead' | 'level',
    ) => string;
    /** Projects that the rate leaves out, the first of them by name. */
    readonly notInRate: (count: number, names: readonly string[]) => string;
    readonly classifiedProject: string;
    readonly missing: (templates: string) => string;
    readonly columns: {
      readonly number: string;
      readonly place: string;
      readonly problem: string;
      readonly remedy: string;
      readonly basis: string;
    };
    /** The basis of what rests on no document but a rule of the bureau. */
    readonly ownRule: (rule: string) => string;
    readonly classified: string;
    readonly more: (count: number, list: string) => string;
    readonly todo: {
      readonly correctLead: string;
      readonly correct: string;
      readonly correctAttached: string;
      readonly explainLead: string;
      readonly explain: string;
      readonly explainAttached: string;
      readonly financeLead: string;
      readonly finance: string;
      readonly handInLead: string;
      readonly handIn: string;
      readonly deadlineLead: string;
      readonly deadline: (day: string) => string;
    };
    readonly attachment: string;
    readonly marked: (name: string) => string;
  };
  readonly circular: {
    readonly title: (period: string) => string;
    readonly draft: string;
    readonly addressee: string;
    readonly intro: (day: string) => string;
    readonly headings: {
      readonly overall: string;
      readonly ranking: string;
      readonly behind: string;
      readonly missing: string;
      readonly projects: string;
      readonly todo: string;
      readonly sources: string;
    };
    readonly totals: (
      units: number,
      projects: number,
      budget: string,
      released: string,
      spent: string,
      releaseRate: string,
      allotmentRate: string,
    ) => string;
    readonly findings: (returned: number, errors: number, warnings: number) => string;
    readonly incomplete: (failures: number) => string;
    readonly rank: string;
    readonly againstTime: string;
    readonly noRate: (units: string) => string;
    readonly behind: (time: string, count: number, units: string) => string;
    readonly behindUnit: (unit: string, rate: string, gap: string) => string;
    readonly noneBehind: (time: string) => string;
    readonly missing: (count: number, units: string) => string;
    readonly missingUnit: (unit: string, templates: string) => string;
    readonly incompleteSets: (count: number, units: string) => string;
    readonly unread: (count: number, units: string) => string;
    readonly allIn: string;
    readonly noRoster: string;
    readonly topOf: (shown: number, all: number, workbook: string) => string;
    readonly lag: string;
    readonly notReleased: string;
    readonly turn: string;
    readonly turns: Readonly<Record<Turn | 'verify', string>>;
    readonly todo: {
      readonly financeLead: string;
      readonly finance: (projects: number, amount: string) => string;
      readonly unitsLead: string;
      readonly units: string;
      readonly deadlineLead: string;
      readonly deadline: (day: string) => string;
      readonly ownDeadline: string;
    };
    readonly sources: {
      readonly intro: (list: string) => string;
      readonly figure: string;
      readonly value: string;
      readonly source: string;
      readonly sumOf: (projects: number) => string;
      readonly quotient: (part: string, whole: string) => string;
      /** The same where some projects lack one of the two. */
      readonly quotientOfKnown: (part: string, whole: string) => string;
      readonly timeProgress: (policy: string) => string;
      readonly gap: string;
      readonly lag: string;
      readonly behind: string;
      readonly missing: string;
      readonly findings: string;
      readonly behindUnits: string;
      readonly missingUnits: string;
      readonly returnedUnits: string;
    };
  };
}

/** The words of notices and of the circular in a language. */
export function noticeWords(language: Language): NoticeWords {
  return language === 'zh' ? chinese : english;
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const chinese: NoticeWords = {
  day: (day) =>
    day === null ? '　　年　　月　　日' : `${yearOf(day)}年${monthOf(day)}月${Number(day.slice(8))}日`,
  number: (position, heading) => `${numerals[position - 1] ?? position}、${heading}`,
  lead: (position, words) => `（${numerals[position - 1] ?? position}）${words}`,
  list: '、',
  space: '',
  notice: {
    titles: {
      correct: (period) => `关于整改${period}预算执行报表\n有关问题的通知`,
      explain: (period) => `关于说明${period}预算执行报表\n有关事项的通知`,
      missing: (period) => `关于报送${period}\n预算执行报表的通知`,
    },
    addressee: (unit) => `${unit}：`,
    intro: (period, day) =>
      `按照预算执行监控工作安排，对你单位报送的${period}预算执行报表进行了核验（截至${day}），现将核验情况和办理要求通知如下。所列均为需核实事项，以你单位核实后的说明为准。`,
    introMissing: (period, day) =>
      `按照预算执行监控工作安排，各单位应按时报送${period}预算执行报表。截至${day}，尚未收到你单位的报表，现将有关要求通知如下。`,
    headings: {
      checked: '核验情况',
      toCorrect: '需改正的问题',
      toExplain: '需说明的事项',
      todo: '办理要求',
    },
    received: (files, tables, templates) =>
      `收到你单位文件${files}份${tables > 0 ? `，核验报表${tables}张：${templates}` : ''}。`,
    found: (errors, warnings) =>
      `共有${[errors > 0 ? `需改正的问题${errors}处` : '', warnings > 0 ? `需说明的事项${warnings}条` : ''].filter((part) => part !== '').join('，')}。`,
    explained: (count) => `另有${count}条你单位已作说明，由财政部门审核，无须再报。`,
    undecidable: (count) => `另有${count}处因数据缺失未能核验，改正补齐后一并核验。`,
    progress: (period, rate, time, gap, side) =>
      `截至${period}底，你单位支出进度${rate}，${
        {
          behind: `低于序时进度（${time}）${gap}个百分点`,
          ahead: `高于序时进度（${time}）${gap}个百分点`,
          level: `与序时进度（${time}）持平`,
        }[side]
      }。`,
    notInRate: (count, names) =>
      `另有${count}个项目的预算数或支出数缺失、无法读取或存疑，未计入支出进度：${names.join('、')}${count > names.length ? '等' : ''}。`,
    classifiedProject: '涉密项目',
    missing: (templates) => `尚未收到的报表：${templates}。`,
    columns: { number: '序号', place: '位置', problem: '问题', remedy: '怎么改', basis: '依据' },
    ownRule: (rule) => `核验规则 ${rule}`,
    classified: '涉密项目，内容不在此列明，请按所标位置核实',
    more: (count, list) => `另有${count}条见《${list}》。`,
    todo: {
      correctLead: '改正后重报。',
      correct:
        '请对照原始凭证和系统数据核实；确需改正的，在原表中改正后另存重报。本通知未改动你单位报送的任何数值。',
      correctAttached: '所附标注表中，红底单元格为需改正，黄底单元格为需说明。',
      explainLead: '逐条说明原因。',
      explain: '写明金额、原因、预计支出时间和处置意见。',
      explainAttached: '可直接填写在所附标注表“核验意见”的“单位说明”栏，随文件一并报回。',
      financeLead: '资金尚未下达的。',
      finance: '由财政部门（或主管部门）核对下达，你单位注明“资金未下达”即可，不作为支出滞后。',
      handInLead: '按统一模板报送。',
      handIn: '请使用下发的统一模板填报，以.xlsx格式报送；已经报送的，请告知报送时间和文件名。',
      deadlineLead: '办理期限。',
      deadline: (day) => `请于${day}前报回。`,
    },
    attachment: '附件：',
    marked: (name) => `${name}（已标注）`,
  },
  circular: {
    title: (period) => `关于${period}\n预算支出进度情况的通报`,
    draft: '（初稿）',
    addressee: '各预算单位：',
    intro: (day) => `根据截至${day}收到的报表，现将预算支出进度情况通报如下。`,
    headings: {
      overall: '总体情况',
      ranking: '各单位支出进度',
      behind: '低于序时进度的单位',
      missing: '报送情况',
      projects: '滞后金额较大的项目',
      todo: '有关要求',
      sources: '附：数据来源',
    },
    totals: (units, projects, budget, released, spent, releaseRate, allotmentRate) =>
      `纳入汇总的单位${units}家、项目${projects}个，调整后预算${budget}万元，已下达${released}万元，累计支出${spent}万元；下达率${releaseRate}，已下达指标的执行率${allotmentRate}。`,
    findings: (returned, errors, warnings) =>
      `报表核验退回改正${returned}家（共${errors}处），需说明${warnings}条，已分别通知各单位。`,
    incomplete: (failures) => `本次核验有${failures}处程序故障，结论不完整，印发前请先排除。`,
    rank: '名次',
    againstTime: '较序时进度（个百分点）',
    noRate: (units) => `没有可以计算支出进度的数据的单位：${units}。`,
    behind: (time, count, units) => `低于序时进度（${time}）的单位${count}家：${units}。`,
    behindUnit: (unit, rate, gap) => `${unit}（${rate}，低${gap}个百分点）`,
    noneBehind: (time) => `没有单位低于序时进度（${time}）。`,
    missing: (count, units) => `未报送的单位${count}家：${units}。`,
    missingUnit: (unit, templates) => `${unit}（${templates}）`,
    incompleteSets: (count, units) => `报表不齐的单位${count}家：${units}。`,
    unread: (count, units) => `报送的文件未能读取的单位${count}家：${units}。`,
    allIn: '名册内单位均已报送。',
    noRoster: '本次未提供单位名册，不判断漏报。',
    topOf: (shown, all, workbook) => `以上为滞后金额最大的${shown}个，共${all}个；其余见《${workbook}》。`,
    lag: '滞后金额',
    notReleased: '其中未下达',
    turn: '由谁办理',
    turns: {
      finance: '财政部门下达',
      nobody: '按约定时点支付',
      surplus: '单位提出调剂或交回意见',
      unit: '单位办理支付',
      verify: '需核实',
    },
    todo: {
      financeLead: '加快资金下达。',
      finance: (projects, amount) =>
        `滞后金额主要因资金未下达的项目${projects}个，涉及未下达资金${amount}万元，由财政部门（或主管部门）逐项核对，具备条件的抓紧下达。`,
      unitsLead: '逐项核实原因。',
      units:
        '滞后项目所在单位逐项核实原因，写明预计支出时间和处置意见；确实无法支出的，提出调剂或交回财政的意见。',
      deadlineLead: '办理期限。',
      deadline: (day) => `需改正、需说明和未报送的报表，请于${day}前报回。`,
      ownDeadline: '需改正、需说明和未报送的报表，请按各单位通知载明的期限报回。',
    },
    sources: {
      intro: (list) => `金额单位为万元；单元格地址为各单位所报文件中的位置，文件指纹见${list}。`,
      figure: '数据',
      value: '数值',
      source: '出处或算法',
      sumOf: (projects) => `${projects}个项目合计`,
      quotient: (part, whole) => `${part} ÷ ${whole}`,
      quotientOfKnown: (part, whole) => `${part} ÷ ${whole}，只计两个数都有的项目`,
      timeProgress: (policy) => `参数方案“${policy}”的序时进度`,
      gap: '支出进度 − 序时进度',
      lag: '调整后预算 × 序时进度 − 累计支出，只计滞后的项目',
      behind: '支出进度低于序时进度的单位数',
      missing: '名册与收件逐一比对',
      findings: '见《异常清单》，逐条列有文件、工作表和单元格',
      behindUnits: '低于序时进度的单位',
      missingUnits: '未报送的单位',
      returnedUnits: '退回改正（单位 / 处）',
    },
  },
};

const english: NoticeWords = {
  day: (day) =>
    day === null ? '____________' : `${Number(day.slice(8))} ${monthNames[monthOf(day) - 1]} ${yearOf(day)}`,
  number: (position, heading) => `${position}. ${heading}`,
  lead: (position, words) => `(${position}) ${words} `,
  list: ', ',
  space: ' ',
  notice: {
    titles: {
      correct: (period) => `Notice to Correct the Budget Execution Tables of ${period}`,
      explain: (period) => `Notice to Explain the Budget Execution Tables of ${period}`,
      missing: (period) => `Notice to Hand In the Budget Execution Tables of ${period}`,
    },
    addressee: (unit) => `${unit}:`,
    intro: (period, day) =>
      `The budget execution tables you handed in for ${period} were checked (as of ${day}). What was found and what is asked of you follows. Everything listed is to be verified; your explanation prevails.`,
    introMissing: (period, day) =>
      `The budget execution tables of ${period} are due. As of ${day} none of yours were received. What is asked of you follows.`,
    headings: {
      checked: 'What was checked',
      toCorrect: 'To correct',
      toExplain: 'To explain',
      todo: 'What to do',
    },
    received: (files, tables, templates) =>
      `${plural(files, 'file')} received${tables > 0 ? `, ${plural(tables, 'table')} checked: ${templates}` : ''}.`,
    found: (errors, warnings) =>
      `${[errors > 0 ? `${plural(errors, 'error')} to correct` : '', warnings > 0 ? `${plural(warnings, 'finding')} to explain` : ''].filter((part) => part !== '').join(', ')}.`,
    explained: (count) =>
      `${plural(count, 'more finding')} already explained by you will be reviewed by this office; nothing need be sent again.`,
    undecidable: (count) =>
      `${plural(count, 'place')} could not be checked for want of data and will be once the data are complete.`,
    progress: (period, rate, time, gap, side) =>
      `By the end of ${period} you had spent ${rate} of the budget, ${
        {
          behind: `${gap} percentage points below time progress (${time})`,
          ahead: `${gap} percentage points above time progress (${time})`,
          level: `on time progress (${time})`,
        }[side]
      }.`,
    notInRate: (count, names) =>
      `${plural(count, 'more project')}, whose budget or spending is missing, unreadable or doubtful, ${count === 1 ? 'is' : 'are'} not in that rate: ${names.join(', ')}${count > names.length ? ' and others' : ''}.`,
    classifiedProject: 'a classified project',
    missing: (templates) => `Not received: ${templates}.`,
    columns: {
      number: 'No.',
      place: 'Place',
      problem: 'Problem',
      remedy: 'How to put it right',
      basis: 'Basis',
    },
    ownRule: (rule) => `rule ${rule}`,
    classified: 'Classified project; not described here. Please verify at the place given',
    more: (count, list) => `${count} more are listed in ${list}.`,
    todo: {
      correctLead: 'Correct and hand in again.',
      correct:
        'Verify against vouchers and the system; correct what is wrong in the original table and hand it in again under a new name. No value of yours was changed.',
      correctAttached:
        'In the marked workbooks attached, red cells are to be corrected and yellow ones explained.',
      explainLead: 'Explain each finding.',
      explain: 'State the amount, the reason, the expected date of spending and what becomes of the rest.',
      explainAttached:
        'You may write under “Explanation” on the sheet “Review” of the marked workbook and send it back.',
      financeLead: 'Money not yet released.',
      finance:
        'The finance side checks and releases it. State “allotment not released”; it does not count as slow spending.',
      handInLead: 'Use the official forms.',
      handIn:
        'Fill in the forms issued and hand them in as .xlsx; if you have done so, say when and under which names.',
      deadlineLead: 'Deadline.',
      deadline: (day) => `Please answer by ${day}.`,
    },
    attachment: 'Attached: ',
    marked: (name) => `${name} (marked)`,
  },
  circular: {
    title: (period) => `Circular on Budget Execution Progress, ${period}`,
    draft: '(Draft)',
    addressee: 'To all budget units:',
    intro: (day) => `From the tables received as of ${day}, budget execution stands as follows.`,
    headings: {
      overall: 'Overall',
      ranking: 'Progress by unit',
      behind: 'Units below time progress',
      missing: 'What was handed in',
      projects: 'Projects with most money behind',
      todo: 'What is asked',
      sources: 'Annex: where the figures come from',
    },
    totals: (units, projects, budget, released, spent, releaseRate, allotmentRate) =>
      `${plural(units, 'unit')} with ${plural(projects, 'project')} are summed up: revised budget ${budget}, released ${released}, spent ${spent} (10,000 yuan); ${releaseRate} of the budget was released, and ${allotmentRate} of that spent.`,
    findings: (returned, errors, warnings) =>
      `${plural(returned, 'unit')} must correct tables (${plural(errors, 'error')}) and ${plural(warnings, 'finding')} need explaining; the units have been told separately.`,
    incomplete: (failures) =>
      `The program failed in ${plural(failures, 'place')}: the conclusions are incomplete, and this must be mended before the circular goes out.`,
    rank: 'Rank',
    againstTime: 'Against time (pct. pts)',
    noRate: (units) => `Units without figures to compute progress from: ${units}.`,
    behind: (time, count, units) => `${plural(count, 'unit')} below time progress (${time}): ${units}.`,
    behindUnit: (unit, rate, gap) => `${unit} (${rate}, ${gap} points below)`,
    noneBehind: (time) => `No unit is below time progress (${time}).`,
    missing: (count, units) => `${plural(count, 'unit')} handed in nothing: ${units}.`,
    missingUnit: (unit, templates) => `${unit} (${templates})`,
    incompleteSets: (count, units) => `${plural(count, 'unit')} handed in an incomplete set: ${units}.`,
    unread: (count, units) => `The files of ${plural(count, 'unit')} could not be read: ${units}.`,
    allIn: 'Every unit of the roster handed in.',
    noRoster: 'No roster was given: nobody is counted missing.',
    topOf: (shown, all, workbook) => `The ${shown} largest of ${all}; the others are in ${workbook}.`,
    lag: 'Amount behind',
    notReleased: 'Not released',
    turn: 'Whose turn',
    turns: {
      finance: 'finance side: release',
      nobody: 'pay when due',
      surplus: 'unit: reallocate or return',
      unit: 'unit: pay',
      verify: 'to verify',
    },
    todo: {
      financeLead: 'Release the money.',
      finance: (projects, amount) =>
        `${plural(projects, 'project')} are behind mainly because ${amount} (10,000 yuan) was not released: the finance side checks each and releases what can be released.`,
      unitsLead: 'Verify the reasons.',
      units:
        'Units with projects behind verify each reason and state the expected date and what becomes of the rest; what cannot be spent is proposed for reallocation or return.',
      deadlineLead: 'Deadline.',
      deadline: (day) => `What is to be corrected, explained or handed in is due by ${day}.`,
      ownDeadline: 'What is to be corrected, explained or handed in is due as each unit’s notice says.',
    },
    sources: {
      intro: (list) =>
        `Amounts in 10,000 yuan. Cells are those of the files handed in; the fingerprints of the files are in ${list}.`,
      figure: 'Figure',
      value: 'Value',
      source: 'Source or computation',
      sumOf: (projects) => `sum of ${plural(projects, 'project')}`,
      quotient: (part, whole) => `${part} ÷ ${whole}`,
      quotientOfKnown: (part, whole) => `${part} ÷ ${whole}, of projects that have both`,
      timeProgress: (policy) => `time progress of the settings “${policy}”`,
      gap: 'execution rate − time progress',
      lag: 'revised budget × time progress − spent, of the projects behind only',
      behind: 'units whose execution rate is below time progress',
      missing: 'roster compared with the files received',
      findings: 'each is listed with file, sheet and cell in the list of anomalies',
      behindUnits: 'Units below time progress',
      missingUnits: 'Units that handed in nothing',
      returnedUnits: 'Returned (units / errors)',
    },
  },
};

/** A sentence of another report as official documents in Chinese print it: figures without spaces around them. */
export function tight(sentence: string): string {
  return sentence.replace(
    /(?<=[\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFFEF]) (?=\d)|(?<=[\d%]) (?=[\u4E00-\u9FFF])/g,
    '',
  );
}

/** The names of official templates, in the order given; one without a name by its id. */
export function templateNames(ids: readonly string[], language: Language): string {
  const { templates } = labelsOf(language);
  return ids.map((id) => templates[id] ?? id).join(noticeWords(language).list);
}

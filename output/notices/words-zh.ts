import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import type { NoticeWords } from './words.ts';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The words of notices and of the circular in Chinese. */
export const chinese: NoticeWords = {
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

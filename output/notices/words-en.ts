import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import { monthNames, plural } from '../english.ts';
import type { NoticeWords } from './words.ts';

/** The words of notices and of the circular in English. */
export const english: NoticeWords = {
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

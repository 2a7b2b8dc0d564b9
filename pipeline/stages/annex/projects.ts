import { figureOf } from '../../model/facts.ts';
import { saysUnmet } from '../../model/goal-result.ts';
import { listOf } from '../../model/list-of.ts';
import { projectIndex } from '../../model/project-key.ts';
import type { AnnexLine } from '../../model/report.ts';
import { amountOf, placeOf, projectOf, type Row } from '../../model/submission.ts';
import type { Text } from '../../model/text.ts';
import { textIn } from '../../model/text-in.ts';
import { countOfPicked, countOfRows } from './counts.ts';
import { type AnnexDesk, claims, claimTerm, rowsOf, type Section } from './desk.ts';
import { type Computed, countLines, moneyLines, pieces } from './line.ts';
import { lessOf, sumOfRows } from './sums.ts';

/** 绩效目标: how many projects had goals, how many met them, and the money of both (T17, T01). */
export function projectsSection(desk: AnnexDesk): Section {
  const rows = rowsOf(desk, 'T17', 'projects');
  const unmet = rows.filter((row) => !row.classified && saysUnmet(textIn(row, 'result') ?? ''));
  const met = rows.filter((row) => !unmet.includes(row));
  const unmetCount = rows.length === 0 ? null : countOfPicked(unmet, 'projectName');
  const scheduled = rowsOf(desk, 'T01', 'projects');
  const all = sumOfRows(scheduled, 'adjustedBudget');
  const ofUnmet = moneyOf(unmet, scheduled);
  return {
    code: 'projects',
    title: { zh: '绩效目标实现情况', en: 'Projects and their goals' },
    needs: ['T17', 'T01'],
    lines: [
      ...countLines(
        { zh: '绩效目标项目总数', en: 'Projects with goals' },
        pieces,
        countOfRows(rows, 'projectName'),
        claims(desk, 'goals', desk.year),
        { note: numbersMissing(rows) },
      ),
      ...countLines(
        { zh: '实现目标项目数', en: 'Projects that met their goals' },
        pieces,
        without(countOfRows(rows, 'projectName'), unmetCount),
        claims(desk, 'goalsMet', desk.year),
        { note: classifiedIn(met) },
      ),
      ...moneyLines(
        { zh: '实现目标项目金额', en: 'Money of projects that met their goals' },
        lessOf(all, ofUnmet),
        claims(desk, 'goalsMetAmount', desk.year),
      ),
      ...countLines(
        { zh: '未完成项目数', en: 'Projects that missed their goals' },
        pieces,
        unmetCount,
        claims(desk, 'goalsMissed', desk.year),
        { note: namesOf(unmet) },
      ),
      ...moneyLines(
        { zh: '未完成项目金额', en: 'Money of projects that missed their goals' },
        ofUnmet,
        claims(desk, 'goalsMissedAmount', desk.year),
      ),
      ...bands(desk, rows),
    ],
  };
}

function without(all: Computed | null, some: Computed | null): Computed | null {
  if (all === null || some === null) return null;
  const value = all.value - some.value;
  return { value, trace: `${all.value} − ${some.value} = ${value}`, where: [...all.where, ...some.where] };
}

/** 序号 1 to 53 and 52 rows: the number that is missing. A wide gap is another way of numbering. */
function numbersMissing(rows: readonly Row[]): Text | null {
  const numbers = rows
    .map((row) => row.values.seq)
    .filter((seq) => typeof seq === 'number')
    .toSorted((one, other) => one - other);
  const missing: string[] = [];
  for (const [index, number] of numbers.entries()) {
    const before = numbers[index - 1] ?? number;
    if (number - before > widestGap) return null;
    for (let each = before + 1; each < number; each += 1) missing.push(String(each));
  }
  if (missing.length === 0) return null;
  const list = listOf(missing);
  return { zh: `序号缺 ${list.zh}。`, en: `Number ${list.en} is missing.` };
}

const widestGap = 20;

function classifiedIn(rows: readonly Row[]): Text | null {
  const { length } = rows.filter(({ classified }) => classified);
  if (length === 0) return null;
  return {
    zh: `其中涉密 ${length} 个，实现情况未核对。`,
    en: `${length} of them classified, results not looked at.`,
  };
}

function namesOf(rows: readonly Row[]): Text | null {
  if (rows.length === 0) return null;
  const list = listOf(
    rows.map((row) => textIn(row, 'projectName') ?? ''),
    8,
  );
  return { zh: `实现情况写明未完成的：${list.zh}。`, en: `Said to be unmet: ${list.en}.` };
}

/** The budget of projects by the schedule; null when one of them is not in it, or twice. */
function moneyOf(rows: readonly Row[], scheduled: readonly Row[]): Computed | null {
  if (rows.length === 0 || scheduled.length === 0) return null;
  const index = projectIndex(scheduled, projectOf);
  const found = rows.flatMap((row) => {
    const project = projectOf(row);
    const same = project === null ? [] : index.of(project);
    const [only] = same;
    return same.length === 1 && only !== undefined && amountOf(only, 'adjustedBudget') !== null ? [only] : [];
  });
  return found.length === rows.length ? sumOfRows(found, 'adjustedBudget') : null;
}

/** What the mid-year monitoring said of how far goals were reached, and whether its bands hold all projects. */
function bands(desk: AnnexDesk, rows: readonly Row[]): readonly AnnexLine[] {
  const codes = ['goalsHalf', 'goals30To50', 'goalsBelow30', 'notStarted'] as const;
  const facts = codes.flatMap((code) => claims(desk, code, desk.year));
  const each = codes.flatMap((code) => {
    const own = claims(desk, code, desk.year);
    const name = own[0]?.written ?? '';
    return countLines({ zh: `上半年监控：${name}`, en: `Mid-year monitoring: ${name}` }, pieces, null, own, {
      note: noMidYear,
    });
  });
  if (facts.length < 2 || rows.length === 0) return each;
  const sum = facts.reduce((all, fact) => all + (figureOf(fact) ?? 0), 0);
  const gap = sum - rows.length;
  return [
    ...each,
    {
      item: { zh: '上半年监控：各档项目数合计', en: 'Mid-year monitoring: all bands' },
      unit: pieces,
      computed: String(rows.length),
      stated: String(sum),
      difference: gap === 0 ? null : String(gap),
      verdict: gap === 0 ? 'agrees' : 'differs',
      trace: `${facts.map(claimTerm).join(' + ')} = ${sum}`,
      where: countOfRows(rows, 'projectName')?.where.slice() ?? [],
      statedAt: facts[0] === undefined ? null : placeOf(facts[0].row, 'value'),
      note: shareOfAll(desk, sum),
    },
  ];
}

/** The narrative's own number of projects, which its bands ought to hold. */
function shareOfAll(desk: AnnexDesk, sum: number): Text | null {
  const total = claims(desk, 'goals', desk.year)[0];
  const all = total === undefined ? null : figureOf(total);
  if (all === null || all === sum) return null;
  return {
    zh: `叙述称项目 ${all} 个，各档合计 ${sum} 个，${all - sum} 个不在任何一档（30%—50%一档未列）。`,
    en: `The narrative speaks of ${all} projects; ${all - sum} are in no band (30 to 50 % is not listed).`,
  };
}

const noMidYear: Text = {
  zh: '上半年的绩效运行监控表不在本次报送中，无法核对。',
  en: 'The monitoring tables of June are not in this batch.',
};

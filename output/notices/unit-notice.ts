import { isSummed } from '../../pipeline/model/is-summed.ts';
import { percent, pointsApart } from '../../pipeline/model/money.ts';
import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import type { Finding, LongListing, ProgressRow, WrittenReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import type { IsClassified } from '../classified.ts';
import { findingText } from '../finding-columns.ts';
import { excerpt } from '../html/figures.ts';
import { laggingProjects } from '../html/lag.ts';
import { labelsOf } from '../labels.ts';
import { firstOf } from '../picked.ts';
import { placesIn } from '../ranking.ts';
import {
  addressee,
  attachments,
  type Column,
  heading,
  paragraph,
  signature,
  tableOf,
  titleOf,
} from './official-page.ts';
import { packDocument } from './pack.ts';
import type { ToAnswer } from './to-answer.ts';
import { turnFor } from './turn.ts';
import { type NoticeWords, noticeWords, templateNames } from './words.ts';

/** More rows than these nobody works through on paper; the others are in the marked workbooks and the list. */
const rowsPrinted = 60;

/**
 * 「整改通知单.docx」: what one unit is asked to correct or explain, by when, with its marked workbooks as attachments.
 *
 * @param marked names of the workbooks that lie beside the notice
 */
export async function unitNotice(
  report: WrittenReport,
  asked: ToAnswer,
  marked: readonly string[],
  isClassified: IsClassified,
  language: Language,
): Promise<Uint8Array> {
  const words = noticeWords(language);
  const { notice: say } = words;
  const { unit, toCorrect, toExplain } = asked;
  const { asOf, period, office } = report.run;
  const month = labelsOf(language).period(yearOf(period), monthOf(period));
  const isMissing = unit.state === 'missing';
  const kind = isMissing ? 'missing' : toCorrect.length > 0 ? 'correct' : 'explain';
  const title = say.titles[kind](month);
  let position = 0;
  const numbered = (text: string) => {
    position += 1;
    return heading(words.number(position, text));
  };
  const table = (findings: LongListing<Finding>) => [
    tableOf(columnsOf(words), rowsOf(findings, isClassified, language)),
    ...(findings.length > rowsPrinted
      ? [paragraph(say.more(findings.length - rowsPrinted, labelsOf(language).fileNames.list))]
      : []),
  ];
  const asks = todo(asked, marked, words);
  const content = [
    ...titleOf(title),
    addressee(say.addressee(unit.unit)),
    paragraph((isMissing ? say.introMissing : say.intro)(month, words.day(asOf))),
    numbered(say.headings.checked),
    ...checked(asked, month, language).map((text) => paragraph(text)),
    ...(toCorrect.length === 0 || isMissing ? [] : [numbered(say.headings.toCorrect), ...table(toCorrect)]),
    ...(toExplain.length === 0 ? [] : [numbered(say.headings.toExplain), ...table(toExplain)]),
    numbered(say.headings.todo),
    ...asks.map(([lead, text], index) =>
      paragraph(text, words.lead(index + 1, lead), index === asks.length - 1),
    ),
    ...attachments(say.attachment, marked.map(say.marked)),
    ...signature(office, words.day(null)),
  ];
  return packDocument({ title, language, content });
}

/** What was received and checked, where the unit stands, what could not be checked. */
function checked(
  { unit, submissions, progress, toCorrect, toExplain, explained }: ToAnswer,
  month: string,
  language: Language,
): readonly string[] {
  const { notice: say, space } = noticeWords(language);
  const missing = unit.missing.length === 0 ? [] : [say.missing(templateNames(unit.missing, language))];
  if (unit.state === 'missing') return missing;
  const tables = submissions.filter((one) => one.status === 'checked');
  const templates = [...new Set(tables.flatMap(({ template }) => template ?? []))];
  const { rate, timeProgress } = unit;
  const paragraphs = [
    [
      say.received(unit.files, tables.length, templateNames(templates, language)),
      say.found(placesIn(toCorrect), placesIn(toExplain)),
    ].join(space),
  ];
  if (rate !== null) {
    const apart = pointsApart(rate, timeProgress);
    const side = apart < 0 ? 'behind' : apart > 0 ? 'ahead' : 'level';
    const left = [...progress].filter((row) => !isSummed(row));
    const names = left.slice(0, projectsNamed).map((row) => nameOf(row, say.classifiedProject));
    paragraphs.push(
      [
        say.progress(month, percent(rate, 1), percent(timeProgress, 1), Math.abs(apart).toFixed(1), side),
        ...(left.length === 0 ? [] : [say.notInRate(left.length, names)]),
      ].join(space),
    );
  }
  paragraphs.push(...missing);
  const left = [
    ...(explained > 0 ? [say.explained(explained)] : []),
    ...(unit.undecidable > 0 ? [say.undecidable(unit.undecidable)] : []),
  ];
  if (left.length > 0) paragraphs.push(left.join(space));
  return paragraphs;
}

/** Projects a sentence names; the list of projects has all of them. */
const projectsNamed = 5;

function nameOf({ classified, project }: ProgressRow, hidden: string): string {
  return classified ? hidden : excerpt(project.name ?? project.code ?? '', 80);
}

/** What is asked, each with its lead. */
function todo(
  { unit, progress, toCorrect, toExplain }: ToAnswer,
  marked: readonly string[],
  words: NoticeWords,
): readonly (readonly [string, string])[] {
  const { todo: say } = words.notice;
  const together = (always: string, withMarked: string) =>
    marked.length === 0 ? always : `${always}${words.space}${withMarked}`;
  const asks: (readonly [string, string])[] = [];
  if (unit.state === 'missing') asks.push([say.handInLead, say.handIn]);
  else if (toCorrect.length > 0) asks.push([say.correctLead, together(say.correct, say.correctAttached)]);
  if (toExplain.length > 0) asks.push([say.explainLead, together(say.explain, say.explainAttached)]);
  const own = laggingProjects(progress);
  if ([...own].some((project) => turnFor(project.row, project) === 'finance'))
    asks.push([say.financeLead, say.finance]);
  asks.push([say.deadlineLead, say.deadline(words.day(unit.answerBy))]);
  return asks;
}

function columnsOf({ notice: { columns } }: NoticeWords): readonly Column[] {
  return [
    { heading: columns.number, width: 10, align: 'centre' },
    { heading: columns.place, width: 36, align: 'left' },
    { heading: columns.problem, width: 46, align: 'left' },
    { heading: columns.remedy, width: 38, align: 'left' },
    { heading: columns.basis, width: 26, align: 'left' },
  ];
}

function rowsOf(
  findings: LongListing<Finding>,
  isClassified: IsClassified,
  language: Language,
): readonly (readonly string[])[] {
  return firstOf(findings, rowsPrinted).map((finding, index) => {
    const hidden = isClassified(finding.unit, finding.project);
    return [
      String(index + 1),
      findingText(finding, 'place', language),
      hidden ? noticeWords(language).notice.classified : problemOf(finding, language),
      hidden ? '' : excerpt(findingText(finding, 'remedy', language)),
      excerpt(basisOf(finding) ?? noticeWords(language).notice.ownRule(finding.rule), 120),
    ];
  });
}

/**
 * The documents a rule rests on. Defaults of ours and what can be set are the bureau's own affair, and no basis to a unit
 * that is asked to correct something; null where there is nothing else.
 */
function basisOf({ basis }: Finding): string | null {
  const [first = '', ...others] = basis.source.replace(/（[^（）]*本工具[^（）]*）/g, '').split('；');
  if (isOurs(first)) return null;
  return [first, ...others.filter((clause) => !isOurs(clause))].join('；');
}

function isOurs(clause: string): boolean {
  return /本工具|可在参数中调整/.test(clause);
}

/** The problem, under the name of its project where the sentence does not name it. */
function problemOf(finding: Finding, language: Language): string {
  const problem = excerpt(findingText(finding, 'problem', language));
  const name = finding.project?.name ?? null;
  return name === null || problem.includes(name) ? problem : `${excerpt(name, 80)}\n${problem}`;
}

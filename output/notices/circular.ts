import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import type { Amounts, LongListing, UnitSummary, WrittenReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { excerpt, gap, rate, wan } from '../html/figures.ts';
import { type LaggingProject, laggingProjects } from '../html/lag.ts';
import { absent, type Labels, labelsOf } from '../labels.ts';
import { notSummedText } from '../not-summed.ts';
import { firstOf } from '../picked.ts';
import { countOf, projectsIn } from '../projects.ts';
import { concentrationOf, errorsReturned, isBehind, rankedUnits } from '../ranking.ts';
import { lampShapes } from '../signs.ts';
import {
  addressee,
  type BodyPart,
  type Column,
  emptyLine,
  heading,
  noteAbove,
  paragraph,
  signature,
  tableOf,
  titleOf,
} from './official-page.ts';
import { packDocument } from './pack.ts';
import { sourceRows } from './source-rows.ts';
import { tight } from './tight.ts';
import { unitsToAnswer } from './to-answer.ts';
import { turnFor } from './turn.ts';
import { type NoticeWords, noticeWords, templateNames } from './words.ts';

/** Everything the parts of the circular are written from. */
export interface Circular {
  readonly report: WrittenReport;
  readonly language: Language;
  readonly labels: Labels;
  readonly words: NoticeWords;
  /** Units with a rate, highest first. */
  readonly ranked: readonly UnitSummary[];
  /** Of those the ones below time progress, the lowest first. */
  readonly behind: readonly UnitSummary[];
  /** Projects behind time progress, most money first. */
  readonly lagging: LongListing<LaggingProject>;
}

/** Projects printed one by one; the workbook has them all. */
export const projectsPrinted = 10;

/** 「支出进度通报（初稿）.docx」: the month's progress as a draft to circulate, with the source of each figure on its last pages. */
export async function circular(report: WrittenReport, language: Language): Promise<Uint8Array> {
  const ranked = rankedUnits(report.units).filter((unit) => unit.rate !== null);
  const draft: Circular = {
    report,
    language,
    labels: labelsOf(language),
    words: noticeWords(language),
    ranked,
    behind: ranked.filter(isBehind).toReversed(),
    lagging: laggingProjects(report.progress),
  };
  const { words } = draft;
  const { circular: say } = words;
  const { period, asOf, office } = report.run;
  const title = say.title(draft.labels.period(yearOf(period), monthOf(period)));
  const content = [
    ...titleOf(title, say.draft),
    addressee(say.addressee),
    paragraph(say.intro(words.day(asOf))),
    heading(words.number(1, say.headings.overall)),
    ...overall(draft),
    heading(words.number(2, say.headings.ranking)),
    ...ranking(draft),
    heading(words.number(3, say.headings.behind)),
    paragraph(behindTime(draft)),
    heading(words.number(4, say.headings.missing)),
    ...handedIn(draft).map((text) => paragraph(text)),
    heading(words.number(5, say.headings.projects)),
    ...projects(draft),
    heading(words.number(6, say.headings.todo)),
    ...todo(draft),
    ...signature(office, words.day(null)),
    heading(say.headings.sources, true),
    paragraph(say.sources.intro('run.json')),
    tableOf(
      [
        { heading: say.sources.figure, width: 44, align: 'left' },
        { heading: say.sources.value, width: 28, align: 'right' },
        { heading: say.sources.source, width: 84, align: 'left' },
      ],
      sourceRows(draft),
    ),
    emptyLine(),
  ];
  return packDocument({ title, language, content });
}

function overall({ report, labels, words, language }: Circular): readonly BodyPart[] {
  const { circular: say } = words;
  const { summary } = report;
  const { total } = summary;
  const { summed } = projectsIn(report.progress);
  const paragraphs = [tight(summary.sentence[language])];
  if (total.rate !== null) {
    paragraphs.push(
      say.totals(
        summed.size,
        countOf(summed),
        wan(total.budget),
        wan(total.released),
        wan(total.spent),
        rate(total.releaseRate),
        rate(total.allotmentRate),
      ),
    );
    const left = notSummedText(report, language);
    if (left !== null) paragraphs.push(tight(left));
    const concentration = concentrationOf(report.progress);
    paragraphs.push(
      concentration === null
        ? labels.sentences.noLag
        : tight(
            labels.sentences.concentration(
              concentration.few,
              concentration.all,
              rate(concentration.share),
              wan(concentration.amount),
            ),
          ),
    );
  }
  if (summary.returnedUnits + summary.findings.warning > 0)
    paragraphs.push(say.findings(summary.returnedUnits, errorsReturned(report), summary.findings.warning));
  if (summary.failures > 0) paragraphs.push(say.incomplete(summary.failures));
  return paragraphs.map((text) => paragraph(text));
}

function ranking({ report, labels, words, ranked }: Circular): readonly BodyPart[] {
  const { circular: say } = words;
  const heads = labels.progress;
  if (ranked.length === 0) return [paragraph(labels.sentences.noProgress)];
  const columns: readonly Column[] = [
    { heading: say.rank, width: 12, align: 'centre' },
    { heading: heads.unit, width: 39, align: 'left' },
    { heading: heads.budget, width: 24, align: 'right' },
    { heading: heads.spent, width: 24, align: 'right' },
    { heading: heads.rate, width: 19, align: 'right' },
    { heading: say.againstTime, width: 19, align: 'right' },
    { heading: heads.lamp, width: 19, align: 'centre' },
  ];
  const row = (place: string, name: string, amounts: Amounts) => [
    place,
    excerpt(name, 60),
    wan(amounts.budget),
    wan(amounts.spent),
    rate(amounts.rate),
    gap(amounts.rate, amounts.timeProgress),
    amounts.lamp === null ? absent : `${lampShapes[amounts.lamp]}${labels.lamp[amounts.lamp]}`,
  ];
  const without = report.units.filter((unit) => unit.rate === null && unit.state !== 'missing');
  return [
    noteAbove(labels.amountUnit),
    tableOf(columns, [
      row(absent, labels.total, report.summary.total),
      ...ranked.map((unit) => row(String(rankOf(unit, ranked)), unit.unit, unit)),
    ]),
    ...(without.length === 0 ? [] : [paragraph(say.noRate(named(without, words)))]),
  ];
}

/** Units with the same rate share a rank. */
function rankOf(unit: UnitSummary, ranked: readonly UnitSummary[]): number {
  return ranked.findIndex((other) => other.rate === unit.rate) + 1;
}

function behindTime({ report, words, behind }: Circular): string {
  const { circular: say } = words;
  const time = rate(report.run.timeProgress);
  if (behind.length === 0) return say.noneBehind(time);
  const units = behind.map((unit) =>
    say.behindUnit(
      excerpt(unit.unit, 60),
      rate(unit.rate),
      gap(unit.rate, unit.timeProgress).replace(/^-/, ''),
    ),
  );
  return say.behind(time, behind.length, units.join(words.list));
}

/** Who handed in nothing, not everything, or nothing that could be read. */
function handedIn({ report, words, language }: Circular): readonly string[] {
  const { circular: say } = words;
  if (!report.run.roster) return [say.noRoster];
  const withTables = (units: readonly UnitSummary[]) =>
    units
      .map((unit) => say.missingUnit(excerpt(unit.unit, 60), templateNames(unit.missing, language)))
      .join(words.list);
  const missing = report.units.filter(({ state }) => state === 'missing');
  const unread = report.units.filter(({ state }) => state === 'unread');
  const incomplete = report.units.filter(
    (unit) => !['missing', 'unread'].includes(unit.state) && unit.missing.length > 0,
  );
  const sentences = [
    ...(missing.length > 0 ? [say.missing(missing.length, withTables(missing))] : []),
    ...(unread.length > 0 ? [say.unread(unread.length, named(unread, words))] : []),
    ...(incomplete.length > 0 ? [say.incompleteSets(incomplete.length, withTables(incomplete))] : []),
  ];
  return sentences.length === 0 ? [say.allIn] : sentences;
}

function projects({ labels, words, lagging }: Circular): readonly BodyPart[] {
  const { circular: say } = words;
  const heads = labels.progress;
  if (lagging.length === 0) return [paragraph(labels.sentences.noLag)];
  const columns: readonly Column[] = [
    { heading: heads.number, width: 10, align: 'centre' },
    { heading: heads.unit, width: 22, align: 'left' },
    { heading: heads.project, width: 24, align: 'left' },
    { heading: say.lag, width: 17, align: 'right' },
    { heading: say.notReleased, width: 18, align: 'right' },
    { heading: heads.rate, width: 19, align: 'right' },
    { heading: heads.reason, width: 28, align: 'left' },
    { heading: say.turn, width: 18, align: 'left' },
  ];
  const rows = firstOf(lagging, projectsPrinted).map((project, index) => {
    const { row } = project;
    return [
      String(index + 1),
      excerpt(row.unit, 60),
      row.classified ? heads.classified : excerpt(row.project.name ?? row.project.code ?? absent, 80),
      wan(project.behind),
      wan(project.notReleased),
      rate(row.rate),
      row.classified || row.reason === null ? absent : excerpt(row.reason, 80),
      say.turns[turnFor(row, project)],
    ];
  });
  return [
    noteAbove(labels.amountUnit),
    tableOf(columns, rows),
    ...(lagging.length > projectsPrinted
      ? [paragraph(say.topOf(projectsPrinted, lagging.length, labels.fileNames.workbook))]
      : []),
  ];
}

function todo({ report, words, lagging }: Circular): readonly BodyPart[] {
  const { todo: say } = words.circular;
  let finance = 0;
  let notReleased = 0;
  for (const project of lagging) {
    if (turnFor(project.row, project) !== 'finance') continue;
    finance += 1;
    notReleased += project.notReleased ?? 0;
  }
  const days = new Set(unitsToAnswer(report).map(({ unit }) => unit.answerBy));
  const [day = null] = days;
  const asks: (readonly [string, string])[] = [];
  if (finance > 0) asks.push([say.financeLead, say.finance(finance, wan(notReleased))]);
  if (lagging.length > finance) asks.push([say.unitsLead, say.units]);
  asks.push([say.deadlineLead, days.size > 1 ? say.ownDeadline : say.deadline(words.day(day))]);
  return asks.map(([lead, text], index) =>
    paragraph(text, words.lead(index + 1, lead), index === asks.length - 1),
  );
}

function named(units: readonly UnitSummary[], words: NoticeWords): string {
  return units.map(({ unit }) => excerpt(unit, 60)).join(words.list);
}

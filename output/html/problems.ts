import { addressText } from '../../pipeline/model/address-text.ts';
import type { Finding, LongListing } from '../../pipeline/model/report.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { firstOf, picked } from '../picked.ts';
import { inRankOrder, ranksIn } from '../ranking.ts';
import { excerpt, wan } from './figures.ts';
import { severityMark } from './lamps.ts';
import { html, type Markup } from './markup.ts';
import { type Page, passedPlaces, ruleTitle, unitNumber } from './page.ts';
import { placesText, projectName, sheetAndCell, unitName } from './places.ts';

/** Cases of a rule that are always open; the script folds the others. */
const openCases = 5;
/**
 * Bytes that cases in full may take on the whole page, some 900 of the usual length; beyond, a rule's further cases
 * are listed by their places, so that ten thousand still open.
 */
const bytesInFull = 600_000;
/** Lines of places on the whole page, shared by the rules that have them: a browser takes seconds to lay out more. */
const linesListed = 10_000;
/** Places of one unit under one rule that are listed. */
const placesListed = 20;

/** The failing findings, by rule: what is wrong, how often, with how much money, where, and how to put it right. */
export function problemsSection(page: Page): Markup {
  const { words, labels, report } = page;
  const groups = groupsOf(report.findings);
  const limit = casesInFull(groups);
  const shortened = groups.filter((group) => group.findings.length > limit).length;
  const printed = {
    limit,
    lines: Math.floor(linesListed / Math.max(1, shortened)),
    units: new Set<string>(),
  };
  const articles = groups.map((group) => ruleGroup(page, group, printed));
  return html`<section id="problems" aria-labelledby="problems-title">
<h2 id="problems-title">${words.sections.problems}</h2>
${
  groups.length === 0
    ? html`<p class="calm">${words.problems.none(passedPlaces(report.rules))}</p>`
    : html`<p class="soft">${words.problems.intro}</p>
${filters(page, groups, printed.units)}
${articles}
<p id="no-match" class="calm" hidden>${words.problems.noMatch}${shortened > 0 && html` ${words.problems.noMatchInPlaces(labels.fileNames.workbook)}`}</p>`
}
</section>
`;
}

/** How much of a rule's findings is printed. */
interface Printed {
  /** Cases in full. */
  readonly limit: number;
  /** Lines of places behind them. */
  readonly lines: number;
  /** Units that are spoken of; filled on the way. */
  readonly units: Set<string>;
}

/** The findings of one rule, most money first. */
interface Group {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly findings: LongListing<Finding>;
  readonly atStake: number | null;
  readonly severities: ReadonlySet<Finding['severity']>;
  /** The remedy when all cases have the same; it is then printed once. */
  readonly clears: Text | null;
}

const weight: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, notice: 2 };

function groupsOf(findings: LongListing<Finding>): readonly Group[] {
  interface Own {
    readonly indexes: number[];
    atStake: number | null;
    readonly severities: Set<Finding['severity']>;
    clears: Text | null;
  }
  const byRule = new Map<string, Own>();
  let index = -1;
  for (const { status, rule, severity, atStake, clears } of findings) {
    index += 1;
    if (status !== 'fail') continue;
    const own: Own = byRule.get(rule) ?? { indexes: [], atStake: null, severities: new Set(), clears };
    byRule.set(rule, own);
    own.indexes.push(index);
    own.severities.add(severity);
    if (atStake !== null) own.atStake = (own.atStake ?? 0) + Math.abs(atStake);
    if (own.clears?.zh !== clears.zh || own.clears.en !== clears.en) own.clears = null;
  }
  const byRank = inRankOrder(ranksIn(findings));
  return [...byRule]
    .map(([rule, { indexes, severities, ...own }]): Group => {
      const [severity = 'notice'] = [...severities].sort((one, other) => weight[one] - weight[other]);
      return { rule, severity, severities, findings: picked(findings, indexes.sort(byRank)), ...own };
    })
    .sort(
      (one, other) =>
        weight[one.severity] - weight[other.severity] || (other.atStake ?? -1) - (one.atStake ?? -1),
    );
}

/** How many cases every rule may print in full, so that all of them together stay within what a page can hold. */
function casesInFull(groups: readonly Group[]): number {
  const largest = Math.max(0, ...groups.map((group) => group.findings.length));
  let bytes = 0;
  for (let limit = openCases; limit < largest; limit += openCases) {
    for (const { findings } of groups) {
      for (let index = limit; index < Math.min(limit + openCases, findings.length); index += 1) {
        const finding = findings.at(index);
        if (finding !== undefined) bytes += bytesOf(finding);
      }
    }
    if (bytes > bytesInFull) return limit;
  }
  return Math.max(largest, openCases);
}

/** About what a case takes: three bytes a character of Chinese, and the markup around it. */
function bytesOf({ message, clears, explanation, trace }: Finding): number {
  let characters = 0;
  for (const text of [message.zh, clears.zh, explanation, trace])
    characters += Math.min(text?.length ?? 0, 400);
  return 3 * characters + 500;
}

/**
 * The controls; without script they would do nothing and are not shown.
 *
 * @param units what may be chosen
 */
function filters(page: Page, groups: readonly Group[], units: ReadonlySet<string>): Markup {
  const { words, labels, report } = page;
  const say = words.problems;
  const inOrder = [...new Set([...report.units.map(({ unit }) => unit), ...units])].filter((unit) =>
    units.has(unit),
  );
  const severities = (['error', 'warning', 'notice'] as const).filter((severity) =>
    groups.some((group) => group.severities.has(severity)),
  );
  return html`<form id="filters" class="filters scripted" role="search" aria-label="${say.filters}">
<label>${labels.finding.unit} <select id="by-unit"><option value="*">${say.all}</option>${inOrder.map((unit) => html`<option value="${unitNumber(page, unit)}">${unitName(page, unit)}</option>`)}</select></label>
<label>${labels.finding.severity} <select id="by-severity"><option value="*">${say.all}</option>${severities.map((severity) => html`<option value="${severity}">${labels.severity[severity]}</option>`)}</select></label>
<label>${labels.finding.rule} <select id="by-rule"><option value="*">${say.all}</option>${groups.map(({ rule }) => html`<option value="${rule}">${ruleTitle(page, rule)}</option>`)}</select></label>
<label>${say.search} <input id="by-words" type="search" placeholder="${say.searchHint}" autocomplete="off"></label>
<button type="reset">${say.clear}</button>
<output id="shown" aria-live="polite" data-words="${say.shown}"></output>
</form>`;
}

function ruleGroup(page: Page, group: Group, printed: Printed): Markup {
  const { words, labels, language } = page;
  const say = words.problems;
  const inFull = firstOf(group.findings, printed.limit);
  const [first] = inFull;
  if (first === undefined) return html``;
  for (const { unit } of inFull) printed.units.add(unit);
  const id = `rule-${group.rule.replace(/[^A-Za-z0-9-]/g, '')}`;
  const { clears } = group;
  const mixed = group.severities.size > 1;
  const folded = group.findings.length - openCases;
  const list = (cases: readonly Finding[], rest: boolean) => html`<ol class="cases${rest && ' rest'}">
${cases.map((finding) => caseItem(page, finding, mixed, clears === null))}</ol>`;
  return html`<article class="rule" data-rule="${group.rule}" data-severity="${group.severity}" aria-labelledby="${id}">
<header><h3 id="${id}">${ruleTitle(page, group.rule)}</h3>${severityMark(page, group.severity)} <b>${say.cases(group.findings.length)}</b>${group.atStake !== null && html` <span>${say.atStake(wan(group.atStake))}</span>`} <span class="code">${group.rule}</span></header>
<p>${first.basis.why[language]}</p>
<dl class="how">${clears !== null && html`<div><dt>${labels.finding.remedy}</dt><dd>${excerpt(clears[language])}</dd></div>`}<div><dt>${labels.finding.basis}</dt><dd>${first.basis.source}</dd></div></dl>
${list(inFull.slice(0, openCases), false)}
${inFull.length > openCases && list(inFull.slice(openCases), true)}
${group.findings.length > inFull.length && compactList(page, group, printed)}
${folded > 0 && html`<button type="button" class="more scripted" aria-expanded="false" data-less="${say.hideRest}">${say.showRest(folded)}</button><p class="not-printed">${say.notPrinted(folded, labels.fileNames.list)}</p>`}
</article>
`;
}

function caseItem(page: Page, finding: Finding, withSeverity: boolean, withRemedy: boolean): Markup {
  const { labels, language } = page;
  const hidden = page.classified(finding.unit, finding.project);
  const project = hidden ? labels.progress.classified : projectName(finding.project);
  const message = hidden ? ruleTitle(page, finding.rule) : excerpt(finding.message[language]);
  const details = detailsOf(page, finding, hidden);
  return html`<li data-unit="${unitNumber(page, finding.unit)}"${withSeverity && html` data-severity="${finding.severity}"`}>
<p class="who">${withSeverity && severityMark(page, finding.severity)}<b>${unitName(page, finding.unit)}</b>${project !== null && html` <span>${project}</span>`}${finding.atStake !== null && html` <span class="stake">${wan(finding.atStake)}</span>`}</p>
<p>${message}${finding.count > 1 && labels.sentences.alike(finding.count)}</p>
${details.length > 0 && html`<p class="soft details">${details}</p>`}
${withRemedy && html`<p>${labels.finding.remedy}${labels.colon}${excerpt(finding.clears[language])}</p>`}
${!hidden && finding.explanation !== null && html`<p class="said">${labels.finding.explanation}${labels.colon}${excerpt(finding.explanation)}</p>`}</li>
`;
}

/** Where it is, what was found and what should be there: the sum with its cells where there is one, else the figures. */
function detailsOf(page: Page, finding: Finding, hidden: boolean): readonly Markup[] {
  const { labels, words } = page;
  const heads = labels.finding;
  const details: Markup[] = [];
  if (finding.where.length > 0) details.push(html`<span>${placesText(page, finding.where)}</span> `);
  if (hidden) return details;
  const add = (head: string, value: string | null) => {
    if (value !== null)
      details.push(html`<span>${head} <span class="number">${excerpt(value, 160)}</span></span> `);
  };
  if (finding.trace === null) {
    add(heads.value, finding.value);
    add(heads.expected, finding.expected);
    add(heads.difference, finding.difference);
  } else {
    add(heads.trace, finding.trace);
  }
  add(words.problems.tolerance, finding.tolerance);
  add(words.problems.threshold, finding.threshold);
  return details;
}

/** Cases of one unit and severity that are printed by their places alone. */
interface Line {
  readonly unit: string;
  readonly severity: Finding['severity'];
  count: number;
  /** Of the first of them. */
  readonly places: (Place | undefined)[];
}

/** Many cases by their places alone, one line for each unit and severity, units in the report's order. */
function compactList(page: Page, { findings, severity: usual }: Group, printed: Printed): Markup {
  const { words, labels } = page;
  const lines = new Map<string, Line>();
  let index = -1;
  for (const { unit, severity, where } of findings) {
    index += 1;
    if (index < printed.limit) continue;
    const key = `${severity}\n${unit}`;
    const line = lines.get(key) ?? { unit, severity, count: 0, places: [] };
    lines.set(key, line);
    line.count += 1;
    if (line.places.length < placesListed) line.places.push(where[0]);
  }
  const inOrder = [...lines.values()].sort(
    (one, other) => unitNumber(page, one.unit) - unitNumber(page, other.unit),
  );
  const listed = inOrder.slice(0, printed.lines);
  const items = listed.map(({ unit, severity, count, places }) => {
    printed.units.add(unit);
    const own = severity !== usual && html` data-severity="${severity}"`;
    const more = count > placesListed && ` ${labels.sentences.morePlaces(count)}`;
    return html`<li data-unit="${unitNumber(page, unit)}"${own} data-count="${count}">${unitName(page, unit)}${labels.colon}${placesOf(page, places)}${more}</li>
`;
  });
  const left = inOrder.slice(printed.lines);
  const unlisted = left.reduce((sum, { count }) => sum + count, 0);
  return html`<div class="rest"><p class="soft">${words.problems.compact(findings.length - printed.limit, labels.fileNames.workbook)}</p>
<ul class="compact">
${items}${
  left.length > 0 &&
  html`<li data-count="${unlisted}">${words.problems.unlisted(unlisted, labels.fileNames.workbook)}</li>
`
}</ul></div>`;
}

type Place = Finding['where'][number];

/** Places as one line, a sheet named once where several follow each other in it. */
function placesOf(page: Page, places: readonly (Place | undefined)[]): string {
  const { words, labels, language } = page;
  const texts: string[] = [];
  let sheet: string | null = null;
  for (const place of places) {
    const sameSheet =
      place !== undefined && place.cell !== null && place.sheet !== null && place.sheet === sheet;
    const whole = place === undefined ? null : sheetAndCell(page, place);
    texts.push(sameSheet ? addressText(place.cell ?? '')[language] : (whole ?? labels.wholeFile));
    sheet = place?.sheet ?? null;
  }
  return texts.join(words.listSeparator);
}

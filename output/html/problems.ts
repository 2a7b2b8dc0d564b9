import { addressText } from '../../pipeline/model/address-text.ts';
import type { Finding } from '../../pipeline/model/report.ts';
import type { Text } from '../../pipeline/model/text.ts';
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
/** Places of one unit under one rule that are listed. */
const placesListed = 20;

/** The failing findings, by rule: what is wrong, how often, with how much money, where, and how to put it right. */
export function problemsSection(page: Page): Markup {
  const { words, labels, report } = page;
  const groups = groupsOf(report.findings.filter((finding) => finding.status === 'fail'));
  const limit = casesInFull(groups);
  const shortened = groups.some((group) => group.findings.length > limit);
  return html`<section id="problems" aria-labelledby="problems-title">
<h2 id="problems-title">${words.sections.problems}</h2>
${
  groups.length === 0
    ? html`<p class="calm">${words.problems.none(passedPlaces(report.rules))}</p>`
    : html`<p class="soft">${words.problems.intro}</p>
${filters(page, groups)}
${groups.map((group) => ruleGroup(page, group, limit))}
<p id="no-match" class="calm" hidden>${words.problems.noMatch}${shortened && html` ${words.problems.noMatchInPlaces(labels.fileNames.workbook)}`}</p>`
}
</section>
`;
}

/** The findings of one rule, most money first. */
interface Group {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly findings: readonly Finding[];
  readonly atStake: number | null;
}

const weight: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, notice: 2 };

function groupsOf(findings: readonly Finding[]): readonly Group[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byRule.get(finding.rule);
    if (known === undefined) byRule.set(finding.rule, [finding]);
    else known.push(finding);
  }
  const groups: Group[] = [];
  for (const [rule, cases] of byRule) {
    cases.sort(
      (one, other) => weight[one.severity] - weight[other.severity] || moneyOf(other) - moneyOf(one),
    );
    let atStake: number | null = null;
    for (const finding of cases) {
      if (finding.atStake !== null) atStake = (atStake ?? 0) + Math.abs(finding.atStake);
    }
    groups.push({ rule, severity: cases[0]?.severity ?? 'notice', findings: cases, atStake });
  }
  return groups.sort(
    (one, other) =>
      weight[one.severity] - weight[other.severity] || (other.atStake ?? -1) - (one.atStake ?? -1),
  );
}

function moneyOf(finding: Finding): number {
  return finding.atStake === null ? -1 : Math.abs(finding.atStake);
}

/** How many cases every rule may print in full, so that all of them together stay within what a page can hold. */
function casesInFull(groups: readonly Group[]): number {
  const largest = Math.max(0, ...groups.map((group) => group.findings.length));
  let bytes = 0;
  for (let limit = openCases; limit < largest; limit += openCases) {
    for (const { findings } of groups) {
      for (const finding of findings.slice(limit, limit + openCases)) bytes += bytesOf(finding);
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

/** The controls; without script they would do nothing and are not shown. */
function filters(page: Page, groups: readonly Group[]): Markup {
  const { words, labels, report } = page;
  const say = words.problems;
  const units = new Set(groups.flatMap((group) => group.findings.map((finding) => finding.unit)));
  const inOrder = [...new Set([...report.units.map(({ unit }) => unit), ...units])].filter((unit) =>
    units.has(unit),
  );
  const severities = (['error', 'warning', 'notice'] as const).filter((severity) =>
    groups.some((group) => group.findings.some((finding) => finding.severity === severity)),
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

function ruleGroup(page: Page, group: Group, limit: number): Markup {
  const { words, labels, language } = page;
  const say = words.problems;
  const [first] = group.findings;
  if (first === undefined) return html``;
  const id = `rule-${group.rule.replace(/[^A-Za-z0-9-]/g, '')}`;
  const clears = shared(group.findings.map((finding) => finding.clears));
  const mixed = group.findings.some((finding) => finding.severity !== group.severity);
  const inFull = group.findings.slice(0, limit);
  const places = group.findings.slice(limit);
  const folded = group.findings.length - openCases;
  const list = (cases: readonly Finding[], rest: boolean) => html`<ol class="cases${rest && ' rest'}">
${cases.map((finding) => caseItem(page, finding, mixed, clears === null))}</ol>`;
  return html`<article class="rule" data-rule="${group.rule}" data-severity="${group.severity}" aria-labelledby="${id}">
<header><h3 id="${id}">${ruleTitle(page, group.rule)}</h3>${severityMark(page, group.severity)} <b>${say.cases(group.findings.length)}</b>${group.atStake !== null && html` <span>${say.atStake(wan(group.atStake))}</span>`} <span class="code">${group.rule}</span></header>
<p>${first.basis.why[language]}</p>
<dl class="how">${clears !== null && html`<div><dt>${labels.finding.remedy}</dt><dd>${excerpt(clears[language])}</dd></div>`}<div><dt>${labels.finding.basis}</dt><dd>${first.basis.source}</dd></div></dl>
${list(inFull.slice(0, openCases), false)}
${inFull.length > openCases && list(inFull.slice(openCases), true)}
${places.length > 0 && compactList(page, places, group.severity)}
${folded > 0 && html`<button type="button" class="more scripted" aria-expanded="false" data-less="${say.hideRest}">${say.showRest(folded)}</button><p class="not-printed">${say.notPrinted(folded, labels.fileNames.list)}</p>`}
</article>
`;
}

/** The remedy when all cases have the same; it is then printed once. */
function shared(clears: readonly Text[]): Text | null {
  const [first] = clears;
  if (first === undefined) return null;
  return clears.every(({ zh, en }) => zh === first.zh && en === first.en) ? first : null;
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

/** Many cases by their places alone, one line for each unit and severity, units in the report's order. */
function compactList(page: Page, findings: readonly Finding[], usual: Finding['severity']): Markup {
  const { words, labels } = page;
  const lines = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity}\n${finding.unit}`;
    const known = lines.get(key);
    if (known === undefined) lines.set(key, [finding]);
    else known.push(finding);
  }
  const items: Markup[] = [];
  const inOrder = [...lines.values()].sort(
    ([one], [other]) => unitNumber(page, one?.unit ?? '') - unitNumber(page, other?.unit ?? ''),
  );
  for (const line of inOrder) {
    const [first] = line;
    if (first === undefined) continue;
    const severity = first.severity !== usual && html` data-severity="${first.severity}"`;
    const more = line.length > placesListed && ` ${labels.sentences.morePlaces(line.length)}`;
    items.push(html`<li data-unit="${unitNumber(page, first.unit)}"${severity} data-count="${line.length}">${unitName(page, first.unit)}${labels.colon}${placesOf(page, line)}${more}</li>
`);
  }
  return html`<div class="rest"><p class="soft">${words.problems.compact(findings.length, labels.fileNames.workbook)}</p>
<ul class="compact">
${items}</ul></div>`;
}

/** The first places of some findings, a sheet named once where several follow each other in it. */
function placesOf(page: Page, findings: readonly Finding[]): string {
  const { words, labels, language } = page;
  const places: string[] = [];
  let sheet: string | null = null;
  for (const { where } of findings.slice(0, placesListed)) {
    const [place] = where;
    const sameSheet =
      place !== undefined && place.cell !== null && place.sheet !== null && place.sheet === sheet;
    const whole = place === undefined ? null : sheetAndCell(page, place);
    places.push(sameSheet ? addressText(place.cell ?? '')[language] : (whole ?? labels.wholeFile));
    sheet = place?.sheet ?? null;
  }
  return places.join(words.listSeparator);
}

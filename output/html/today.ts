import type { SubmissionSummary, UnitSummary } from '../../pipeline/model/report.ts';
import { absent } from '../labels.ts';
import { errorsReturned } from '../ranking.ts';
import { stateShapes } from '../signs.ts';
import { excerpt } from './figures.ts';
import { fileLink, returnedFiles } from './links.ts';
import { html, type Markup } from './markup.ts';
import { type Page, unitNumber, unitsListed } from './page.ts';
import { templateNames, unitName } from './places.ts';

/** The clerk's ten seconds: what is to be done today, the four numbers, the sentence. */
export function todaySection(page: Page): Markup {
  const { words, report, language } = page;
  const tasks = tasksOf(page);
  return html`<section id="today" aria-labelledby="today-title">
<h2 id="today-title">${words.sections.today}</h2>
${tasks.length > 0 ? html`<ul class="tasks">${tasks}</ul>` : report.summary.files === 0 ? html`<p class="calm">${words.today.noFiles}</p>` : html`<p class="calm good">${words.today.nothing}</p>`}
${besideLine(page)}
${boxes(page)}
<div class="sentence"><h3>${words.today.sentence}</h3>
<p id="sentence">${report.summary.sentence[language]}</p>
<button type="button" id="copy" class="scripted" data-done="${words.today.copied}">${words.today.copy}</button></div>
</section>
`;
}

/** One line for each thing to do; what nobody has to do is not listed. */
function tasksOf(page: Page): Markup[] {
  const { report, words } = page;
  const { summary, units } = report;
  const say = words.today;
  const inState = (state: UnitSummary['state']) => units.filter((unit) => unit.state === state);
  const tasks: Markup[] = [];
  if (summary.failures > 0) tasks.push(task('red', say.incomplete(summary.failures), html``));
  if (summary.returnedUnits > 0) {
    const returned = inState('returned');
    const what = say.returned(summary.returnedUnits, errorsReturned(report));
    tasks.push(task('red', what, html`${unitLinks(page, returned)}${returnedList(page)}`));
  }
  if (summary.refused > 0) {
    const refused = report.submissions.filter((one) => one.status === 'refused');
    tasks.push(task('red', say.refused(summary.refused), refusals(page, refused)));
  }
  if (summary.missingUnits > 0) {
    tasks.push(task('grey', say.missing(summary.missingUnits), missingLists(page, inState('missing'))));
  }
  const incomplete = units.filter(
    (unit) => !['missing', 'unread'].includes(unit.state) && unit.missing.length > 0,
  );
  if (incomplete.length > 0) {
    tasks.push(task('grey', say.incompleteSets(incomplete.length), missingLists(page, incomplete)));
  }
  if (summary.findings.warning > 0) {
    const toExplain = units.filter((unit) => unit.warnings > 0);
    const explain = say.explain(toExplain.length, summary.findings.warning);
    tasks.push(task('yellow', explain, unitLinks(page, toExplain)));
  }
  if (summary.undecidable > 0) {
    const details = html`<a href="#not-checked">${say.toUndecided}</a>`;
    tasks.push(task('grey', say.undecidable(summary.undecidable), details));
  }
  return tasks;
}

function task(colour: string, what: string, details: Markup): Markup {
  return html`<li class="${colour}"><strong>${what}</strong> <span>${details}</span></li>
`;
}

const namedUnits = 12;

/** Units by name, each leading to its findings; many are cut short, for the ledger has them all. */
function unitLinks(page: Page, units: readonly UnitSummary[]): Markup {
  const links = units
    .slice(0, namedUnits)
    .map(
      ({ unit }) =>
        html`<a href="#problems" data-unit="${unitNumber(page, unit)}">${unitName(page, unit)}</a>`,
    );
  return listed(page, links, units.length);
}

/** Every file that goes back, folded, so that the list of units stays short. */
function returnedList(page: Page): Markup {
  const { words, labels } = page;
  const units = [...returnedFiles(page)];
  if (units.length === 0) return html``;
  const files = units.reduce((sum, [, links]) => sum + links.length, 0);
  return html`
<details><summary>${words.today.returnedFiles(files)}</summary>
<ul>${units.slice(0, unitsListed).map(([unit, links]) => html`<li>${unitName(page, unit)}${labels.colon}${joined(links, words.listSeparator)}</li>`)}</ul>${units.length > unitsListed && html`<p class="soft">${words.unitsListed(unitsListed, units.length, labels.fileNames.workbook)}</p>`}</details>`;
}

/** What else the run wrote. */
function besideLine({ words, labels, beside }: Page): Markup {
  const { workbook, annex, circular, list, returned } = labels.fileNames;
  const links = [workbook, annex, circular, list]
    .filter((name) => beside.outputs.has(name))
    .map((name) => fileLink(name, name));
  if (beside.returned.size > 0) links.push(fileLink(`${returned}/`, returned));
  if (links.length === 0) return html``;
  return html`<p class="soft beside">${words.today.beside}${joined(links, words.listSeparator)}</p>`;
}

function joined(parts: readonly Markup[], separator: string): Markup {
  return html`${parts.map((part, index) => (index === 0 ? part : html`${separator}${part}`))}`;
}

function missingLists(page: Page, units: readonly UnitSummary[]): Markup {
  const names = units
    .slice(0, namedUnits)
    .map(({ unit, missing }) =>
      missing.length === 0
        ? html`${unitName(page, unit)}`
        : html`${unitName(page, unit)} <span class="soft">${templateNames(page, missing)}</span>`,
    );
  return listed(page, names, units.length);
}

function refusals({ words, language }: Page, refused: readonly SubmissionSummary[]): Markup {
  const shown = refused
    .slice(0, 5)
    .map(
      ({ file, refusal }) =>
        html`<br>${excerpt(file, 120)} <span class="soft">${refusal?.message[language] ?? absent}</span>`,
    );
  const more = refused.length - shown.length;
  if (more <= 0) return html`${shown}`;
  return html`${shown}<br>${words.today.andMoreFiles(more)} <a href="#not-checked">${words.today.toUndecided}</a>`;
}

function listed({ words }: Page, names: readonly Markup[], all: number): Markup {
  const list = joined(names, words.listSeparator);
  const more = all - names.length;
  return more <= 0
    ? list
    : html`${list} ${words.today.andMore(more)} <a href="#units">${words.today.toUnits}</a>`;
}

function boxes(page: Page): Markup {
  const { labels, words, report } = page;
  const { summary } = report;
  const say = labels.boxes;
  const handedIn = summary.owed === null ? say.ofUnits(summary.units) : say.ofOwed(summary.owed);
  const refused = summary.refused === 0 ? say.noRefused : say.refused(summary.refused);
  const toExplain = report.units.filter((unit) => unit.warnings > 0).length;
  return html`<ul class="boxes">
${box('green', 'passed', labels.state.passed, summary.passedUnits, words.today.households, handedIn)}
${box('red', 'returned', say.returned, summary.returnedUnits, words.today.households, say.errors(errorsReturned(report)))}
${box('yellow', 'explain', say.explain, summary.findings.warning, words.today.items, words.today.explainUnits(toExplain))}
${box('grey', 'missing', say.missing, summary.owed === null ? null : summary.missingUnits, words.today.households, summary.owed === null ? say.noRoster : refused)}
</ul>`;
}

function box(
  colour: string,
  state: keyof typeof stateShapes,
  label: string,
  figure: number | null,
  counter: string,
  note: string,
): Markup {
  return html`<li class="${colour}"><span class="label"><span aria-hidden="true">${stateShapes[state]}</span> ${label}</span>
<span class="figure">${figure ?? absent}${counter !== '' && figure !== null && html`<small> ${counter}</small>`}</span>
<span class="soft">${note}</span></li>`;
}

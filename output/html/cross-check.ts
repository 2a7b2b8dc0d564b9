import type { Finding } from '../../pipeline/model/report.ts';
import { absent } from '../labels.ts';
import { picked } from '../picked.ts';
import { excerpt } from './figures.ts';
import { html, type Markup } from './markup.ts';
import { type Page, passedPlaces, ruleTitle } from './page.ts';
import { placeText, projectName, twoTables, unitName } from './places.ts';
import { figure, table, text } from './table.ts';

const rowsShown = 50;

interface Pair {
  readonly finding: Finding;
  readonly left: Finding['where'][number];
  readonly right: Finding['where'][number];
}

/** Findings in which two tables disagree, side by side: left, right, difference. */
export function crossCheckSection(page: Page): Markup {
  const { words, labels, report } = page;
  const disagreeing: { readonly index: number; readonly stake: number }[] = [];
  let index = 0;
  for (const finding of report.findings) {
    if (finding.status === 'fail' && twoTables(finding) !== null)
      disagreeing.push({ index, stake: finding.atStake ?? -1 });
    index += 1;
  }
  disagreeing.sort((one, other) => other.stake - one.stake);
  const shownFirst = disagreeing.slice(0, rowsShown).map((one) => one.index);
  const pairs = Array.from(picked(report.findings, shownFirst), (finding): readonly Pair[] => {
    const tables = twoTables(finding);
    return tables === null ? [] : [{ finding, ...tables }];
  }).flat();
  const columns = [
    text<Pair>(labels.finding.unit, ({ finding }) => who(page, finding), 'name'),
    text<Pair>(words.crossCheck.what, ({ finding }) => ruleTitle(page, finding.rule), 'words'),
    text<Pair>(words.crossCheck.left, ({ finding, left }) => stated(page, finding, finding.value, left)),
    text<Pair>(words.crossCheck.right, ({ finding, right }) =>
      stated(page, finding, finding.expected, right),
    ),
    figure<Pair>(
      labels.finding.difference,
      ({ finding }) => html`<b>${shown(page, finding, finding.difference)}</b>`,
    ),
  ];
  const body =
    pairs.length === 0
      ? html`<p class="calm">${words.crossCheck.none(passedPlaces(report.rules.filter(({ group }) => group === 'cross-table')))}</p>`
      : html`<p class="soft">${words.crossCheck.intro}</p>
${table('cross-check-title', pairs, columns)}
${disagreeing.length > rowsShown && html`<p class="soft">${words.crossCheck.topOf(rowsShown, disagreeing.length)}</p>`}`;
  return html`<section id="cross-check" aria-labelledby="cross-check-title">
<h2 id="cross-check-title">${words.sections.crossCheck}</h2>
${body}
</section>
`;
}

function who(page: Page, { unit, project }: Finding): Markup {
  const name = page.classified(unit, project) ? page.labels.progress.classified : projectName(project);
  return html`${unitName(page, unit)}${name !== null && html`<br>${name}`}`;
}

/** What one of the two tables says, and where. */
function stated(page: Page, finding: Finding, value: string | null, place: Pair['left']): Markup {
  return html`<b class="number">${shown(page, finding, value)}</b><br><span class="soft">${placeText(page, place)}</span>`;
}

function shown(page: Page, { unit, project }: Finding, value: string | null): string {
  return value === null || page.classified(unit, project) ? absent : excerpt(value, 60);
}

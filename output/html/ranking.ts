import { maskPersonal } from '../../pipeline/model/mask-personal.ts';
import { percent } from '../../pipeline/model/money.ts';
import type { Amounts, UnitSummary } from '../../pipeline/model/report.ts';
import { absent } from '../labels.ts';
import { lampThresholds } from '../lamp-thresholds.ts';
import { notSummedText } from '../not-summed.ts';
import { firstOf } from '../picked.ts';
import { concentrationOf, lagShares, rankedUnits } from '../ranking.ts';
import { lineText } from '../safe-text.ts';
import { lampColours, lampShapes } from '../signs.ts';
import { excerpt, gap, rate, wan } from './figures.ts';
import { type LaggingProject, laggingProjects, sideOf, splitLag } from './lag.ts';
import { barColours, lampMark } from './lamps.ts';
import { html, type Markup } from './markup.ts';
import { type Page, unitsListed } from './page.ts';
import { projectName, unitName } from './places.ts';
import type { RankingBar } from './ranking-chart.ts';
import { figure, table, text } from './table.ts';

/** A picture longer than this would not fit a sheet of A4; more units make more pictures. */
const barsPerChart = 32;
const projectsShown = 10;

/** Who is ahead and who behind: the bars, the three rates, and the projects that hold most of the money. */
export async function rankingSection(page: Page): Promise<Markup> {
  const { words, labels, report } = page;
  const all = rankedUnits(report.units.filter((unit) => unit.rate !== null));
  // Those furthest behind are asked for first.
  const ranked = all.slice(-unitsListed);
  const without = report.units.filter((unit) => unit.rate === null);
  const body =
    ranked.length === 0
      ? html`<p class="calm">${labels.sentences.noProgress}</p>`
      : html`<p class="soft">${words.ranking.intro}</p>
${legend(page)}
${
  all.length > ranked.length &&
  html`<p class="soft">${words.ranking.furthestBehind(ranked.length, all.length, labels.fileNames.workbook)}</p>
`
}${await charts(page, ranked)}
${without.length > 0 && html`<p class="soft">${noRate(page, without)}</p>`}
${rates(page, ranked)}
${lagging(page)}`;
  return html`<section id="ranking" aria-labelledby="ranking-title">
<h2 id="ranking-title">${words.sections.ranking}</h2>
${body}
</section>
`;
}

function noRate(page: Page, units: readonly UnitSummary[]): string {
  const { words } = page;
  const named = units.slice(0, unitsListed).map(({ unit }) => unitName(page, unit));
  return words.ranking.noRate(named.join(words.listSeparator), units.length - named.length);
}

/** Colour, shape, word and threshold of each lamp, and what the two bars are. */
function legend({ words, labels, report }: Page): Markup {
  const thresholds = lampThresholds(report);
  const percentages = thresholds && {
    red: percent(thresholds.red, 0),
    yellow: percent(thresholds.yellow, 0),
  };
  const say = words.ranking.lampOf;
  const lamp = (colour: 'red' | 'yellow' | 'green', threshold: string | null) =>
    html`<li><span class="mark ${colour}"><span aria-hidden="true">${lampShapes[colour]}</span> ${labels.lamp[colour]}</span> ${threshold}</li>`;
  return html`<ul class="legend">
${percentages && html`<li>${words.ranking.lampRule}</li>`}
${lamp('red', percentages && say.red(percentages.red))}
${lamp('yellow', percentages && say.yellow(percentages.red, percentages.yellow))}
${lamp('green', percentages && say.green(percentages.yellow))}
<li><span class="swatch dark"></span> ${words.ranking.spentBar}</li>
<li><span class="swatch pale"></span> ${words.ranking.releasedBar}</li>
</ul>`;
}

/** The bars twice: wide for desk and paper, narrow for the telephone. Only one of the two is shown. */
async function charts(page: Page, ranked: readonly UnitSummary[]): Promise<Markup> {
  const { words, labels, report } = page;
  const { timeProgress } = report.run;
  const look = {
    timeProgress,
    timeProgressLabel: `${labels.timeProgress} ${rate(timeProgress)}`,
    description: words.ranking.chart(ranked.length),
  };
  const { rankingChart } = await import('./ranking-chart.ts'); // the library takes half a second to load
  const drawn: Markup[] = [];
  for (let start = 0; start < ranked.length; start += barsPerChart) {
    const bars = ranked.slice(start, start + barsPerChart).map((unit) => barOf(page, unit));
    const wide = rankingChart(bars, { ...look, width: 1060, nameWidth: 190, figureWidth: 130 });
    const narrow = rankingChart(bars, { ...look, width: 360, nameWidth: 96, figureWidth: 112 });
    drawn.push(html`<div class="chart wide">${wide}</div><div class="chart narrow">${narrow}</div>
`);
  }
  return html`${drawn}`;
}

function barOf(page: Page, unit: UnitSummary): RankingBar {
  const lamp = unit.lamp === null ? '' : ` ${lampShapes[unit.lamp]} ${page.labels.lamp[unit.lamp]}`;
  return {
    name: lineText(maskPersonal(unitName(page, unit.unit))),
    rate: unit.rate ?? 0,
    releaseRate: unit.releaseRate,
    colour: unit.lamp === null ? '#8a949f' : barColours[unit.lamp],
    // Filled up with spaces as wide as a digit, so that the figures stand under each other.
    figure: `${rate(unit.rate).padStart(6, '\u2007')}${lamp}`,
    figureColour: unit.lamp === null ? '#1d2833' : `#${lampColours[unit.lamp].sign}`,
  };
}

/** The three rates that are often confused, side by side, and which of the two sides a lag is on. */
function rates(page: Page, ranked: readonly UnitSummary[]): Markup {
  const { words, labels, report } = page;
  const heads = labels.progress;
  const total: Amounts & { readonly name: string } = { ...report.summary.total, name: labels.total };
  const units = ranked.map((unit) => ({ ...unit, name: unitName(page, unit.unit) }));
  const columns = [
    text<typeof total>(heads.unit, ({ name }) => name, 'name'),
    figure<typeof total>(heads.budget, ({ budget }) => wan(budget)),
    figure<typeof total>(heads.released, ({ released }) => wan(released)),
    figure<typeof total>(heads.spent, ({ spent }) => wan(spent)),
    figure<typeof total>(heads.rate, (amounts) => html`<b>${rate(amounts.rate)}</b>`),
    figure<typeof total>(heads.allotmentRate, ({ allotmentRate }) => rate(allotmentRate)),
    figure<typeof total>(heads.releaseRate, ({ releaseRate }) => rate(releaseRate)),
    figure<typeof total>(heads.gap, (amounts) => gap(amounts.rate, amounts.timeProgress)),
    text<typeof total>(heads.lamp, ({ lamp }) => lampMark(page, lamp)),
    text<typeof total>(words.ranking.where, (amounts) => whereBehind(page, amounts)),
  ];
  const left = notSummedText(report, page.language);
  const caption = `${labels.amountUnit}${words.clauseSeparator}${labels.timeProgress} ${rate(report.run.timeProgress)}`;
  return html`<h3 id="rates-title">${words.ranking.table}</h3>
${table('rates-title', [total, ...units], columns, { caption, totals: 1 })}
${left !== null && html`<p class="soft">${left}</p>`}
<ul class="soft formulas">${labels.settings.definitions.slice(0, 3).map(([term, meaning]) => html`<li>${term} = ${meaning}</li>`)}
<li>${words.ranking.whereNote}</li></ul>`;
}

function whereBehind({ words }: Page, amounts: Amounts): string {
  const lag = splitLag(amounts);
  const side = lag === null ? null : sideOf(lag);
  return side === null ? absent : words.ranking[side];
}

/** The few projects that hold most of the money that is behind. */
function lagging(page: Page): Markup {
  const { words, labels, report } = page;
  const projects = laggingProjects(report.progress);
  const title = html`<h3 id="lag-title">${words.ranking.lagTitle}</h3>`;
  const concentration = concentrationOf(report.progress);
  if (concentration === null) return html`${title}<p class="calm good">${labels.sentences.noLag}</p>`;
  const { few, all, share, amount } = concentration;
  const heads = labels.progress;
  const shares = lagShares(report.progress);
  const columns = [
    text<LaggingProject>(
      heads.project,
      ({ row }) => (row.classified ? heads.classified : (projectName(row.project) ?? absent)),
      'name',
    ),
    text<LaggingProject>(heads.unit, ({ row }) => unitName(page, row.unit), 'name'),
    figure<LaggingProject>(words.ranking.lag, (project) => html`<b>${wan(project.behind)}</b>`),
    figure<LaggingProject>(heads.lagShare, ({ index }) => rate(shares.get(index) ?? null)),
    figure<LaggingProject>(words.ranking.ofThatNotReleased, ({ notReleased }) => wan(notReleased)),
    figure<LaggingProject>(heads.rate, ({ row }) => rate(row.rate)),
    figure<LaggingProject>(heads.releaseRate, ({ row }) => rate(row.releaseRate)),
    text<LaggingProject>(heads.lamp, ({ row }) => lampMark(page, row.lamp)),
    text<LaggingProject>(
      heads.reason,
      ({ row }) => (row.classified || row.reason === null ? absent : excerpt(row.reason, 160)),
      'words',
    ),
  ];
  const more = words.ranking.topOf(projectsShown, projects.length, labels.fileNames.workbook);
  return html`${title}
<p><strong>${labels.sentences.concentration(few, all, rate(share), wan(amount))}</strong></p>
${table('lag-title', firstOf(projects, projectsShown), columns, { caption: labels.amountUnit })}
${projects.length > projectsShown && html`<p class="soft">${more}</p>`}`;
}

import { percent } from '../../pipeline/model/money.ts';
import type { Amounts, UnitSummary } from '../../pipeline/model/report.ts';
import { absent, lampShapes } from '../labels.ts';
import { lineText, maskPersonal } from '../safe-text.ts';
import { excerpt, gap, rate, wan } from './figures.ts';
import { concentration, laggingProjects, lagOf, sideOf } from './lag.ts';
import { barColours, lampMark, lampThresholds } from './lamps.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { projectName, unitName } from './places.ts';
import { type RankingBar, rankingChart } from './ranking-chart.ts';

/** A picture longer than this would not fit a sheet of A4; more units make more pictures. */
const barsPerChart = 32;
const projectsShown = 10;

/** Who is ahead and who behind: the bars, the three rates, and the projects that hold most of the money. */
export async function rankingSection(page: Page): Promise<Markup> {
  const { words, labels, report } = page;
  const ranked = report.units
    .filter((unit) => unit.rate !== null)
    .sort((one, other) => (other.rate ?? 0) - (one.rate ?? 0));
  const without = report.units.filter((unit) => unit.rate === null);
  const body =
    ranked.length === 0
      ? html`<p class="calm">${labels.sentences.noProgress}</p>`
      : html`<p class="soft">${words.ranking.intro}</p>
${legend(page)}
${await charts(page, ranked)}
${without.length > 0 && html`<p class="soft">${words.ranking.noRate(without.map(({ unit }) => unitName(page, unit)).join(words.listSeparator))}</p>`}
${rates(page, ranked)}
${lagging(page)}`;
  return html`<section id="ranking" aria-labelledby="ranking-title">
<h2 id="ranking-title">${words.sections.ranking}</h2>
${body}
</section>
`;
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
  const drawn: Markup[] = [];
  for (let start = 0; start < ranked.length; start += barsPerChart) {
    const bars = ranked.slice(start, start + barsPerChart).map((unit) => barOf(page, unit));
    const wide = await rankingChart(bars, { ...look, width: 1060, nameWidth: 190, figureWidth: 130 });
    const narrow = await rankingChart(bars, { ...look, width: 360, nameWidth: 104, figureWidth: 104 });
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
    figure: `${rate(unit.rate)}${lamp}`,
  };
}

/** The three rates that are often confused, side by side, and which of the two sides a lag is on. */
function rates(page: Page, ranked: readonly UnitSummary[]): Markup {
  const { words, labels, report } = page;
  const heads = labels.progress;
  return html`<h3 id="rates-title">${words.ranking.table}</h3>
<div class="scroll" role="region" aria-labelledby="rates-title" tabindex="0"><table>
<caption>${labels.amountUnit}${words.clauseSeparator}${labels.timeProgress} ${rate(report.run.timeProgress)}</caption>
<thead><tr><th scope="col">${heads.unit}</th><th scope="col" class="n">${heads.budget}</th><th scope="col" class="n">${heads.released}</th><th scope="col" class="n">${heads.spent}</th><th scope="col" class="n">${heads.rate}</th><th scope="col" class="n">${heads.allotmentRate}</th><th scope="col" class="n">${heads.releaseRate}</th><th scope="col" class="n">${heads.gap}</th><th scope="col">${heads.lamp}</th><th scope="col">${words.ranking.where}</th></tr></thead>
<tbody>
${rateRow(page, labels.total, report.summary.total, 'total')}
${ranked.map((unit) => rateRow(page, unitName(page, unit.unit), unit, ''))}</tbody></table></div>
<p class="soft">${labels.settings.definitions.slice(0, 3).map(([term, meaning], index) => html`${index > 0 && words.clauseSeparator}${term} = ${meaning}`)}${words.fullStop}</p>
<p class="soft">${words.ranking.whereNote}</p>`;
}

function rateRow(page: Page, name: string, amounts: Amounts, kind: 'total' | ''): Markup {
  const { words } = page;
  const lag = lagOf(amounts);
  const side = lag === null ? null : sideOf(lag);
  return html`<tr class="${kind}"><th scope="row">${name}</th><td class="n">${wan(amounts.budget)}</td><td class="n">${wan(amounts.released)}</td><td class="n">${wan(amounts.spent)}</td><td class="n"><b>${rate(amounts.rate)}</b></td><td class="n">${rate(amounts.allotmentRate)}</td><td class="n">${rate(amounts.releaseRate)}</td><td class="n">${gap(amounts.gap)}</td><td>${lampMark(page, amounts.lamp)}</td><td>${side === null ? absent : words.ranking[side]}</td></tr>
`;
}

/** The few projects that hold most of the money that is behind. */
function lagging(page: Page): Markup {
  const { words, labels, report } = page;
  const projects = laggingProjects(report.progress);
  const title = html`<h3 id="lag-title">${words.ranking.lagTitle}</h3>`;
  if (projects.length === 0) return html`${title}<p class="calm">${labels.sentences.noLag}</p>`;
  const { few, share, behind } = concentration(projects, 0.8);
  const rows = projects.slice(0, projectsShown).map(({ row, behind: amount, notReleased }) => {
    const hidden = row.classified;
    const name = hidden ? labels.progress.classified : (projectName(row.project) ?? absent);
    return html`<tr><th scope="row">${name}</th><td>${unitName(page, row.unit)}</td><td class="n"><b>${wan(amount)}</b></td><td class="n">${wan(notReleased)}</td><td class="n">${rate(row.rate)}</td><td class="n">${rate(row.releaseRate)}</td><td>${lampMark(page, row.lamp)}</td><td class="words">${hidden || row.reason === null ? absent : excerpt(row.reason, 160)}</td></tr>
`;
  });
  const heads = labels.progress;
  return html`${title}
<p><strong>${labels.sentences.concentration(few, projects.length, rate(share), wan(behind))}</strong></p>
<div class="scroll" role="region" aria-labelledby="lag-title" tabindex="0"><table>
<caption>${labels.amountUnit}</caption>
<thead><tr><th scope="col">${heads.project}</th><th scope="col">${heads.unit}</th><th scope="col" class="n">${words.ranking.lag}</th><th scope="col" class="n">${words.ranking.ofThatNotReleased}</th><th scope="col" class="n">${heads.rate}</th><th scope="col" class="n">${heads.releaseRate}</th><th scope="col">${heads.lamp}</th><th scope="col">${heads.reason}</th></tr></thead>
<tbody>
${rows}</tbody></table></div>
${projects.length > projectsShown && html`<p class="soft">${words.ranking.topOf(projectsShown, projects.length)}</p>`}`;
}

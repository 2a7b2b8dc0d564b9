import { absent } from '../labels.ts';
import { excerpt } from './figures.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { placeText, projectName, twoTables, unitName } from './places.ts';

const rowsShown = 50;

/** Findings in which two tables disagree, side by side: left, right, difference. */
export function crossCheckSection(page: Page): Markup {
  const { words, labels, report, language } = page;
  const pairs = report.findings.flatMap((finding) => {
    const tables = finding.status === 'fail' ? twoTables(finding) : null;
    return tables === null ? [] : [{ finding, ...tables }];
  });
  pairs.sort((one, other) => (other.finding.atStake ?? -1) - (one.finding.atStake ?? -1));
  const rows = pairs.slice(0, rowsShown).map(({ finding, left, right }) => {
    const hidden = page.classified(finding.unit, finding.project);
    const project = hidden ? labels.progress.classified : projectName(finding.project);
    const title = report.rules.find((rule) => rule.id === finding.rule)?.title[language] ?? finding.rule;
    const figure = (value: string | null) => (hidden || value === null ? absent : excerpt(value, 60));
    return html`<tr><th scope="row">${unitName(page, finding.unit)}${project !== null && html`<br><span class="plain">${project}</span>`}</th><td class="words">${title}</td><td><b class="number">${figure(finding.value)}</b><br><span class="soft">${placeText(page, left)}</span></td><td><b class="number">${figure(finding.expected)}</b><br><span class="soft">${placeText(page, right)}</span></td><td class="n"><b>${figure(finding.difference)}</b></td></tr>
`;
  });
  return html`<section id="cross-check" aria-labelledby="cross-check-title">
<h2 id="cross-check-title">${words.sections.crossCheck}</h2>
${
  rows.length === 0
    ? html`<p class="calm">${words.crossCheck.none}</p>`
    : html`<p class="soft">${words.crossCheck.intro}</p>
<div class="scroll" role="region" aria-labelledby="cross-check-title" tabindex="0"><table>
<thead><tr><th scope="col">${labels.finding.unit}</th><th scope="col">${words.crossCheck.what}</th><th scope="col">${words.crossCheck.left}</th><th scope="col">${words.crossCheck.right}</th><th scope="col" class="n">${labels.finding.difference}</th></tr></thead>
<tbody>
${rows}</tbody></table></div>
${pairs.length > rowsShown && html`<p class="soft">${words.crossCheck.topOf(rowsShown, pairs.length)}</p>`}`
}
</section>
`;
}

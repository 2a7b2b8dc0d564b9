import type { UnitSummary } from '../../pipeline/model/report.ts';
import { absent } from '../labels.ts';
import { gap, rate } from './figures.ts';
import { lampMark, stateMark } from './lamps.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { unitName } from './places.ts';

const urgency: Readonly<Record<UnitSummary['state'], number>> = {
  returned: 0,
  unread: 1,
  missing: 2,
  explain: 3,
  passed: 4,
};

/** Every unit: what it handed in, how it was judged, how far it has come. Units that need action come first. */
export function unitLedgerSection(page: Page): Markup {
  const { words, labels, report } = page;
  const units = [...report.units].sort((one, other) => urgency[one.state] - urgency[other.state]);
  const heads = labels.units;
  return html`<section id="units" aria-labelledby="units-title">
<h2 id="units-title">${words.sections.units}</h2>
${
  units.length === 0
    ? html`<p class="calm">${labels.none}</p>`
    : html`<p class="soft">${words.units.intro}</p>
<div class="scroll" role="region" aria-labelledby="units-title" tabindex="0"><table>
<caption>${words.units.table}</caption>
<thead><tr><th scope="col">${labels.progress.unit}</th><th scope="col">${heads.state}</th><th scope="col" class="n">${heads.errors}</th><th scope="col" class="n">${heads.warnings}</th><th scope="col" class="n">${heads.undecidable}</th><th scope="col" class="n">${labels.progress.rate}</th><th scope="col" class="n">${labels.progress.gap}</th><th scope="col">${labels.progress.lamp}</th><th scope="col" class="n">${heads.projects}</th><th scope="col" class="n">${heads.files}</th><th scope="col">${heads.missing}</th></tr></thead>
<tbody>
${units.map((unit) => ledgerRow(page, unit))}</tbody></table></div>`
}
</section>
`;
}

function ledgerRow(page: Page, unit: UnitSummary): Markup {
  const name = unitName(page, unit.unit);
  const hasFindings = unit.errors + unit.warnings + unit.notices > 0;
  return html`<tr><th scope="row">${hasFindings ? html`<a href="#problems" data-unit="${unit.unit}">${name}</a>` : name}</th><td>${stateMark(page, unit.state)}</td><td class="n">${unit.errors}</td><td class="n">${unit.warnings}</td><td class="n">${unit.undecidable}</td><td class="n">${rate(unit.rate)}</td><td class="n">${gap(unit.gap)}</td><td>${lampMark(page, unit.lamp)}</td><td class="n">${unit.projects}</td><td class="n">${unit.files}</td><td>${unit.missing.length === 0 ? absent : unit.missing.join(page.words.listSeparator)}</td></tr>
`;
}

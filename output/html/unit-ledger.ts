import type { UnitSummary } from '../../pipeline/model/report.ts';
import { absent } from '../labels.ts';
import { gap, rate } from './figures.ts';
import { lampMark, stateMark } from './lamps.ts';
import { noticeLinks, returnedFiles } from './links.ts';
import { html, type Insert, type Markup } from './markup.ts';
import { type Page, unitNumber, unitsListed } from './page.ts';
import { unitName } from './places.ts';
import { figure, table, text } from './table.ts';

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
  const all = [...report.units].sort((one, other) => urgency[one.state] - urgency[other.state]);
  const units = all.slice(0, unitsListed);
  const heads = labels.units;
  const returned = returnedFiles(page);
  const notices = noticeLinks(page);
  const toSend = ({ unit }: UnitSummary) => {
    const notice = notices.get(unit);
    return [...(notice === undefined ? [] : [notice]), ...(returned.get(unit) ?? [])];
  };
  const columns = [
    text<UnitSummary>(labels.progress.unit, (unit) => nameOrLink(page, unit), 'name'),
    text<UnitSummary>(heads.state, ({ state }) => stateMark(page, state)),
    figure<UnitSummary>(heads.errors, ({ errors }) => errors),
    figure<UnitSummary>(heads.warnings, ({ warnings }) => warnings),
    figure<UnitSummary>(heads.undecidable, ({ undecidable }) => undecidable),
    figure<UnitSummary>(labels.progress.rate, (unit) => rate(unit.rate)),
    figure<UnitSummary>(labels.progress.gap, (unit) => gap(unit.rate, unit.timeProgress)),
    text<UnitSummary>(labels.progress.lamp, ({ lamp }) => lampMark(page, lamp)),
    figure<UnitSummary>(heads.projects, ({ projects }) => projects),
    figure<UnitSummary>(heads.files, ({ files }) => files),
    text<UnitSummary>(heads.missing, ({ missing }) =>
      missing.length === 0
        ? absent
        : missing.map((id) => labels.templates[id] ?? id).join(words.listSeparator),
    ),
    ...(returned.size + notices.size === 0
      ? []
      : [text<UnitSummary>(heads.toSend, (unit) => lines(toSend(unit)) ?? absent, 'words files')]),
  ];
  return html`<section id="units" aria-labelledby="units-title">
<h2 id="units-title">${words.sections.units}</h2>
${units.length === 0 ? html`<p class="calm">${labels.none}</p>` : html`<p class="soft">${words.unitsIntro}${all.length > units.length && html` ${words.unitsListed(units.length, all.length, labels.fileNames.workbook)}`}</p>${table('units-title', units, columns)}`}
</section>
`;
}

/** One under another; null for none. */
function lines(links: readonly Markup[]): Markup | null {
  if (links.length === 0) return null;
  return html`${links.map((link, index) => (index === 0 ? link : html`<br>${link}`))}`;
}

/** The unit's name, leading to its findings where it has any. */
function nameOrLink(page: Page, { unit, errors, warnings, notices }: UnitSummary): Insert {
  const name = unitName(page, unit);
  return errors + warnings + notices === 0
    ? name
    : html`<a href="#problems" data-unit="${unitNumber(page, unit)}">${name}</a>`;
}

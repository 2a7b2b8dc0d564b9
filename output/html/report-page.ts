import { createHash } from 'node:crypto';
import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import type { WrittenReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { type Beside, nothingBeside } from '../beside.ts';
import { crossCheckSection } from './cross-check.ts';
import { rate } from './figures.ts';
import { html, type Markup, trusted } from './markup.ts';
import { type Page, pageOf } from './page.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { problemsSection } from './problems.ts';
import { provenanceSection } from './provenance.ts';
import { rankingSection } from './ranking.ts';
import { todaySection } from './today.ts';
import { trendSection } from './trend.ts';
import { unitLedgerSection } from './unit-ledger.ts';

/**
 * 「报告.html」: the report of a run as one HTML file that needs no network, reads without script and prints on A4. It
 * answers in the order in which a clerk asks: what to do today, who is behind, who handed in what, what is wrong,
 * which tables disagree, how spending came along, how the report was made. The same report gives the same bytes.
 */
export async function reportPage(
  report: WrittenReport,
  lang: Language,
  beside: Beside = nothingBeside,
): Promise<string> {
  const page = pageOf(report, lang, beside);
  const sections = [
    todaySection(page),
    await rankingSection(page),
    unitLedgerSection(page),
    problemsSection(page),
    crossCheckSection(page),
    trendSection(page),
    provenanceSection(page),
  ];
  return document(page, sections).source;
}

function document(page: Page, sections: readonly Markup[]): Markup {
  const { words, labels, report } = page;
  const period = labels.period(yearOf(report.run.period), monthOf(report.run.period));
  const title = `${period}${words.titleSeparator}${labels.title}`;
  return html`<!DOCTYPE html>
<html lang="${words.htmlLanguage}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<div class="sheet">
<header class="head"><h1>${title}</h1>
<p><span>${labels.asOf(report.run.asOf)}</span> <span>${labels.timeProgress} ${rate(report.run.timeProgress)}</span> <span>${labels.amountUnit}</span></p></header>
${contents(page)}
<main id="main" tabindex="-1">
${sections}</main>
<footer><p>${words.footer(labels.product, report.run.engine)}</p></footer>
</div>
<script>${trusted(pageScript)}</script>
</body>
</html>
`;
}

function contents({ words }: Page): Markup {
  const { sections } = words;
  const links = [
    ['today', sections.today],
    ['ranking', sections.ranking],
    ['units', sections.units],
    ['problems', sections.problems],
    ['cross-check', sections.crossCheck],
    ['trend', sections.trend],
    ['provenance', sections.provenance],
  ] as const;
  return html`<nav aria-label="${words.contents}"><ul>${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`;
}

/**
 * Nothing may be loaded, from anywhere, and nothing runs but the one script above: whatever a unit wrote, should it
 * ever come out as markup, would be dead.
 */
const contentPolicy = [
  "default-src 'none'",
  `style-src '${hashOf(pageStyle)}'`,
  `script-src '${hashOf(pageScript)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}

import { groupBy } from '../../pipeline/model/group-by.ts';
import { unitWord } from '../../pipeline/model/money.ts';
import type { Finding, RuleResult, SubmissionSummary } from '../../pipeline/model/report.ts';
import { curvesText } from '../curves.ts';
import { absent } from '../labels.ts';
import { settingLines } from '../setting-lines.ts';
import { excerpt, rate } from './figures.ts';
import { severityMark } from './lamps.ts';
import { html, type Markup, trusted } from './markup.ts';
import { type Page, ruleTitle } from './page.ts';
import { sheetAndCell, unitName } from './places.ts';
import { figure, table, text } from './table.ts';

const placesListed = 20;

/** How the report was made: the run, what was not checked and why, the rules with their thresholds, the files with their fingerprints. */
export function provenanceSection(page: Page): Markup {
  const { words } = page;
  return html`<section id="provenance" aria-labelledby="provenance-title">
<h2 id="provenance-title">${words.sections.provenance}</h2>
${run(page)}
${notChecked(page)}
${rules(page)}
${files(page)}
</section>
`;
}

function run({ report, labels, words, language }: Page): Markup {
  const { run: made, summary } = report;
  const say = labels.settings;
  const overrides = settingLines(made.policy.overrides, labels);
  const facts: readonly (readonly [string, string])[] = [
    [say.period, made.period],
    [say.asOf, made.asOf],
    [say.timeProgress, rate(made.timeProgress)],
    [say.curves, curvesText(report, language, labels).join(words.clauseSeparator)],
    [say.policy, say.policyName(made.policy.name)],
    [say.overrides, overrides.length === 0 ? say.noOverrides : overrides.join(words.clauseSeparator)],
    [say.roster, made.roster ? say.withRoster : say.withoutRoster],
    [say.previous, made.previous ?? say.noPrevious],
    [say.files, String(summary.files)],
    [say.submissions, String(summary.submissions)],
    [say.engine, made.engine],
  ];
  return html`<h3>${words.provenance.attributesOfRun}</h3>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${excerpt(value, 600)}</dd></div>`)}<div class="whole"><dt>${say.ruleSet}</dt><dd class="code">${fingerprint(made.ruleSet)}</dd></div></dl>
<h3>${say.definitionsTitle}</h3>
<dl class="facts">${say.definitions.map(([term, meaning]) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>`;
}

/** A fingerprint is printed as it is: a run of digits in it is no telephone number. */
function fingerprint(sha256: string): Markup {
  return /^(sha256:)?[0-9a-f]*$/.test(sha256) ? trusted(sha256) : html`${sha256}`;
}

/** What a clean report must not hide: files, rules and cells about which nothing was said. */
function notChecked(page: Page): Markup {
  const { report, labels, words, language } = page;
  const say = words.provenance;
  const { summary } = report;
  const items: Markup[] = [];
  for (const { stage, rule, file, message } of report.failures) {
    const where = [stage, rule, file].filter((part) => part !== null).join(' ');
    items.push(html`<li><b>${labels.settings.failuresTitle}</b>${labels.colon}${excerpt(where, 200)} ${excerpt(message, 200)}</li>
`);
  }
  for (const { file, refusal } of report.submissions.filter((one) => one.status === 'refused')) {
    items.push(html`<li><b>${excerpt(file, 120)}</b>${labels.colon}${refusal?.message[language] ?? absent}</li>
`);
  }
  items.push(...leftAside(page));
  if (summary.passedOver > 0)
    items.push(html`<li><b>${labels.settings.passedOver}</b>${labels.colon}${summary.passedOver}</li>
`);
  if (!report.run.roster)
    items.push(html`<li><b>${labels.settings.roster}</b>${labels.colon}${labels.settings.withoutRoster}</li>
`);
  if (report.run.previous === null)
    items.push(html`<li><b>${labels.settings.previous}</b>${labels.colon}${labels.settings.noPrevious}</li>
`);
  for (const rule of report.rules.filter((one) => one.off !== null)) {
    items.push(html`<li><b>${rule.title[language]}</b> <span class="code">${rule.id}</span>${labels.colon}${say.switchedOff(excerpt(rule.off ?? '', 200))}</li>
`);
  }
  for (const undecided of undecidedByRule(report.findings)) items.push(undecidedItem(page, undecided));
  const idle = report.rules.filter(
    (rule) => rule.off === null && rule.pass + rule.fail + rule.undecidable + rule.error === 0,
  );
  if (idle.length > 0) {
    items.push(html`<li><b>${say.nothingToLookAt(idle.length)}</b>${labels.colon}<span class="code">${idle.map((rule) => rule.id).join(' ')}</span></li>
`);
  }
  return html`<h3 id="not-checked">${say.notChecked}</h3>
${items.length === 0 ? html`<p class="calm">${say.allChecked}</p>` : html`<p class="soft">${say.notCheckedIntro}</p><ul class="plain-list">${items}</ul>`}`;
}

/** Sheets that no rule looked at: what is no known table, and what a later file replaced. One line for each reason. */
function leftAside({ report, labels, language }: Page): readonly Markup[] {
  const aside = report.submissions.filter(
    ({ status }) => status === 'passed over' || status === 'superseded',
  );
  return [...groupBy(aside, ({ note }) => note?.[language] ?? '')].map(([why, sheets]) => {
    const named = sheets
      .slice(0, placesListed)
      .map(({ file, sheet }) => `${excerpt(file, 120)}${sheet === null ? '' : ` › ${excerpt(sheet, 60)}`}`);
    const more = sheets.length > placesListed && ` ${labels.sentences.morePlaces(sheets.length)}`;
    return html`<li><b>${why}</b>${labels.colon}${named.join(labels.and)}${more}</li>
`;
  });
}

/** How often a rule could not judge, and the first of the findings that say so. */
interface Undecided {
  count: number;
  readonly first: Finding[];
}

function undecidedByRule(findings: Iterable<Finding>): readonly Undecided[] {
  const byRule = new Map<string, Undecided>();
  for (const finding of findings) {
    if (finding.status !== 'undecidable') continue;
    const own = byRule.get(finding.rule) ?? { count: 0, first: [] };
    byRule.set(finding.rule, own);
    own.count += 1;
    if (own.first.length < placesListed) own.first.push(finding);
  }
  return [...byRule.values()];
}

/** The cells that kept a rule from judging, and why, for the first of them. */
function undecidedItem(page: Page, { count, first: findings }: Undecided): Markup {
  const { labels, words, language } = page;
  const [first] = findings;
  if (first === undefined) return html``;
  const lines = findings.map((finding) => {
    const [place] = finding.where;
    const hidden = page.classified(finding.unit, finding.project);
    return html`<li>${unitName(page, finding.unit)} <span class="number">${(place && sheetAndCell(page, place)) ?? null}</span> <span class="soft">${!hidden && excerpt(finding.message[language], 160)}</span></li>
`;
  });
  return html`<li>${severityMark(page, 'undecidable')} <b>${ruleTitle(page, first.rule)}</b> <span class="code">${first.rule}</span>${labels.colon}${words.provenance.places(count)}<ul>${lines}</ul>${count > placesListed && labels.sentences.morePlaces(count)}</li>
`;
}

function rules(page: Page): Markup {
  const { report, labels, words, language } = page;
  const heads = labels.ruleSheet;
  if (report.rules.length === 0) return html``;
  const off = html` <span class="mark grey">${words.provenance.off}</span>`;
  const columns = [
    text<RuleResult>(heads.id, ({ id }) => id, 'code id'),
    text<RuleResult>(
      heads.title,
      (rule) => html`${rule.title[language]}${rule.off !== null && off}`,
      'words',
    ),
    text<RuleResult>(heads.source, ({ basis }) => basis.source, 'words'),
    text<RuleResult>(words.provenance.thresholds, (rule) => thresholds(page, rule), 'words'),
    figure<RuleResult>(heads.pass, ({ pass }) => pass),
    figure<RuleResult>(heads.fail, ({ fail }) => fail),
    figure<RuleResult>(heads.undecidable, ({ undecidable }) => undecidable),
    figure<RuleResult>(heads.notApplicable, ({ notApplicable }) => notApplicable),
    figure<RuleResult>(heads.error, ({ error }) => error),
  ];
  return html`<h3 id="rules-title">${words.provenance.rules}</h3>
<p class="soft">${heads.note}</p>
${table('rules-title', report.rules, columns, { small: true })}`;
}

/** What each threshold means, with its value in force. */
function thresholds({ labels, words, language }: Page, { thresholds: said }: RuleResult): string {
  const settings = said.map(({ meaning, shown }) => `${meaning[language]}${labels.colon}${shown[language]}`);
  return settings.length === 0 ? absent : excerpt(settings.join(words.clauseSeparator), 300);
}

/** Sheets that the page lists; the workbook lists them all. */
const sheetsListed = 3000;

function files(page: Page): Markup {
  const { report, labels, words, language } = page;
  const heads = labels.settings;
  if (report.submissions.length === 0) return html``;
  const columns = [
    text<SubmissionSummary>(heads.file, ({ file }) => excerpt(file, 120), 'name'),
    text<SubmissionSummary>(heads.sheet, ({ sheet }) => (sheet === null ? absent : excerpt(sheet, 60))),
    text<SubmissionSummary>(heads.template, ({ template }) =>
      template === null ? absent : (labels.templates[template] ?? template),
    ),
    text<SubmissionSummary>(heads.unit, ({ unit }) => unitName(page, unit), 'name'),
    text<SubmissionSummary>(heads.amountUnit, ({ amountUnit }) =>
      amountUnit === null ? absent : unitWord(amountUnit, language),
    ),
    figure<SubmissionSummary>(heads.rows, (submission) => submission.rows),
    text<SubmissionSummary>(heads.status, (submission) => statusOf(page, submission), 'words'),
    text<SubmissionSummary>(heads.sha256, ({ sha256 }) => fingerprint(sha256), 'hash'),
  ];
  return html`<h3 id="files-title">${heads.sourcesTitle}</h3>
${table('files-title', report.submissions.slice(0, sheetsListed), columns, { small: true })}${
  report.submissions.length > sheetsListed &&
  html`
<p class="soft">${words.provenance.sheetsListed(sheetsListed, report.submissions.length, labels.fileNames.workbook)}</p>`
}`;
}

/** What became of a file, and why it was not checked where it was not. */
function statusOf({ labels, language }: Page, { status, refusal, note }: SubmissionSummary): Markup {
  const why = refusal?.message[language] ?? note?.[language] ?? null;
  return html`${labels.submissionStatus[status]}${why !== null && html`<br><span class="soft">${excerpt(why, 200)}</span>`}`;
}

import { describe, expect, test } from '@jest/globals';
import type { RowInput, RuleCase, SubmissionInput } from '../../fixtures/case.ts';
import { goodRows } from '../../fixtures/good-data.ts';
import { runRules } from '../../fixtures/run-case.ts';
import type { Finding } from '../../pipeline/model/report.ts';
import type { Checked } from '../../pipeline/stages/check.ts';
import { type KnownTemplateId, templateIds, templates } from '../../pipeline/templates/index.ts';
import type { Rule } from '../../rules/rule.ts';

/** Findings and undecidable answers are written out as the report prints them: `warning 支出进度!Z6: …`. */
export interface RuleCases {
  readonly passes: Readonly<Record<string, RuleCase>>;
  readonly fails: Readonly<Record<string, RuleCase & { readonly findings: readonly string[] }>>;
  /** `because` names the cell that is wanting: `支出进度!Z6`. */
  readonly undecidable?: Readonly<Record<string, RuleCase & { readonly because: readonly string[] }>>;
  /** Nothing to judge: neither a pass nor a finding. */
  readonly notApplicable?: Readonly<Record<string, RuleCase>>;
  /** Set where the order of rows is what the rule is about. */
  readonly orderMatters?: true;
}

/** Runs a rule over its cases through the real engine; failing cases are run again with their rows reversed. */
export function testRule(rule: Rule, cases: RuleCases): void {
  describe(`${rule.meta.id} ${rule.meta.name}`, () => {
    for (const [name, one] of Object.entries(cases.passes)) {
      test(`passes: ${name}`, () => {
        const { findings, counts } = runRule(rule, one);
        expect(findings.map(line)).toEqual([]);
        expect(counts.get(rule.meta.id)?.pass).toBeGreaterThan(0);
      });
    }
    for (const [name, { findings: expected, ...one }] of Object.entries(cases.fails)) {
      test(`fails: ${name}`, () => {
        const { findings, failures } = runRule(rule, one);
        expect(failures).toEqual([]);
        expect(findings.filter((finding) => finding.status === 'fail').map(line)).toEqual(expected);
        expect(expected.length).toBeGreaterThan(0);
        for (const finding of findings) {
          expect(finding.where.length).toBeGreaterThan(0);
          // A unit's own words stand in quotes, as they are.
          expect(finding.message.en.replace(/"[^"]*"/g, '""')).not.toMatch(/[\u4e00-\u9fff]{6}/);
        }
      });
      if (cases.orderMatters) continue;
      test(`fails whatever the order of rows: ${name}`, () => {
        const words = (finding: Finding) => `${finding.severity} ${finding.message.zh}`;
        const turned = runRule(rule, reversed(one)).findings.filter((finding) => finding.status === 'fail');
        const straight = runRule(rule, one).findings.filter((finding) => finding.status === 'fail');
        expect(turned.map(words).sort()).toEqual(straight.map(words).sort());
      });
    }
    for (const [name, { because, ...one }] of Object.entries(cases.undecidable ?? {})) {
      test(`undecidable: ${name}`, () => {
        const { findings, failures } = runRule(rule, one);
        expect(failures).toEqual([]);
        expect(findings.filter((finding) => finding.status === 'fail').map(line)).toEqual([]);
        expect(
          findings.flatMap((finding) => finding.where.map((place) => `${place.sheet}!${place.cell}`)),
        ).toEqual(because);
      });
    }
    for (const [name, one] of Object.entries(cases.notApplicable ?? {})) {
      test(`not applicable: ${name}`, () => {
        const { findings, counts } = runRule(rule, one);
        expect(findings.map(line)).toEqual([]);
        expect(counts.get(rule.meta.id)?.pass ?? 0).toBe(0);
      });
    }
  });
}

/** One rule over one case, as the engine does it. */
function runRule(rule: Rule, one: RuleCase): Checked {
  return runRules([rule], one);
}

/** The same case with the rows of every table the other way round; rows keep their own numbers and codes. */
function reversed(one: RuleCase): RuleCase {
  const turned: Record<string, unknown> = { ...one };
  for (const id of templateIds) {
    const input = one[id];
    if (input === undefined) continue;
    const given: SubmissionInput = 'length' in input ? { rows: input } : input;
    if (given.rows === undefined) continue;
    const rows = given.rows.map((row, index) => ({ seq: index + 1, ...goodRow(id, index), ...row }));
    turned[id] = { ...given, rows: rows.reverse() };
  }
  // Only the rows were turned; everything else is as it was.
  return turned as RuleCase;
}

/** The whole good row a test starts from: what a table lists differs from row to row. */
function goodRow(id: KnownTemplateId, index: number): RowInput {
  const first = Object.keys(templates[id].tables)[0] ?? '';
  return goodRows[id]?.[first]?.(index) ?? {};
}

function line(finding: Finding): string {
  const place = finding.where[0];
  const status = finding.status === 'undecidable' ? 'undecidable' : finding.severity;
  return `${status} ${place?.sheet ?? place?.file}!${place?.cell ?? ''}: ${finding.message.zh}`;
}

import { labelsOf } from '../../output/labels.ts';
import { padTo } from '../../output/text-width.ts';
import type { Example } from '../../rules/example.ts';
import { rules } from '../../rules/index.ts';
import { optionsOf } from '../../rules/option.ts';
import type { Rule } from '../../rules/rule.ts';
import { optionText, optionUnits } from '../model/option.ts';
import type { Language } from '../model/text.ts';
import { nearestWord } from '../policy/nearest-word.ts';
import type { Policy } from '../policy/policy.ts';
import { commandLine } from './command-line.ts';
import { exitCodes } from './exit-codes.ts';
import { explainRule } from './explain-rule.ts';
import { policyFrom } from './inputs.ts';
import { UsageMistake } from './usage-mistake.ts';
import { workedExamples } from './worked-examples.ts';

export interface RulesFlags {
  readonly policy?: string;
  readonly profile?: string;
  readonly json?: boolean;
  readonly export?: string;
  readonly force?: boolean;
  readonly lang: Language;
}

/** `rules [ID]`: the catalogue, or one rule with its thresholds in force and a worked example; as JSON or a workbook. */
export async function showRules(id: string | undefined, flags: RulesFlags): Promise<number> {
  const policy = await policyFrom(flags);
  const chosen = id === undefined ? rules : [ruleOf(id)];
  if (flags.export !== undefined) {
    const { exportRules } = await import('./export-rules.ts');
    return exportRules(chosen, policy, flags.export, flags);
  }
  if (flags.json) {
    const examples = await workedExamples();
    const described = chosen.map((rule) => describe(rule, policy, examples[rule.meta.id]));
    process.stdout.write(`${JSON.stringify(described, null, 2)}\n`);
    return exitCodes.clean;
  }
  const lines =
    id === undefined
      ? chosen.map((rule) => lineOf(rule, policy, flags.lang))
      : await explained(chosen, policy, flags.lang);
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.clean;
}

async function explained(chosen: readonly Rule[], policy: Policy, lang: Language): Promise<string[]> {
  const examples = await workedExamples();
  return chosen.flatMap((rule) => explainRule(rule, policy.ruleSettings(rule), examples[rule.meta.id], lang));
}

function ruleOf(id: string): Rule {
  const wanted = id.toUpperCase();
  const rule = rules.find(({ meta }) => meta.id === wanted || meta.name === id);
  if (rule !== undefined) return rule;
  const near = nearestWord(
    wanted,
    rules.map(({ meta }) => meta.id),
  );
  throw new UsageMistake({
    zh: `没有规则 ${id}。${near === null ? '' : `是不是 ${near}？`}全部规则见 ${commandLine('rules')}`,
    en: `There is no rule ${id}.${near === null ? '' : ` Did you mean ${near}?`} For all of them: ${commandLine('rules')}`,
  });
}

/** A rule for scripts: what it is, its settings in force, and its example. */
function describe(rule: Rule, policy: Policy, example: Example | undefined): object {
  const { id, name, title, group, scope, needs, severity, basis, messages } = rule.meta;
  const settings = policy.ruleSettings(rule);
  return {
    id,
    name,
    title,
    group,
    scope,
    needs,
    severity: settings.severity ?? severity,
    basis,
    options: optionsOf(rule).map((option) => ({
      name: option.name,
      value: settings.options[option.name],
      default: option.initial,
      unit: optionUnits[option.meaning.unit],
      meaning: { zh: option.meaning.zh, en: option.meaning.en },
      shown: optionText(settings.options[option.name], option.meaning.unit),
    })),
    off: settings.off,
    effective: settings.effective,
    messages,
    example: example ?? null,
  };
}

function lineOf(rule: Rule, policy: Policy, lang: Language): string {
  const { off, severity } = policy.ruleSettings(rule);
  const mark = off === null ? '' : lang === 'zh' ? `（已停用：${off}）` : ` (off: ${off})`;
  const word = labelsOf(lang).severity[severity ?? rule.meta.severity];
  return `${rule.meta.id.padEnd(7)} ${padTo(word, lang === 'zh' ? 6 : 10)}  ${rule.meta.title[lang]}${mark}`;
}

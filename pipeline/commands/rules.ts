import { rules } from '../../rules/index.ts';
import { optionsOf } from '../../rules/option.ts';
import type { Rule } from '../../rules/rule.ts';
import { optionWritten } from '../model/option.ts';
import type { Language } from '../model/text.ts';
import { nearestWord } from '../policy/nearest-word.ts';
import type { Policy } from '../policy/policy.ts';
import { exitCodes } from './exit-codes.ts';
import { policyFrom } from './inputs.ts';
import { UsageMistake } from './usage-mistake.ts';

export interface RulesFlags {
  readonly policy?: string;
  readonly profile?: string;
  readonly json?: boolean;
  readonly lang: Language;
}

/** `rules [ID]`: the catalogue, or one rule with its thresholds in force. */
export async function showRules(id: string | undefined, flags: RulesFlags): Promise<number> {
  const policy = await policyFrom(flags);
  const chosen = id === undefined ? rules : [ruleOf(id)];
  if (flags.json) {
    process.stdout.write(
      `${JSON.stringify(
        chosen.map((rule) => describe(rule, policy)),
        null,
        2,
      )}\n`,
    );
    return exitCodes.clean;
  }
  const lines =
    id === undefined
      ? listOf(chosen, policy, flags.lang)
      : chosen.flatMap((rule) => explain(rule, policy, flags.lang));
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.clean;
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
    zh: `没有规则 ${id}。${near === null ? '' : `是不是 ${near}？`}全部规则见 budgetlint rules。`,
    en: `There is no rule ${id}.${near === null ? '' : ` Did you mean ${near}?`} See budgetlint rules for all.`,
  });
}

function describe(rule: Rule, policy: Policy): object {
  const { id, name, title, group, scope, needs, severity, basis, messages } = rule.meta;
  const { options, off } = policy.ruleSettings(rule);
  return {
    id,
    name,
    title,
    group,
    scope,
    needs,
    severity: policy.ruleSettings(rule).severity ?? severity,
    basis,
    options,
    off,
    messages,
  };
}

const severities = {
  error: { zh: '错误', en: 'error  ' },
  warning: { zh: '预警', en: 'warning' },
  notice: { zh: '提示', en: 'notice ' },
} as const;

function listOf(chosen: readonly Rule[], policy: Policy, lang: Language): readonly string[] {
  return chosen.map((rule) => {
    const { off, severity } = policy.ruleSettings(rule);
    const mark = off === null ? '' : lang === 'zh' ? `（已停用：${off}）` : ` (off: ${off})`;
    return `${rule.meta.id.padEnd(7)} ${severities[severity ?? rule.meta.severity][lang]}  ${rule.meta.title[lang]}${mark}`;
  });
}

function explain(rule: Rule, policy: Policy, lang: Language): readonly string[] {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const { meta } = rule;
  const { options, off } = policy.ruleSettings(rule);
  const lines = [
    `${meta.id}  ${meta.title[lang]}`,
    `${say('级别', 'severity')}  ${severities[meta.severity][lang].trim()}`,
    `${say('依据', 'basis')}  ${meta.basis.source}`,
    `${say('为什么', 'why')}  ${meta.basis.why[lang]}`,
    `${say('适用', 'looks at')}  ${meta.needs.length === 0 ? say('所有报表', 'every template') : meta.needs.join(', ')}`,
  ];
  if (off !== null) lines.push(say(`已停用：${off}`, `switched off: ${off}`));
  for (const { name, meaning } of optionsOf(rule)) {
    lines.push(
      `${say('参数', 'option')}  ${name} = ${optionWritten(options[name], meaning.unit)[lang]}  ${meaning[lang]}`,
    );
  }
  for (const message of Object.values(meta.messages)) {
    lines.push('', message[lang], `  ${say('怎么改', 'clears')}  ${message.clears[lang]}`);
  }
  return lines;
}

import { z } from 'zod';
import type { OptionMeaning } from '../pipeline/model/option.ts';
import type { Text } from '../pipeline/model/text.ts';
import type { Rule } from './rule.ts';

/**
 * What each option means, in both languages and with its unit: `z.number().default(0.2).register(meaning, { … })`, last
 * in the chain. The catalogue, `rules` and the reports say it; a test finds options without one.
 */
export const meaning = z.registry<OptionMeaning>();

/** An option of a rule: its name in the settings, its default and what it means. */
export interface RuleOption {
  readonly name: string;
  readonly initial: unknown;
  readonly meaning: OptionMeaning;
}

/** The options of a rule in the order they are declared. @throws RangeError when one does not say what it means */
export function optionsOf({ meta }: Rule): readonly RuleOption[] {
  const initial = meta.options.parse({});
  return Object.entries(meta.options.shape).map(([name, schema]) => {
    const said = schema instanceof z.ZodType ? meaning.get(schema) : undefined;
    if (said === undefined) throw new RangeError(`${meta.id} does not say what its option ${name} means`);
    return { name, initial: initial[name], meaning: said };
  });
}

/**
 * For options of which none may be below the one before: two thresholds of one rule, bands, a lowest and a highest.
 * `z.object({ … }).check(rising('warnAbove', 'errorAbove'))`.
 */
export function rising(...names: readonly string[]): z.core.CheckFn<Readonly<Record<string, unknown>>> {
  return ({ value, issues }) => {
    for (const [index, name] of names.entries()) {
      const before = names[index - 1];
      const [low, high] = [before === undefined ? undefined : value[before], value[name]];
      if (typeof low !== 'number' || typeof high !== 'number' || low <= high) continue;
      const sentence: Text = {
        zh: `${before}（${low}）应不大于 ${name}（${high}）。`,
        en: `${before} (${low}) must not be above ${name} (${high}).`,
      };
      issues.push({ code: 'custom', path: [], input: value, message: sentence.en, params: { sentence } });
    }
  };
}

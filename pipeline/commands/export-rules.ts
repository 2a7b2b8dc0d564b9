import type { ExampleCard, RuleCard } from '../../output/rule-catalogue/rule-card.ts';
import { type Example, placeTexts } from '../../rules/example.ts';
import { optionsOf } from '../../rules/option.ts';
import type { Rule } from '../../rules/rule.ts';
import { optionText, optionUnits } from '../model/option.ts';
import type { Language } from '../model/text.ts';
import type { Policy } from '../policy/policy.ts';
import { effectiveText } from '../policy/why-not-applied.ts';
import { exitCodes } from './exit-codes.ts';
import { workbookPath, writeWhole } from './single-file.ts';
import { workedExamples } from './worked-examples.ts';

/** `rules --export FILE.xlsx`: the catalogue as a workbook, with the settings in force. */
export async function exportRules(
  rules: readonly Rule[],
  policy: Policy,
  path: string,
  flags: { readonly force?: boolean; readonly lang: Language },
): Promise<number> {
  const out = await workbookPath('--export', path, flags.force === true);
  const examples = await workedExamples();
  const cards = rules.map((rule) => cardOf(rule, policy, examples[rule.meta.id], flags.lang));
  const { ruleCatalogue } = await import('../../output/rule-catalogue/rule-catalogue.ts');
  await writeWhole(out, await ruleCatalogue(cards, policy.name, flags.lang));
  process.stdout.write(`${out}\n`);
  return exitCodes.clean;
}

function cardOf(rule: Rule, policy: Policy, example: Example | undefined, lang: Language): RuleCard {
  const { id, group, title, severity, scope, needs, basis } = rule.meta;
  const settings = policy.ruleSettings(rule);
  return {
    id,
    group,
    title: title[lang],
    severity: settings.severity ?? severity,
    scope,
    templates: needs,
    source: basis.source,
    why: basis.why[lang],
    options: optionsOf(rule).map(({ name, initial, meaning }) => ({
      name,
      meaning: meaning[lang],
      unit: optionUnits[meaning.unit][lang],
      value: JSON.stringify(settings.options[name]),
      shown: optionText(settings.options[name], meaning.unit)[lang],
      initial: optionText(initial, meaning.unit)[lang],
    })),
    effective: effectiveText(settings.effective)[lang],
    off: settings.off,
    example: example === undefined ? null : exampleCard(example, lang),
  };
}

function exampleCard(example: Example, lang: Language): ExampleCard {
  const { severity, message, clears, value, expected, difference, tolerance, threshold, trace } = example;
  return {
    severity,
    places: placeTexts(example, lang).join('\n'),
    message: message[lang],
    clears: clears[lang],
    value,
    expected,
    difference,
    tolerance,
    threshold,
    trace,
  };
}

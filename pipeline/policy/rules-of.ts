import type { z } from 'zod';
import type { Rule } from '../../rules/rule.ts';
import type { Severity } from '../model/verdict.ts';
import { droppedNames, explain, isGroup, unknownName } from './explain.ts';
import { didYouMean, type PolicyMistake, policyMistake } from './mistake.ts';
import { nearestWord } from './nearest-word.ts';
import type { RuleSettings } from './policy.ts';
import type { SettingsFile } from './settings-file.ts';

/**
 * The settings of every rule out of files laid over each other, the last one on top. Options are checked by the rule's
 * own schema; what the schema of settings files checks already (severity, off) is only taken over.
 */
export function rulesOf(
  layers: readonly SettingsFile[],
  rules: readonly Rule[],
): { readonly rules: Readonly<Record<string, RuleSettings>>; readonly mistakes: readonly PolicyMistake[] } {
  const mistakes: PolicyMistake[] = [];
  const ids = rules.map(({ meta }) => meta.id);
  for (const layer of layers) {
    for (const id of Object.keys(groupAt(layer.values.rules))) {
      if (ids.includes(id)) continue;
      mistakes.push(mistakeAt(layer, ['rules', id], unknownRule(id, rules)));
    }
  }
  const settings: [string, RuleSettings][] = [];
  for (const rule of rules) {
    const checked = settingsOf(rule, layers);
    if ('mistakes' in checked) mistakes.push(...checked.mistakes);
    else settings.push([rule.meta.id, checked]);
  }
  return { rules: Object.fromEntries(settings), mistakes };
}

function settingsOf(
  { meta }: Rule,
  layers: readonly SettingsFile[],
): RuleSettings | { readonly mistakes: readonly PolicyMistake[] } {
  const mistakes: PolicyMistake[] = [];
  const options: Record<string, unknown> = {};
  const writtenIn = new Map<string, SettingsFile>();
  let severity: Severity | null = null;
  let off: string | null = null;
  for (const layer of layers) {
    for (const [name, value] of Object.entries(groupAt(groupAt(layer.values.rules)[meta.id]))) {
      if (name === 'severity') severity = isSeverity(value) ? value : severity;
      else if (name === 'off') off = typeof value === 'string' ? value : null;
      else if (name in meta.options.shape) {
        options[name] = value;
        writtenIn.set(name, layer);
      } else {
        const known = [...Object.keys(meta.options.shape), 'severity', 'off'];
        mistakes.push(mistakeAt(layer, ['rules', meta.id, name], unknownName(name, known)));
      }
    }
  }

  const mistakeIn = (path: readonly PropertyKey[], sentence: PolicyMistake['message']) => {
    // What no option is to blame for is said of the rule in the topmost file that speaks of it.
    const layer =
      writtenIn.get(String(path[0])) ??
      layers.findLast((one) => isGroup(groupAt(one.values.rules)[meta.id])) ??
      layers.at(-1);
    const where = ['rules', meta.id, ...path];
    return layer === undefined
      ? policyMistake({ file: null, line: null, path: where.join('.') }, sentence)
      : mistakeAt(layer, where, sentence);
  };
  const parsed = parseOptions(meta.options, options);
  for (const { path, sentence } of parsed.wrong) mistakes.push(mistakeIn(path, sentence));
  return mistakes.length > 0 ? { mistakes } : { options: parsed.options, severity, off };
}

function parseOptions(schema: z.ZodObject, given: Readonly<Record<string, unknown>>) {
  const parsed = schema.safeParse(given);
  if (!parsed.success) return { options: {}, wrong: explain(parsed.error, schema, given) };
  const wrong = droppedNames(given, parsed.data).map((path) => ({
    path,
    sentence: unknownName(String(path.at(-1)), []),
  }));
  return { options: parsed.data, wrong };
}

/** An unknown rule: the one whose id is nearest, or whose name was written for its id. */
function unknownRule(id: string, rules: readonly Rule[]) {
  const byName = rules.find(({ meta }) => meta.name === id)?.meta.id ?? null;
  const nearest =
    byName ??
    nearestWord(
      id,
      rules.map(({ meta }) => meta.id),
    );
  const { zh, en } = didYouMean(nearest);
  return {
    zh: `没有编号为“${id}”的规则，${nearest === null ? '编号如 PRG-04。' : zh}`,
    en: `there is no rule "${id}".${nearest === null ? ' Rules have ids such as PRG-04.' : en}`,
  };
}

function mistakeAt(layer: SettingsFile, path: readonly PropertyKey[], sentence: PolicyMistake['message']) {
  return policyMistake(
    { file: layer.file, line: layer.lineOf(path), path: path.map(String).join('.') },
    sentence,
  );
}

function groupAt(value: unknown): Readonly<Record<string, unknown>> {
  return isGroup(value) ? value : {};
}

function isSeverity(value: unknown): value is Severity {
  return value === 'error' || value === 'warning' || value === 'notice';
}

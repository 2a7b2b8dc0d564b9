import type { z } from 'zod';
import type { Rule } from '../../rules/rule.ts';
import { isPeriod, type Period } from '../model/period.ts';
import type { Severity } from '../model/verdict.ts';
import { droppedNames, explain, isGroup, unknownName } from './explain.ts';
import { didYouMean, type PolicyMistake, pathText, policyMistake } from './mistake.ts';
import { nearestWord } from './nearest-word.ts';
import { ownSettings, type RuleSettings } from './policy.ts';
import type { SettingsFile } from './settings-file.ts';

/**
 * The settings of every rule out of files laid over each other, the last one on top. Options are checked by the rule's
 * own schema; what the schema of settings files checks already (severity, off, effective) is only taken over.
 *
 * A threshold that several rules declare by one and the same schema is one threshold: set for one of them it holds for
 * the others too, unless they have a value of their own. Else the milestones of one rule would contradict another's.
 */
export function rulesOf(
  layers: readonly SettingsFile[],
  rules: readonly Rule[],
): { readonly rules: Readonly<Record<string, RuleSettings>>; readonly mistakes: readonly PolicyMistake[] } {
  const mistakes: PolicyMistake[] = [];
  const ids = new Set(rules.map(({ meta }) => meta.id));
  for (const layer of layers) {
    for (const id of Object.keys(groupAt(layer.values.rules))) {
      if (!ids.has(id)) mistakes.push(mistakeAt(layer, ['rules', id], unknownRule(id, rules)));
    }
  }

  const shared = new Map<unknown, unknown>();
  const writings = rules.map((rule) => writingOf(rule, layers));
  for (const { rule, options, wrong } of writings) {
    mistakes.push(...wrong);
    for (const [name, { value }] of options) {
      const schema = rule.meta.options.shape[name];
      if (!shared.has(schema)) shared.set(schema, value);
    }
  }

  const settings: [string, RuleSettings][] = [];
  for (const { rule, options, severity, off, effective } of writings) {
    const given: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(rule.meta.options.shape)) {
      const own = options.get(name);
      if (own !== undefined) given[name] = own.value;
      else if (shared.has(schema)) given[name] = shared.get(schema);
    }
    const parsed = parseOptions(rule.meta.options, given);
    for (const { path, sentence } of parsed.wrong) {
      const option = String(path[0] ?? '');
      const layer = options.get(option)?.layer;
      // A value taken over from another rule is told of there.
      if (layer === undefined && option in given) continue;
      const speaker = layer ?? speakerOf(rule, layers);
      // Rules that share thresholds would all say the same of the one place where these are set.
      const isSaid = options.size === 0 && mistakes.some(({ message }) => message.zh.endsWith(sentence.zh));
      if (speaker !== undefined && !isSaid)
        mistakes.push(mistakeAt(speaker, ['rules', rule.meta.id, ...path], sentence));
    }
    settings.push([rule.meta.id, { options: parsed.options, severity, off, effective }]);
  }
  return { rules: Object.fromEntries(settings), mistakes };
}

/** What the files say of one rule, the last one on top, and what none of them may say. */
interface Writing {
  readonly rule: Rule;
  readonly options: ReadonlyMap<string, { readonly value: unknown; readonly layer: SettingsFile }>;
  readonly severity: Severity | null;
  readonly off: string | null;
  readonly effective: RuleSettings['effective'];
  readonly wrong: readonly PolicyMistake[];
}

function writingOf(rule: Rule, layers: readonly SettingsFile[]): Writing {
  const { id, options: schema } = rule.meta;
  const options = new Map<string, { readonly value: unknown; readonly layer: SettingsFile }>();
  const wrong: PolicyMistake[] = [];
  let severity: Severity | null = null;
  let off: string | null = null;
  let effective = ownSettings(rule).effective;
  for (const layer of layers) {
    for (const [name, value] of Object.entries(groupAt(groupAt(layer.values.rules)[id]))) {
      if (name === 'severity') severity = isSeverity(value) ? value : severity;
      else if (name === 'off') off = typeof value === 'string' ? value : null;
      else if (name === 'effective') effective = { ...effective, ...periodsIn(value) };
      else if (Object.hasOwn(schema.shape, name)) options.set(name, { value, layer });
      else {
        const known = [...Object.keys(schema.shape), 'severity', 'off', 'effective'];
        wrong.push(mistakeAt(layer, ['rules', id, name], unknownName(name, known)));
      }
    }
  }
  return { rule, options, severity, off, effective, wrong };
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

/** The topmost file that speaks of a rule: what no single option is to blame for is said of it there. */
function speakerOf({ meta }: Rule, layers: readonly SettingsFile[]): SettingsFile | undefined {
  return layers.findLast(({ values }) => isGroup(groupAt(values.rules)[meta.id])) ?? layers.at(-1);
}

/** An unknown rule: the one whose id is nearest, or whose name was written for its id. */
function unknownRule(id: string, rules: readonly Rule[]) {
  const byName = rules.find(({ meta }) => meta.name === id)?.meta.id;
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
  return policyMistake({ file: layer.file, line: layer.lineOf(path), path: pathText(path) }, sentence);
}

function groupAt(value: unknown): Readonly<Record<string, unknown>> {
  return isGroup(value) ? value : {};
}

/** The periods that a file names, each of which replaces the one before. */
function periodsIn(value: unknown): { readonly from?: Period; readonly to?: Period } {
  const { from, to } = groupAt(value);
  return {
    ...(typeof from === 'string' && isPeriod(from) ? { from } : {}),
    ...(typeof to === 'string' && isPeriod(to) ? { to } : {}),
  };
}

function isSeverity(value: unknown): value is Severity {
  return value === 'error' || value === 'warning' || value === 'notice';
}

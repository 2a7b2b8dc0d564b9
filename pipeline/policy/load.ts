import { readdir, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Rule } from '../../rules/rule.ts';
import { decodeText } from '../formats/csv/decode.ts';
import { besidePipeline } from '../model/beside.ts';
import { isRefusal } from '../model/refusal.ts';
import { explain, isGroup } from './explain.ts';
import { didYouMean, type PolicyMistake, pathText, policyMistake } from './mistake.ts';
import { nearestWord } from './nearest-word.ts';
import type { Policy } from './policy.ts';
import { rulesOf } from './rules-of.ts';
import { type PolicyFile, policyFileSchema } from './schema.ts';
import { type PolicySettings, policyFrom } from './settings.ts';
import { parseSettings, type SettingsFile } from './settings-file.ts';

/** The policy of a run, which still knows the plain settings it was made from; or every mistake that was found. */
export type LoadedPolicy =
  | { readonly policy: Policy & { readonly settings: PolicySettings } }
  | { readonly mistakes: readonly PolicyMistake[] };

/**
 * Loads the bureau's settings: a shipped profile, and what a policy file changes of it.
 *
 * `profile` (the command line's) goes before the profile that the file names; with neither it is `default`. Settings
 * are laid over each other value by value: of a rule only the options that are named change, each as a whole.
 *
 * @throws the system's error when a file is there and cannot be read, e.g. a missing permission.
 */
export async function loadPolicy(from: {
  readonly file: string | null;
  readonly profile: string | null;
  readonly rules: readonly Rule[];
}): Promise<LoadedPolicy> {
  const own = from.file === null ? null : await readLayer(from.file, basename(from.file));
  if (own !== null && 'mistakes' in own) return own;

  const asked = from.profile ?? own?.content.profile ?? 'default';
  const chain = await profileChain(asked, from.profile === null && own !== null ? own.settings : null);
  if ('mistakes' in chain) {
    return { mistakes: [...(own?.mistakesSoFar ?? []), ...chain.mistakes] };
  }

  const layers = own === null ? chain.layers : [...chain.layers, own];
  const checked = rulesOf(
    layers.map(({ settings }) => settings),
    from.rules,
  );
  const mistakes = [...layers.flatMap(({ mistakesSoFar }) => mistakesSoFar), ...checked.mistakes];
  if (mistakes.length > 0) return { mistakes: mistakes.toSorted(byLine) };

  const contents = layers.map(({ content }) => content);
  const { name, ...changed } = own?.settings.values ?? {};
  return {
    policy: policyFrom({
      name: own === null ? asked : (own.content.name ?? own.settings.file.replace(/\.ya?ml$/i, '')),
      profile: asked,
      overrides: own === null ? {} : { ...changed, profile: asked },
      office: contents.findLast((one) => one.office !== undefined)?.office ?? null,
      answerWithin: contents.findLast((one) => one.answerWithin !== undefined)?.answerWithin ?? null,
      timeProgress: contents.findLast((one) => one.timeProgress !== undefined)?.timeProgress ?? 'month',
      curves: contents.findLast((one) => one.curves !== undefined)?.curves ?? [],
      deadlines: Object.assign({}, ...contents.map((one) => one.deadlines ?? {})),
      calendar: contents.map(({ calendar }) => ({
        holidays: calendar?.holidays ?? [],
        workdays: calendar?.workdays ?? [],
      })),
      rules: checked.rules,
    }),
  };
}

/** The shipped profiles by name, `default` first. */
export async function profileNames(): Promise<readonly string[]> {
  const names = (await readdir(profiles))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'));
  return ['default', ...names.filter((name) => name !== 'default').sort()];
}

const profiles = besidePipeline('policy/profiles/');

/** One settings file of several that are laid over each other. */
interface Layer {
  readonly settings: SettingsFile;
  readonly content: PolicyFile;
  /** What is wrong in it apart from its rules. */
  readonly mistakesSoFar: readonly PolicyMistake[];
}

/** A profile and those it rests on, the last one first. */
async function profileChain(
  name: string,
  namedIn: SettingsFile | null,
): Promise<{ readonly layers: readonly Layer[] } | { readonly mistakes: readonly PolicyMistake[] }> {
  const known = await profileNames();
  const layers: Layer[] = [];
  let next: string | undefined = name;
  let from = namedIn;
  while (next !== undefined) {
    const where = {
      file: from?.file ?? null,
      line: from?.lineOf(['profile']) ?? null,
      path: from === null ? '--profile' : 'profile',
    };
    if (!known.includes(next)) return { mistakes: [policyMistake(where, unknownProfile(next, known))] };
    const layer: Layer | { readonly mistakes: readonly PolicyMistake[] } = await readLayer(
      new URL(`${next}.yaml`, profiles),
      `${next}.yaml`,
    );
    if ('mistakes' in layer) return layer;
    layers.unshift(layer);
    from = layer.settings;
    next = layer.content.profile;
  }
  return { layers };
}

async function readLayer(
  path: string | URL,
  file: string,
): Promise<Layer | { readonly mistakes: readonly PolicyMistake[] }> {
  const text = await readText(path);
  if (typeof text !== 'string') return { mistakes: [policyMistake({ file, line: null, path: '' }, text)] };
  const parsed = parseSettings(text, file);
  if ('mistakes' in parsed) return parsed;
  const { settings } = parsed;
  const content = policyFileSchema.safeParse(settings.values);
  if (content.success) return { settings, content: content.data, mistakesSoFar: [] };
  const mistakesSoFar = explain(content.error, policyFileSchema, settings.values).map(({ path, sentence }) =>
    policyMistake({ file, line: settings.lineOf(path), path: pathText(path) }, sentence),
  );
  const { profile } = settings.values;
  return { settings, content: typeof profile === 'string' ? { profile } : {}, mistakesSoFar };
}

/** A settings file is a page of text; anything of this size is something else. */
const largestFile = 1024 * 1024;

/** The text of a settings file, or why there is none. */
async function readText(path: string | URL): Promise<string | { readonly zh: string; readonly en: string }> {
  let bytes: Uint8Array;
  try {
    const about = await stat(path);
    if (about.isDirectory()) return { zh: '是文件夹，不是文件。', en: 'this is a folder, not a file.' };
    if (about.size > largestFile)
      return { zh: '文件过大，不像是设置文件。', en: 'too big for a settings file.' };
    bytes = await readFile(path);
  } catch (error) {
    if (isMissing(error)) return { zh: '找不到这个文件。', en: 'there is no such file.' };
    throw error;
  }
  const decoded = decodeText(bytes);
  if (!isRefusal(decoded)) return decoded.text;
  return { zh: '文字编码无法识别，请以 UTF-8 保存。', en: 'the text encoding is unknown; save it as UTF-8.' };
}

function isMissing(error: unknown): boolean {
  return isGroup(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function unknownProfile(name: string, known: readonly string[]) {
  const { zh, en } = didYouMean(nearestWord(name, known));
  return {
    zh: `没有名为“${name}”的方案。${zh}可用的有：${known.join('、')}。`,
    en: `there is no profile "${name}".${en} Known are: ${known.join(', ')}.`,
  };
}

function byLine(one: PolicyMistake, other: PolicyMistake): number {
  if (one.file !== other.file) return 0;
  return (one.line ?? 0) - (other.line ?? 0);
}

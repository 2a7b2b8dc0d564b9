import { z } from 'zod';
import type { Text } from '../model/text.ts';
import { didYouMean } from './mistake.ts';
import { nearestWord } from './nearest-word.ts';

/** One thing wrong with a value: where, and what was found and is allowed, in words fit for a clerk. */
export interface Explanation {
  readonly path: readonly PropertyKey[];
  readonly sentence: Text;
}

/** Says what is wrong with a value that a schema did not accept; zod's own words are not used. */
export function explain(error: z.ZodError, schema: z.ZodType, value: unknown): Explanation[] {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape; // a JSON schema is an object
  return error.issues.flatMap((issue) => explainIssue(issue, [], shape, value));
}

function explainIssue(
  issue: z.core.$ZodIssue,
  above: readonly PropertyKey[],
  shape: Shape,
  value: unknown,
): Explanation[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = namesAt(shape, path);
    return issue.keys.map((key) => ({ path: [...path, key], sentence: unknownName(key, known) }));
  }
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1));
    return [{ path, sentence: unknownName(key, namesAt(shape, path.slice(0, -1))) }];
  }
  if (issue.code === 'invalid_union') {
    const within = issue.errors.flat().filter((one) => one.path.length > 0 || one.code === 'custom');
    const given = valueAt(value, path);
    if ((isGroup(given) || Array.isArray(given)) && within.length > 0) {
      return within.flatMap((one) => explainIssue(one, path, shape, value));
    }
  }
  const sentence = issue.code === 'custom' ? sentenceBy(issue.params) : null;
  if (sentence !== null) return [{ path, sentence }];
  const found = valueAt(value, path);
  const allowed =
    issue.code === 'custom' ? (allowedBy(issue.params) ?? allowedAt(shape, path)) : allowedAt(shape, path);
  if (allowed === null) {
    return [
      {
        path,
        sentence: { zh: `不符合要求（${issue.message}）。`, en: `not acceptable (${issue.message}).` },
      },
    ];
  }
  const { zh, en } = foundWords(found);
  const shapes = shapesAt(shape, path);
  const near = nearestHint(found, shapes);
  const hint = near ?? percentHint(found, shapes);
  return [
    {
      path,
      sentence: {
        zh: `${zh}，应为${/^[\x20-\x7e]/.test(allowed.zh) ? ' ' : ''}${allowed.zh}。${hint.zh}`,
        en: `${en}; expected ${allowed.en}.${hint.en}`,
      },
    },
  ];
}

/** An unknown name: the nearest known one, or all of them. */
export function unknownName(name: string, known: readonly string[]): Text {
  const nearest = nearestWord(name, known);
  const { zh, en } = didYouMean(nearest);
  if (nearest !== null) return { zh: `没有“${name}”这一项，${zh}`, en: `there is no "${name}".${en}` };
  if (known.length === 0) return { zh: `没有“${name}”这一项。`, en: `there is no "${name}".` };
  return {
    zh: `没有“${name}”这一项，可用的有：${known.join('、')}。`,
    en: `there is no "${name}"; known are: ${known.join(', ')}.`,
  };
}

/** Names that were given but not kept: a schema that is not strict drops what it does not know. */
export function droppedNames(
  given: unknown,
  kept: unknown,
  path: readonly PropertyKey[] = [],
): PropertyKey[][] {
  if (!isGroup(given) || !isGroup(kept)) return [];
  return Object.keys(given).flatMap((name) =>
    name in kept ? droppedNames(given[name], kept[name], [...path, name]) : [[...path, name]],
  );
}

/** Whether a value is a group of named values. */
export function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parts of a JSON schema that are read here. */
interface Shape {
  readonly type?: string;
  readonly allowed?: Text;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly propertyNames?: Shape;
  readonly additionalProperties?: Shape | boolean;
}

/** The schemas that may hold at a path: several where there is a choice. */
function shapesAt(shape: Shape, path: readonly PropertyKey[]): Shape[] {
  const choices = shape.anyOf ?? shape.oneOf;
  const [step, ...rest] = path;
  if (step === undefined) return [shape];
  if (choices !== undefined) return choices.flatMap((choice) => shapesAt(choice, path));
  const additional = typeof shape.additionalProperties === 'object' ? shape.additionalProperties : undefined;
  const next = typeof step === 'number' ? shape.items : (shape.properties?.[String(step)] ?? additional);
  return next === undefined ? [] : shapesAt(next, rest);
}

function namesAt(shape: Shape, path: readonly PropertyKey[]): string[] {
  return shapesAt(shape, path)
    .flatMap((one) => one.anyOf ?? one.oneOf ?? [one])
    .flatMap((one) => [...Object.keys(one.properties ?? {}), ...(one.propertyNames?.enum ?? []).map(String)]);
}

function allowedAt(shape: Shape, path: readonly PropertyKey[]): Text | null {
  const words = shapesAt(shape, path).map(allowedWords);
  if (words.length === 0) return null;
  return { zh: words.map(({ zh }) => zh).join('或'), en: words.map(({ en }) => en).join(' or ') };
}

function allowedWords(shape: Shape): Text {
  if (shape.allowed !== undefined) return shape.allowed;
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) {
    const words = choices.map(allowedWords);
    return { zh: words.map(({ zh }) => zh).join('或'), en: words.map(({ en }) => en).join(' or ') };
  }
  if (shape.enum !== undefined) {
    const names = shape.enum.map(String);
    return { zh: `${names.join('、')} 之一`, en: `one of ${names.join(', ')}` };
  }
  if (shape.const !== undefined) return { zh: String(shape.const), en: String(shape.const) };
  if (shape.type === 'number' || shape.type === 'integer') return numberWords(shape);
  if (shape.type === 'array') {
    const item = allowedWords(shape.items ?? {});
    return { zh: `列表 [ … ]，每项为${item.zh}`, en: `a list [ … ] of ${item.en}` };
  }
  return typeWords.get(shape.type ?? '') ?? { zh: '其他内容', en: 'something else' };
}

const typeWords: ReadonlyMap<string, Text> = new Map([
  ['string', { zh: '文字', en: 'a text' }],
  ['boolean', { zh: 'true 或 false', en: 'true or false' }],
  ['object', { zh: '一组“名称: 值”', en: 'a group of "name: value" pairs' }],
  ['null', { zh: '空白', en: 'blank' }],
]);

function numberWords(shape: Shape): Text {
  const noun =
    shape.type === 'integer' ? { zh: '整数', en: 'a whole number' } : { zh: '数字', en: 'a number' };
  const zh: string[] = [];
  const en: string[] = [];
  // Bounds of the safe integers are the computer's, not the rule's.
  const bound = (limit: number | undefined) => (Math.abs(limit ?? 2 ** 53) < 2 ** 53 - 1 ? limit : undefined);
  const limits: readonly (readonly [number | undefined, string, string])[] = [
    [bound(shape.minimum), '不小于', 'at least'],
    [bound(shape.exclusiveMinimum), '大于', 'above'],
    [bound(shape.maximum), '不大于', 'at most'],
    [bound(shape.exclusiveMaximum), '小于', 'below'],
  ];
  for (const [limit, zhWord, enWord] of limits) {
    if (limit === undefined) continue;
    zh.push(`${zhWord} ${limit}`);
    en.push(`${enWord} ${limit}`);
  }
  if (zh.length === 0) return noun;
  const [lowest, , highest] = limits.map(([limit]) => limit);
  if (zh.length === 2 && lowest !== undefined && highest !== undefined) {
    return { zh: `${lowest} 到 ${highest} 的${noun.zh}`, en: `${noun.en} from ${lowest} to ${highest}` };
  }
  return { zh: `${zh.join('、')} 的${noun.zh}`, en: `${noun.en} ${en.join(' and ')}` };
}

function allowedBy(params: unknown): Text | null {
  // Only our own schemas give params, always with `allowed` as a Text.
  return isGroup(params) && isGroup(params.allowed) ? (params.allowed as unknown as Text) : null;
}

function sentenceBy(params: unknown): Text | null {
  // Where a rule's options contradict each other, the rule says so itself, always with a Text.
  return isGroup(params) && isGroup(params.sentence) ? (params.sentence as unknown as Text) : null;
}

function foundWords(value: unknown): Text {
  if (value === undefined) return { zh: '没有填写', en: 'nothing was given' };
  if (value === null) return { zh: '现为空白', en: 'found blank' };
  if (typeof value === 'string') return { zh: `现为文字“${value}”`, en: `found the text "${value}"` };
  if (Array.isArray(value)) return { zh: '现为列表', en: 'found a list' };
  if (typeof value === 'object') return { zh: '现为一组设置', en: 'found a group of settings' };
  return { zh: `现为 ${String(value)}`, en: `found ${String(value)}` };
}

/** A share written as a percentage is the likeliest slip of all. */
function percentHint(found: unknown, shapes: readonly Shape[]): Text {
  const written = typeof found === 'string' && /^\d+(\.\d+)?\s*[%％]$/.test(found.trim());
  const isShare = shapes.some(({ type, maximum }) => type === 'number' && maximum === 1);
  const tooGreat = typeof found === 'number' && found > 1 && found <= 100 && isShare;
  if (!tooGreat && !(written && shapes.some(({ type }) => type === 'number'))) return { zh: '', en: '' };
  const fraction = Number((Number.parseFloat(String(found)) / 100).toPrecision(12));
  return {
    zh: `百分数请写成小数，如 ${fraction}。`,
    en: ` Write percentages as fractions, e.g. ${fraction}.`,
  };
}

/** The word of a list that was probably meant. */
function nearestHint(found: unknown, shapes: readonly Shape[]): Text | null {
  // In a word of one or two characters the other one would do as well as any.
  if (typeof found !== 'string' || [...found].length < 3) return null;
  const words = shapes
    .flatMap((shape) => [shape, ...(shape.anyOf ?? shape.oneOf ?? [])])
    .flatMap((shape) => (shape.enum ?? []).map(String));
  const nearest = nearestWord(found, words);
  return nearest === null ? null : didYouMean(nearest);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) {
    if (Array.isArray(current)) current = current[Number(step)];
    else if (isGroup(current)) current = current[String(step)];
    else return undefined;
  }
  return current;
}

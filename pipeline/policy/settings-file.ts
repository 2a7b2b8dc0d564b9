import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Text } from '../model/text.ts';
import { type PolicyMistake, policyMistake } from './mistake.ts';

/** A settings file as plain values that still know their lines. */
export interface SettingsFile {
  readonly file: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** The line of a value, or of the nearest one around it that is in the file. */
  lineOf(path: readonly PropertyKey[]): number | null;
}

/** Reads the YAML of a settings file, or says what keeps it from being read. `file` is how mistakes name it. */
export function parseSettings(
  text: string,
  file: string,
): { readonly settings: SettingsFile } | { readonly mistakes: readonly PolicyMistake[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const mistakeAt = (line: number | null, sentence: Text) =>
    policyMistake({ file, line, path: '' }, sentence);

  const fullWidthColon = lineWithFullWidthColon(text);
  const isMapping = document.contents === null || isMap(document.contents);
  if (fullWidthColon !== null && (document.errors.length > 0 || !isMapping)) {
    return { mistakes: [mistakeAt(fullWidthColon, sentences.fullWidthColon)] };
  }
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    return { mistakes: errors.map((error) => mistakeAt(lineAt(error.pos[0]), sentenceOf(error))) };
  }
  if (!isMapping) return { mistakes: [mistakeAt(1, sentences.notAMapping)] };

  const mistakes: PolicyMistake[] = [];
  visit(document, {
    Alias: (_, alias) => {
      mistakes.push(mistakeAt(alias.range ? lineAt(alias.range[0]) : null, sentences.alias));
    },
  });
  if (mistakes.length > 0) return { mistakes };

  const contents = document.contents;
  return {
    settings: {
      file,
      // A YAML mapping is an object; an empty file says nothing.
      values: (contents === null ? {} : document.toJS()) as Record<string, unknown>,
      lineOf: (path) => {
        const offset = offsetOf(contents, path);
        return offset === null ? null : lineAt(offset);
      },
    },
  };
}

/** The offset of the key or item at a path, as far down as the path leads. */
function offsetOf(root: Node | null, path: readonly PropertyKey[]): number | null {
  let node: unknown = root;
  let offset: number | null = null;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!isScalar(item) && !isMap(item) && !isSeq(item) && !isAlias(item)) break;
      if (item.range) offset = item.range[0];
      node = item;
    } else break;
  }
  return offset;
}

/** The first line that has `键：值` with a colon YAML does not know, outside comments; null when there is none. */
function lineWithFullWidthColon(text: string): number | null {
  const index = text.split(/\r?\n/).findIndex((line) => /^\s*[\w-]+\s*：/.test(line));
  return index === -1 ? null : index + 1;
}

function sentenceOf(error: YAMLError): Text {
  return sentences[error.code as keyof typeof sentences] ?? sentences.other; // codes not in the list have one sentence
}

const sentences = {
  fullWidthColon: {
    zh: '用了中文冒号“：”，请改为英文冒号加一个空格“: ”。',
    en: 'a Chinese colon "：" is used; write ": " (a colon and a space).',
  },
  notAMapping: {
    zh: '内容应为一组“名称: 值”，如“profile: default”。',
    en: 'a settings file holds "name: value" pairs, e.g. "profile: default".',
  },
  alias: {
    zh: '以 * 开头的内容会被当作引用，请给文字加上引号。',
    en: 'a value that starts with * is taken for a reference; put it in quotes.',
  },
  DUPLICATE_KEY: {
    zh: '同一名称写了两次，请删去一处。',
    en: 'the same name is given twice; remove one.',
  },
  TAB_AS_INDENT: {
    zh: '用了制表符缩进，请改用空格。',
    en: 'a tab is used to indent; use spaces.',
  },
  BAD_INDENT: {
    zh: '缩进不对，或括号没有闭合：同一层的各行要左对齐。',
    en: 'the indentation is wrong or a bracket is not closed; lines of one level start at one column.',
  },
  MULTIPLE_DOCS: {
    zh: '“---”之后又开始了一份内容，一个文件只能写一份设置。',
    en: 'a second document starts at "---"; a file holds one.',
  },
  TAG_RESOLVE_FAILED: {
    zh: '以 ! 开头的内容不能识别，请给文字加上引号。',
    en: 'a value that starts with ! is not understood; put it in quotes.',
  },
  MISSING_CHAR: {
    zh: '缺少引号、括号或逗号。',
    en: 'a quote, bracket or comma is missing.',
  },
  other: {
    zh: '写法有误。每行写“名称: 值”，冒号后空一格，下一层多缩进两个空格；文字含有冒号、#、引号时请用引号括起。',
    en: 'this line cannot be read. Write "name: value", a space after the colon, two spaces more for each level; quote texts with colons, # or quotes.',
  },
} as const satisfies Record<string, Text>;

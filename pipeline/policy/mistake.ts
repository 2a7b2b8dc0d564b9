import type { Text } from '../model/text.ts';

/** Something in a settings file that keeps everything from running. */
export interface PolicyMistake {
  /** The file as it was given; a shipped profile is named `default.yaml`. Null when the command line is at fault. */
  readonly file: string | null;
  /** Counts from 1; null where no line can be named. */
  readonly line: number | null;
  /** `rules.PRG-04.warnAbove`; '' where the whole file is meant. */
  readonly path: string;
  /** The whole sentence: file, line, path, what was found, what is allowed. */
  readonly message: Text;
}

/** A mistake in a settings file, its sentence led by where it is. */
export function policyMistake(
  where: { readonly file: string | null; readonly line: number | null; readonly path: string },
  sentence: Text,
): PolicyMistake {
  const { file, line, path } = where;
  if (file === null) return { ...where, message: sentence };
  const zh = [`设置文件 ${file}`, line === null ? '' : `第 ${line} 行`, path].filter((part) => part !== '');
  const en = [`settings file ${file}`, line === null ? '' : `line ${line}`, path].filter(
    (part) => part !== '',
  );
  return {
    ...where,
    message: { zh: `${zh.join(' ')}：${sentence.zh}`, en: `${en.join(', ')}: ${sentence.en}` },
  };
}

/** A path as it is printed, items of lists counted from 1: `rules.PRG-04.warnAbove`, `timeProgress[4]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step + 1}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}

/** `是不是“…”？` after an unknown word; nothing where no word is near. */
export function didYouMean(nearest: string | null): Text {
  if (nearest === null) return { zh: '', en: '' };
  return { zh: `是不是“${nearest}”？`, en: ` Did you mean "${nearest}"?` };
}

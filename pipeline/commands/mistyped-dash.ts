import type { Command } from 'commander';
import type { Text } from '../model/text.ts';

/**
 * What to say of an option typed with a dash that Chinese input methods and word processors put for `--` (——period, –out):
 * commander would take it for a file. Null where there is none.
 */
export function mistypedDash(program: Command, args: readonly string[]): Text | null {
  const known = new Set(program.commands.flatMap(({ options }) => options.map(({ long }) => long)));
  for (const typed of args) {
    const meant = `--${/^(?=-*[–—―－−])[-–—―－−]+([a-z-]+)/.exec(typed)?.[1]}`;
    if (!known.has(meant)) continue;
    return {
      zh: `“${typed}”前面的横线不是减号，请改为两个减号：${meant}`,
      en: `The dash of "${typed}" is no hyphen; type two: ${meant}`,
    };
  }
  return null;
}

import { type Command, CommanderError } from 'commander';
import type { Language } from '../model/text.ts';
import { exitCodes } from './exit-codes.ts';
import { mistypedDash } from './mistyped-dash.ts';
import { programIn } from './program.ts';
import { CannotWrite, systemTrouble } from './system-trouble.ts';
import { UsageMistake } from './usage-mistake.ts';
import { usageSentence } from './usage-sentence.ts';

/** Runs one command line and gives its exit code. Answers go to stdout, everything else to stderr. */
export async function main(args: readonly string[]): Promise<number> {
  const lang = languageOf(args);
  let exitCode: number = exitCodes.clean;
  const program = programIn(lang, (code) => {
    exitCode = code;
  });
  const dash = mistypedDash(program, args);
  if (dash !== null) return explain(new UsageMistake(dash), program, args, lang);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error, program, args, lang);
  }
}

/** The language is needed before the command line is understood: mistakes in it are explained too. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = args[at]?.includes('=') ? args[at].split('=')[1] : args[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'zh';
}

/** A mistake of the command line in the reader's language, with what to do; anything else is a failure of ours. */
function explain(error: unknown, program: Command, args: readonly string[], lang: Language): number {
  if (error instanceof UsageMistake) {
    for (const { [lang]: sentence } of error.sentences) process.stderr.write(`${sentence}\n`);
    return exitCodes.usage;
  }
  if (error instanceof CannotWrite && !args.includes('--debug')) {
    process.stderr.write(`${error.sentence[lang]}\n`);
    return exitCodes.failure;
  }
  if (!(error instanceof CommanderError)) {
    const detail =
      error instanceof Error
        ? args.includes('--debug')
          ? (error.stack ?? error.message)
          : (systemTrouble(error)?.[lang] ?? error.message)
        : String(error);
    process.stderr.write(
      lang === 'zh'
        ? `程序出错，没有完成：${detail}\n`
        : `The program failed and did not finish: ${detail}\n`,
    );
    return exitCodes.failure;
  }
  if (error.exitCode === 0) return exitCodes.clean;
  if (error.code === 'commander.help') {
    process.stderr.write(program.helpInformation());
    return exitCodes.usage;
  }
  process.stderr.write(`${usageSentence(error, program, args, lang)}\n`);
  return exitCodes.usage;
}

import type { Command, CommanderError } from 'commander';
import type { Language } from '../model/text.ts';
import { nearestWord } from '../policy/nearest-word.ts';
import { commandLine } from './command-line.ts';

/** What is wrong with a command line, in one sentence of the reader's language, with what to do. */
export function usageSentence(
  error: CommanderError,
  program: Command,
  args: readonly string[],
  lang: Language,
): string {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const command = program.commands.find((one) => one.name() === args[0]);
  const [quoted = '', value = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const help = [
    say('用法见', 'See'),
    commandLine(...(command === undefined ? [] : [command.name()]), '--help'),
  ].join(' ');
  switch (error.code) {
    case 'commander.unknownCommand': {
      const names = program.commands.map((one) => one.name());
      const near = nearestWord(quoted, names);
      const ask =
        near === null
          ? say(`可用的命令：${names.join('、')}。`, ` The commands are ${names.join(', ')}.`)
          : say(`是不是想输入 ${near}？`, ` Did you mean ${near}?`);
      return say(`没有“${quoted}”这个命令。${ask}`, `There is no command "${quoted}".${ask}`);
    }
    case 'commander.unknownOption': {
      const near = nearestWord(
        quoted,
        (command ?? program).options.map((option) => option.long ?? ''),
      );
      const ask = near === null ? help : say(`是不是想输入 ${near}？`, `Did you mean ${near}?`);
      return say(`没有 ${quoted} 这个选项。${ask}`, `There is no option ${quoted}. ${ask}`);
    }
    case 'commander.missingArgument': {
      const isRun = command?.name() === 'run';
      return isRun
        ? say(`缺少要核验的文件或文件夹。${help}`, `A file or folder is missing. ${help}`)
        : say(`缺少文件。${help}`, `A file is missing. ${help}`);
    }
    case 'commander.missingMandatoryOptionValue':
      return say(`缺少选项 ${quoted}。${help}`, `Option ${quoted} is missing. ${help}`);
    case 'commander.optionMissingArgument':
      return say(
        `选项 ${nameOf(quoted)} 后面缺少内容。${help}`,
        `Option ${nameOf(quoted)} needs a value. ${help}`,
      );
    case 'commander.invalidArgument': {
      const allowed = /Allowed choices are (.*)\.$/.exec(error.message)?.[1] ?? '';
      return say(
        `${nameOf(quoted)} 不能是“${value}”${allowed === '' ? '' : `，可选：${allowed.replaceAll(', ', '、')}`}。`,
        `${nameOf(quoted)} cannot be "${value}"${allowed === '' ? '' : `; allowed: ${allowed}`}.`,
      );
    }
    default:
      return say(`命令有误：${error.message}。${help}`, `${error.message}. ${help}`);
  }
}

/** `--lang` of `--lang <zh|en>`. */
function nameOf(option: string): string {
  return option.replace(/ [<[].*$/, '');
}

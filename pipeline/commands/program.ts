import { Command, type Help, Option } from 'commander';
import { engineVersion } from '../engine.ts';
import type { Language } from '../model/text.ts';
import { encodings, formats, usualFormats } from './formats.ts';
import type { IdentifyFlags } from './identify.ts';
import type { RulesFlags } from './rules.ts';
import type { RunFlags } from './run.ts';
import type { TemplateFlags } from './template.ts';

/**
 * The command line: every command with its arguments, options and help, in one language. What a command needs is loaded
 * when it is called. Mistakes are thrown (`CommanderError`), not printed.
 *
 * @param done is told the exit code of the command that ran
 */
export function programIn(lang: Language, done: (exitCode: number) => void): Command {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const program = new Command('budgetlint')
    .description(
      say(
        '预算表格体检：核验预算单位每月报送的表格',
        'checks the spreadsheets that budget units hand in every month',
      ),
    )
    .version(engineVersion, '--version', say('显示版本', 'show the version'))
    .helpOption('-h, --help', say('显示帮助', 'show help'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .showSuggestionAfterError(false);
  if (lang === 'zh') program.configureHelp(chineseHelp);
  program.helpCommand('help [command]', say('显示某个命令的帮助', 'show help for a command'));
  const language = () =>
    new Option('--lang <zh|en>', say('语言', 'language')).choices(['zh', 'en']).default('zh');

  program
    .command('run')
    .description(say('核验一批文件，写出报告', 'check a batch of files and write the reports'))
    .argument('<path...>', say('文件或文件夹', 'files or folders'))
    .option('--period <YYYY-MM>', say('所属月份，如 2023-06', 'month the figures are for, e.g. 2023-06'))
    .option('--out <dir>', say('报告文件夹', 'folder to write the run to'))
    .option('--policy <file>', say('参数文件（YAML）', 'settings file (YAML)'))
    .option('--profile <name>', say('随附的参数方案', 'settings profile that comes with the program'))
    .option('--roster <file>', say('名册：单位和应报报表', 'roster: units and what each owes'))
    .option(
      '--as-of <date>',
      say('核验截止日，默认月末', 'day as of which lateness is judged; default: end of the month'),
    )
    .option('--previous <dir>', say('上月的报告文件夹', "last month's run folder"))
    .option('--password-file <file>', say('打开密码，每行一个', 'passwords to try, one a line'))
    .option(
      '--formats <list>',
      say(
        `写出哪些报告，逗号分隔；可选 ${formats.join('、')}`,
        `reports to write, separated by commas, of ${formats.join(', ')}`,
      ),
      usualFormats,
    )
    .addOption(
      new Option(
        '--encoding <name>',
        say(
          '异常清单的编码；老系统用 gb18030',
          'encoding of the list of anomalies; old systems want gb18030',
        ),
      )
        .choices(encodings)
        .default('utf-8'),
    )
    .addOption(language())
    .option(
      '--workers <n>',
      say(
        '并行进程数，0 为不并行；默认按文件多少决定',
        'worker processes, 0 for none; default: by the number of files',
      ),
    )
    .option(
      '--seconds-per-file <n>',
      say('并行时每份文件的时限（秒）', 'time limit of each file when worker processes are used'),
      '60',
    )
    .addOption(
      new Option('--fail-on <level>', say('达到此级别时退出码为 1', 'exit with 1 from this severity on'))
        .choices(['error', 'warning', 'notice', 'never'])
        .default('error'),
    )
    .option('--quiet', say('只显示错误', 'say nothing but errors'))
    .option('--json', say('把报告写到标准输出', 'print the report to standard output'))
    .option(
      '--no-cache',
      say(
        '全部重新核验，不沿用该文件夹上次的结果',
        'check everything again, whatever the last run into the folder found',
      ),
    )
    .option('--no-color', say('不用颜色', 'no colours'))
    .option('--debug', say('出错时显示详情', 'show details of failures'))
    .action(async (paths: string[], flags: RunFlags) =>
      done(await (await import('./run.ts')).run(paths, flags)),
    );

  program
    .command('identify')
    .description(
      say(
        '说明文件被识别为哪张表、各列如何理解',
        'explain which template a file is and how its columns are read',
      ),
    )
    .argument('<file...>', say('文件', 'files'))
    .option('--period <YYYY-MM>', say('所属月份', 'month the figures are for'))
    .option('--roster <file>', say('名册', 'roster'))
    .option('--password-file <file>', say('打开密码，每行一个', 'passwords to try, one a line'))
    .option('--json', say('以 JSON 输出', 'print JSON'))
    .addOption(language())
    .action(async (files: string[], flags: IdentifyFlags) =>
      done(await (await import('./identify.ts')).identify(files, flags)),
    );

  program
    .command('rules')
    .description(say('列出全部规则，或解释其中一条', 'list all rules, or explain one'))
    .argument('[id]', say('规则编号，如 PRG-04', 'rule id, e.g. PRG-04'))
    .option('--policy <file>', say('参数文件（YAML）', 'settings file (YAML)'))
    .option('--profile <name>', say('随附的参数方案', 'settings profile that comes with the program'))
    .option('--json', say('以 JSON 输出', 'print JSON'))
    .option(
      '--export <file>',
      say('把规则目录写成工作簿（.xlsx）', 'write the catalogue as a workbook (.xlsx)'),
    )
    .option('--force', say('覆盖已有文件', 'replace an existing file'))
    .addOption(language())
    .action(async (id: string | undefined, flags: RulesFlags) =>
      done(await (await import('./rules.ts')).showRules(id, flags)),
    );

  program
    .command('template')
    .description(
      say(
        '发放官方空白表；不写编号时列出全部报表',
        'issue the blank official form; without an id list all of them',
      ),
    )
    .argument('[id]', say('报表编号，如 T01', 'template id, e.g. T01'))
    .option('--unit <name>', say('填报单位', 'unit that is to fill it in'))
    .option('--period <YYYY-MM>', say('所属月份', 'month the figures are for'))
    .option(
      '--previous <dir>',
      say('上月的报告文件夹，填入上月的项目', "last month's run folder; its projects are filled in"),
    )
    .option('--out <file>', say('写到哪个文件（.xlsx）', 'file to write (.xlsx)'))
    .option('--force', say('覆盖已有文件', 'replace an existing file'))
    .option('--list', say('列出全部报表', 'list all templates'))
    .addOption(language())
    .action(async (id: string | undefined, flags: TemplateFlags) =>
      done(await (await import('./template.ts')).issueTemplate(id, flags)),
    );

  for (const command of program.commands) {
    command
      .exitOverride()
      .configureOutput({ writeErr: () => undefined })
      .helpOption('-h, --help', say('显示帮助', 'show help'));
    if (lang === 'zh') command.configureHelp(chineseHelp);
  }
  return program;
}

const chineseHeadings: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

function inChinese(words: string): string {
  return words.replace('[options]', '[选项]').replace('[command]', '[命令]');
}

/** What commander adds of its own to the help, in Chinese. */
const chineseHelp: Partial<Help> = {
  styleTitle: (title) => chineseHeadings[title] ?? title,
  styleUsage: inChinese,
  styleSubcommandTerm: inChinese,
  optionDescription({ description, argChoices, defaultValue }) {
    const choices = argChoices === undefined ? '' : `可选 ${argChoices.join('、')}`;
    const usual = typeof defaultValue === 'string' ? `默认 ${defaultValue}` : '';
    const added = [choices, usual].filter((one) => one !== '').join('，');
    return added === '' ? description : `${description}（${added}）`;
  },
};

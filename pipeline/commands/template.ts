import type { Content, Issue, Values } from '../../output/blank-template/content.ts';
import type { PreviousProject, PreviousUnit } from '../model/dossier.ts';
import { fenPerUnit, inUnit } from '../model/money.ts';
import { monthOf, type Period, previousPeriod, yearOf } from '../model/period.ts';
import type { Template } from '../model/template.ts';
import type { Language } from '../model/text.ts';
import { nearestWord } from '../policy/nearest-word.ts';
import { templateIds, templates } from '../templates/index.ts';
import { commandLine } from './command-line.ts';
import { exitCodes } from './exit-codes.ts';
import { periodFrom, previousFrom } from './inputs.ts';
import { workbookPath, writeWhole } from './single-file.ts';
import { UsageMistake } from './usage-mistake.ts';

export interface TemplateFlags {
  readonly unit?: string;
  readonly period?: string;
  readonly previous?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly list?: boolean;
  readonly lang: Language;
}

/** `template`: issues the blank official workbook of a template, or lists the templates there are. */
export async function issueTemplate(id: string | undefined, flags: TemplateFlags): Promise<number> {
  if (id === undefined || flags.list === true) {
    process.stdout.write(`${listed(flags.lang).join('\n')}\n`);
    return exitCodes.clean;
  }
  const template = templateCalled(id);
  const out = await outFrom(flags);
  const period = flags.period === undefined ? null : periodFrom(flags.period);
  const known = await projectsFrom(flags, period);
  const content = known === null ? null : contentFrom(template, known);
  const issue: Issue = {
    unit: flags.unit ?? null,
    period,
    ...(content === null ? {} : { content }),
  };
  const { blankTemplate } = await import('../../output/blank-template/blank-template.ts');
  await writeWhole(out, await blankTemplate(template, issue, flags.lang));
  process.stdout.write(`${out}\n`);
  if (known !== null) process.stderr.write(`${carriedOver(known, content, flags.lang)}\n`);
  return exitCodes.clean;
}

function listed(lang: Language): readonly string[] {
  return templateIds.map((id) => `${id}  ${templates[id].title[lang]}`);
}

/** @throws UsageMistake with the nearest id when there is no such template */
function templateCalled(word: string): Template {
  const id = templateIds.find((one) => one === word.toUpperCase());
  if (id !== undefined) return templates[id];
  const all: readonly Template[] = Object.values(templates);
  const titled = all.find(({ titles }) => titles.includes(word));
  if (titled !== undefined) return titled;
  const near = nearestWord(word, [...templateIds, ...all.flatMap(({ titles }) => titles)]);
  const meant = all.find((one) => one.id === near || one.titles.some((title) => title === near));
  throw new UsageMistake({
    zh: `没有“${word}”这张报表。${meant === undefined ? '' : `是不是 ${meant.id}（${meant.title.zh}）？`}全部报表见 ${commandLine('template', '--list')}`,
    en: `There is no template "${word}".${meant === undefined ? '' : ` Did you mean ${meant.id} (${meant.title.en})?`} For all of them: ${commandLine('template', '--list')}`,
  });
}

/** @throws UsageMistake when it is missing, no .xlsx, or would replace a file without `--force` */
async function outFrom({ out, force }: TemplateFlags): Promise<string> {
  if (out === undefined)
    throw new UsageMistake({
      zh: '缺少选项 --out：空白表写到哪个文件？',
      en: 'Option --out is missing: which file shall the form be written to?',
    });
  return workbookPath('--out', out, force === true);
}

/** What the previous run knows of the unit. @throws UsageMistake when the unit is not named or not in that run */
async function projectsFrom(flags: TemplateFlags, period: Period | null): Promise<PreviousUnit | null> {
  const previous = await previousFrom(flags.previous, period);
  if (previous === null) return null;
  if (flags.unit === undefined)
    throw new UsageMistake({
      zh: '使用 --previous 时要用 --unit 写明单位。',
      en: '--previous needs --unit: whose projects are meant?',
    });
  const unit = previous.units.get(flags.unit);
  if (unit === undefined) {
    const near = nearestWord(flags.unit, previous.units.keys());
    throw new UsageMistake({
      zh: `上月的报告里没有“${flags.unit}”。${near === null ? '' : `是不是“${near}”？`}`,
      en: `The previous run has no "${flags.unit}".${near === null ? '' : ` Did you mean "${near}"?`}`,
    });
  }
  if (period !== null && unit.period !== previousPeriod(period))
    process.stderr.write(
      flags.lang === 'zh'
        ? `请注意：--previous 是 ${unit.period} 的报告，不是 ${period} 的上月。\n`
        : `Note: --previous is the run of ${unit.period}, not the month before ${period}.\n`,
    );
  return unit;
}

/** Last month's projects in the table of projects, with what they had then as notes; null where a form has no such table. */
function contentFrom(template: Template, unit: PreviousUnit): Content | null {
  const [name, layout] =
    Object.entries(template.tables).find(
      ([, { identity, fields }]) =>
        identity.name === 'projectName' && ('cumActual' in fields || 'goal' in fields),
    ) ?? [];
  if (name === undefined || layout === undefined) return null;
  const scale = fenPerUnit[template.amountUnit];
  const rows: Values[] = [];
  const notes: { row: number; field: string; text: string }[] = [];
  for (const [index, project] of unit.projects.entries()) {
    const values: Values = {
      seq: index + 1,
      projectCode: project.code,
      projectName: project.name,
      adjustedBudget: project.budget === null ? null : project.budget / scale,
      released: project.released === null ? null : project.released / scale,
    };
    rows.push(Object.fromEntries(Object.entries(values).filter(([field]) => field in layout.fields)));
    const text = noteOn(project, unit.period, template);
    if (text !== null && 'cumActual' in layout.fields) notes.push({ row: index, field: 'cumActual', text });
  }
  return { tables: { [name]: { rows, notes } } };
}

function noteOn(project: PreviousProject, period: Period, { amountUnit }: Template): string | null {
  const month = `截至${yearOf(period)}年${monthOf(period)}月`;
  const parts = [
    ...(project.spent === null ? [] : [`累计支出 ${inUnit(project.spent, amountUnit)} ${amountUnit}`]),
    ...(project.planned === null ? [] : [`累计计划 ${inUnit(project.planned, amountUnit)} ${amountUnit}`]),
  ];
  return parts.length === 0 ? null : `${month}：${parts.join('，')}`;
}

function carriedOver(unit: PreviousUnit, content: Content | null, lang: Language): string {
  if (content === null)
    return lang === 'zh'
      ? '这张报表不按项目逐行填报，没有填入上月数据。'
      : 'This form lists no projects; nothing was carried over.';
  const count = unit.projects.length;
  return lang === 'zh'
    ? `已填入 ${unit.period} 的 ${count} 个项目。`
    : `Carried over ${count} project${count === 1 ? '' : 's'} of ${unit.period}.`;
}

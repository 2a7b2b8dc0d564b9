import { foldText } from '../model/label.ts';
import type { TemplateId } from '../model/template.ts';
import { templateIds, templates } from '../templates/index.ts';
import { nearestWord } from './nearest-word.ts';

/** What a cell of a roster says a unit owes: the templates, and the words that name none with the nearest that does. */
export interface Owed {
  readonly owes: readonly TemplateId[];
  readonly unknown: readonly { readonly word: string; readonly nearest: string | null }[];
}

/** Reads `T01、T03`, `项目分月支出进度表；T03 预算绩效运行监控表` and the like, each template once and in order. */
export function owedTemplates(cell: string): Owed {
  const owes = new Set<TemplateId>();
  const unknown: { word: string; nearest: string | null }[] = [];
  for (const piece of cell.split(/[、;；,，|/\n]/)) {
    const whole = templateOf(piece);
    // An id and its title, or several ids, may stand side by side with nothing but a space between.
    const words = whole === null ? piece.split(/\s+/) : [piece];
    for (const word of words) {
      if (word.trim() === '') continue;
      const template = templateOf(word);
      if (template !== null) owes.add(template);
      else unknown.push({ word: word.trim(), nearest: nearestWord(word.trim(), knownNames) });
    }
  }
  return { owes: templateIds.filter((id) => owes.has(id)), unknown };
}

function templateOf(word: string): TemplateId | null {
  const key = foldText(word).toLowerCase();
  const number = /^t0?(\d{1,2})$/.exec(key)?.[1];
  return byName.get(number === undefined ? key : `t${number.padStart(2, '0')}`) ?? null;
}

const byName: ReadonlyMap<string, TemplateId> = new Map(
  templateIds.flatMap((id) =>
    [id, templates[id].title.zh, templates[id].title.en, ...templates[id].titles].map(
      (name): [string, TemplateId] => [foldText(name).toLowerCase(), id],
    ),
  ),
);

const knownNames: readonly string[] = [...templateIds, ...templateIds.map((id) => templates[id].title.zh)];

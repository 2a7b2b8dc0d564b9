import type { Template, TemplateId } from '../model/template.ts';
import type { Text } from '../model/text.ts';
import { templates } from './index.ts';

const known: Readonly<Partial<Record<TemplateId, Template>>> = templates;

/** How a sentence names a template: 《项目分月支出进度表》; its id where there is no definition of it. */
export function templateTitle(id: TemplateId): Text {
  const title = known[id]?.title;
  return title === undefined ? { zh: id, en: id } : { zh: `《${title.zh}》`, en: title.en };
}

import type { Template } from '../../pipeline/model/template.ts';
import type { Language } from '../../pipeline/model/text.ts';
import type { Issue } from './content.ts';
import { guideSheet } from './guide-sheet.ts';
import { officialSheet } from './official-sheet.ts';
import { sheetLayout } from './sheet-layout.ts';
import { writeSheets } from './write-sheets.ts';

/**
 * The official form of a template as the bytes of an .xlsx file: the form itself, and a sheet that says how to fill it
 * in. It is made from the same definition that reads it back; the same template and issue give the same bytes. The form
 * is official and Chinese whatever the language; the guide and the messages of its cells follow the language.
 */
export async function blankTemplate(
  template: Template,
  issue: Issue,
  language: Language = 'zh',
): Promise<Uint8Array> {
  const layout = sheetLayout(template, issue);
  const form = officialSheet(template, layout, issue, language);
  return writeSheets([form, guideSheet(template, layout, issue, language)], template.title.zh);
}

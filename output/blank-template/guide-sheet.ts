import { unitInEnglish } from '../../pipeline/model/money.ts';
import type { Computed, Field, Fields, Template } from '../../pipeline/model/template.ts';
import type { Language } from '../../pipeline/model/text.ts';
import type { Issue } from './content.ts';
import { labelText } from './headings.ts';
import { hasAmounts, hasFormulas, heightFor, issuedFields, type SheetLayout } from './sheet-layout.ts';
import type { CellPlan, SheetPlan } from './sheet-plan.ts';
import { type Words, wordsIn } from './words.ts';

const widths = [26, 72, 14, 8] as const;

/** The sheet that says how to fill the form in, column by column, out of the same fields that read it back. */
export function guideSheet(
  template: Template,
  layout: SheetLayout,
  issue: Issue,
  language: Language,
): SheetPlan {
  const words = wordsIn(language);
  const sheetUnit = issue.amountUnit ?? template.amountUnit;
  const unit = language === 'zh' ? sheetUnit : unitInEnglish[sheetUnit];
  const cells: CellPlan[] = [];
  const heights = new Map<number, number>([[1, 32]]);
  let row = 1;
  const across = (look: CellPlan['look'], value: string) => {
    cells.push({ row, column: 1, lastColumn: widths.length, look, value });
    row += 1;
  };
  across('title', words.guideTitle);
  const facts = {
    amountUnit: hasAmounts(layout, template) ? unit : null,
    isList: layout.isList,
    hasFormulas: hasFormulas(layout),
    hasTotal: [...layout.tables.values()].some(({ totalRow }) => totalRow !== null),
  };
  for (const [index, text] of words.steps(facts).entries()) {
    const step = `${index + 1}. ${text}`;
    heights.set(row, heightFor([{ text: step, width: 120 }], 20));
    across('note', step);
  }
  const line = (look: CellPlan['look'], texts: readonly string[]) => {
    heights.set(
      row,
      heightFor(
        texts.map((text, index) => ({ text, width: widths[index] ?? 10 })),
        19,
      ),
    );
    for (const [index, value] of texts.entries())
      cells.push({ row, column: index + 1, look: index >= 2 && look === 'text' ? 'centred' : look, value });
    row += 1;
  };
  const headingRow = row;
  line('heading', words.headings);
  const part = (
    title: string,
    fields: readonly (readonly [string, Field])[],
    all: Fields,
    fixed: string | null,
  ) => {
    if (fields.length === 0) return;
    across('banner', title);
    for (const [name, field] of fields) {
      const how = name === fixed ? words.kinds.fixed : howToFill(field, all, words, language);
      const label =
        language === 'zh' ? labelText(field, issue) : `${labelText(field, issue)} ${field.title.en}`;
      line('text', [
        label,
        how,
        shape(field, unit, language),
        field.required || field.mustFill ? words.required : '',
      ]);
    }
  };
  part(
    words.formPart,
    Object.entries(template.form).filter(([name]) => layout.form.has(name)),
    template.form,
    null,
  );
  for (const { layout: table } of layout.tables.values()) {
    part(
      table.title[language],
      issuedFields(table),
      table.fields,
      table.fixedRows ? table.identity.name : null,
    );
  }
  return {
    name: words.guideSheet,
    widths,
    heights,
    cells,
    checks: [],
    frozen: { rows: headingRow, columns: 0 },
    titleRows: { first: headingRow, last: headingRow },
    lastRow: row - 1,
    paper: 'A4',
    orientation: 'portrait',
  };
}

function howToFill(field: Field, all: Fields, words: Words, language: Language): string {
  if (field.computed !== undefined) return words.computed + sumOf(field.computed, all, words, language);
  if (field.choices !== undefined) {
    const entries = field.choices.map((choice) =>
      language === 'zh' ? choice.word : `${choice.word} (${choice.english})`,
    );
    return words.pick + entries.join(words.separator);
  }
  if (field.suggested !== undefined) return words.usual + field.suggested.join(words.separator);
  if (field.kind === 'yesNo') return field.ticked ? words.kinds.tick : words.kinds.yesNo;
  if (field.kind === 'text') return field.prose ? words.kinds.prose : words.kinds.text;
  if (field.kind === 'choice') return words.kinds.text;
  return words.kinds[field.kind];
}

function sumOf(computed: Computed, all: Fields, words: Words, language: Language): string {
  const title = (name: string) => (all[name]?.title[language] ?? name).replace('1-X月', '');
  if ('yearShare' in computed) return words.yearShare;
  if ('toDate' in computed) return words.toDate;
  if ('sum' in computed) {
    const [first = '', ...rest] = computed.sum;
    // Twelve months are named by the first and the last.
    const added =
      rest.length > 4
        ? `${title(first)} ＋…＋ ${title(rest.at(-1) ?? '')}`
        : computed.sum.map(title).join(' ＋ ');
    return [added, ...(computed.less ?? []).map(title)].join(' － ');
  }
  if ('product' in computed) return computed.product.map(title).join(' × ');
  if ('from' in computed)
    return `（${title(computed.to)} － ${title(computed.from)}）÷ ${title(computed.from)}`;
  return 'whole' in computed
    ? `${title(computed.part)} ÷ ${title(computed.whole)}`
    : `${title(computed.part)} ÷ ${computed.wholeRow}`;
}

function shape(field: Field, unit: string, language: Language): string {
  if (field.kind === 'amount')
    return field.unit === undefined ? unit : language === 'zh' ? field.unit : unitInEnglish[field.unit];
  if (field.kind === 'rate') return '%';
  return field.kind === 'date' ? 'YYYY-MM-DD' : '';
}

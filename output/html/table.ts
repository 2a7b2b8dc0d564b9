import { html, type Insert, type Markup } from './markup.ts';

/** A column of a table of things: its heading, what stands in it, and the class that says how it is set. */
export interface Column<Thing> {
  readonly head: string;
  readonly kind: string;
  readonly cell: (thing: Thing) => Insert;
}

/** A column of words, which may break into lines. */
export function text<Thing>(head: string, cell: (thing: Thing) => Insert, kind = ''): Column<Thing> {
  return { head, kind, cell };
}

/** A column of figures: aligned right, digits under digits. */
export function figure<Thing>(head: string, cell: (thing: Thing) => Insert): Column<Thing> {
  return { head, kind: 'n', cell };
}

/**
 * A table of things, one a row, headed by its first column. Wider than its place, it can be scrolled, also by keyboard.
 *
 * @param titleId id of the heading that names it
 * @param options.totals how many rows at the top are totals
 */
export function table<Thing>(
  titleId: string,
  things: readonly Thing[],
  columns: readonly Column<Thing>[],
  options: { readonly caption?: string; readonly small?: boolean; readonly totals?: number } = {},
): Markup {
  const heads = columns.map(({ head, kind }) => html`<th scope="col"${classOf(kind)}>${head}</th>`);
  const rows = things.map((thing, row) => {
    const cells = columns.map(({ kind, cell }, index) =>
      index === 0
        ? html`<th scope="row"${classOf(kind)}>${cell(thing)}</th>`
        : html`<td${classOf(kind)}>${cell(thing)}</td>`,
    );
    return html`<tr${classOf(row < (options.totals ?? 0) ? 'total' : '')}>${cells}</tr>
`;
  });
  const caption = options.caption !== undefined && html`<caption>${options.caption}</caption>`;
  return html`<div class="scroll" role="group" aria-labelledby="${titleId}" tabindex="0"><table${classOf(options.small ? 'small' : '')}>${caption}
<thead><tr>${heads}</tr></thead>
<tbody>
${rows}</tbody></table></div>`;
}

function classOf(kind: string): Markup | false {
  return kind !== '' && html` class="${kind}"`;
}

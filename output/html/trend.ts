import { groupBy } from '../../pipeline/model/group-by.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import type { TrendPoint } from '../../pipeline/model/report.ts';
import { absent } from '../labels.ts';
import { rankedUnits } from '../ranking.ts';
import { lampShapes } from '../signs.ts';
import { gap, rate } from './figures.ts';
import { html, type Markup, trusted } from './markup.ts';
import type { Page } from './page.ts';
import { unitName } from './places.ts';
import { figure, table, text } from './table.ts';

interface UnitTrend {
  readonly unit: string;
  /** By period. */
  readonly points: ReadonlyMap<string, TrendPoint>;
}

/** How each unit has come along over the months that are known, side by side. */
export function trendSection(page: Page): Markup {
  const { words, labels, report } = page;
  const months = [...new Set(report.trend.map(({ period }) => period))].sort();
  const known = groupBy(report.trend, ({ unit }) => unit);
  const units = rankedUnits(report.units)
    .map(({ unit }): UnitTrend => {
      const own = known.get(unit) ?? [];
      return { unit, points: new Map(own.map((point) => [point.period, point])) };
    })
    .filter(({ points }) => points.size > 0);
  const columns = [
    text<UnitTrend>(labels.progress.unit, ({ unit }) => unitName(page, unit), 'name'),
    ...months.map((month) =>
      figure<UnitTrend>(monthHead(page, month), ({ points }) => cell(page, points.get(month))),
    ),
    figure<UnitTrend>(words.trend.change, ({ points }) => changeOf(points, months)),
    text<UnitTrend>(words.trend.line, ({ points }) => line(points, months)),
  ];
  const body =
    months.length < 2
      ? html`<p class="calm">${words.trend.oneMonth}</p>`
      : html`<p class="soft">${words.trend.intro(sources(page))}</p>
${table('trend-title', units, columns)}`;
  return html`<section id="trend" aria-labelledby="trend-title">
<h2 id="trend-title">${words.sections.trend}</h2>
${body}
</section>
`;
}

/** The month, and how far the year had come by its end. */
function monthHead({ labels, report }: Page, month: string): string {
  const time = report.trend.find(({ period }) => period === month)?.timeProgress ?? null;
  return `${labels.month(monthOf(month))} (${rate(time)})`;
}

function cell({ labels }: Page, point: TrendPoint | undefined): Markup {
  if (point === undefined || point.rate === null) return html`${absent}`;
  if (point.lamp === null) return html`${rate(point.rate)}`;
  return html`<span class="mark ${point.lamp}"><span aria-hidden="true">${lampShapes[point.lamp]}</span> ${rate(point.rate)}<span class="unseen"> ${labels.lamp[point.lamp]}</span></span>`;
}

/** What the last month added, in rates; — when one of the two months is not known. */
function changeOf(points: UnitTrend['points'], months: readonly string[]): string {
  const [before = null, last = null] = months.slice(-2).map((month) => points.get(month)?.rate ?? null);
  return gap(last, before);
}

/** From what the months before this one are known. */
function sources({ report, words }: Page): string {
  const known = new Set(report.trend.map(({ source }) => source));
  const order = ['previous run', 'earlier sheet', 'month columns'] as const;
  return order
    .filter((source) => known.has(source))
    .map((source) => words.trend.sources[source])
    .join(words.listSeparator);
}

const width = 110;
const height = 24;
/** Gaps drawn from the middle to the edge, at least: a small one must not look large. */
const leastSpan = 0.05;

/** The gap to time progress, month by month, around a dashed line where it is none. The figures beside it say the same. */
function line(points: UnitTrend['points'], months: readonly string[]): Markup {
  const known = months.flatMap((month, index) => {
    const point = points.get(month);
    return point === undefined || point.rate === null
      ? []
      : [{ index, gap: point.rate - point.timeProgress }];
  });
  if (known.length < 2) return html`${absent}`;
  const span = Math.max(leastSpan, ...known.map((one) => Math.abs(one.gap)));
  const middle = height / 2;
  const drawn = known.map((one) => {
    const x = 3 + (one.index / (months.length - 1)) * (width - 6);
    return `${tenth(x)},${tenth(middle - (one.gap / span) * (middle - 3))}`;
  });
  const [endX = '', endY = ''] = drawn.at(-1)?.split(',') ?? [];
  return trusted(
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true"><path d="M0 ${middle}H${width}" stroke="#7d8893" stroke-dasharray="3 3"></path><polyline points="${drawn.join(' ')}" fill="none" stroke="#1b4f8a" stroke-width="2"></polyline><circle cx="${endX}" cy="${endY}" r="2.6" fill="#1b4f8a"></circle></svg>`,
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Markup, trusted } from './markup.ts';

// Of the library only bars, axes and the line. It is heavy: load this file when a chart is to be drawn.
use([BarChart, GridComponent, MarkLineComponent, SVGRenderer]);

/** One bar of the ranking. Rates are 0 to 1; the words are printed as given and are already plain text. */
export interface RankingBar {
  readonly name: string;
  readonly rate: number;
  /** Released over budget: how far the bar could have come. */
  readonly releaseRate: number | null;
  readonly colour: string;
  /** What stands at the end of the row: the rate, and the lamp's shape and word. */
  readonly figure: string;
  readonly figureColour: string;
}

export interface RankingLook {
  readonly timeProgress: number;
  /** What stands at the dashed line. */
  readonly timeProgressLabel: string;
  /** What the picture shows, for those who cannot see it. */
  readonly description: string;
  /** Pixels; the picture is scaled down to its place, never up. */
  readonly width: number;
  readonly nameWidth: number;
  readonly figureWidth: number;
}

type Option = ComposeOption<BarSeriesOption | GridComponentOption | MarkLineComponentOption>;

/** Rates above this are drawn as long as this; the figure at the end says what they are. */
const longestRate = 1.25;
const rowHeight = 26;
const pale = '#dde3ea';
const headHeight = 34;
const footHeight = 26;

/**
 * The ranking as inline SVG: a solid bar for what was spent over a pale one for what was released, and a dashed line
 * at time progress. The same bars give the same bytes, however many charts were drawn before.
 */
export function rankingChart(bars: readonly RankingBar[], look: RankingLook): Markup {
  const height = headHeight + bars.length * rowHeight + footHeight;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: look.width, height });
  try {
    chart.setOption(optionOf(bars, look));
    return trusted(inlineSvg(chart.renderToSVGString(), look.width, height, look.description));
  } finally {
    chart.dispose(); // or Node never exits
  }
}

function optionOf(bars: readonly RankingBar[], look: RankingLook): Option {
  const longest = Math.max(1, ...bars.map((bar) => drawn(bar.rate)));
  const grid = { left: look.nameWidth, right: look.figureWidth, top: headHeight, bottom: footHeight };
  return {
    animation: false,
    grid: { ...grid, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      min: 0,
      max: longest,
      interval: 0.25,
      axisLabel: {
        color: '#56616d',
        fontSize: 12,
        formatter: (rate: number) => `${Math.round(rate * 100)}%`,
      },
      splitLine: { lineStyle: { color: '#e3e7ec' } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => bar.name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#8a949f' } },
      axisLabel: {
        color: '#1d2833',
        fontSize: 13,
        interval: 0,
        width: look.nameWidth - 14,
        overflow: 'truncate',
        ellipsis: '…',
      },
    },
    series: [
      {
        type: 'bar',
        silent: true,
        barWidth: 14,
        barGap: '-100%',
        itemStyle: { color: pale },
        data: bars.map((bar) => Math.min(drawn(bar.releaseRate ?? 0), longest)),
      },
      {
        type: 'bar',
        silent: true,
        barWidth: 14,
        data: bars.map((bar) => ({ value: drawn(bar.rate), itemStyle: { color: bar.colour } })),
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { type: [5, 4], color: '#1d2833', width: 1.5 },
          label: { color: '#1d2833', fontSize: 12, position: 'start', formatter: look.timeProgressLabel },
          data: [{ xAxis: look.timeProgress }],
        },
      },
      {
        // Draws nothing: it puts the figures in one column at the right, where they can be compared.
        type: 'bar',
        silent: true,
        barWidth: 14,
        itemStyle: { color: 'transparent' },
        label: {
          show: true,
          position: 'right',
          distance: 8,
          fontSize: 13,
          textBorderWidth: 0,
          formatter: ({ dataIndex }) => bars[dataIndex]?.figure ?? '',
        },
        data: bars.map((bar) => ({ value: longest, label: { color: bar.figureColour } })),
      },
    ],
  };
}

function drawn(rate: number): number {
  return Math.min(Math.max(rate, 0), longestRate);
}

/**
 * Makes the library's SVG fit for a page that allows no inline style: running ids, hover styles and notes for the
 * library's own client go, style attributes become plain ones.
 */
function inlineSvg(svg: string, width: number, height: number, description: string): string {
  const body = svg
    .slice(svg.indexOf('>') + 1)
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|xml:space|pointer-events)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => asAttributes(style))
    .replace(/<rect [^>]*fill="none"><\/rect>\n?/, '')
    .replace(/\n+/g, '\n');
  const label = description.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${body}`;
}

function asAttributes(style: string): string {
  let attributes = '';
  for (const rule of style.split(';')) {
    const [name, value] = rule.split(':');
    if (name === 'font-size' && value !== undefined) attributes += ` font-size="${value}"`;
    if (name === 'font-weight' && value !== undefined) attributes += ` font-weight="${value}"`;
  }
  return attributes;
}

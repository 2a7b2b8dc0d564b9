import { fenPerUnit } from './money.ts';
import type { Text } from './text.ts';

/** What an option of a rule means to the person who sets it, and the unit it is written in. */
export interface OptionMeaning extends Text {
  readonly unit: OptionUnit;
}

/** The units of options, in the words of settings and catalogues. */
export const optionUnits = {
  share: { zh: '小数，0.1 即 10%', en: 'fraction, 0.1 is 10%' },
  points: { zh: '小数，0.1 即 10 个百分点', en: 'fraction, 0.1 is 10 percentage points' },
  percentPoint: { zh: '百分点', en: 'percentage points' },
  shareByMonth: { zh: '月份: 小数', en: 'month: fraction' },
  fen: { zh: '分（100 即 1 元）', en: 'fen (100 are 1 yuan)' },
  score: { zh: '分值', en: 'points of a score' },
  times: { zh: '倍', en: 'times' },
  likeness: { zh: '0 到 1', en: '0 to 1' },
  days: { zh: '天', en: 'calendar days' },
  workingDays: { zh: '个工作日', en: 'working days' },
  month: { zh: '月份，1 到 12', en: 'month, 1 to 12' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
  characters: { zh: '字', en: 'characters' },
  digits: { zh: '位数字', en: 'digits' },
  rows: { zh: '行', en: 'rows' },
  items: { zh: '项', en: 'items' },
  words: { zh: '词语', en: 'words' },
  pattern: { zh: '正则表达式', en: 'regular expression' },
} as const satisfies Readonly<Record<string, Text>>;

export type OptionUnit = keyof typeof optionUnits;

/** The value of an option as a reader says it: 0.2 → 20%, 1000000 fen → 1 万元, { 3: 0.25 } → 3月 25%. */
export function optionText(value: unknown, unit: OptionUnit): Text {
  if (Array.isArray(value)) return joined(value.map((one) => optionText(one, unit)));
  if (typeof value === 'object' && value !== null)
    return joined(Object.entries(value).map(([name, one]) => pairText(name, one, unit)));
  if (typeof value !== 'number') return plain(String(value));
  switch (unit) {
    case 'share':
    case 'shareByMonth':
      return plain(`${times100(value)}%`);
    case 'points':
      return { zh: `${times100(value)} 个百分点`, en: `${times100(value)} percentage points` };
    case 'percentPoint':
      return { zh: `${value} 个百分点`, en: `${value} percentage points` };
    case 'fen': {
      const unitOfAmount = value >= fenPerUnit.万元 ? '万元' : '元';
      return {
        zh: `${value / fenPerUnit[unitOfAmount]} ${unitOfAmount}`,
        en: `${value / fenPerUnit.元} yuan`,
      };
    }
    case 'month':
      return { zh: `${value}月`, en: `month ${value}` };
    case 'score':
      return { zh: `${value} 分`, en: `${value} points` };
    case 'likeness':
      return plain(String(value));
    default:
      return {
        zh: `${value} ${optionUnits[unit].zh}`,
        en: `${value} ${value === 1 ? optionUnits[unit].en.replace(/s$/, '') : optionUnits[unit].en}`,
      };
  }
}

/** Value and reading side by side, as the catalogue prints an option: `0.2（20%）`; words need no reading. */
export function optionWritten(value: unknown, unit: OptionUnit): Text {
  const written = JSON.stringify(value);
  if (unit === 'words' || unit === 'pattern' || unit === 'likeness') return plain(written);
  const { zh, en } = optionText(value, unit);
  return { zh: `${written}（${zh}）`, en: `${written} (${en})` };
}

function pairText(name: string, value: unknown, unit: OptionUnit): Text {
  const { zh, en } = optionText(value, unit);
  return unit === 'shareByMonth'
    ? { zh: `${name}月 ${zh}`, en: `month ${name} ${en}` }
    : { zh: `${name}→${zh}`, en: `${name} → ${en}` };
}

function joined(texts: readonly Text[]): Text {
  return { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') };
}

function plain(text: string): Text {
  return { zh: text, en: text };
}

/** 0.00005 → 0.005, without the dust of binary fractions. */
function times100(fraction: number): number {
  return Number((fraction * 100).toPrecision(12));
}

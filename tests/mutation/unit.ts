import type { Period } from '../../pipeline/model/period.ts';
import { exact, sum } from './draft.ts';
import type { Random } from './random.ts';
import { goodReasons, outputs, projectNames, units } from './words.ts';

/** A project of an invented unit as it should be: on time, on plan, within what was released. Amounts in 万元. */
export interface Project {
  readonly code: string;
  readonly name: string;
  readonly fundNature: string;
  readonly fundSource: string;
  readonly functionClass: string;
  readonly initial: number;
  readonly add: number;
  readonly cut: number;
  readonly budget: number;
  readonly released: number;
  /** Twelve months that add up to the budget. */
  readonly plan: readonly number[];
  /** Spent each month up to the period. */
  readonly actual: readonly number[];
  readonly spent: number;
  readonly goal: string;
  /** The goal's result by now, with the share of the year's objective that is attained. */
  readonly goalProgress: string;
  readonly goalResult: string;
  readonly reason: string | null;
}

/** An invented unit in a month in which nothing is wrong with it. */
export interface Unit {
  readonly name: string;
  readonly code: string;
  readonly period: Period;
  readonly month: number;
  readonly projects: readonly Project[];
}

/** What must be spent by the end of a month: time progress, and the milestones of March, June, September, November, December. */
const milestones: Readonly<Record<number, number>> = { 3: 0.25, 6: 0.5, 9: 0.75, 11: 0.9, 12: 1 };

const natures = ['一般公共预算', '一般公共预算', '一般公共预算', '政府性基金'];
const sources = ['中央', '省级', '市级', '本级', '本级', '本级'];
const classes = [
  '201',
  '205',
  '207',
  '208',
  '210',
  '211',
  '212',
  '213',
  '214',
  '221',
  '2130152',
  '20103',
  '2080505',
  '213-农林水支出',
  '2010301 行政运行',
  '农林水支出',
  '教育支出',
];

export function inventUnit(
  random: Random,
  { month = random.int(1, 12), size }: { readonly month?: number; readonly size?: number } = {},
): Unit {
  const count = size ?? random.pick([1, 2, 3, random.int(4, 12), random.int(13, 60)]);
  const names = projectNames(random, count);
  const code = `${random.int(101, 899)}${random.pick(['', '001', '002'])}`;
  const codes = `1${String(random.int(1000000, 9999999))}`;
  return {
    name: random.pick(units),
    code,
    period: `2023-${String(month).padStart(2, '0')}`,
    month,
    projects: names.map((name, index) =>
      inventProject(random, name, `${codes.slice(0, 8)}23${random.pick(['T', 'R', 'Y'])}`, index, month),
    ),
  };
}

function inventProject(random: Random, name: string, front: string, index: number, month: number): Project {
  const decimals = random.pick([0, 2, 2, 2, 4, 6]);
  // A unit's own adjustments stay small; a new project in the course of the year is the exception.
  const initial = size(random, decimals);
  const add = random.chance(0.1) ? exact(round(initial * random.next() * 0.09, decimals)) : 0;
  const cut = random.chance(0.08) ? exact(round(initial * random.next() * 0.09, decimals)) : 0;
  const budget = sum([initial, add, -cut]);
  const least = Math.max(month / 12, milestones[month] ?? 0);
  const share =
    month === 12 ? 1 : Math.min(1, least + random.next() * random.pick([0, 0.02, 0.08]) + 0.00002);
  const spent =
    month === 12 ? budget : Math.min(budget, ceiling(budget * share, decimals === 0 ? 2 : decimals));
  const released = month >= 6 || random.chance(0.7) ? budget : Math.max(spent, round(budget * 0.9, 2));
  const planned = plannedBy(random, month, budget, spent);
  const [what, unit] = random.pick(outputs);
  const target = random.pick([random.int(2, 40), random.int(100, 9999), random.figure(1, 80, 1)]);
  const [aim, attainedAim] = random.pick([
    ['', ''],
    ['，群众满意度达到90%以上', '，群众满意度95%'],
    ['，确保按期完工', '，已按期完工'],
    ['，受益群众2000余人', '，受益群众2100余人'],
  ] as const);
  const attained = Math.min(100, Math.round(share * 100 + random.int(-6, 6)));
  return {
    code: `${front.slice(0, 8)}${front.slice(-1)}0000${String(10_000_001 + index).slice(0, 8)}`
      .padEnd(21, '0')
      .slice(0, 21),
    name,
    fundNature: random.pick(natures),
    fundSource: random.pick(sources),
    functionClass: random.pick(classes),
    initial,
    add,
    cut,
    budget,
    released,
    plan: spread(random, planned, budget, month),
    actual: parts(random, spent, month),
    spent,
    goal: `${what}${target}${unit}${aim}`,
    goalProgress: random.pick([
      `完成年度目标的${attained}%`,
      `已完成年度目标的${attained}%，质量合格`,
      `年度目标完成率为${attained}%`,
      `已${what}${Math.max(1, Math.floor((target * attained) / 100))}${unit}，完成全年任务的${attained}%`,
    ]),
    goalResult: `已${what}${target}${unit}${attainedAim}`,
    reason: random.chance(0.15) ? random.pick(['无', '按进度支付', '正常', ...goodReasons]) : null,
  };
}

/** Sizes of projects as they are: many small ones, a few of tens of millions. */
function size(random: Random, decimals: number): number {
  const whole = random.pick([
    random.int(1, 20),
    random.int(5, 200),
    random.int(50, 999),
    random.int(1000, 6000),
  ]);
  return round(whole + (decimals === 0 ? 0 : random.next()), decimals);
}

/** The plan to date: within a tenth or so of what was spent, and never more than the budget. */
function plannedBy(random: Random, month: number, budget: number, spent: number): number {
  if (month === 12) return budget;
  const share = random.pick([1, 1, 1 + (random.next() - 0.5) * 0.3]);
  return Math.min(budget, Math.max(0.01, round(spent * share, 2)));
}

/** Twelve months of a plan: up to the period as planned, the rest of the budget behind it. */
function spread(random: Random, planned: number, budget: number, month: number): readonly number[] {
  return [...parts(random, planned, month), ...parts(random, sum([budget, -planned]), 12 - month)];
}

/** An amount in some parts of two decimals; the last takes what is left. */
function parts(random: Random, amount: number, count: number): readonly number[] {
  if (count === 0) return [];
  const isEven = random.chance(0.5);
  const figures: number[] = [];
  let left = amount;
  for (let part = 1; part < count; part += 1) {
    const share = isEven ? amount / count : left * random.next() * 0.5;
    const figure = Math.min(left, Math.max(0, Math.floor(share * 100) / 100));
    figures.push(exact(figure));
    left = sum([left, -figure]);
  }
  return [...figures, exact(left)];
}

export function round(figure: number, decimals: number): number {
  return Math.round(figure * 10 ** decimals) / 10 ** decimals;
}

function ceiling(figure: number, decimals: number): number {
  return exact(Math.ceil(figure * 10 ** decimals - 1e-9) / 10 ** decimals);
}

import { z } from 'zod';
import { fenPerUnit, inUnit } from '../../pipeline/model/money.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { type ExpenseCell, type ThreePublic, threePublicOf } from '../../pipeline/model/three-public.ts';
import { term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** SG-08: what it costs to run a vehicle is plausible, and nothing is spent on vehicles that do not exist. */
export const costPerVehicle = defineRule({
  meta: {
    id: 'SG-08',
    name: 'cost-per-vehicle',
    title: { zh: '车均运行维护费异常', en: 'Cost per vehicle' },
    group: 'three-public-expenses',
    scope: 'table',
    needs: ['T09'],
    severity: 'notice',
    basis: {
      source: '本工具默认（可在参数中调整；各地另有公务用车运行维护费定额的按当地定额）',
      why: {
        zh: '车均运行维护费偏高，或没有车却有运行维护费，值得核对车辆数和费用。',
        en: 'A high cost per vehicle, or costs without vehicles, call for a look at both figures.',
      },
    },
    options: z.object({
      cap: z.number().int().min(0).default(3_000_000).register(meaning, {
        unit: 'fen',
        zh: '每辆公务用车全年运行维护费超过此数，提示核对',
        en: 'running costs of a vehicle in a year above which a person should look',
      }),
    }),
    messages: {
      high: {
        zh: '公务用车运行维护费{column} {amount} {unit}，公务用车 {vehicles} 辆，车均 {each} {unit}，高于 {cap} {unit}。',
        en: 'Running {vehicles} vehicles costs {amount} ({column}, {unit}): {each} each, above {cap}.',
        clears: {
          zh: '核对车辆数与运行维护费；属实的无须处理。',
          en: 'Check the number of vehicles and the amount; nothing to do if they are right.',
        },
      },
      none: {
        zh: '公务用车 0 辆，却有运行维护费{column} {amount} {unit}。',
        en: 'There are no vehicles, yet running them costs {amount} ({column}, {unit}).',
        clears: {
          zh: '核对公务用车保有量，或说明租用车辆等情况。',
          en: 'Check the number of vehicles, or say that vehicles are rented.',
        },
      },
    },
  },

  *check({ submission, options }) {
    for (const expenses of threePublicOf(submission)) yield judge(expenses, options.cap);
  },
});

function judge(expenses: ThreePublic, cap: number): Verdict {
  const known = (['budget', 'actual'] as const).flatMap((column) => {
    const cell = expenses.cell('running', column);
    const vehicles = vehiclesOf(expenses, column);
    return cell === null || vehicles === null ? [] : [{ cell, vehicles }];
  });
  const [first] = known;
  if (first === undefined) return notApplicable;
  const filled = known.flatMap(({ cell, vehicles }) => (isFilled(cell) ? [{ cell, vehicles }] : []));
  if (filled.length === 0) return undecidable(first.cell.row, first.cell.field);
  const beyond = filled.find(({ cell, vehicles }) => cell.fen > cap * vehicles.number);
  if (beyond === undefined) return pass;
  const { cell: running, vehicles } = beyond;
  const unit = unitOf(running.row, running.field);
  // Rounded up: what is above the cap must not read as the cap.
  const each = vehicles.number === 0 ? 0 : Math.ceil(running.fen / vehicles.number / 10_000) * 10_000;
  return failAt([running.place, placeOf(vehicles.row, vehicles.field)], {
    message: vehicles.number === 0 ? 'none' : 'high',
    args: {
      column: nameOf(running),
      amount: inUnit(running.fen, unit),
      vehicles: vehicles.number,
      each: inUnit(each, unit),
      cap: inUnit(cap, unit),
      unit,
    },
    value: vehicles.number === 0 ? inUnit(running.fen, unit) : inUnit(each, unit),
    threshold: inUnit(cap, unit),
    atStake: running.fen - cap * vehicles.number,
    ...(vehicles.number === 0 ? {} : { trace: `${term(running.row, running.field)} ÷ ${vehicles.number}` }),
  });
}

function isFilled(cell: ExpenseCell): cell is ExpenseCell & { readonly fen: number } {
  return cell.fen !== null;
}

function nameOf({ field }: ExpenseCell) {
  return field === 'budget' ? { zh: '预算', en: 'budget' } : { zh: '执行', en: 'actual' };
}

interface Vehicles {
  readonly row: Row;
  readonly field: string;
  readonly number: number;
}

/**
 * The number of vehicles, on the line of running costs, on that of all vehicles or on a row of its own, there in the
 * same column or in the other; null when the sheet gives none.
 */
function vehiclesOf(expenses: ThreePublic, column: 'budget' | 'actual'): Vehicles | null {
  for (const item of ['running', 'cars'] as const) {
    const row = expenses.row(item);
    const text = row?.values.vehicles;
    const match = typeof text === 'string' ? /\d+/.exec(text.normalize('NFKC')) : null;
    if (row !== null && match !== null) return { row, field: 'vehicles', number: Number(match[0]) };
  }
  const { vehicles: row } = expenses;
  if (row === null) return null;
  for (const field of [column, column === 'budget' ? 'actual' : 'budget']) {
    const fen = amountOf(row, field);
    // The columns are of money: what counts vehicles was read as so many of their unit.
    if (fen !== null) return { row, field, number: fen / fenPerUnit[unitOf(row, field)] };
  }
  return null;
}

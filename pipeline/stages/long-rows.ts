import type { Row, RowSource } from '../model/submission.ts';

/** How the rows of a table are read from its sheet: the same whenever it is asked, by the number of the row. */
export interface RowReader {
  readonly source: RowSource;
  /** All values of a row. */
  readonly values: (row: number) => Row['values'];
  /** For each field on the sheet its value alone. */
  readonly fields: Readonly<Record<string, (row: number) => unknown>>;
}

/** The rows of a long table, see `longRows`. */
export interface LongRows {
  readonly rows: readonly Row[];
  add(row: Row): void;
}

/** Some rows of a long table, one behind the other, whose values are held for now. */
export interface Stretch {
  /** Whether another row of the table was looked at since this was last set to false. */
  wasLeft: boolean;
}

/**
 * Makes the rows of a long table: each keeps its number and what it shares with others, and reads its values when they
 * are asked for. A million rows read once would fill gigabytes; the cells they are read from are there anyway.
 *
 * Reading takes longer than most of what is done with a value. Those who look at every row go through them side by
 * side, a stretch at a time (`stretchesOf`), and each row is read once for all of them.
 */
export function longRows({ source, values, fields }: RowReader): LongRows {
  const held = { wasLeft: false, first: 0, values: [] as (Row['values'] | undefined)[] };

  class RowValues {
    private readonly row: number;
    constructor(row: number) {
      this.row = row;
    }
    static {
      for (const name of Object.keys(source.fields)) {
        const valueIn = fields[name] ?? (() => null);
        Object.defineProperty(RowValues.prototype, name, {
          get(this: RowValues) {
            return valueIn(this.row);
          },
        });
      }
    }
  }

  class LongRow implements Row {
    readonly number: number;
    private readonly traits: Traits;
    constructor(number: number, traits: Traits) {
      this.number = number;
      this.traits = traits;
    }
    get values(): Row['values'] {
      const offset = this.number - held.first;
      const own = offset >= 0 && offset < held.values.length ? held.values[offset] : undefined;
      if (own !== undefined) return own;
      held.wasLeft = true;
      // Every field is among its properties, each read by the kind of the field.
      return new RowValues(this.number) as unknown as Row['values'];
    }
    get gaps(): Row['gaps'] {
      return this.traits.gaps;
    }
    get level(): number {
      return this.traits.level;
    }
    get classified(): boolean {
      return this.traits.classified;
    }
    get label(): string {
      return '';
    }
    get parent(): null {
      return null;
    }
    get source(): RowSource {
      return source;
    }
  }

  const rows: Row[] = [];
  const sharedTraits = traitsInCommon();
  stretches.set(rows, function* () {
    for (let index = 0; index < rows.length; index += stretchLength) {
      const next = rows.slice(index, index + stretchLength);
      held.first = next[0]?.number ?? 0;
      held.values = [];
      for (const { number } of next) held.values[number - held.first] = values(number);
      yield held;
    }
    held.values = [];
  });
  return {
    rows,
    add: (row) => {
      rows.push(new LongRow(row.number, sharedTraits(row)));
    },
  };
}

const stretchLength = 1000;

const stretches = new WeakMap<readonly Row[], () => Iterable<Stretch>>();

/** The stretches of a long table, one after the other: each is held until the next is asked for. None of other tables. */
export function stretchesOf(rows: readonly Row[]): Iterable<Stretch> {
  return stretches.get(rows)?.() ?? [];
}

/** What most rows of a table have in common. */
interface Traits {
  readonly gaps: Row['gaps'];
  readonly level: number;
  readonly classified: boolean;
}

/** Gives rows with the same traits the same object. */
function traitsInCommon(): (row: Row) => Traits {
  const known = new Map<Row['gaps'], Traits[]>();
  return ({ gaps, level, classified }) => {
    const alike = known.get(gaps) ?? [];
    const before = alike.find((one) => one.level === level && one.classified === classified);
    if (before !== undefined) return before;
    const traits = { gaps, level, classified };
    known.set(gaps, [...alike, traits]);
    return traits;
  };
}

import type { Row, RowSource } from '../model/submission.ts';

/**
 * Makes the rows of a long table: each keeps its number and what it shares with others, and reads a cell whenever a
 * rule asks for its value. A million rows read once would fill gigabytes; the cells they are read from are there anyway.
 *
 * @param read the value of a field in a row of the sheet, the same whenever it is asked
 */
export function longRows(
  source: RowSource,
  read: Readonly<Record<string, (row: number) => unknown>>,
): (row: Row) => Row {
  class RowValues {
    private readonly row: number;
    constructor(row: number) {
      this.row = row;
    }
    static {
      for (const name of Object.keys(source.fields)) {
        const valueIn = read[name] ?? (() => null);
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

  const known = new Map<Row['gaps'], Traits[]>();
  const shared = ({ gaps, level, classified }: Row): Traits => {
    const alike = known.get(gaps) ?? [];
    const before = alike.find((one) => one.level === level && one.classified === classified);
    if (before !== undefined) return before;
    const traits = { gaps, level, classified };
    known.set(gaps, [...alike, traits]);
    return traits;
  };
  return (row) => new LongRow(row.number, shared(row));
}

/** What most rows of a table have in common. */
interface Traits {
  readonly gaps: Row['gaps'];
  readonly level: number;
  readonly classified: boolean;
}

import { columnName } from '../../pipeline/model/column-name.ts';
import { type AmountUnit, type Fen, inUnit, unitInEnglish } from '../../pipeline/model/money.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';

/** An amount with what a sentence calls it and where it stands; a figure of the month before has no place. */
export interface Named {
  readonly fen: Fen;
  readonly unit: AmountUnit;
  readonly name: Text;
  readonly place: Place | null;
  readonly field: string;
}

/** Two amounts that differ as 元 and 万元 do. */
export interface Jump {
  readonly row: Row;
  readonly larger: Named;
  readonly smaller: Named;
}

/** An amount of a row, by the heading of its column. */
export function named(row: Row, field: string, fen: Fen): Named {
  const { zh, en } = columnName(row, field);
  return {
    fen,
    unit: unitOf(row, field),
    name: { zh: `「${zh}」`, en: `"${en}"` },
    place: placeOf(row, field),
    field,
  };
}

/** The larger of two amounts first. */
export function bySize(one: Named, other: Named): readonly [Named, Named] {
  return one.fen >= other.fen ? [one, other] : [other, one];
}

/** What a sentence says of an amount: 「调整后预算」120.00 万元. */
export function phrase({ fen, unit, name }: Named): Text {
  const amount = inUnit(fen, unit);
  const space = name.zh.endsWith('」') ? '' : ' ';
  return {
    zh: `${name.zh}${space}${amount} ${unit}`,
    en: `${name.en} (${amount}, in ${unitInEnglish[unit]})`,
  };
}

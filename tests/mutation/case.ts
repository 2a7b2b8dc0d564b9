import { writeWorkbook } from '../../fixtures/write-workbook.ts';
import type { PreviousBalance, PreviousProject, Roster } from '../../pipeline/model/dossier.ts';
import { previousPeriod } from '../../pipeline/model/period.ts';
import { type KnownTemplateId, templates } from '../../pipeline/templates/index.ts';
import type { Draft } from './draft.ts';
import { type Drawn, draw } from './draw.ts';
import { drawIssued } from './draw-issued.ts';
import type { Desk } from './hand-in.ts';
import type { Random } from './random.ts';
import { t01 } from './sheets/t01.ts';
import { t02 } from './sheets/t02.ts';
import { t03 } from './sheets/t03.ts';
import { t04 } from './sheets/t04.ts';
import { t05 } from './sheets/t05.ts';
import { t06 } from './sheets/t06.ts';
import { t07 } from './sheets/t07.ts';
import { t08 } from './sheets/t08.ts';
import { t09 } from './sheets/t09.ts';
import { t10 } from './sheets/t10.ts';
import { t11 } from './sheets/t11.ts';
import { t12 } from './sheets/t12.ts';
import { t13 } from './sheets/t13.ts';
import { t14 } from './sheets/t14.ts';
import { t15 } from './sheets/t15.ts';
import { t16 } from './sheets/t16.ts';
import { t17 } from './sheets/t17.ts';
import { t18 } from './sheets/t18.ts';
import { t19 } from './sheets/t19.ts';
import { inventUnit, type Unit } from './unit.ts';

/** What one unit hands in, and what the bureau knows besides. Made to be changed. */
export interface Case {
  readonly unit: Unit;
  /** One sheet a file, in order. */
  drafts: Draft[];
  /** Files that are no drawn sheets, or drawn sheets that were damaged. */
  damaged: Map<Draft, (bytes: Uint8Array) => Uint8Array>;
  /** Sheets that are the form as it is issued, filled in; all others are drawn as an office would. */
  issued: ReadonlySet<Draft>;
  /** Sheets of one workbook, the first of them among the drafts; the others are nowhere else. */
  together: readonly Draft[];
  asOf: string;
  roster: Roster | null;
  previous: readonly PreviousProject[] | null;
  balances: readonly PreviousBalance[];
}

/** How each template's sheet is invented. */
const inventors: Readonly<Record<KnownTemplateId, (random: Random, unit: Unit) => Draft>> = {
  T01: t01,
  T02: (random, unit) => t02(random, unit, firstOf(unit)),
  T03: t03,
  T04: t04,
  T05: t05,
  T06: (random, unit) => t06(random, unit, firstOf(unit)),
  T07: t07,
  T08: t08,
  T09: t09,
  T10: t10,
  T11: t11,
  T12: t12,
  T13: t13,
  T14: t14,
  T15: t15,
  T16: t16,
  T17: t17,
  T18: t18,
  T19: t19,
};

/** Invents a unit with some of its sheets, none of which has a mistake. */
export function inventCase(
  random: Random,
  {
    on,
    month,
    size,
  }: { readonly on: readonly KnownTemplateId[]; readonly month?: number; readonly size?: number },
): Case {
  const unit = inventUnit(random, {
    ...(month === undefined ? {} : { month }),
    ...(size === undefined ? {} : { size }),
  });
  return {
    unit,
    drafts: on.map((id) => inventors[id](random, unit)),
    damaged: new Map(),
    issued: new Set(),
    together: [],
    asOf: `${unit.month === 12 ? '2024-01' : `2023-${String(unit.month + 1).padStart(2, '0')}`}-10`,
    roster: null,
    previous: null,
    balances: [],
  };
}

function firstOf({ projects }: Unit) {
  const [first] = projects;
  if (first === undefined) throw new RangeError('a unit has at least one project');
  return first;
}

/** A case on the clerk's desk, and where everything of its sheets stands. */
export async function laidOut(one: Case): Promise<{
  readonly desk: Desk;
  readonly drawn: ReadonlyMap<Draft, Pick<Drawn, 'cellOf'> & { readonly path: string }>;
}> {
  const drawn = new Map<Draft, Pick<Drawn, 'cellOf'> & { readonly path: string }>();
  const files: { path: string; bytes: Uint8Array }[] = [];
  for (const [index, draft] of one.drafts.entries()) {
    const path = `${index + 1}_${templates[draft.id].title.zh.replace(/[“”]/g, '')}.xlsx`;
    if (one.issued.has(draft)) {
      const { bytes, cellOf } = await drawIssued(draft);
      files.push({ path, bytes });
      drawn.set(draft, { cellOf, path });
      continue;
    }
    const sheet = draw(draft);
    const others = one.together[0] === draft ? one.together.slice(1).map((each) => draw(each).plan) : [];
    const bytes = await writeWorkbook([sheet.plan, ...others]);
    files.push({ path, bytes: one.damaged.get(draft)?.(bytes) ?? bytes });
    drawn.set(draft, { ...sheet, path });
  }
  const period = one.unit.period;
  return {
    drawn,
    desk: {
      files,
      period,
      asOf: one.asOf,
      ...(one.roster === null ? {} : { roster: one.roster }),
      ...(one.previous === null && one.balances.length === 0
        ? {}
        : {
            previous: {
              period: previousPeriod(period),
              units: new Map([
                [
                  one.unit.name,
                  { period: previousPeriod(period), projects: one.previous ?? [], balances: one.balances },
                ],
              ]),
            },
          }),
    },
  };
}

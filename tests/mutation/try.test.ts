import { test } from '@jest/globals';
import { writeWorkbook } from '../../fixtures/write-workbook.ts';
import type { Draft } from './draft.ts';
import { draw } from './draw.ts';
import { handIn } from './hand-in.ts';
import { type Random, seeded } from './random.ts';
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

const all: Record<string, (random: Random, unit: Unit) => Draft> = {
  t01,
  t03,
  t04,
  t05,
  t07,
  t08,
  t09,
  t10,
  t11,
  t12,
  t13,
  t14,
  t15,
  t16,
  t17,
  t18,
  t19,
  t02: (random, unit) => t02(random, unit, unit.projects[0]!),
  t06: (random, unit) => t06(random, unit, unit.projects[0]!),
};
const only = process.env.T?.split(',') ?? Object.keys(all).sort();
const say = (text: string) => process.stdout.write(`${text}\n`);

test.each(only)(
  '%s clean',
  async (name) => {
    const seen = new Map<string, string[]>();
    const start = Date.now();
    const from = Number(process.env.S ?? 1);
    for (let seed = from; seed < from + Number(process.env.N ?? 30); seed += 1) {
      const random = seeded(seed);
      const unit = inventUnit(random);
      const drafts = name.split('+').map((one) => all[one]!(random, unit));
      const files = [];
      for (const draft of drafts)
        files.push({ path: `${draft.id}${unit.name}.xlsx`, bytes: await writeWorkbook([draw(draft).plan]) });
      const report = await handIn({
        files,
        period: unit.period,
        asOf: `${unit.month === 12 ? '2024-01' : `2023-${String(unit.month + 1).padStart(2, '0')}`}-10`,
      });
      if (report.failures.length > 0) say(`${seed} ${JSON.stringify(report.failures)}`);
      if (report.submissions.map((s) => s.template).join() !== drafts.map((d) => d.id).join())
        say(`${seed} ${JSON.stringify(report.submissions.map((s) => [s.template, s.refusal]))}`);
      for (const f of report.findings) {
        if (f.status !== 'fail' && process.env.U === undefined) continue;
        const k = `${f.rule} ${f.status === 'fail' ? f.severity : 'undecidable'}`;
        const l = seen.get(k) ?? [];
        l.push(`${seed} ${f.where[0]?.cell} ${f.message.zh}`);
        seen.set(k, l);
      }
    }
    say(
      `== ${name} ${Date.now() - start}ms\n${[...seen]
        .sort()
        .map(([k, l]) => `${k} × ${l.length}\n   ${l.slice(0, 3).join('\n   ')}`)
        .join('\n')}`,
    );
  },
  300000,
);

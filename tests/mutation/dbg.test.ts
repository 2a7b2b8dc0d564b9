import { test } from '@jest/globals';
import { inventCase, laidOut } from './case.ts';
import { handIn } from './hand-in.ts';
import { mutations } from './mutations/index.ts';
import { seeded } from './random.ts';

test('dbg', async () => {
  const mutation = mutations.find((m) => m.rule === (process.env.R ?? 'STR-11'));
  if (mutation === undefined) return;
  for (let seed = 1; seed < 30; seed += 1) {
    const random = seeded(seed);
    const month = mutation.months === undefined ? {} : { month: random.pick(mutation.months) };
    const one = inventCase(random, { on: mutation.on, ...month });
    if (mutation.make(one, random) === null) continue;
    const { desk } = await laidOut(one);
    const report = await handIn(desk);
    process.stdout.write(`${JSON.stringify(report.submissions, null, 1)}\n${report.findings.map((f) => `${f.rule} ${f.status} ${f.where.map((w) => w.cell)} ${f.message.zh}`).join('\n')}\n`);
    return;
  }
});

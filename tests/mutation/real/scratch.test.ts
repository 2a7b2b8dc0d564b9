import { test } from '@jest/globals';
import { handIn } from '../hand-in.ts';
import { mutations } from '../mutations/index.ts';
import { realDesks } from './desks.ts';
import { injectReal } from './inject-real.ts';

const seed = Number(process.env.S ?? 7);
test('all', async () => {
  for (const [name, lay] of Object.entries(realDesks)) {
    if (process.env.D && !name.includes(process.env.D)) continue;
    const t0 = Date.now();
    const real = await lay();
    const baseline = { ...real, report: await handIn(real.desk) };
    const w = baseline.report.findings.filter((f) => f.status === 'fail' && f.severity !== 'notice');
    process.stdout.write(
      `== ${name} ${Date.now() - t0}ms submissions ${real.submissions.map((s) => s.template.id).join(' ')} wrong before ${w.length}\n`,
    );
    let done = 0;
    let ok = 0;
    const t1 = Date.now();
    for (const mutation of mutations) {
      const outcome = await injectReal(mutation, baseline, seed);
      if (outcome === null) continue;
      done += 1;
      if (outcome.isAtCell && outcome.strangers.length === 0 && outcome.failures.length === 0) {
        ok += 1;
        continue;
      }
      process.stdout.write(
        `${outcome.isAtCell ? 'STRANGE' : outcome.isFound ? 'ELSEWHERE' : 'MISSED'} ${mutation.rule} ${mutation.mistake} expected ${outcome.expected.join(' ')} found ${outcome.found.join(' | ')} strangers ${outcome.strangers.join(' | ')} ${outcome.failures}\n`,
      );
    }
    process.stdout.write(`== ${name} ${ok}/${done} in ${Date.now() - t1}ms\n`);
  }
}, 600000);

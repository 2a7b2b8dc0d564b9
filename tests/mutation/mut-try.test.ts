import { test } from '@jest/globals';
import { inject } from './inject.ts';
import { mutations } from './mutations/index.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const only = process.env.R?.split(',');

test('mutations', async () => {
  const rounds = Number(process.env.N ?? 3);
  const from = Number(process.env.S ?? 1);
  for (const mutation of mutations) {
    if (only !== undefined && !only.some((one) => mutation.rule.startsWith(one))) continue;
    const bad: string[] = [];
    let [found, cell, first, strange, unclean] = [0, 0, 0, 0, 0];
    for (let seed = from; seed < from + rounds; seed += 1) {
      let o;
      try {
        o = await inject(mutation, seed);
      } catch (error) {
        bad.push(`  ${seed} ${String(error)} ${String((error as Error).stack).split('\n')[1]}`);
        continue;
      }
      if (o.isFound) found += 1;
      if (o.isAtCell) cell += 1;
      if (o.isFirst) first += 1;
      if (o.strangers.length > 0) strange += 1;
      if (o.unclean.length > 0) unclean += 1;
      if (!o.isAtCell || o.strangers.length > 0 || o.unclean.length > 0 || o.failures.length > 0)
        bad.push(
          `  ${seed} want ${o.expected.slice(0, 3).join(' ')} got ${o.found.slice(0, 2).join(' | ')}${o.strangers.length > 0 ? `\n      STRANGERS ${o.strangers.slice(0, 4).join('\n      ')}` : ''}${o.unclean.length > 0 ? `\n      UNCLEAN ${o.unclean.join(' | ')}` : ''}${o.failures.join()}`,
        );
    }
    if (bad.length > 0 || process.env.V)
      say(
        `${mutation.rule} ${mutation.mistake}: found ${found}/${rounds} cell ${cell} first ${first} strange ${strange} unclean ${unclean}\n${bad.slice(0, 3).join('\n')}`,
      );
  }
}, 600000);

import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { contentsOf } from '../../support/command.ts';

/**
 * What stands in a run folder that publish.mjs wrote: the word of the run when it is whole, `absent`, or what is wrong
 * with it.
 */
export function stateOf(folder: string): string {
  if (!existsSync(folder)) return 'absent';
  const contents = contentsOf(folder);
  const names = [...contents.keys()].sort().join(' ');
  if (names !== 'report.json run.json 退回/示例局/表.xlsx') return `torn: ${names}`;
  const texts = new Set([...contents.values()].map((bytes) => bytes.toString()));
  const [text = ''] = texts;
  const lines = text.trimEnd().split('\n');
  if (texts.size > 1 || lines.length !== 2000 || new Set(lines).size !== 1) return 'mixed or cut short';
  return lines[0] ?? '';
}

/** What lies beside a run folder that is none of it, by name. */
export function besides(folder: string): readonly string[] {
  return readdirSync(dirname(folder)).filter((name) => name !== basename(folder));
}

/** How often random faults are tried: a few in every test run, many by BUDGETLINT_FAULT_ROUNDS. */
export function rounds(few: number): number {
  return Number(process.env.BUDGETLINT_FAULT_ROUNDS ?? few);
}

/** Numbers between 0 and 1 that a printed seed gives again. BUDGETLINT_FAULT_SEED sets it. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The seed of this run, printed by the tests that use it. */
export const faultSeed = Number(process.env.BUDGETLINT_FAULT_SEED ?? Date.now() % 1_000_000);

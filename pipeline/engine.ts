import { createHash } from 'node:crypto';
import type { Rule } from '../rules/rule.ts';

/** Version of the engine, as package.json has it; a test keeps the two equal. */
export const engineVersion = '0.1.0';

/** Identifies the very code that runs, put here by the build; null in any other. */
export const build: string | null = process.env.BUDGETLINT_BUILD ?? null;

/** Identifies the rules a report was made with: their metadata, messages, and defaults. */
export function ruleSetHash(rules: readonly Rule[]): string {
  const described = rules.map(({ meta }) => ({ ...meta, options: meta.options.parse({}) }));
  return `sha256:${createHash('sha256').update(JSON.stringify(described)).digest('hex')}`;
}

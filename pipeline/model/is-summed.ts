import type { Fen } from './money.ts';

/** Whether a project is part of sums and of their rates: only when both its budget and its spending are known. */
export function isSummed({
  budget,
  spent,
}: {
  readonly budget: Fen | null;
  readonly spent: Fen | null;
}): boolean {
  return budget !== null && spent !== null;
}

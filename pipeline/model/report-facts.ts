import type { Dossier } from './dossier.ts';
import type { FactCode } from './fact-indicators.ts';
import { type Fact, factsAbout, factsOf } from './facts.ts';

/** What a unit's annual report says of one indicator for the year it is about. */
export function reportFacts(dossier: Dossier, code: FactCode): readonly Fact[] {
  const facts = factsOf(dossier);
  const reportYear = Math.max(...facts.map(({ year }) => year));
  return factsAbout(facts, code, reportYear);
}

const { BUDGETLINT_MUTATION_ROUNDS, BUDGETLINT_MUTATION_SEED } = process.env;

/** How often each mistake is made, and each sheet invented. The long form is for whoever changes rules. */
export const rounds = Number(BUDGETLINT_MUTATION_ROUNDS ?? 1);

/** The same places with every change, so that a failure is that change's; a long run looks at others each time. */
export const seed = Number(
  BUDGETLINT_MUTATION_SEED ?? (BUDGETLINT_MUTATION_ROUNDS === undefined ? 20231128 : Date.now() % 1_000_000),
);

/** Whoever repeats a run gives its seed; otherwise each run looks at other places. */
export const seed = Number(process.env.BUDGETLINT_MUTATION_SEED ?? Date.now() % 1_000_000);

/** How often each mistake is made, and each sheet invented. The long form is for whoever changes rules. */
export const rounds = Number(process.env.BUDGETLINT_MUTATION_ROUNDS ?? 1);

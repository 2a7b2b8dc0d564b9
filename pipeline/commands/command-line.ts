/** A command of ours as it can be typed where the program is: `npx budgetlint rules PRG-04`. */
export function commandLine(...words: readonly string[]): string {
  return ['npx budgetlint', ...words].join(' ');
}

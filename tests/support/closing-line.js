/** Ends a test run with one plain line that any tool can read: "12 passed, 0 failed, 1 skipped". */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests;
    const counts = `${results.numPassedTests} passed, ${results.numFailedTests} failed`;
    process.stdout.write(`${skipped > 0 ? `${counts}, ${skipped} skipped` : counts}\n`);
  }
}

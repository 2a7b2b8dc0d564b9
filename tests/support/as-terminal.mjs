// Loaded before the command: its output streams say that they are a terminal, as they would for a person.
for (const stream of [process.stdout, process.stderr]) {
  Object.defineProperty(stream, 'isTTY', { value: true });
  Object.defineProperty(stream, 'columns', { value: 100 });
}

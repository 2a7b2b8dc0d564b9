import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 optimise a function only when it has run for long. A run is over in seconds: of the functions it optimises when
 * left alone most are needed for a moment, and compiling them took a third of the time of two hundred small files. What
 * a long run does over and over is optimised all the same, a little later.
 */
export function optimiseLate(): void {
  // Later versions (Node 22 and on) do not know the flag, complain of it, and compile in smaller steps of their own.
  if (!process.versions.v8.startsWith('11.')) return;
  setFlagsFromString(`--interrupt-budget=${bytecodeBeforeOptimising}`);
}

/** How much of its bytecode a function has executed when V8 looks at it, in bytes; it would do so at a twelfth of that. */
const bytecodeBeforeOptimising = 800_000;

/** Tests run as native ES modules: p-limit is published as nothing else. */
export default {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  // All processors, and a worker begun anew once it is full: native modules of finished tests are never let go, and in a
  // single process of five gigabytes the same tests took four times as long.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1200MB',
  // A test that hangs is stopped; one that is slow because the machine is busy is not.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  reporters: ['default', '<rootDir>/tests/support/closing-line.js'],
};

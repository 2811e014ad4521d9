/** ESM-only packages that must be transformed so that Jest's CommonJS runtime can load them. */
const esm = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@borewit',
  '@tokenizer',
  'uid',
  'iterare',
  'es-toolkit',
  'load-esm',
];

const swc = require('./test/support/swc-options.cjs');

const shared = {
  rootDir: __dirname,
  transform: { '^.+\\.(t|j|mj)s$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  // One Postgres and one Redis for the whole run: Jest runs a setup once, however many projects name it.
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

/** @type {import('jest').Config} */
module.exports = {
  // Tests assert behaviour, never time: this only ends one that hangs, on the slowest machine.
  testTimeout: 120_000,
  // Processes of their own, made anew when they have grown: one for all files would end with gigabytes of heap, in which a
  // test that measures memory measures the others.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.spec.ts', '!src/main.ts'],
  // Counts statements: V8 would count the lines of interfaces, and decorators, as never run.
  coverageProvider: 'babel',
  coverageReporters: ['text-summary', 'json-summary'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/console/src/**/*.spec.ts'],
    },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/test/**/*.e2e.ts'] },
    // Takes minutes for each version of PostgreSQL: `npm run test:plans`, not part of `npm test`.
    { ...shared, displayName: 'plans', testMatch: ['<rootDir>/test/**/*.plans.ts'] },
  ],
};

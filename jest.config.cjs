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
  '@hpcc-js',
];

const swc = require('./test/support/swc-options.cjs');

const shared = {
  rootDir: __dirname,
  transform: { '^.+\\.(t|j|mj)s$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
};

/** One Postgres and one Redis for the whole run: Jest runs a setup once, however many projects name it. */
const servers = {
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

/** Each layer of tests is a project. CONTRIBUTING.md says what belongs into which one. */
const layers = [
  // No server: only this one starts without Postgres and Redis.
  {
    displayName: 'pure',
    testMatch: [
      '<rootDir>/src/**/*.spec.ts',
      '<rootDir>/console/src/**/*.spec.ts',
      '<rootDir>/test/*.spec.ts',
    ],
    testPathIgnorePatterns: ['/node_modules/', '\\.db\\.spec\\.ts$'],
  },
  { ...servers, displayName: 'database', testMatch: ['<rootDir>/src/**/*.db.spec.ts'] },
  { ...servers, displayName: 'e2e', testMatch: ['<rootDir>/test/**/*.e2e.ts'] },
  { ...servers, displayName: 'slow', testMatch: ['<rootDir>/test/**/*.slow.ts'] },
  // On a real S3 server of their own, without Postgres and Redis.
  { displayName: 's3', testMatch: ['<rootDir>/test/**/*.s3.ts'] },
  // Takes minutes for each version of PostgreSQL.
  { ...servers, displayName: 'plans', testMatch: ['<rootDir>/test/**/*.plans.ts'] },
];

/** @type {import('jest').Config} */
module.exports = {
  // Tests assert behaviour, never time: this only ends one that hangs, on the slowest machine.
  testTimeout: 120_000,
  // A worker that has grown is replaced. With one process for all files, the heap would reach gigabytes,
  // and a test that measures memory would measure the tests before it.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/test/support/layer-times-reporter.cjs'],
  // With --coverage, which CI gives: counting takes time.
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.spec.ts', '!src/main.ts'],
  // Counts statements: V8 would count the lines of interfaces, and decorators, as never run.
  coverageProvider: 'babel',
  coverageReporters: ['text-summary', 'json-summary'],
  // Of the pure, database and end-to-end tests: the slow ones run mostly in processes of their own.
  coverageThreshold: { global: { statements: 84, branches: 74, functions: 84, lines: 86 } },
  projects: layers.map((layer) => ({ ...shared, ...layer })),
};

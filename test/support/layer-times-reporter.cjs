/**
 * Prints the slowest files of a run and the sum of each layer. Jest prints its own summary after
 * it.
 */
const { relative } = require('node:path');

const MAX_FILES = 10;
const MIN_FILES = 3;
const LAYER = 10;
const NUMBER = 7;

const seconds = (ms) => (ms / 1_000).toFixed(1).padStart(NUMBER);

module.exports = class LayerTimesReporter {
  onRunComplete(_contexts, { testResults }) {
    const files = testResults
      .filter(({ skipped }) => !skipped)
      .map((result) => ({
        layer: result.displayName?.name ?? '',
        path: relative(process.cwd(), result.testFilePath),
        ms: result.perfStats.runtime,
        tests: result.testResults.length,
      }));
    if (files.length < MIN_FILES) return;
    process.stderr.write(`\n${[...slowest(files), '', ...layers(files)].join('\n')}\n`);
  }
};

function slowest(files) {
  const shown = files.toSorted((a, b) => b.ms - a.ms).slice(0, MAX_FILES);
  return ['Slowest files, in seconds:', ...shown.map(({ ms, path }) => `${seconds(ms)}  ${path}`)];
}

function layers(files) {
  const sum = (members, key) => members.reduce((total, member) => total + member[key], 0);
  const names = [...new Set(files.map(({ layer }) => layer))].toSorted();
  const lines = names.map((layer) => {
    const members = files.filter((file) => file.layer === layer);
    const counts = [members.length, sum(members, 'tests')].map((count) => String(count).padStart(NUMBER));
    return `${layer.padEnd(LAYER)}${counts.join('')}  ${seconds(sum(members, 'ms'))}`;
  });
  const head = ['files', 'tests'].map((name) => name.padStart(NUMBER)).join('');
  return [`${'Layer'.padEnd(LAYER)}${head}  ${'seconds'.padStart(NUMBER)} (of all workers)`, ...lines];
}

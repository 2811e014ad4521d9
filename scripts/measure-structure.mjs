// Prints the size and shape of src: how many files somebody opens who follows an import, an export or a filter, how long
// files are, and whether files or folders import each other in a circle. Usage: node scripts/measure-structure.mjs [root]
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = process.argv[2] ?? '.';
const listed = execFileSync('git', ['ls-files', 'src'], { cwd: root, encoding: 'utf8' }).split('\n');
const files = listed.filter((file) => /\.ts$/.test(file) && !/\.spec\.ts$|\.d\.ts$/.test(file));
const known = new Set(files);
const IMPORT = /(?:import|export)\s+(type\s+)?[^'";]*?from\s+'(\.[^']+)'/g;

/** The files that each file imports; `values` leaves out imports of types, which exist for the compiler only. */
const importsOf = new Map(files.map((file) => [file, readImports(file)]));

function readImports(file) {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(IMPORT)].flatMap(([, type, path]) => {
    const base = normalize(join(dirname(file), path));
    const target = [`${base}.ts`, `${base}/index.ts`].find((candidate) => known.has(candidate));
    return target === undefined ? [] : [{ target, isType: type !== undefined }];
  });
}

/** Everything that can be reached from `entries` by imports. */
function reach(entries, values = false) {
  const seen = new Set();
  const queue = entries.filter((entry) => known.has(entry));
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const { target, isType } of importsOf.get(file)) if (!(values && isType)) queue.push(target);
  }
  return seen;
}

/** What `entries` import directly, with the entries themselves. */
function neighbours(entries) {
  const present = entries.filter((entry) => known.has(entry));
  return new Set([
    ...present,
    ...present.flatMap((entry) => importsOf.get(entry).map(({ target }) => target)),
  ]);
}

const first = (...candidates) => candidates.find((candidate) => existsSync(join(root, candidate)));
const ENTRIES = {
  importRequest: [first('src/imports/imports.controller.ts')],
  importJob: [first('src/imports/import-pipeline.ts', 'src/imports/import.runner.ts')],
  exportRequest: [first('src/exports/exports.controller.ts')],
  exportJob: [first('src/exports/export-pipeline.ts', 'src/exports/export.runner.ts')],
  filter: [first('src/records/filter-body.ts', 'src/records/filter-records.ts')],
};

function circles(nodes, edges) {
  const state = new Map();
  const found = [];
  const visit = (node, path) => {
    if (state.get(node) === 'done') return;
    if (state.get(node) === 'open') return void found.push([...path.slice(path.indexOf(node)), node]);
    state.set(node, 'open');
    for (const next of edges(node)) visit(next, [...path, node]);
    state.set(node, 'done');
  };
  for (const node of nodes) visit(node, []);
  return found;
}

const lines = files.map((file) => readFileSync(join(root, file), 'utf8').split('\n').length - 1);
const sorted = [...lines].sort((a, b) => a - b);
const fileCircles = circles(files, (file) =>
  importsOf
    .get(file)
    .filter(({ isType }) => !isType)
    .map(({ target }) => target),
);

const rows = [
  [
    'import: all that the controller and the pipeline reach',
    reach([...ENTRIES.importRequest, ...ENTRIES.importJob]).size,
  ],
  ['import: all that the controller reaches', reach(ENTRIES.importRequest).size],
  ['import: the pipeline and what it calls directly', neighbours(ENTRIES.importJob).size],
  [
    'export: all that the controller and the pipeline reach',
    reach([...ENTRIES.exportRequest, ...ENTRIES.exportJob]).size,
  ],
  ['export: values that the pipeline reaches', reach(ENTRIES.exportJob, true).size],
  ['export: the pipeline and what it calls directly', neighbours(ENTRIES.exportJob).size],
  ['filter: all that the reader of the body reaches', reach(ENTRIES.filter).size],
  ['files', files.length],
  ['median length in lines', sorted[Math.floor(sorted.length / 2)]],
  ['files under 25 lines', lines.filter((count) => count < 25).length],
  ['files over 300 lines', lines.filter((count) => count > 300).length],
  ['circles of imports between files', fileCircles.length],
];
for (const [what, value] of rows) console.log(`${String(value).padStart(5)}  ${what}`);
for (const circle of fileCircles) console.log(`circle: ${circle.join(' > ')}`);
for (const [at, file] of files.entries()) if (lines[at] > 300) console.log(`${lines[at]} lines: ${file}`);

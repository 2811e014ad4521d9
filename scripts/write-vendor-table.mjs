import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Writes the table of real files in docs/files.md from the table that their test runs through. */
const require = createRequire(import.meta.url);
require('../test/support/swc-register.cjs');
const { withTable } = require('../test/support/vendor-files/write-table.ts');

const file = fileURLToPath(new URL('../docs/files.md', import.meta.url));
await writeFile(file, withTable(await readFile(file, 'utf8')));

import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Writes the tables in docs/files.md of real files, and of what DuckDB reads of all files, from what their tests run through. */
const require = createRequire(import.meta.url);
require('../test/support/swc-register.cjs');
const { withTable } = require('../test/support/vendor-files/write-table.ts');
const { withTables } = require('../test/support/sniffing/write-tables.ts');

const file = fileURLToPath(new URL('../docs/files.md', import.meta.url));
await writeFile(file, withTables(withTable(await readFile(file, 'utf8'))));

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_IMPORTS, VENDOR_FILES } from './support/vendor-files';
import { withTable } from './support/vendor-files/write-table';
import { withTables } from './support/sniffing/write-tables';

describe('The table of real files', () => {
  it('is the one in docs/files.md: node scripts/write-vendor-table.mjs writes it', () => {
    const docs = readFileSync(join(__dirname, '../docs/files.md'), 'utf8');
    expect(withTable(docs)).toBe(docs);
  });

  it('has a reason for each option and each question', () => {
    const unsaid = VENDOR_FILES.filter(
      ({ given, also, asks, why }) => (given ?? also ?? asks) !== undefined && why === undefined,
    );
    expect(unsaid).toEqual([]);
  });

  it('has each file once', () => {
    const files = [...VENDOR_FILES, ...NO_IMPORTS].map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
  });
});

describe('The tables of files that DuckDB reads too', () => {
  it('are those in docs/files.md: node scripts/write-vendor-table.mjs writes them', () => {
    const docs = readFileSync(join(__dirname, '../docs/files.md'), 'utf8');
    expect(withTables(docs)).toBe(docs);
  });
});

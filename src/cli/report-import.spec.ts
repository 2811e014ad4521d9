import { Writable } from 'node:stream';
import { addUp, EMPTY_SUMMARY, printSummary } from './report-import';
import type { ImportJob } from './import-file';

const job = (fields: Partial<ImportJob>): ImportJob =>
  ({
    status: 'completed',
    row_count: 10,
    processed_count: 10,
    created_count: 10,
    updated_count: 0,
    unchanged_count: 0,
    failed_count: 0,
    skipped_count: 0,
    restored_count: 0,
    unprocessed_count: 0,
    ...fields,
  }) as ImportJob;

/** A part whose import failed before the end of the file. */
const BROKEN = job({
  status: 'failed',
  row_count: null,
  processed_count: 4,
  created_count: 4,
  unprocessed_count: null,
});

function said(
  ...args: Parameters<typeof printSummary> extends [unknown, ...infer Rest] ? Rest : never
): string {
  let text = '';
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  printSummary({ out, err: out }, ...args);
  return text;
}

describe('the summary of an import', () => {
  it('adds up the jobs of a split file and counts unread rows as not processed', () => {
    const summary = addUp(addUp(EMPTY_SUMMARY, job({}), 10), BROKEN, 10);
    expect(summary).toMatchObject({ jobs: 2, rows: 20, created: 14, unprocessed: 6, allCompleted: false });
    expect(said('a.csv', summary, 1_000, false)).toBe(
      'a.csv: completed, failed in 2 jobs after 1.0 s; 20 rows: 14 created, 0 updated, 0 unchanged, 0 failed, 6 not processed.\n',
    );
  });

  it('prints no total when the number of rows is unknown', () => {
    expect(said('a.csv', addUp(EMPTY_SUMMARY, BROKEN, null), 1_000, false)).toBe(
      'a.csv: failed after 1.0 s; 4 rows read, not to the end: 4 created, 0 updated, 0 unchanged, 0 failed.\n',
    );
  });
});

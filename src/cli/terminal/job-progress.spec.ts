import { Writable } from 'node:stream';
import { createProgress } from './job-progress';

/** A stream that keeps what is written, as a terminal or as a file. */
function screen(isTTY: boolean) {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return { terminal: { out: stream, err: Object.assign(stream, { isTTY, columns: 100 }) }, text: () => text };
}

const JOB = { status: 'processing', progress: 50, processed_count: 1_234 } as const;

describe('the progress of a job', () => {
  it('is a bar on a terminal, with its rows', () => {
    const { terminal, text } = screen(true);
    const progress = createProgress(terminal, 'a.csv', false);
    progress.show(JOB);
    progress.end();
    expect(text()).toMatch(/a\.csv █{15}░{15} {2}50 % {2}processing {2}1,234 rows/);
  });

  it('is a line for each state elsewhere', () => {
    const { terminal, text } = screen(false);
    const progress = createProgress(terminal, 'a.csv', false);
    progress.show({ status: 'queued', progress: null });
    progress.show(JOB);
    progress.show({ ...JOB, progress: 60 });
    progress.show({ status: 'completed', progress: 100, processed_count: 2_000 });
    progress.end();
    expect(text().split('\n')).toEqual([
      expect.stringMatching(/^a\.csv 0 % {2}queued/),
      expect.stringMatching(/^a\.csv 50 % {2}processing {2}1,234 rows/),
      expect.stringMatching(/^a\.csv 100 % {2}completed {2}2,000 rows/),
      '',
    ]);
  });

  it('is a line for each change where that is asked for', () => {
    const { terminal, text } = screen(false);
    const progress = createProgress(terminal, 'a.csv', true);
    for (const each of [50, 50, 60]) progress.show({ ...JOB, progress: each });
    expect(text().match(/\n/g)).toHaveLength(2);
  });
});

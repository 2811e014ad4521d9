import { armFailpoints, failpoint, FailpointError, readFailpoints } from './failpoint';
import { readSettings } from './settings';

const plan = (text: string): void => armFailpoints(readFailpoints(text, 'FAILPOINTS'));

describe('failpoint', () => {
  afterEach(() => armFailpoints([]));

  it('does nothing when nothing is armed, and nothing at another point', () => {
    failpoint('job.claimed');
    plan('job.ended=throw');
    expect(() => failpoint('job.claimed')).not.toThrow();
  });

  it('acts once, at the call that its settings name', () => {
    plan('import.applied=throw@3, job.ended=throw');
    failpoint('import.applied');
    failpoint('import.applied');
    expect(() => failpoint('import.applied')).toThrow(FailpointError);
    expect(() => failpoint('import.applied')).not.toThrow();
    expect(() => failpoint('job.ended')).toThrow('job.ended');
  });

  it.each(['job.claimed', 'job.claimed=explode', 'job.claimd=exit', 'job.claimed=exit@0'])(
    'refuses what it does not understand: %s',
    (text) => expect(() => readFailpoints(text, 'FAILPOINTS')).toThrow(/^FAILPOINTS must be/),
  );
});

describe('FAILPOINTS', () => {
  it('is refused outside of tests', () => {
    const FAILPOINTS = 'job.claimed=exit';
    for (const environment of [{ FAILPOINTS }, { FAILPOINTS, NODE_ENV: 'production' }]) {
      expect(() => readSettings(environment)).toThrow('FAILPOINTS is for tests: it needs NODE_ENV=test.');
    }
    expect(readSettings({ FAILPOINTS, NODE_ENV: 'test' }).failpoints).toEqual([
      { name: 'job.claimed', action: 'exit', count: 1 },
    ]);
    expect(readSettings({}).failpoints).toEqual([]);
  });
});

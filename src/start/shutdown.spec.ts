import { Shutdown } from './shutdown';

describe('the shutdown', () => {
  let exited: Promise<number>;
  let said: string[];

  beforeEach(() => {
    said = [];
    exited = new Promise((resolve) => {
      const exit = (code?: string | number | null): never => resolve(Number(code)) as never;
      jest.spyOn(process, 'exit').mockImplementation(exit);
    });
  });

  afterEach(() => jest.restoreAllMocks());

  it('closes in reverse order, reports a sentence and ends with 1', async () => {
    const closed: string[] = [];
    const shutdown = new Shutdown((sentence) => void said.push(sentence));
    shutdown.add(async () => void closed.push('servers'), 1_000);
    shutdown.add(async () => void closed.push('app'), 1_000);
    shutdown.fail('The port is taken.');
    expect(await exited).toBe(1);
    expect(closed).toEqual(['app', 'servers']);
    expect(said).toEqual(['The port is taken.']);
  });

  it('continues when a step fails or hangs', async () => {
    const closed: string[] = [];
    const shutdown = new Shutdown((sentence) => void said.push(sentence));
    shutdown.add(async () => void closed.push('servers'), 1_000);
    shutdown.add(() => Promise.reject(new Error('broken')), 1_000);
    shutdown.add(() => new Promise(() => undefined), 20);
    shutdown.fail('The servers are lost.');
    expect(await exited).toBe(1);
    expect(closed).toEqual(['servers']);
    expect(said).toEqual([
      'The servers are lost.',
      'Continued without waiting longer than 20 ms.',
      'Did not close cleanly: Error: broken',
    ]);
  });
});

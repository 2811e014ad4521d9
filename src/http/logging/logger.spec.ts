import { createLogger } from './logger';
import { PinoLogger } from './pino-logger';

/** What was logged, as text and as objects. */
function capture() {
  const lines: string[] = [];
  const pino = createLogger('debug', { write: (line) => void lines.push(line) });
  return { pino, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('the logger', () => {
  it('never writes a token, wherever it appears', () => {
    const { pino, lines } = capture();
    const token = `ptk_live_${'ab'.repeat(32)}`;
    pino.info({ url: `/v1?x=${token}`, headers: { authorization: `Bearer ${token}` } }, `said ${token}`);
    expect(lines.join('')).not.toContain('abab');
  });

  it('never writes the signature of a download', () => {
    const { pino, last } = capture();
    pino.info({ url: '/v1/workspaces/w/exports/1/download?expires=12&sig=deadbeef&x=1' });
    expect(last()['url']).toBe('/v1/workspaces/w/exports/1/download?expires=12&sig=[redacted]&x=1');
  });

  it('never writes the values of a statement that failed', () => {
    const { pino, lines, last } = capture();
    pino.error({
      err: Object.assign(new Error('duplicate key'), { parameters: ['confidential'], code: '23505' }),
    });
    expect(lines.join('')).not.toContain('confidential');
    expect(last()['err']).toMatchObject({ message: 'duplicate key', code: '23505' });
  });

  it('never writes a value that the database could not take, which it quotes in its message', () => {
    const { pino, lines, last } = capture();
    const message = 'invalid input syntax for type numeric: "confidential "" value"';
    pino.error({ err: Object.assign(new Error(message), { code: '22P02' }) });
    expect(lines.join('')).not.toContain('confidential');
    expect(last()['err']).toMatchObject({ message: 'invalid input syntax for type numeric: "[redacted]"' });
  });

  it('gives Nest a logger whose lines carry their context', () => {
    const { pino, last } = capture();
    const nest = new PinoLogger(pino);
    nest.warn('Redis is lost', 'Queue');
    expect(last()).toMatchObject({ level: 'warn', context: 'Queue', msg: 'Redis is lost' });
    nest.error({ err: new Error('boom'), requestId: 'abc' }, 'answered 500', 'http');
    expect(last()).toMatchObject({ level: 'error', context: 'http', requestId: 'abc', msg: 'answered 500' });
    nest.error('failed', 'the stack', 'Loader');
    expect(last()).toMatchObject({ context: 'Loader', msg: 'failed', details: ['the stack'] });
  });
});

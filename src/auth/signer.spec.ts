import { Signer } from './signer';

const soon = Math.floor(Date.now() / 1_000) + 600;

async function signer(secret: string): Promise<Signer> {
  const made = new Signer({
    access: { everywhere: { query: () => Promise.resolve([{ value: Buffer.from(secret) }]) } },
  } as never);
  await made.onModuleInit();
  return made;
}

describe('Signer', () => {
  it('takes what it signed, also as text out of a URL', async () => {
    const one = await signer('s');
    expect(one.verify('download', 'e1', String(soon), one.sign('download', 'e1', soon))).toBe(true);
  });

  it('refuses another export, another time, another secret and what is no signature', async () => {
    const one = await signer('s');
    const signature = one.sign('download', 'e1', soon);
    expect(one.verify('download', 'e2', soon, signature)).toBe(false);
    expect(one.verify('download', 'e1', soon + 1, signature)).toBe(false);
    expect((await signer('other')).verify('download', 'e1', soon, signature)).toBe(false);
    expect(one.verify('download', 'e1', soon, '')).toBe(false);
    expect(one.verify('download', 'e1', 'NaN', signature)).toBe(false);
  });

  it('refuses what was signed for another purpose', async () => {
    const one = await signer('s');
    expect(one.verify('admin session', 'e1', soon, one.sign('download', 'e1', soon))).toBe(false);
  });

  it('refuses when the time is over', async () => {
    const one = await signer('s');
    const past = Math.floor(Date.now() / 1_000) - 1;
    expect(one.verify('download', 'e1', past, one.sign('download', 'e1', past))).toBe(false);
  });

  it('refuses to start on a database without the secret', async () => {
    const empty = new Signer({ access: { everywhere: { query: () => Promise.resolve([]) } } } as never);
    await expect(empty.onModuleInit()).rejects.toThrow('not migrated');
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { eventually } from './support/eventually';
import { ImportsClient } from './support/imports-client';
import { grammarForms, writeForm } from './support/multipart-grammar';
import { csvPart, INSTRUMENTS, multipart, openUpload, sendRaw } from './support/raw-upload';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(300_000);

const FORMS = 600;
const SEED = 4;
const CSV = 'identifier,name,type_id\na,A,equity\n';
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a multipart form of any kind', () => {
  let app: TestApp;
  let imports: ImportsClient;
  let forms = 0;

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api', QUEUED_JOBS: '1000000', RATE_PER_SECOND: '1000000' });
    imports = new ImportsClient(app);
  });
  afterAll(() => app.stop());
  afterEach(async () => {
    await imports.expectNothingLeft();
    expect(await imports.count('idempotency_keys')).toBe(0);
  });

  it('is answered: taken whole, or refused with a problem and without a trace', async () => {
    const before = await imports.count('import_jobs');
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(grammarForms, async (form) => {
        const { status, body } = await sendRaw(imports, writeForm(form), {
          'Content-Type': form.contentType,
        });
        forms++;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect([202, 400, 413, 415, 422]).toContain(status);
        if (status === 202) {
          const sent = form.parts.filter(({ isFile }) => isFile).map(({ value }) => hashOf(value));
          expect(sent).toContain(body['file_sha256']);
        } else {
          expect(body.detail).toMatch(/\w+.*\.$/);
        }
      }),
      { seed: SEED, numRuns: FORMS, endOnFailure: true },
    );
    expect(await imports.count('import_jobs')).toBe(before + (statuses.get(202) ?? 0));
    // A grammar whose forms are all refused, or all taken, would show nothing.
    expect(statuses.get(202)).toBeGreaterThan(FORMS / 10);
    expect(statuses.get(400)).toBeGreaterThan(FORMS / 10);
  });

  it('is refused wherever it is cut off before its last boundary, and taken from there on', async () => {
    const whole = multipart([INSTRUMENTS, csvPart(CSV)]);
    const end = whole.length - '\r\n'.length;
    for (let length = 0; length <= whole.length; length++) {
      const { status, body } = await sendRaw(imports, whole.subarray(0, length));
      forms++;
      const expected = length < end ? [400, 'multipart_malformed'] : [202, undefined];
      expect([length, status, body.code]).toEqual([length, ...expected]);
    }
  });

  it('leaves nothing wherever its connection is lost', async () => {
    const before = await imports.count('import_jobs');
    const whole = multipart([INSTRUMENTS, csvPart(CSV)]);
    for (let length = 0; length < whole.length; length += 7) {
      const sent = openUpload(imports, {
        'Content-Length': whole.length,
        'Idempotency-Key': `cut-${length}`,
      });
      await new Promise((resolve) => sent.write(whole.subarray(0, length), resolve));
      const closed = new Promise((resolve) => sent.once('close', resolve));
      sent.destroy();
      await closed;
      forms++;
    }
    await eventually('no key is held', async () => (await imports.count('idempotency_keys')) === 0);
    expect(await imports.count('import_jobs')).toBe(before);
  });

  it('is counted', () => {
    process.stdout.write(`multipart forms: ${forms.toLocaleString('en')} (seed ${SEED})\n`);
    expect(forms).toBeGreaterThan(FORMS + 300);
  });
});

import { inputsOf, readCase, sendInput, writeCase } from './support/inputs';
import { startTestApp, type TestApp } from './support/test-app';

/** `UPDATE_INPUTS=1` writes the answers anew; review the difference. */
const IS_UPDATE = process.env.UPDATE_INPUTS === '1';

jest.setTimeout(60_000);

/** Files as vendors and spreadsheets write them, each with its whole answer. */
describe.each(['ok', 'not-ok'] as const)('Inputs in %s', (folder) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it.each(inputsOf(folder))('$name', async ({ name, file, answer }) => {
    const input = readCase(answer);
    const slug = `${folder}-${name}`.slice(0, 60).replace(/-+$/, '');
    const received = (await sendInput(app, slug, file, input)) as Record<string, unknown>;
    if (IS_UPDATE) writeCase(answer, { ...input, answer: received });
    else expect(received).toEqual(input.answer);
    const isOk = received.status === 'completed' && received.failed_count === undefined;
    expect(isOk).toBe(folder === 'ok');
  });

  it('have each an answer of their own', () => {
    const names = inputsOf(folder).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(0);
  });
});

import { InspectedImport } from './support/inspected-import';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

const FILE = 'Ticker,Name,P/E,Listed\nA,Agilent,"1.234,5",31.12.1999\nB,Barnes,"2.000,75",13.01.2001\n';

/** What an inspection returns is sent as it is. */
describe('An import by what its inspection returns', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startTestApp()));
  afterAll(() => app.stop());

  it('is refused before the proposed type is there, as the inspection says, and completes after', async () => {
    const load = await InspectedImport.open(app, 'proposed', Buffer.from(FILE), 'stocks.csv');
    const told = await load.inspect();
    expect(told).toMatchObject({
      questions: [],
      problems: [],
      type: { identifier: 'stocks', exists: false },
    });
    expect(Object.keys(told.field_options).sort()).toEqual(['listed', 'p_e']);
    expect(told.evidence).toContainEqual({
      pointer: '/type',
      message:
        'The workspace has no stocks. Create it with POST /instrument-types and this body first, and then send the import.',
    });
    await expect(load.import(told)).rejects.toThrow(/422/);

    await load.prepare(told, {});
    const job = await load.import(told);
    expect(job).toMatchObject({ status: 'completed', created_count: 2, error_count: 0 });
    const again = await load.inspect();
    expect(again.type).toMatchObject({ identifier: 'stocks', exists: true });
    expect(again.evidence.map(({ pointer }) => pointer)).not.toContain('/type');
  });
});

import { ImportHarness } from '../../test/support/import-harness';
import { checkRowLevelSecurity } from './row-level-security';

describe('The check of row-level security', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start();
  });
  afterAll(() => harness.stop());

  it('passes on the tables of the migrations, and names one that was forgotten', async () => {
    await checkRowLevelSecurity(harness.database);
    await harness.database.query('CREATE TABLE curves (id uuid, workspace_id uuid)');
    await expect(checkRowLevelSecurity(harness.database)).rejects.toThrow(
      /no row-level security: curves\. Call enableRls/,
    );
  });
});

import { ImportHarness } from '../../test/support/import-harness';
import { checkWalls } from './check-walls';

describe('The check of the walls between workspaces', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start();
  });
  afterAll(() => harness.stop());

  it('passes on the tables of the migrations, and names one that was forgotten', async () => {
    await checkWalls(harness.database);
    await harness.database.query('CREATE TABLE curves (id uuid, workspace_id uuid)');
    await expect(checkWalls(harness.database)).rejects.toThrow(
      /no row-level security: curves\. Call buildWall/,
    );
  });
});

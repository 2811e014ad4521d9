import { rm } from 'node:fs/promises';
import { compileApp } from './faults/compile-app';
import { Installation, type Worker } from './faults/installation';
import { setUpWorkspace } from './faults/set-up-workspace';
import { eventually } from './support/eventually';
import { makeTestFolder } from './support/test-servers';

jest.setTimeout(600_000);

const WORKSPACE = 'reading';
const INSTRUMENTS = 150_000;
const PATH = `/v1/workspaces/${WORKSPACE}/imports`;

interface ImportState {
  status: string;
  attempt: number;
  stalls: number;
  error: [code: string, message: string][] | null;
}

const rows = (count: number, row: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => row(number)).join('');
const name = (number: number): string => `instrument-with-a-long-name-${String(number).padStart(6, '0')}`;

describe('a file that stops its reading', () => {
  let folder: string;
  let installation: Installation;

  beforeAll(async () => {
    folder = await makeTestFolder();
    const app = { main: await compileApp(folder), nodeArguments: [] };
    const batches = { BATCH_ROWS: '20000', BATCH_BYTES: '262144' };
    installation = await Installation.start(app, { ...batches, RETRY_MAX_MS: '200' });
    await setUpWorkspace(installation.client, WORKSPACE);
  });
  afterEach(() => installation.stopWorkers());
  afterAll(async () => {
    await installation.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('three times with more than the memory it may take fails, and its worker goes on', async () => {
    const instruments = rows(INSTRUMENTS, (number) => `${name(number)},N,equity\n`);
    const worker = await installation.startWorker();
    const first = await upload('instruments', `identifier,name,type_id\n${instruments}`);
    expect(await ended(first)).toMatchObject({ status: 'completed' });
    await stop(worker);
    // Each row names another pair of instrument and series; all of them have to be remembered.
    const values = rows(INSTRUMENTS, (number) => `${name(number)},close,2026-01-01,1\n`);
    const id = await upload('time_series_values', `instrument_id,type_id,timestamp,value\n${values}`);
    const small = await installation.startWorker({ READING_MEMORY_MB: '24' });
    expect(await ended(id)).toEqual({
      status: 'failed',
      attempt: 3,
      stalls: 0,
      error: [
        [
          'worker_lost',
          'Reading this file was stopped three times without progress and is not tried again. ' +
            'It takes more memory than the 24 MiB that reading may hold. Split the file and import the parts.',
        ],
      ],
    });
    await worksOn(small);
  });

  function upload(type: string, text: string): Promise<string> {
    const fields = { resource_type: type, on_error: 'abort' };
    return installation.client.upload({
      serializationKey: { workspace: WORKSPACE },
      fields,
      text,
      name: 'file.csv',
    });
  }

  async function ended(id: string): Promise<ImportState | undefined> {
    let state: ImportState | undefined;
    const isOver = async (): Promise<boolean> => {
      [state] = await installation.query<ImportState & Record<string, unknown>>(
        `SELECT status, attempt, stalls, (SELECT jsonb_agg(jsonb_build_array(code, message)) FROM import_row_errors
           WHERE job_id = job.id) AS error FROM import_jobs job WHERE id = $1`,
        [id],
      );
      return state !== undefined && !/queued|processing/.test(state.status);
    };
    await eventually(`${PATH}/${id} ended`, isOver, 240_000);
    return state;
  }

  /** The process of a thread that was ended is alive, and imports what is right. */
  async function worksOn(worker: Worker): Promise<void> {
    const id = await upload('instruments', 'identifier,name,type_id\nafter,After,equity\n');
    expect(await ended(id)).toMatchObject({ status: 'completed', attempt: 1 });
    expect(worker.child.exitCode ?? worker.child.signalCode).toBeNull();
  }

  async function stop(worker: Worker): Promise<void> {
    worker.child.kill('SIGKILL');
    await worker.ended;
  }
});

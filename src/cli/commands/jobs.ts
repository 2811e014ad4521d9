import { dataOf } from '../../client/api-problem';
import { retry } from '../../client/retry';
import type { Command, CommandContext } from '../command';
import { EXIT, type ExitCode } from '../failures';
import { readArguments, readWhole } from '../arguments';
import { jobLine, type ListedJob, showJob } from '../show-job';
import { print } from '../terminal/terminal';

const HELP = `Usage: almagest jobs [ID] [options]

Lists the newest imports and exports, or shows one job. With ID the exit status is 0 when the job is completed and no row
failed.

  --limit N         number of jobs of each kind; 10 by default
  --json            prints JSON, one job a line

With ID:
  --watch           follows the job until it ends
  --errors          prints every row error of an import, one JSON object a line
  --rejected FILE   downloads the rejected rows of an import`;

const OPTIONS = {
  limit: { type: 'string', default: '10' },
  json: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  errors: { type: 'boolean', default: false },
  rejected: { type: 'string' },
} as const;

/** `almagest jobs` */
export const jobsCommand: Command = {
  name: 'jobs',
  summary: 'list imports and exports, or show one',
  help: HELP,
  async run(args, context): Promise<ExitCode> {
    const id = args.find((arg) => /^[0-9a-f]{8}-/.test(arg));
    const { values } = readArguments(args, OPTIONS, id === undefined ? [] : ['ID']);
    if (id !== undefined) return showJob(id, values, context);
    const limit = readWhole('limit', values.limit, 1);
    for (const job of await newest(context, limit)) {
      print(context.terminal, values.json ? JSON.stringify(job) : jobLine(job));
    }
    return EXIT.done;
  },
};

/** Imports and exports together, newest first. */
async function newest({ session, signal }: CommandContext, limit: number): Promise<ListedJob[]> {
  const { client, workspaceId } = session();
  const options = { params: { path: { workspaceId }, query: { limit } }, signal };
  const [imports, exports] = await Promise.all([
    retry(() => client.GET('/v1/workspaces/{workspaceId}/imports', options), { signal }),
    retry(() => client.GET('/v1/workspaces/{workspaceId}/exports', options), { signal }),
  ]);
  const all: ListedJob[] = [...dataOf(imports).data, ...dataOf(exports).data];
  return all.sort((one, other) => other.created_at.localeCompare(one.created_at));
}

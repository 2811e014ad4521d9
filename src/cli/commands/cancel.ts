import { dataOf } from '../../client/api-problem';
import { retry } from '../../client/retry';
import { counted } from '../../formats/counted';
import type { Command } from '../command';
import { EXIT, type ExitCode } from '../failures';
import { readArguments } from '../arguments';
import { print } from '../terminal/terminal';

const HELP = `Usage: almagest cancel ID

Cancels an import or an export. An import with "continue" keeps the rows that are already written; one with "abort" writes none.`;

/** `almagest cancel` */
export const cancelCommand: Command = {
  name: 'cancel',
  summary: 'cancel an import or an export',
  help: HELP,
  async run(args, { terminal, signal, session }): Promise<ExitCode> {
    const { positionals } = readArguments(args, {}, ['ID']);
    const { client, workspaceId } = session();
    const options = { params: { path: { workspaceId, id: positionals[0] ?? '' } }, signal };
    const asImport = await retry(
      () => client.POST('/v1/workspaces/{workspaceId}/imports/{id}/cancel', options),
      { signal },
    );
    if (asImport.response.status !== 404) {
      const job = dataOf(asImport);
      const written = job.created_count + job.updated_count;
      print(
        terminal,
        `Import ${job.id} is ${job.status}; ${counted(written, 'record')} ${written === 1 ? 'was' : 'were'} written.`,
      );
      return EXIT.done;
    }
    const job = dataOf(
      await retry(() => client.POST('/v1/workspaces/{workspaceId}/exports/{id}/cancel', options), { signal }),
    );
    print(terminal, `Export ${job.id} is ${job.status}.`);
    return EXIT.done;
  },
};

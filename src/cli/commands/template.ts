import { dataOf } from '../../client/api-problem';
import { retry } from '../../client/retry';
import type { Command } from '../command';
import { EXIT, type ExitCode } from '../failures';
import { readArguments, readOneOf } from '../arguments';
import { saveResponse } from '../save-response';

const HELP = `Usage: almagest template TYPE [options]

Prints a template file: a header and one example row.

  --type-id TYPE    identifier or UUID of a type; adds its custom fields
  --format WORD     csv (default), json or ndjson
  -o, --output FILE the file to write; standard output by default`;

const OPTIONS = {
  'type-id': { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', short: 'o', default: '-' },
} as const;

/** `almagest template` */
export const templateCommand: Command = {
  name: 'template',
  summary: 'print a template file',
  help: HELP,
  async run(args, { terminal, signal, session }): Promise<ExitCode> {
    const { values, positionals } = readArguments(args, OPTIONS, ['TYPE']);
    const format = readOneOf('format', values.format, ['csv', 'json', 'ndjson'] as const);
    const { client, workspaceId } = session();
    const query = {
      ...(format && { format }),
      ...(values['type-id'] !== undefined && { type_id: values['type-id'] }),
    };
    const params = { path: { workspaceId, resource_type: positionals[0] ?? '' }, query };
    const get = () =>
      client.GET('/v1/workspaces/{workspaceId}/imports/templates/{resource_type}', {
        params,
        signal,
        parseAs: 'stream',
      });
    const body = dataOf(await retry(get, { signal }));
    if (body) await saveResponse(body, values.output, terminal, { signal });
    return EXIT.done;
  },
};

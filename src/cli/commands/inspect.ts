import { dataOf } from '../../client/api-problem';
import { formOf } from '../../client/create-client';
import { retry } from '../../client/retry';
import { readArguments } from '../arguments';
import type { Command, CommandContext, Session } from '../command';
import { EXIT, type ExitCode } from '../failures';
import { openFile, type LocalFile } from '../import-file';
import { printInspection, type Inspection } from '../print-inspection';
import { READING_HELP, READING_OPTIONS, readReadingOptions } from '../reading-options';
import { print } from '../terminal/terminal';

/** The server looks at so many bytes. */
const HEAD_BYTES = 1_048_576;

const HELP = `Usage: almagest inspect FILE [options]

Shows how a file would be imported: how it is written, what its columns hold, what would be refused, and the command that
imports it. Only the first mebibyte is sent, and nothing is stored. The exit status is 0 when nothing would be refused and
no question is open.

  --type TYPE             what the file holds; detected from its columns by default
  --json                  prints the whole answer of the server as JSON

${READING_HELP}`;

const OPTIONS = {
  ...READING_OPTIONS,
  type: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** `almagest inspect` */
export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'show how a file would be read and imported',
  help: HELP,
  async run(args, context): Promise<ExitCode> {
    const { values, positionals } = readArguments(args, OPTIONS, ['FILE']);
    const form = {
      ...(values.type !== undefined && { resource_type: values.type }),
      ...readReadingOptions(values),
    };
    const session = context.session();
    const [path = ''] = positionals;
    const inspection = await inspectFile(session, context, form, await openFile(path));
    if (values.json) print(context.terminal, JSON.stringify(inspection));
    else printInspection(context.terminal, path, inspection);
    const isClear = inspection.problems.length === 0 && inspection.questions.length === 0;
    return isClear ? EXIT.done : EXIT.incomplete;
  },
};

async function inspectFile(
  { client, workspaceId }: Session,
  { signal }: CommandContext,
  form: object,
  { name, blob }: LocalFile,
): Promise<Inspection> {
  const send = () =>
    client.POST('/v1/workspaces/{workspaceId}/imports/inspect', {
      params: { path: { workspaceId } },
      body: { ...form, file: blob.slice(0, HEAD_BYTES) },
      bodySerializer: (body) => formOf(body, name),
      signal,
    });
  return dataOf(await retry(send, { signal }));
}

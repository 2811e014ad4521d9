import { listTokens, replaceOperatorToken, revokeToken } from '../../maintenance/operator-token';
import { withServerDatabase } from '../../maintenance/server-database';
import { CliFailure, EXIT, type ExitCode } from '../failures';
import type { Command } from '../command';
import { readArguments } from '../arguments';
import { print, printNow, say } from '../terminal/terminal';

const HELP = `Usage: almagest operator-token [--list | --revoke ID]

For operators, on the machine of the server and with its environment (DATABASE_URL or DATA_DIR): creates a new operator
token, prints it once and revokes all older ones. The server may be running or stopped.

  --list        lists the operator tokens: id, last four characters, creation time and state
  --revoke ID   revokes one of them; the last working one can only be replaced, without --revoke`;

/** `almagest operator-token` */
export const operatorTokenCommand: Command = {
  name: 'operator-token',
  summary: 'for operators: replace, list or revoke operator tokens',
  help: HELP,
  async run(args, { terminal, environment }): Promise<ExitCode> {
    const { values } = readArguments(args, { list: { type: 'boolean' }, revoke: { type: 'string' } }, []);
    const { list = false, revoke } = values;
    if (list && revoke !== undefined)
      throw new CliFailure('--list and --revoke cannot be combined. See --help.');
    return withServerDatabase(environment, async (sql) => {
      if (list) {
        for (const line of await listTokens(sql)) print(terminal, line);
      } else if (revoke !== undefined) {
        say(terminal, await revokeToken(sql, revoke));
      } else {
        const revoked = await replaceOperatorToken(sql, (token) => printNow(terminal, token));
        say(terminal, `This is the new operator token. It is shown only once: keep it. Revoked: ${revoked}.`);
      }
      return EXIT.done;
    });
  },
};

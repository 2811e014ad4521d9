import { listTokens, replaceOperatorToken, revokeToken } from '../../maintenance/operator-token';
import { withServerDatabase } from '../../maintenance/server-database';
import { CliFailure, EXIT, type ExitCode } from '../failures';
import type { Command } from '../command';
import { readArguments } from '../arguments';
import { print, printNow, say } from '../terminal/terminal';

const HELP = `Usage: almagest operator-token [--list | --revoke ID]

For whoever runs a server, on its machine and with its environment (DATABASE_URL or DATA_DIR): makes a new operator token, prints
it this once, and revokes all that were before. Works while the server runs and while it does not.

  --list        prints the operator's tokens: id, last four characters, when made, and whether they work
  --revoke ID   revokes one of them; the last one that works is replaced instead, without --revoke`;

/** `almagest operator-token` */
export const operatorTokenCommand: Command = {
  name: 'operator-token',
  summary: 'for operators: replace a lost operator token, list and revoke them',
  help: HELP,
  async run(args, { terminal, environment }): Promise<ExitCode> {
    const { values } = readArguments(args, { list: { type: 'boolean' }, revoke: { type: 'string' } }, []);
    const { list = false, revoke } = values;
    if (list && revoke !== undefined)
      throw new CliFailure('--list and --revoke exclude each other. See --help.');
    return withServerDatabase(environment, async (sql) => {
      if (list) {
        for (const line of await listTokens(sql)) print(terminal, line);
      } else if (revoke !== undefined) {
        say(terminal, await revokeToken(sql, revoke));
      } else {
        const revoked = await replaceOperatorToken(sql, (token) => printNow(terminal, token));
        say(
          terminal,
          `This is the operator token now; it is shown this once, so keep it. Revoked: ${revoked}.`,
        );
      }
      return EXIT.done;
    });
  },
};

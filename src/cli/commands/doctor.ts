import { examine } from '../../doctor/examine';
import type { Command } from '../command';
import { EXIT, type ExitCode } from '../failures';
import { readArguments } from '../arguments';
import { print } from '../terminal/terminal';

const HELP = `Usage: almagest doctor

For operators: checks PostgreSQL, migrations, Redis and the storage with the settings of the server
(DATABASE_URL, REDIS_URL, DATA_DIR, …) and says what to do. The exit status is 1 when something must be fixed.`;

/** `almagest doctor` */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'for operators: check what a server needs, and say what to do',
  help: HELP,
  async run(args, { terminal, environment }): Promise<ExitCode> {
    readArguments(args, {}, []);
    const findings = await examine(environment);
    for (const { name, grade, says, fix } of findings) {
      print(terminal, `${grade.padEnd(8)} ${name.padEnd(11)} ${says}`);
      if (fix !== undefined) print(terminal, `${' '.repeat(21)}${fix}`);
    }
    const faults = findings.filter(({ grade }) => grade === 'fault').length;
    print(terminal, faults === 0 ? 'Nothing to fix.' : `To fix: ${faults}.`);
    return faults === 0 ? EXIT.done : EXIT.incomplete;
  },
};

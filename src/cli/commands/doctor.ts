import { examine } from '../../doctor/examine';
import type { Command } from '../command';
import { EXIT, type ExitCode } from '../failures';
import { readArguments } from '../arguments';
import { print } from '../terminal/terminal';

const HELP = `Usage: almagest doctor

For whoever runs a server: with the settings of its environment (DATABASE_URL, REDIS_URL, DATA_DIR, …) checks PostgreSQL,
migrations, Redis and the storage, and says what to do. The exit status is 1 when something must be mended.`;

/** `almagest doctor` */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'check what a server needs, and say what to do',
  help: HELP,
  async run(args, { terminal, environment }): Promise<ExitCode> {
    readArguments(args, {}, []);
    const findings = await examine(environment);
    for (const { name, grade, says, mend } of findings) {
      print(terminal, `${grade.padEnd(8)} ${name.padEnd(11)} ${says}`);
      if (mend !== undefined) print(terminal, `${' '.repeat(21)}${mend}`);
    }
    const faults = findings.filter(({ grade }) => grade === 'fault').length;
    print(terminal, faults === 0 ? 'Nothing to mend.' : `To mend: ${faults}.`);
    return faults === 0 ? EXIT.done : EXIT.incomplete;
  },
};

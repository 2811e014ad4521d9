import { join } from 'node:path';

/** dist/console of the project, seen from dist/src/console: the code that runs as TypeScript has no built console. */
const BUILT = join(__dirname, '../../../dist/console');

/** The folder of the built console: what CONSOLE_DIR names, or the one beside the built code. */
export const findConsole = (consoleDir: string): string => (consoleDir === '' ? BUILT : consoleDir);

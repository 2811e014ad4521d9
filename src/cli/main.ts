#!/usr/bin/env node
import { run } from './run';

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort()); // a second one ends the process at once

// A reader such as `head` closes the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const terminal = { out: process.stdout, err: process.stderr, in: process.stdin };
run(process.argv.slice(2), process.env, terminal, interrupted.signal).then(
  (exitCode) => (process.exitCode = exitCode),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);

import { EXIT, type ExitCode } from './exit-codes';

/** Ends the command with a sentence that says what is wrong, and how it is mended. */
export class CliFailure extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = EXIT.usage,
  ) {
    super(message);
  }
}

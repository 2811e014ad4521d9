/** A reading option that cannot be meant: refused before there is a job (docs/contract.md 2.6). */
export class OptionError extends Error {
  constructor(
    /** JSON pointer into the form: `/csv_options/delimiter`. */
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}

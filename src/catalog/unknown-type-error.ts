/** A type that the workspace does not have. */
export class UnknownTypeError extends Error {
  constructor(readonly type: string) {
    super(`There is no type "${type}" in this workspace.`);
  }
}

/** A mapping, a default or an identifier column that cannot be meant: refused before there is a job (docs/contract.md 6.2). */
export class BindingError extends Error {
  constructor(
    readonly code: string,
    /** JSON pointer into the request: `/mapping/Symbol`, `/defaults/type_id`, `/identifier_column`. */
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}

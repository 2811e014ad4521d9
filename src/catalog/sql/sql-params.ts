/** A value of a statement. */
type Value = string | number | boolean | null | readonly (string | number | null)[];

/** Collects the parameters of one statement: user input reaches SQL only as `$n`. */
export class SqlParams {
  readonly values: Value[] = [];

  /** Takes a value and answers its placeholder. */
  add(value: Value): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

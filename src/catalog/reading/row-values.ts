import type { FieldValues } from './draft';

/** The values of one row in an array, a slot a field: millions of rows are read, and a Map for each would cost more than reading. */
export class RowValues implements FieldValues {
  private readonly values: (string | null | undefined)[];

  /** `slots` numbers the fields, the same for every row of a file. */
  constructor(private readonly slots: ReadonlyMap<string, number>) {
    this.values = new Array<string | null | undefined>(slots.size).fill(undefined);
  }

  get(name: string): string | null | undefined {
    const slot = this.slots.get(name);
    return slot === undefined ? undefined : this.values[slot];
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  set(name: string, value: string | null): void {
    const slot = this.slots.get(name);
    if (slot === undefined) throw new Error(`A row of this file has no field ${name}.`);
    this.values[slot] = value;
  }

  delete(name: string): void {
    const slot = this.slots.get(name);
    if (slot !== undefined) this.values[slot] = undefined;
  }

  *[Symbol.iterator](): Iterator<[string, string | null]> {
    for (const [name, slot] of this.slots) {
      const value = this.values[slot];
      if (value !== undefined) yield [name, value];
    }
  }
}

/** The canonical 8-4-4-4-12 form of a UUID, in any case. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the canonical 8-4-4-4-12 form, in any case: such a value is an id, never an identifier (docs/contract.md 1.2). */
export function isUuidForm(text: string): boolean {
  return UUID.test(text);
}

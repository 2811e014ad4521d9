/** What newer engines pass to a reviver: the text of a number as it is in the document. */
interface Source {
  source?: string;
}

type Reviver = (key: string, value: unknown, context?: Source) => unknown;
const raw = (JSON as unknown as { rawJSON?: (text: string) => unknown }).rawJSON;

/** Reads JSON; a number that JavaScript would round stays as it was written, so that a table shows it digit for digit. */
export function readExactJson(text: string): unknown {
  const keep: Reviver = (_key, value, context) =>
    typeof value === 'number' && context?.source !== undefined && String(value) !== context.source
      ? (raw?.(context.source) ?? context.source)
      : value;
  return (JSON.parse as (text: string, reviver: Reviver) => unknown)(text, keep);
}

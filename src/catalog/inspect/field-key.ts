const MAX_KEY = 60;

/** A field key for a column: `Adj Close` → adj_close, `AdjClose` → adj_close. Null for a name in another script than Latin. */
export function fieldKey(name: string): string | null {
  const plain = name.slice(0, 200).normalize('NFKD').replace(/\p{M}/gu, '');
  if (/(?![A-Za-z])\p{L}/u.test(plain)) return null;
  const words = plain
    .replace(/([a-z0-9])(?=[A-Z])/g, '$1_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, MAX_KEY)
    .replace(/_+$/, '');
  if (words === '') return null;
  return /^[a-z]/.test(words) ? words : `field_${words}`.slice(0, MAX_KEY);
}

/** The name of a file without its folder and its extensions, as an identifier; null when nothing is left. */
export function fileKey(fileName: string | null): string | null {
  const base = (fileName ?? '').split(/[\\/]/).at(-1) ?? '';
  return fieldKey(base.replace(/(?:\.[a-z0-9]{1,6})+$/i, ''));
}

/** The same without a change of case: `AAPL.csv` → AAPL. */
export const fileStem = (fileName: string | null): string =>
  ((fileName ?? '').split(/[\\/]/).at(-1) ?? '').replace(/(?:\.[a-z0-9]{1,6})+$/i, '').slice(0, MAX_KEY);

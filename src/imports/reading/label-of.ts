import type { ReadingContext } from './reading-context';

/** The name that the file uses for a field: the column mapped to it, else the field's own. */
export function labelOf({ request }: Pick<ReadingContext, 'request'>, field: string): string {
  const mapped = Object.entries(request.mapping).find(([, name]) => name === field);
  return mapped ? mapped[0] : field;
}

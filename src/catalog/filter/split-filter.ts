import { isCondition, type Filter } from './filter';

/** The parts of a filter that must all hold: those that look at nothing but certain fields, and the others. */
export interface SplitFilter {
  readonly about: readonly Filter[];
  readonly others: readonly Filter[];
}

/** Splits `filter` into parts that together mean the same, by whether they look at nothing but `fields`. */
export function splitFilter(filter: Filter, fields: readonly string[]): SplitFilter {
  const parts = partsOf(filter);
  return {
    about: parts.filter((part) => isAbout(part, fields)),
    others: parts.filter((part) => !isAbout(part, fields)),
  };
}

function partsOf(filter: Filter): Filter[] {
  if (isCondition(filter)) return [filter];
  const any: Filter[] = filter.any === null ? [] : [{ all: [], any: filter.any }];
  return [...filter.all.flatMap(partsOf), ...any];
}

function isAbout(filter: Filter, fields: readonly string[]): boolean {
  if (isCondition(filter)) return filter.field.scope === 'core' && fields.includes(filter.field.name);
  return [...filter.all, ...(filter.any ?? [])].every((member) => isAbout(member, fields));
}

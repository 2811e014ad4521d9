import { isGroup, type ConditionDraft, type GroupDraft } from './filter-draft';

/** A filter in the language of the API. */
export type Filter = { and: Filter[] } | { or: Filter[] } | { field: string; op: string; value: unknown };

/** Writes the filter of a draft. Conditions without a value and empty groups are left out. Null: no filter. */
export function writeFilter({ joiner, members }: GroupDraft): Filter | null {
  const written = members
    .map((member) => (isGroup(member) ? writeFilter(member) : writeCondition(member)))
    .filter((filter) => filter !== null);
  if (written.length === 0) return null;
  return joiner === 'and' ? { and: written } : { or: written };
}

/** Values go as texts: the server reads them by the kind of the field, so no digit is lost. */
function writeCondition({ field, op, value }: ConditionDraft): Filter | null {
  if (field === '') return null;
  if (op === 'is_null') return { field, op, value: value !== 'false' };
  if (op === 'in' || op === 'not_in') {
    const values = value.split(/[\n,]/).map((one) => one.trim());
    const given = values.filter((one) => one !== '');
    return given.length === 0 ? null : { field, op, value: given };
  }
  return value === '' ? null : { field, op, value };
}

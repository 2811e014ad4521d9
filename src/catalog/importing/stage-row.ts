import type { Draft } from '../reading/draft';
import type { Creation } from '../reading/typed-draft';
import { bitOf, CLEARS_CUSTOM, type StageLayout } from './stage-layout';
import { writeCopyLine } from './write-copy-line';

/** A row as the staging table takes it, and which fields it brings along. */
export interface StagedRow {
  readonly line: string;
  readonly given: number;
}

/**
 * Writes a draft without errors as a line of COPY for the staging table. `match` is what finds its record: a UUID under
 * `id`, the value of a custom field, or null when the natural key does.
 */
export function stageRow(
  layout: StageLayout,
  draft: Draft,
  creation: Creation,
  match: string | null,
): StagedRow {
  const { missing, defaults } = creation;
  let given = draft.clearsCustom ? CLEARS_CUSTOM : 0;
  // In the order of `layOutStage`; what is given is known behind the fields.
  const values: (string | number | null)[] = [draft.row, 0];
  if (layout.resource.parentKey) values.push(draft.parentKey);
  for (let index = 0; index < layout.fields.length; index++) {
    const value = draft.core.get(layout.fields[index] ?? '');
    if (value !== undefined) given |= bitOf(index);
    values.push(value ?? null);
  }
  values[1] = given;
  values.push(draft.line);
  if (layout.match.by !== 'natural') values.push(match);
  if (layout.resource.customFields) values.push(jsonOf(draft.custom), jsonOf(defaults));
  values.push(missing.length > 0 ? missing.join(',') : null);
  const line = writeCopyLine(values);
  return { line, given };
}

function jsonOf(values: Readonly<Record<string, string | null>>): string | null {
  for (const key in values) if (key !== '') return JSON.stringify(values);
  return null;
}

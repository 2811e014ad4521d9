import type { Draft } from '../reading/draft';
import type { Creation } from '../reading/creation';
import { CLEARS_CUSTOM, givenBit, type StageLayout } from './stage-layout';
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
  let given = 0;
  for (const field of layout.fields) if (draft.core.has(field)) given |= givenBit(layout, field);
  if (draft.clearsCustom) given |= CLEARS_CUSTOM;
  const { missing, defaults } = creation;
  // In the order of `layOutStage`.
  const values: (string | number | null)[] = [draft.row, given];
  if (layout.resource.through) values.push(draft.through);
  for (const field of layout.fields) values.push(draft.core.get(field) ?? null);
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

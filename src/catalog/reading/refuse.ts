import type { Issue } from '../kind';
import type { Draft } from './draft';
import { shownValue } from './row-error';

/** Notes on the draft what is wrong; `column` is the name the file used. */
export function refuse(draft: Draft, column: string | null, issue: Issue, value: string | null): void {
  const { row, line } = draft;
  draft.errors.push({ row, line, column, ...issue, value: value === null ? null : shownValue(value) });
}

import type { FilterContext } from '../catalog/filter/filter-context';
import { columnOf } from '../catalog/sql/record-source';
import { isInWorkspace } from '../catalog/sql/workspace-sql';

/**
 * What records of a resource must fulfil, as boolean SQL over alias `r`. It is built anew for each statement, for its
 * values become parameters of that statement.
 */
export interface Selection {
  /** What the row of `through` alone decides; all of it where a resource is not stored through another table. */
  readonly parentKey: (context: FilterContext) => string[];
  /** What only the record itself decides. */
  readonly own: (context: FilterContext) => string[];
  /** Whether it names the records one by one, so that there are few. */
  readonly named: boolean;
  /** Reference fields of which it takes one value, or some. */
  readonly narrowedBy: ReadonlySet<string>;
  /** SQL of the ids that name them, a `uuid[]`, where a list gives nothing else to find them by; else null. */
  readonly ids: ((context: FilterContext) => string) | null;
}

/** The condition with which every query over records begins. */
export const inWorkspace = ({ resource, workspace }: FilterContext): string =>
  isInWorkspace(columnOf(resource, 'workspace_id'), workspace);

/** All conditions of a selection. */
export const conditionsOf = (selection: Selection, context: FilterContext): string[] => [
  inWorkspace(context),
  ...selection.parentKey(context),
  ...selection.own(context),
];

import type { ArchivedParent, Draft } from '../../catalog/reading/draft';
import type { ParentKey } from '../../catalog/resource';
import { labelOf, type ReadingContext } from './reading-context';

/**
 * Warns of rows that refer to archived records: they are applied, and lists do not show them with their parent. The
 * look-ups of the references say which ones are archived. One warning for each field of a row, and one for its parent.
 */
export function warnOfArchived(context: ReadingContext, drafts: readonly Draft[]): void {
  const { resource } = context.layout;
  const warned = drafts.filter(({ archivedParents, errors }) => archivedParents && errors.length === 0);
  if (warned.length === 0) return;
  for (const field of [...resource.fields.keys(), null]) {
    for (const draft of warned) {
      const parent = draft.archivedParents?.find((one) => fieldOf(one, resource.parentKey) === field);
      if (parent === undefined) continue;
      const column = field && (draft.labels.get(field) ?? labelOf(context, field));
      const message = `The ${parent.noun} "${parent.name}" is archived. Restore it if its data are wanted.`;
      context.warnings.add('archived_parent', column, message, draft.fileRow ?? draft.row);
    }
  }
}

/** The field that names a parent; null for the parent as a whole, which a field may name directly. */
const fieldOf = ({ field }: ArchivedParent, parentKey: ParentKey | null): string | null =>
  field === parentKey?.directField ? null : field;

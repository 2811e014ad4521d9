import type { ContentProposal } from '../../catalog/inspect/inspect-content';
import type { Question } from '../../catalog/inspect/proposal';
import type { NamedSettings } from '../upload/import-profiles';

/** The one profile that expects exactly the columns of the file; null when none does, or several. */
export function matchingProfile(
  profiles: readonly NamedSettings[],
  header: readonly string[] | null,
): string | null {
  const columns = new Set((header ?? []).filter((name) => name !== ''));
  const [only, ...others] = profiles.filter(
    ({ settings: { expect_columns: expected = [] } }) =>
      expected.length > 0 && expected.length === columns.size && expected.every((name) => columns.has(name)),
  );
  return only && others.length === 0 ? only.identifier : null;
}

/** What the columns of a file without a header are: profiles that name as many columns may know it. */
export function askColumns(
  profiles: readonly NamedSettings[],
  { hasMadeNames, inspection: { header } }: ContentProposal,
): Question[] {
  if (!hasMadeNames || header === null) return [];
  const choices = profiles.flatMap(({ identifier, settings }) => {
    const columns = settings.csv_options?.columns;
    return Array.isArray(columns) && columns.length === header.length
      ? [{ label: identifier, options: { profile: identifier } }]
      : [];
  });
  return [
    {
      code: 'columns',
      field: null,
      column: null,
      message: `The file has no header. What are its ${header.length} columns? Name them in csv_options.columns, or use a profile.`,
      choices,
    },
  ];
}

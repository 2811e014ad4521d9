import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ResourceDefinition } from '../../../src/console/resource-definition';
import { customValues } from '../resources/custom-values';
import type { RecordOf } from '../resources/record';
import { TableBox } from '../shared/table-box';
import { cellText } from './cell-text';
import type { Sort } from './sort';
import './records-table.css';

const HIDDEN: readonly string[] = ['id', 'created_at', 'updated_at'];

/** Records as a table: every value as the server wrote it, digit for digit; references by their identifiers. */
export function RecordsTable({
  resource,
  records,
  names,
  sort,
  onSort,
}: {
  resource: ResourceDefinition;
  records: readonly RecordOf[];
  names: ReadonlyMap<string, string>;
  sort: Sort | null;
  onSort: (sort: Sort) => void;
}): ReactNode {
  const fields = resource.fields.filter(({ name }) => !HIDDEN.includes(name) && shows(records, name));
  const custom = records.map((record) => customValues(resource, record));
  const keys = [...new Set(custom.flatMap((values) => [...values.keys()]))];
  const columns = [
    ...fields.map((field) => ({ field: field.name, label: field.name, sortable: field.kind !== 'json' })),
    ...keys.map((key) => ({
      field: `field.${key}`,
      label: key,
      sortable: resource.customFields?.form === 'object',
    })),
  ];
  return (
    <TableBox label={resource.title}>
      <table className="records">
        <thead>
          <tr>
            {columns.map((column) => (
              <SortableHead key={column.field} {...column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record, at) => (
            <tr key={record.id}>
              {fields.map(({ name, kind }, place) => (
                <td key={name} className={kind === 'decimal' ? 'number' : undefined}>
                  {place === 0 ? (
                    <Link href={`/explore/${resource.name}/${record.id}`}>
                      {cellText(record[name], names)}
                    </Link>
                  ) : (
                    cellText(record[name], names)
                  )}
                </td>
              ))}
              {keys.map((key) => (
                <td key={key}>{custom[at]?.get(key) ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** `archived_at` is a column only where something is archived. */
const shows = (records: readonly RecordOf[], name: string): boolean =>
  name !== 'archived_at' || records.some((record) => record[name] !== null && record[name] !== undefined);

function SortableHead({
  field,
  label,
  sortable,
  sort,
  onSort,
}: {
  field: string;
  label: string;
  sortable: boolean;
  sort: Sort | null;
  onSort: (sort: Sort) => void;
}): ReactNode {
  if (!sortable) return <th scope="col">{label}</th>;
  const here = sort?.field === field ? sort.direction : null;
  return (
    <th scope="col" aria-sort={here === null ? undefined : here === 'asc' ? 'ascending' : 'descending'}>
      <button
        type="button"
        className="sort"
        onClick={() => onSort({ field, direction: here === 'asc' ? 'desc' : 'asc' })}
      >
        {label} <span aria-hidden="true">{here === null ? '' : here === 'asc' ? '↑' : '↓'}</span>
      </button>
    </th>
  );
}

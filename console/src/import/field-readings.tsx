import type { ReactNode } from 'react';
import type { ColumnTold, FieldReading, Inspection } from '../api/inspection';
import { TableBox } from '../shared/table-box';
import { TextField } from '../shared/text-field';
import type { Reading } from './reading';

const OF_TIME: readonly string[] = ['date', 'timestamp', 'time'];

/** One row for each column of dates and numbers: its pattern, zone and decimal mark, and what they rest on. */
export function FieldReadings({
  inspection,
  reading,
  fieldOf,
  onChange,
}: {
  inspection: Inspection;
  reading: Reading;
  fieldOf: (column: string) => string | undefined;
  onChange: (field: string, part: FieldReading) => void;
}): ReactNode {
  const rows = inspection.columns.flatMap((column) => {
    const field = fieldOf(column.name);
    return field !== undefined && isShown(column) ? [{ column, field }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <TableBox label="How dates and numbers are read">
      <table>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Pattern of dates</th>
            <th scope="col">Time zone</th>
            <th scope="col">Decimal mark</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ column, field }) => {
            const told = inspection.field_options[field] ?? {};
            const now: FieldReading = { ...told, ...reading.fields[field] };
            const isTime = OF_TIME.includes(column.kind) || now.format !== undefined;
            const input = (
              option: 'format' | 'time_zone' | 'decimal_separator',
              label: string,
              placeholder: string,
            ): ReactNode => (
              <TextField
                hidden
                label={`${label} of ${column.name}`}
                value={now[option] ?? ''}
                placeholder={placeholder}
                onChange={(value) => onChange(field, { [option]: value })}
              />
            );
            return (
              <tr key={column.name}>
                <th scope="row">{column.name}</th>
                <td>
                  {isTime && input('format', 'Pattern', column.ambiguous_formats.join(' or ') || 'ISO 8601')}
                </td>
                <td>{isTime && input('time_zone', 'Time zone', 'UTC, or as written')}</td>
                <td>{!isTime && input('decimal_separator', 'Decimal mark', '.')}</td>
                <td className="muted small">{column.evidence[0]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableBox>
  );
}

const isShown = ({ kind }: ColumnTold): boolean => OF_TIME.includes(kind) || kind === 'decimal';

import type { ReactNode } from 'react';
import { Choice } from '../shared/choice';
import { TableBox } from '../shared/table-box';
import type { Choices } from './match-columns';
import type { Preview } from './read-preview';
import type { Target } from './target';

/** One row per column: its name, an example value, and the field that it is imported into. */
export function ColumnRows({
  preview,
  targets,
  choices,
  onChoose,
}: {
  preview: Preview;
  targets: readonly Target[];
  choices: Choices;
  onChoose: (column: string, field: string) => void;
}): ReactNode {
  const fields = targets.map(({ name, title, required }) => ({
    value: name,
    label: `${name}${title === '' ? '' : ` (${title})`}${required ? ' *' : ''}`,
  }));
  return (
    <TableBox label="Columns and their fields">
      <table className="columns">
        <thead>
          <tr>
            <th scope="col">Column of the file</th>
            <th scope="col">For example</th>
            <th scope="col">Field</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map((column, at) => (
            <tr key={at}>
              <th scope="row">{column === '' ? '(no name)' : column}</th>
              <td className="example">{preview.rows.map((row) => row[at]).find((value) => value)}</td>
              <td>
                {column === '' ? (
                  <span className="muted">left out</span>
                ) : (
                  <Choice
                    hidden
                    label={`Field for ${column}`}
                    value={choices[column] ?? ''}
                    options={[{ value: '', label: 'leave out' }, ...fields]}
                    onChange={(field) => onChoose(column, field)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

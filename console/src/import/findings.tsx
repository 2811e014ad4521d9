import type { ReactNode } from 'react';
import type { Finding } from '../api/inspection';
import { formatCount } from '../shared/format';
import { TableBox } from '../shared/table-box';

/** Errors or warnings by code and column, with their number and the first row of each. */
export function Findings({ label, findings }: { label: string; findings: readonly Finding[] }): ReactNode {
  return (
    <TableBox label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="number">
              Number
            </th>
            <th scope="col">Code</th>
            <th scope="col">Column</th>
            <th scope="col">Message of the first one</th>
            <th scope="col">Where</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ code, column, message, count, first_row: first }) => (
            <tr key={`${code} ${column ?? ''}`}>
              <td className="number">{formatCount(count)}</td>
              <td>
                <code>{code}</code>
              </td>
              <td>{column ?? (first === null ? 'the file' : 'whole row')}</td>
              <td>{message}</td>
              <td>{first === null ? 'the file' : `row ${formatCount(first)}${count > 1 ? ' …' : ''}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

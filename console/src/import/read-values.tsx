import type { ReactNode } from 'react';
import type { Inspection } from '../api/inspection';
import { Findings } from './findings';
import { TableBox } from '../shared/table-box';

const SHOWN = 8;

/** The first rows as an import would store them, and what it would refuse. */
export function ReadValues({ inspection }: { inspection: Inspection }): ReactNode {
  const { problems } = inspection;
  const sample = inspection.sample.slice(0, SHOWN);
  const fields = [...new Set(sample.flatMap(({ read }) => Object.keys(read ?? {})))];
  return (
    <>
      {fields.length > 0 && (
        <>
          <h3>Values as they are read</h3>
          <TableBox label="Values as they are read">
            <table className="preview">
              <thead>
                <tr>
                  <th scope="col" className="number">
                    Row
                  </th>
                  {fields.map((field) => (
                    <th key={field} scope="col">
                      {field}
                    </th>
                  ))}
                  <th scope="col">Refused because</th>
                </tr>
              </thead>
              <tbody>
                {sample.map(({ row, read, errors }, at) => (
                  <tr key={at}>
                    <td className="number">{row}</td>
                    {fields.map((field) => (
                      <td key={field}>{read?.[field] ?? <span className="muted">null</span>}</td>
                    ))}
                    <td title={errors.map(({ message }) => message).join(' ')}>
                      {errors.map(({ code, column }) => `${column ?? 'row'}: ${code}`).join(', ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        </>
      )}
      {problems.length > 0 && (
        <>
          <h3>What an import would refuse</h3>
          <Findings label="What an import would refuse" findings={problems} />
        </>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import { formatInstant } from '../shared/format';
import { TableBox } from '../shared/table-box';
import type { Point } from './point';

const MAX_SHOWN = 10;

/** The newest points as exact numbers, which a chart does not show and a screen reader can read. */
export function PointsTable({
  points,
  items,
}: {
  points: readonly Point[];
  items: readonly string[];
}): ReactNode {
  return (
    <TableBox label="The newest points">
      <table>
        <thead>
          <tr>
            <th scope="col">timestamp</th>
            {items.map((item) => (
              <th key={item} scope="col" className="number">
                {item}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points
            .slice(-MAX_SHOWN)
            .toReversed()
            .map(({ timestamp, texts }) => (
              <tr key={timestamp}>
                <td>{formatInstant(timestamp)}</td>
                {items.map((item) => (
                  <td key={item} className="number">
                    {texts.get(item) ?? ''}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </TableBox>
  );
}

import type { ReactNode } from 'react';
import { formatInstant } from '../shared/format';
import { TableBox } from '../shared/table-box';
import type { Day, Month } from './build-year';

const WEEKEND = 5;

/** The days of a year that are not like the others: weekdays on which the market is closed, and short sessions. */
export function SpecialDays({ months }: { months: readonly Month[] }): ReactNode {
  const days = months.flatMap(({ weeks }) => weeks.flatMap((week) => week.filter(isSpecial)));
  if (days.length === 0) return null;
  return (
    <section className="card" aria-labelledby="special-days">
      <h2 id="special-days">Closed weekdays and short sessions</h2>
      <TableBox label="Closed weekdays and short sessions">
        <table>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">What</th>
              <th scope="col">Opens</th>
              <th scope="col">Closes</th>
              <th scope="col">Description</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day?.date}>
                <td>{day?.date}</td>
                <td>{day?.state === 'short' ? 'short session' : 'closed'}</td>
                <td>{formatInstant(day?.entry?.opens_at ?? '')}</td>
                <td>{formatInstant(day?.entry?.closes_at ?? '')}</td>
                <td>{day?.entry?.description}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}

const isSpecial = (day: Day | null, weekday: number): boolean =>
  day !== null && (day.state === 'short' || (day.state === 'closed' && weekday < WEEKEND));

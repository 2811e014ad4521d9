import type { ReactNode } from 'react';
import type { Day, Month } from './build-year';
import './year-grid.css';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const WORDS = {
  open: 'open',
  short: 'open for a shorter time',
  closed: 'closed',
  unknown: 'no entry',
} as const;

/** Twelve months; colour and shape of a day show its state. */
export function YearGrid({ year, months }: { year: number; months: readonly Month[] }): ReactNode {
  return (
    <>
      <ul className="legend" aria-label="What the days mean">
        {(Object.keys(WORDS) as Day['state'][]).map((state) => (
          <li key={state}>
            <span className={`day ${state}`} aria-hidden="true">
              1
            </span>{' '}
            {WORDS[state]}
          </li>
        ))}
      </ul>
      <div className="year">
        {months.map(({ month, weeks }) => (
          <table key={month} className="month">
            <caption>
              {MONTHS[month]} <span className="for-readers">{year}</span>
            </caption>
            <thead>
              <tr>
                {WEEKDAYS.map((weekday) => (
                  <th key={weekday} scope="col">
                    {weekday}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week, at) => (
                <tr key={at}>
                  {week.map((day, place) => (
                    <td key={place}>{day !== null && <DayCell day={day} />}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}

function DayCell({ day }: { day: Day }): ReactNode {
  const { date, entry, state } = day;
  const note = entry?.description ? `, ${entry.description}` : '';
  return (
    <span className={`day ${state}`} title={`${date}: ${WORDS[state]}${note}`}>
      {day.day}
      <span className="for-readers"> {WORDS[state]}</span>
    </span>
  );
}

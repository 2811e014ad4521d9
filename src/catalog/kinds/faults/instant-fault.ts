import type { FieldOptions } from '../../binding/field-options';
import { writtenForms, type WrittenForm } from './date-patterns';
import { blanksFault, type Fault, nullFault } from './fault';

const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?$/;
const LONG_FRACTION = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}\.\d{7,}(?:[Zz]|[+-]\d{2}:\d{2})?$/;
const SPREADSHEET_DAY = /^[2-7]\d{4}(?:\.\d+)?$/;
/** Numbers of digits of instants from 2001 to 2286. */
const EPOCHS: readonly (readonly [RegExp, string, string])[] = [
  [/^-?\d{9,10}(?:\.\d+)?$/, 'epoch_s', 'seconds'],
  [/^-?\d{12,13}(?:\.\d+)?$/, 'epoch_ms', 'milliseconds'],
  [/^-?\d{15,16}(?:\.\d+)?$/, 'epoch_us', 'microseconds'],
  [/^-?\d{18,19}(?:\.\d+)?$/, 'epoch_ns', 'nanoseconds'],
];
const PIVOT_YEAR = 1970;
/** A time of day is of a date that only the file's owner knows; this one shows the form. */
const SOME_DATE = '2026-01-31';

/** What is wrong with a text that is no timestamp; null when nothing more can be said. */
export const timestampFault = (text: string): Fault | null => instantFault(text, true);

/** What is wrong with a text that is no date; null when nothing more can be said. */
export const dateFault = (text: string): Fault | null => instantFault(text, false);

function instantFault(text: string, isTimestamp: boolean): Fault | null {
  const none = nullFault(text);
  if (none) return none;
  const trimmed = text.trim();
  if (trimmed !== text) {
    const inner = trimmed === '' ? null : instantFault(trimmed, isTimestamp);
    const outer = blanksFault(text);
    if (!inner || !outer) return outer;
    return {
      what: `${outer.what} ${inner.what}`,
      remedies: inner.remedies.map((one) => ({ trim: true, ...one })),
    };
  }
  if (isTimestamp) {
    if (LONG_FRACTION.test(text)) {
      const isLocal = LOCAL.test(text);
      return {
        what: `The fraction of the second has more than 6 digits that are not zero${isLocal ? ', and there is no offset' : ''}.`,
        remedies: [{ fraction: 'truncate', ...(isLocal && { time_zone: 'UTC' }) }],
      };
    }
    if (LOCAL.test(text))
      return {
        what: 'There is no offset: give time_zone, the zone of the times.',
        remedies: [{ time_zone: 'UTC' }],
      };
  }
  return epochFault(text) ?? formFault(text, isTimestamp) ?? spreadsheetFault(text);
}

function epochFault(text: string): Fault | null {
  const found = EPOCHS.find(([form]) => form.test(text));
  if (!found) return null;
  const [, format, units] = found;
  return { what: `The value looks like epoch ${units}: give format ${format}.`, remedies: [{ format }] };
}

function formFault(text: string, isTimestamp: boolean): Fault | null {
  const forms = writtenForms(text);
  const [only] = forms;
  if (!only) return null;
  const remedies = forms.flatMap((form) => optionsOf(form, isTimestamp));
  if (only.lacksDate) {
    return isTimestamp
      ? { what: 'The value is a time of day: give date, and time_zone, the zone of the times.', remedies }
      : { what: 'The value is a time of day and no date.', remedies: [] };
  }
  if (only.lacksDay) return { what: 'The value has no day of the month: give format and day.', remedies };
  const order = forms.length > 1 ? ' Is the day first?' : '';
  const zone = isTimestamp && only.hasTime && !only.hasOffset ? ', and time_zone, the zone of the times' : '';
  return { what: `The date is written in another way: give format${zone}.${order}`, remedies };
}

function optionsOf(form: WrittenForm, isTimestamp: boolean): FieldOptions[] {
  const options: FieldOptions = {
    format: isTimestamp
      ? form.pattern
      : form.pattern.replace(/ ?XXX$/, (letters) => letters.replace('XXX', "'Z'")),
    ...(form.isShort && { pivot_year: PIVOT_YEAR }),
    ...(form.lacksDate && { date: SOME_DATE }),
    ...(isTimestamp && form.hasTime && !form.hasOffset && { time_zone: 'UTC' }),
    ...(isTimestamp && /S{7,}/.test(form.pattern) && { fraction: 'truncate' as const }),
  };
  if (!form.lacksDay) return [options];
  return [
    { ...options, day: 'first' },
    { ...options, day: 'last' },
  ];
}

function spreadsheetFault(text: string): Fault | null {
  if (!SPREADSHEET_DAY.test(text)) return null;
  return {
    what: 'The value looks like the day number of a spreadsheet: save the column with dates written YYYY-MM-DD.',
    remedies: [],
  };
}

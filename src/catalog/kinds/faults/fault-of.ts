import type { Kind, KindOptions } from '../../kind';
import { booleanFault } from './boolean-fault';
import { blanksFault, type Fault } from './fault';
import { dateFault, timestampFault } from './instant-fault';
import { numberFault } from './number-fault';

const BY_KIND: Readonly<Record<string, (text: string, options: KindOptions) => Fault | null>> = {
  decimal: numberFault,
  boolean: booleanFault,
  date: dateFault,
  timestamp: timestampFault,
  text: textFault,
  identifier: blanksFault,
  reference: blanksFault,
};

/** What is wrong with a text that a kind refuses, and what reads it; null when nothing more can be said. */
export const faultOf = ({ name }: Pick<Kind, 'name'>, text: string, options: KindOptions): Fault | null =>
  BY_KIND[name]?.(text, options) ?? null;

/** What is wrong with a text that is none of the values of its field; null when nothing more can be said. */
function textFault(text: string, { values }: KindOptions): Fault | null {
  if (values === null) return null;
  const blanks = blanksFault(text);
  const trimmed = text.trim();
  const cases = (['upper', 'lower'] as const).filter((letters) =>
    values.includes(letters === 'upper' ? trimmed.toUpperCase() : trimmed.toLowerCase()),
  );
  if (cases.length === 0) return blanks;
  const trim = blanks === null ? {} : { trim: true };
  return {
    what: 'The value is written in other letters.',
    remedies: cases.map((letters) => ({ ...trim, case: letters })),
  };
}

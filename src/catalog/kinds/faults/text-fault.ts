import type { KindOptions } from '../../kind';
import { blanksFault, type Fault } from './fault';

/** What is wrong with a text that is none of the values of its field; null when nothing more can be said. */
export function textFault(text: string, { values }: KindOptions): Fault | null {
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

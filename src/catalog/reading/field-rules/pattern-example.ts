import { dateText, timeText } from './civil-time';
import type { DatePattern, PatternToken } from './date-pattern';

/** A Saturday, whose parts cannot be mistaken for each other. */
const DAY = dateText(2026, 1, 31);
const TIME = timeText((16 * 60 + 5) * 60 + 9);

/** A value as the pattern reads it, for messages. */
export const exampleOf = ({ tokens }: DatePattern): string => tokens.map(write).join('');

function write(token: PatternToken): string {
  if (token.kind === 'literal') return token.text;
  if (token.kind === 'offset') return token.colon ? '+01:00' : token.hoursOnly ? '+01' : '+0100';
  const isShort = token.kind === 'digits' && token.min === 1;
  switch (token.part) {
    case 'year':
      return DAY.slice(0, 4);
    case 'shortYear':
      return DAY.slice(2, 4);
    case 'quarter':
      return '1';
    case 'month':
      if (token.kind === 'name') return token.letters.length === 3 ? 'Jan' : 'January';
      return isShort ? '1' : DAY.slice(5, 7);
    case 'day':
      return DAY.slice(8);
    case 'weekday':
      return token.letters.length === 4 ? 'Saturday' : 'Sat';
    case 'hour':
      return TIME.slice(0, 2);
    case 'hourOfHalf':
      return isShort ? '4' : '04';
    case 'half':
      return 'PM';
    case 'minute':
      return isShort ? '5' : TIME.slice(3, 5);
    case 'second':
      return isShort ? '9' : TIME.slice(6);
    case 'fraction':
      return '123456789012345678'.slice(0, token.letters.length === 1 ? 3 : token.letters.length);
    case 'offset':
      return '';
  }
}

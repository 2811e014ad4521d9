import { blanksFault, type Fault, nullFault } from './fault';

/** Words for true and false in wide use, in lower case. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['y', 'n'],
  ['yes', 'no'],
  ['t', 'f'],
  ['1', '0'],
  ['on', 'off'],
  ['x', ''],
  ['ja', 'nein'],
  ['oui', 'non'],
  ['enabled', 'disabled'],
  ['active', 'inactive'],
  ['open', 'closed'],
];

/** What is wrong with a text that is no boolean; null when nothing more can be said. */
export function booleanFault(text: string): Fault | null {
  const folded = text.trim().toLowerCase();
  const pair = PAIRS.find((words) => folded !== '' && words.includes(folded));
  if (!pair) return nullFault(text) ?? blanksFault(text);
  const [yes, no] = pair;
  return {
    what: `"${text}" is another word for true or false.`,
    remedies: [
      {
        ...(folded.length !== text.length && { trim: true }),
        true_values: [yes],
        ...(no !== '' && { false_values: [no] }),
      },
    ],
  };
}

import type { Issue } from '../../kind';
import { shownText } from '../../../formats/shown-text';
import type { FieldOptions } from '../../binding/field-options';
import type { DatePattern } from './date-pattern';
import { dateOf } from './civil-values';
import { parsePattern } from './date-pattern';
import { exampleOf } from './pattern-example';
import { PatternReader } from './pattern-reader';

const MAX_SHOWN = 10;

/** The text does not match the pattern: says where, and shows a value that does. */
export function mismatch(code: string, reader: PatternReader, text: string): Issue {
  const { expected, failedAt, pattern } = reader;
  const found =
    failedAt >= text.length
      ? 'the value ends'
      : `"${shownText([...text.slice(failedAt)].slice(0, MAX_SHOWN).join(''))}" is there`;
  const wanted =
    expected === null
      ? 'the end is expected'
      : `${expected.letters === ' ' ? 'a blank' : expected.letters} is expected`;
  return {
    code,
    message: `The value does not match the pattern ${pattern.text} (such as ${exampleOf(pattern)}): at character ${failedAt + 1} ${wanted}, but ${found}.`,
  };
}

/** The value matches and names a day that does not exist: day and month may be the wrong way round. */
export function noSuchDay(
  code: string,
  { pattern }: PatternReader,
  text: string,
  options: FieldOptions,
): Issue {
  const other = swapped(pattern);
  if (other !== null) {
    const reader = new PatternReader(other);
    if (reader.read(text) && dateOf(other, options)(reader.values) !== null) {
      return {
        code,
        message: `There is no such day in the pattern ${pattern.text}; the pattern ${other.text} would read it.`,
      };
    }
  }
  return { code, message: `There is no such day (pattern ${pattern.text}).` };
}

/** The pattern with day and month exchanged; null when it has not both as numbers. */
function swapped({ text, tokens }: DatePattern): DatePattern | null {
  const isNumber = (part: string): boolean =>
    tokens.some((token) => token.kind === 'digits' && token.part === part);
  if (!isNumber('month') || !isNumber('day')) return null;
  const exchanged = text
    .split(/('(?:[^']|'')*')/)
    .map((piece, index) =>
      index % 2 === 1 ? piece : piece.replace(/[Md]/g, (letter) => (letter === 'M' ? 'd' : 'M')),
    )
    .join('');
  return parsePattern(exchanged);
}

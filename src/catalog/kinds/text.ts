import { type Issue, type Kind, type KindOptions, isDistinct, literalText } from '../kind';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** What no text may hold: NUL (Postgres cannot store it) and half a surrogate pair (it is no character). */
export function unstorable(text: string): Issue | null {
  if (text.includes('\0')) {
    return { code: 'nul_character', message: 'The text holds a NUL character; remove it.' };
  }
  if (LONE_SURROGATE.test(text)) {
    return {
      code: 'invalid_unicode',
      message: 'The text holds half of a surrogate pair, which is no character.',
    };
  }
  return null;
}

/** Number of characters (code points), counted only when the length in UTF-16 units leaves a doubt. */
export function tooLong(text: string, max: number): boolean {
  return text.length > max && [...text].length > max;
}

function read(text: string, { max, values }: KindOptions): string | Issue {
  const issue = unstorable(text);
  if (issue) return issue;
  if (max !== null && tooLong(text, max)) {
    return { code: 'value_too_long', message: `The text is longer than ${max} characters.` };
  }
  if (values !== null && !values.includes(text)) {
    return { code: 'invalid_value', message: `The value must be one of ${values.join(', ')}.` };
  }
  return text;
}

/** Text, stored as given: nothing is trimmed, folded or guessed. A JSON number or boolean is taken by its literal text. */
export const textKind: Kind = {
  name: 'text',
  pgType: 'text',
  compareType: 'text',
  read,
  readJson(value, options) {
    const text = literalText(value);
    return text === null
      ? { code: 'invalid_value', message: 'A text is wanted here, not an array or an object.' }
      : read(text, options);
  },
  differs: isDistinct,
  print: (sql) => sql,
  schema: (_direction, { max, values }) => ({
    type: 'string',
    ...(max !== null && { maxLength: max }),
    ...(values !== null && { enum: [...values] }),
  }),
};

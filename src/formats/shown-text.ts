/**
 * Characters that cannot be seen in a message, or that it cannot hold: NUL and other control characters except line
 * breaks and tabs, characters that steer the format of a text, and halves of surrogate pairs.
 */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Shows unseen characters by their numbers, like `<U+200B>`; Postgres and JSON take the result as it is. */
export const shownText = (text: string): string =>
  text.replace(UNSEEN, (character) => `<${codeName(character)}>`);

/** A value as JSON that may be copied from a message: unseen characters are escapes, like `\u200b`. */
export const shownJson = (value: unknown): string =>
  JSON.stringify(value).replace(UNSEEN, (character) => jsonEscape(character));

/** A text as escapes of JSON, one for each UTF-16 unit: `\u200b`. */
export const jsonEscape = (text: string): string =>
  text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The number of a character, like `U+200B`. */
export const codeName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first `max` UTF-16 units of a text, with an ellipsis when that is not all; never half of a surrogate pair. */
export const cutText = (text: string, max: number): string =>
  text.length <= max ? text : `${firstPart(text, max)}…`;

/** The first `max` UTF-16 units of a text; never half of a surrogate pair. */
export function firstPart(text: string, max: number): string {
  if (text.length <= max) return text;
  return text.slice(0, HIGH_SURROGATE.test(text.charAt(max - 1)) ? max - 1 : max);
}

const HIGH_SURROGATE = /[\ud800-\udbff]/;

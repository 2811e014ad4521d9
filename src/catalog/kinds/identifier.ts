import { type Issue, type Kind, literalText } from '../kind';
import { textKind, tooLong, unstorable } from './text';
import { codeName } from '../../formats/shown-text';
import { isUuidForm } from '../../formats/uuid-form';

const MAX = 255;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
// The characters JavaScript trims: a blank at an end cannot be seen and would make two of one identifier.
const OUTER_BLANK = /^\s|\s$/;
/** They steer or join the characters around them and cannot be seen: two identifiers would look the same. */
const FORMAT = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const ASCII = /^[\x21-\x7e]+$/;

/** Why a text is not an identifier; null when it is one. */
export function identifierIssue(text: string): Issue | null {
  if (tooLong(text, MAX)) {
    return { code: 'value_too_long', message: `An identifier has at most ${MAX} characters.` };
  }
  if (ASCII.test(text)) return null;
  const issue = unstorable(text);
  if (issue) return issue;
  if (CONTROL.test(text)) return refuse('An identifier holds no control character (tab, line break, …).');
  const format = FORMAT.exec(text);
  if (format) {
    const place = [...text.slice(0, format.index)].length + 1;
    return refuse(
      `An identifier holds no invisible character; remove ${codeName(format[0])} at character ${place}.`,
    );
  }
  if (hasOuterBlank(text)) return refuse('An identifier neither starts nor ends with a blank; remove it.');
  if (text.normalize('NFC') !== text) {
    return refuse('An identifier must be in Unicode normal form C (NFC); normalise the file.');
  }
  return null;
}

/** True for a blank at an end: by such a text no record is found. */
export const hasOuterBlank = (text: string): boolean => OUTER_BLANK.test(text);

const refuse = (message: string): Issue => ({ code: 'invalid_value', message });

function read(text: string): string | Issue {
  const issue = identifierIssue(text);
  if (issue) return issue;
  if (text.length === 36 && isUuidForm(text)) {
    return refuse('An identifier must not have the form of a UUID: that form names a record by its id.');
  }
  return text;
}

/** The user's own key of a record: case-sensitive, NFC, at most 255 characters, no control characters, no outer blanks. */
export const identifierKind: Kind = {
  ...textKind,
  name: 'identifier',
  read,
  readJson(value) {
    const text = literalText(value);
    return text === null ? refuse('An identifier is a text, not an array or an object.') : read(text);
  },
  schema: () => ({ type: 'string', maxLength: MAX }),
};

import type { Issue } from '../../kind';
import { booleanKind } from '../../kinds/boolean';
import type { FieldOptions } from '../../binding/field-options';
import { FieldOptionError } from './field-option-error';

const NO_OPTIONS = { max: null, values: null };
const MAX_SHOWN = 10;

/** Compiles the options of a boolean (docs/contract.md 2.6): words beside true and false, in any case. Throws an FieldOptionError. */
export function compileBoolean({
  true_values: trueWords = [],
  false_values: falseWords = [],
}: FieldOptions): (text: string) => string | Issue {
  const words = new Map<string, string>([
    ['true', 'true'],
    ['false', 'false'],
  ]);
  for (const word of trueWords) words.set(word.toLowerCase(), 'true');
  for (const word of falseWords) {
    const folded = word.toLowerCase();
    if (trueWords.some((other) => other.toLowerCase() === folded)) {
      throw new FieldOptionError('false_values', `"${word}" is among true_values too.`);
    }
    words.set(folded, 'false');
  }
  if (words.get('true') === words.get('false')) {
    throw new FieldOptionError(
      words.get('true') === 'false' ? 'false_values' : 'true_values',
      'The words true and false cannot both mean the same.',
    );
  }
  const given = [...trueWords, ...falseWords];
  if (given.length === 0) return (text) => booleanKind.read(text, NO_OPTIONS);
  const shown = given.slice(0, MAX_SHOWN).join(', ');
  const issue: Issue = {
    code: 'invalid_boolean',
    message: `A boolean is written true or false here, or one of ${shown}${given.length > MAX_SHOWN ? ', …' : ''}.`,
  };
  return (text) => words.get(text.toLowerCase()) ?? issue;
}

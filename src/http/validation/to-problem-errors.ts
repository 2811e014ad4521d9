import type { ValidationError } from 'class-validator';
import type { ProblemError } from '../problem/problem.exception';

/** Names that class-validator has for a rule, where ours differ. */
const CODES: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown_property',
  isDefined: 'required',
  isNotEmpty: 'required',
};

/** What class-validator found, each as JSON pointer, stable code and sentence. `prefix`: pointer of the object itself. */
export function toProblemErrors(errors: readonly ValidationError[], prefix = ''): ProblemError[] {
  return errors.flatMap(({ property, constraints = {}, children = [], value }) => {
    const pointer = `${prefix}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = ownError(pointer, property, constraints, value);
    return [...own, ...toProblemErrors(children, pointer)];
  });
}

/** One error a property: the first rule that it breaks; a missing property breaks them all, and is only missing. */
function ownError(
  pointer: string,
  property: string,
  constraints: Record<string, string>,
  value: unknown,
): ProblemError[] {
  const [first] = Object.entries(constraints);
  if (first === undefined) return [];
  const [rule, message] = first;
  if (rule === 'whitelistValidation') {
    return [{ pointer, code: 'unknown_property', message: `There is no property "${property}" here.` }];
  }
  if (value === undefined) return [{ pointer, code: 'required', message: `"${property}" is required.` }];
  const code = CODES[rule] ?? 'invalid_value';
  return [{ pointer, code, message: sentence(message) }];
}

const sentence = (message: string): string => {
  const text = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return text.endsWith('.') ? text : `${text}.`;
};

import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { isJsonObject, type JsonValue } from '../formats/json/json-value';
import { problem, type ProblemError } from '../http/problem/problem.exception';
import { findReservedKey } from '../http/validation/find-reserved-key';
import { toProblemErrors } from '../http/validation/to-problem-errors';
import { CreateFieldDto } from './field.dto';

const RULES = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false };

/** Reads the `fields` of the body of a type. Throws 400 `invalid_request` with everything that is wrong with them. */
export function readInlineFields(value: JsonValue | undefined): CreateFieldDto[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value))
    throw refused([{ pointer: '/fields', code: 'invalid_value', message: '"fields" is a list.' }]);
  const errors: ProblemError[] = [];
  const fields = value.flatMap((item, at) => readOne(item, `/fields/${at}`, errors));
  if (errors.length > 0) throw refused(errors);
  return fields;
}

function readOne(item: JsonValue, pointer: string, errors: ProblemError[]): CreateFieldDto[] {
  if (!isJsonObject(item)) {
    errors.push({ pointer, code: 'invalid_value', message: 'A field is a JSON object.' });
    return [];
  }
  const reserved = findReservedKey(item, pointer);
  if (reserved !== null) {
    errors.push({
      pointer: reserved,
      code: 'unknown_property',
      message: 'There is no property of that name here.',
    });
    return [];
  }
  const field = plainToInstance(CreateFieldDto, item);
  errors.push(...toProblemErrors(validateSync(field, RULES), pointer));
  return [field];
}

const refused = (errors: readonly ProblemError[]): Error =>
  problem(400, 'invalid_request', errors[0]?.message ?? '', { errors });

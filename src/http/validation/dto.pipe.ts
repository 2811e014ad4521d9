import { jsonPointer } from '../../formats/json/json-pointer';
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate, type ValidationError } from 'class-validator';
import { isJsonObject, type JsonValue } from '../../formats/json/json-value';
import { problem, type ProblemError, type ProblemException } from '../problem/problem.exception';

type DtoClass = new () => object;
const PLAIN: ReadonlySet<unknown> = new Set([undefined, Object, Array, String, Number, Boolean, Promise]);

/**
 * Checks bodies and queries that are declared as a DTO class with class-validator: unknown properties are refused,
 * nothing is converted. Throws 400 `invalid_request` with `errors`. Other parameters pass unseen.
 */
@Injectable()
export class DtoPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype, data }: ArgumentMetadata): Promise<unknown> {
    if ((type !== 'body' && type !== 'query') || data !== undefined || PLAIN.has(metatype)) return value;
    const body = type === 'query' ? { ...(value as object) } : value;
    const errors = await this.check(body as JsonValue, metatype as DtoClass);
    if (!Array.isArray(errors)) return errors;
    const problems = errors as ProblemError[];
    throw refused(type === 'query' ? problems.map(asParameter) : problems);
  }

  private async check(body: JsonValue, Dto: DtoClass): Promise<object | ProblemError[]> {
    if (!isJsonObject(body))
      return [{ pointer: '', code: 'invalid_value', message: 'The body must be one JSON object.' }];
    const reserved = findReservedKey(body); // class-transformer would take these for constructors
    if (reserved !== null) {
      return [
        { pointer: reserved, code: 'unknown_property', message: 'There is no property of that name here.' },
      ];
    }
    const dto = plainToInstance(Dto, body);
    const errors = await validate(dto, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
    });
    return errors.length === 0 ? dto : toProblemErrors(errors);
  }
}

const asParameter = ({ pointer, code, message }: ProblemError): ProblemError =>
  code === 'unknown_property'
    ? {
        pointer: `?${pointer.slice(1)}`,
        code: 'unknown_parameter',
        message: `There is no query parameter "${pointer.slice(1)}" here.`,
      }
    : { pointer: `?${pointer.slice(1)}`, code, message };

const refused = (errors: ProblemError[]): ProblemException =>
  problem(
    400,
    'invalid_request',
    errors.length === 1 ? (errors[0]?.message ?? '') : `The request has ${errors.length} errors; see errors.`,
    { errors },
  );

const RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype', 'then'];

/** JSON pointer of the first key that JavaScript itself gives a meaning; null when there is none. */
export function findReservedKey(value: JsonValue, pointer = ''): string | null {
  const members = Array.isArray(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  for (const [key, member] of members) {
    const at = `${pointer}/${key}`;
    const found = typeof key === 'string' && RESERVED.includes(key) ? at : findReservedKey(member, at);
    if (found !== null) return found;
  }
  return null;
}

/** Names that class-validator has for a rule, where ours differ. */
const CODES: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown_property',
  isDefined: 'required',
  isNotEmpty: 'required',
};

/** What class-validator found, each as JSON pointer, stable code and sentence. `prefix`: pointer of the object itself. */
export function toProblemErrors(errors: readonly ValidationError[], prefix = ''): ProblemError[] {
  return errors.flatMap(({ property, constraints = {}, children = [], value, target }) => {
    const pointer = prefix + jsonPointer(property);
    const own = ownError(pointer, property, constraints, value, target);
    return [...own, ...toProblemErrors(children, pointer)];
  });
}

/** One error a property: the first rule that it breaks; a missing property breaks them all, and is only missing. */
function ownError(
  pointer: string,
  property: string,
  constraints: Record<string, string>,
  value: unknown,
  target: object | undefined,
): ProblemError[] {
  const [first] = Object.entries(constraints);
  if (first === undefined) return [];
  const [rule, message] = first;
  if (rule === 'whitelistValidation') {
    const valid = target ? propertiesOf(target.constructor as DtoClass).join(', ') : '';
    const message = `There is no property "${property}" here. The properties are: ${valid}.`;
    return [{ pointer, code: 'unknown_property', message }];
  }
  if (value === undefined) return [{ pointer, code: 'required', message: `"${property}" is required.` }];
  const code = CODES[rule] ?? 'invalid_value';
  return [{ pointer, code, message: sentence(message, property) }];
}

/** The properties of a DTO class in the order of their declaration, as class-validator knows them. */
export const propertiesOf = (Dto: DtoClass): readonly string[] => [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(Dto, '', false, false)
      .map(({ propertyName }) => propertyName),
  ),
];

/** The name of a property keeps its case, also as the first word. */
const sentence = (message: string, property: string): string => {
  const text = message.startsWith(property)
    ? message
    : `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return text.endsWith('.') ? text : `${text}.`;
};

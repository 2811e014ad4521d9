import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { isJsonObject, type JsonValue } from '../../formats/json/json-value';
import { problem, type ProblemError, type ProblemException } from '../problem/problem.exception';
import { findReservedKey } from './find-reserved-key';
import { toProblemErrors } from './to-problem-errors';

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
    throw refused(type === 'query' ? errors.map(asParameter) : errors);
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
    errors.length === 1 ? (errors[0]?.message ?? '') : `${errors.length} things are wrong; see errors.`,
    { errors },
  );

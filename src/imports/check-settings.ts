import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { JsonObject } from '../formats/json/json-value';
import type { ProblemError } from '../http/problem/problem.exception';
import { findReservedKey, toProblemErrors } from '../http/validation/dto.pipe';
import type { ImportSettingsDto } from './import-settings.dto';

/**
 * What is wrong with settings by the rules of their DTO class: unknown properties, and values of the wrong form. The values
 * of `mapping` and `defaults` are data of the client, whatever their keys.
 */
export function settingsErrors(
  Dto: new () => ImportSettingsDto,
  { mapping, defaults, ...settings }: JsonObject,
): ProblemError[] {
  const reserved = findReservedKey(settings);
  if (reserved !== null) {
    const message = 'There is no property of that name here.';
    return [{ pointer: reserved, code: 'unknown_property', message }];
  }
  const instance = Object.assign(plainToInstance(Dto, settings), {
    ...(mapping !== undefined && { mapping }),
    ...(defaults !== undefined && { defaults }),
  });
  const rules = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false };
  return toProblemErrors(validateSync(instance, rules));
}

import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { isValueIssue, readValue } from '../catalog/reading/read-value';
import { type DataType, fieldOfDataType } from '../catalog/record-type';
import { isJsonObject, type JsonValue } from '../formats/json/json-value';
import { problem, type ProblemError } from '../http/problem/problem.exception';
import { findReservedKey, toProblemErrors } from '../http/validation/dto.pipe';
import { CreateFieldDto, type PatchFieldDto } from './field.dto';

/** A custom field as it is stored. */
export interface DeclaredField {
  readonly field_key: string;
  readonly field_label: string;
  readonly data_type: DataType;
  readonly is_required: boolean;
  readonly has_default: boolean;
  /** Canonical text of the data type, or null. */
  readonly default_value: string | null;
  readonly allow_null: boolean;
  readonly display_order: number;
}

/** The field of a declaration, with the defaults of docs/contract.md 6.1; `order` is the next place. */
export function declareField(
  dto: CreateFieldDto,
  order: number,
  pointer: string,
): DeclaredField | ProblemError {
  const nothing: DeclaredField = {
    field_key: dto.field_key,
    field_label: dto.field_key,
    data_type: 'text',
    is_required: false,
    has_default: false,
    default_value: null,
    allow_null: true,
    display_order: order,
  };
  return changeField(nothing, dto, pointer);
}

/** A field with what `dto` changes of it; an error when the default would not be a value of the field. */
export function changeField(
  present: DeclaredField,
  dto: PatchFieldDto,
  pointer: string,
): DeclaredField | ProblemError {
  const given = dto.default_value;
  const label = dto.field_label === '' ? null : dto.field_label;
  const changed = {
    ...present,
    field_label: label ?? present.field_label,
    data_type: dto.data_type ?? present.data_type,
    is_required: dto.is_required ?? present.is_required,
    allow_null: dto.allow_null ?? present.allow_null,
    display_order: dto.display_order ?? present.display_order,
    has_default: dto.has_default ?? (given !== undefined && given !== null ? true : present.has_default),
  };
  const at = `${pointer}/default_value`;
  if (!changed.has_default) {
    if (given === undefined || given === null) return { ...changed, default_value: null };
    return { pointer: at, code: 'invalid_value', message: 'A default_value requires has_default true.' };
  }
  const read = readValue(
    fieldOfDataType(changed.data_type),
    given === undefined ? present.default_value : given,
  );
  if (isValueIssue(read)) return { pointer: at, ...read };
  if (read === null && (changed.is_required || !changed.allow_null)) {
    return {
      pointer: at,
      code: 'required',
      message: 'The default of a field that does not allow null must not be null.',
    };
  }
  return { ...changed, default_value: read };
}

export const isError = (declared: DeclaredField | ProblemError): declared is ProblemError =>
  'pointer' in declared;

/** The fields that a new type is declared with. Throws 422 `invalid_value` with everything that is wrong with them. */
export function declareFields(dtos: readonly CreateFieldDto[]): DeclaredField[] {
  const errors: ProblemError[] = [];
  const declared: DeclaredField[] = [];
  let order = 1;
  for (const [at, dto] of dtos.entries()) {
    const pointer = `/fields/${at}`;
    const field = declareField(dto, order, pointer);
    if (isError(field)) errors.push(field);
    else if (declared.some(({ field_key }) => field_key === field.field_key)) {
      const message = `The field ${field.field_key} is declared twice; keep one.`;
      errors.push({ pointer: `${pointer}/field_key`, code: 'duplicate_key', message });
    } else {
      declared.push(field);
      order = Math.max(order, field.display_order + 1);
    }
  }
  const [first] = errors;
  if (first) throw problem(422, 'invalid_value', first.message, { errors });
  return declared;
}

const RULES = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false };

/** Reads the `fields` of the body of a type. Throws 400 `invalid_request` with everything that is wrong with them. */
export function readInlineFields(value: JsonValue | undefined): CreateFieldDto[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value))
    throw refused([{ pointer: '/fields', code: 'invalid_value', message: '"fields" must be a list.' }]);
  const errors: ProblemError[] = [];
  const fields = value.flatMap((item, at) => readOne(item, `/fields/${at}`, errors));
  if (errors.length > 0) throw refused(errors);
  return fields;
}

function readOne(item: JsonValue, pointer: string, errors: ProblemError[]): CreateFieldDto[] {
  if (!isJsonObject(item)) {
    errors.push({ pointer, code: 'invalid_value', message: 'A field must be a JSON object.' });
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

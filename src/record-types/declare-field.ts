import { isValueIssue, readValue } from '../catalog/reading/read-value';
import { fieldOfDataType, type DataType } from '../catalog/record-type';
import type { ProblemError } from '../http/problem/problem.exception';
import type { CreateFieldDto, PatchFieldDto } from './field.dto';

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

/** The field that a declaration stands for, with the defaults of docs/contract.md 6.1; `order` is the next place. */
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
    return { pointer: at, code: 'invalid_value', message: 'A default_value needs has_default true.' };
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
      message: 'The default of a field that takes no null must not be null.',
    };
  }
  return { ...changed, default_value: read };
}

export const isError = (declared: DeclaredField | ProblemError): declared is ProblemError =>
  'pointer' in declared;

import { problem, type ProblemError } from '../http/problem/problem.exception';
import { declareField, isError, type DeclaredField } from './declare-field';
import type { CreateFieldDto } from './field.dto';

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

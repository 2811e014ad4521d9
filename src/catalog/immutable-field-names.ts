import type { ResourceDescription } from './resource';

/** The fields that the body of a PATCH may not give: those that are packed into the id of a record. */
export const immutableFieldNames = ({ packedId, naturalKey }: ResourceDescription): readonly string[] =>
  packedId === null ? [] : naturalKey;

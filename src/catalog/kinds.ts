import type { Kind } from './kind';
import { booleanKind } from './kinds/boolean';
import { dateKind } from './kinds/date';
import { decimalKind } from './kinds/decimal';
import { identifierKind } from './kinds/identifier';
import { jsonKind } from './kinds/json';
import { referenceKind } from './kinds/reference';
import { textKind } from './kinds/text';
import { timestampKind } from './kinds/timestamp';

/** The catalog's kinds of values by name. */
export const KINDS: ReadonlyMap<string, Kind> = new Map(
  [booleanKind, dateKind, decimalKind, identifierKind, jsonKind, referenceKind, textKind, timestampKind].map(
    (kind) => [kind.name, kind],
  ),
);

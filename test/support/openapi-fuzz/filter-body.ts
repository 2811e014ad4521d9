import type { ResourceRegistry } from '../../../src/catalog/registry';
import { collectionPath } from '../resource-contract/collection-path';
import { SAMPLE_FIELDS } from '../resource-contract/sample-values';
import type { Dice } from './dice';
import { HOSTILE_JSON } from './hostile';

const OPS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in', 'like', 'is_null'] as const;
const SYSTEM = [
  'id',
  'archived_at',
  'created_at',
  'updated_at',
  'field',
  'field.',
  'field.nothing',
  'workspace_id',
];
/** At the edges of what one type of the database or another can hold. */
const VALUES: readonly string[] = [
  '"a"',
  '"%_\\\\"',
  '"1e100"',
  '"-1e-100"',
  '1e101',
  '0.1',
  '"0001-01-01"',
  '"9999-12-31T23:59:59.999999-14:00"',
  '"2026-01-01T00:00:00.1234567Z"',
  '"2026-13-01"',
  '"infinity"',
  '"true"',
  'false',
  'null',
  '"7fffffff-ffff-8fff-bfff-ffffffffffff"',
  '"FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"',
  '"{}"',
  '"e\\u0301"',
  '99999999999999999999999999999999999999',
];

/**
 * A filter of the fields that a collection has and some that it has not, with values that suit one
 * of them or none.
 */
export class FilterMaker {
  constructor(
    private readonly registry: ResourceRegistry,
    private readonly dice: Dice,
  ) {}

  /** The JSON text of a body of `/<collection>/filter`. */
  body(collection: string): string {
    const resource = this.registry.all.find((one) => collectionPath(one) === `/${collection}`);
    const own = [
      ...(resource?.fields.keys() ?? ['type_id', 'field_key', 'value', 'value_id', 'display_order']),
    ];
    const fields = [...own, ...SYSTEM, ...SAMPLE_FIELDS.map(({ field_key }) => `field.${field_key}`)];
    const members = [`"filter":${this.group(fields, 0)}`];
    if (this.dice.chance(0.4))
      members.push(
        `"sort":[{"field":"${this.dice.pick(fields)}","direction":"${this.dice.pick(['asc', 'desc'])}"}]`,
      );
    if (this.dice.chance(0.3)) members.push(`"limit":${this.dice.pick(['1', '2', '0', '"1"', '1e3', '-1'])}`);
    return `{${members.join(',')}}`;
  }

  private group(fields: readonly string[], depth: number): string {
    if (depth > 0 && this.dice.chance(0.7)) return this.condition(fields);
    const members = Array.from({ length: 1 + this.dice.below(3) }, () =>
      depth > 8 ? this.condition(fields) : this.group(fields, depth + 1),
    );
    return `{"${this.dice.pick(['and', 'or'])}":[${members.join(',')}]}`;
  }

  private condition(fields: readonly string[]): string {
    const op = this.dice.pick(OPS);
    const one = (): string => this.dice.pick(this.dice.chance(0.1) ? HOSTILE_JSON : VALUES);
    const value = op === 'in' || op === 'not_in' ? `[${one()},${one()}]` : op === 'is_null' ? 'true' : one();
    return `{"field":"${this.dice.pick(fields)}","op":"${op}","value":${value}}`;
  }
}

import type { Dice } from './dice';
import { type Document, resolve, type Schema } from './document';
import { HOSTILE_JSON } from './hostile';

const DEPTH = 6;

/**
 * The text of a JSON value that a schema allows, or nearly so: with `hostility` some part of it is
 * something else.
 */
export class ValueGenerator {
  constructor(
    private readonly document: Document,
    private readonly dice: Dice,
    /** Share of values that are not what the schema says. */
    private readonly hostility: number,
  ) {}

  ofSchema(given: Schema, depth = 0): string {
    const schema = resolve<Schema>(this.document, given);
    if (this.dice.chance(this.hostility)) return this.dice.pick(HOSTILE_JSON);
    if (schema.nullable === true && this.dice.chance(0.1)) return 'null';
    if (schema.enum) return JSON.stringify(this.dice.pick(schema.enum));
    const choices = schema.oneOf ?? schema.allOf;
    if (choices) return this.ofSchema(this.dice.pick(choices), depth);
    if (schema.example !== undefined && this.dice.chance(0.5)) return this.changed(schema.example);
    switch (schema.type) {
      case 'object':
        return this.ofProperties(schema, depth);
      case 'array':
        return depth > DEPTH ? '[]' : this.list(schema.items ?? {}, depth);
      case 'integer':
        return String(this.dice.below(300) - 5);
      case 'number':
        return `${this.dice.below(1_000)}.${this.dice.below(100)}`;
      case 'boolean':
        return String(this.dice.chance(0.5));
      default:
        return JSON.stringify(this.text(schema));
    }
  }

  /**
   * `value`, and with `hostility` a member of it left out, added, or made into something else, as
   * JSON text.
   */
  changed(value: unknown): string {
    if (this.dice.chance(this.hostility)) return this.dice.pick(HOSTILE_JSON);
    if (Array.isArray(value)) return `[${value.map((item) => this.changed(item)).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
    const members = Object.entries(value)
      .filter(() => !this.dice.chance(this.hostility))
      .map(([key, member]) => this.member(key, this.changed(member)));
    return `{${members.flat().join(',')}}`;
  }

  private ofProperties(
    { properties = {}, required = [], additionalProperties }: Schema,
    depth: number,
  ): string {
    const named = Object.entries(properties)
      .filter(([name]) => required.includes(name) || this.dice.chance(0.5))
      .flatMap(([name, schema]) =>
        this.member(name, depth > DEPTH ? 'null' : this.ofSchema(schema, depth + 1)),
      );
    const more =
      typeof additionalProperties === 'object' && depth <= DEPTH
        ? [`"k${this.dice.below(5)}":${this.ofSchema(additionalProperties, depth + 1)}`]
        : [];
    return `{${[...named, ...more].join(',')}}`;
  }

  /** A member of an object; sometimes twice, sometimes beside one that nobody asked for. */
  private member(name: string, value: string): string[] {
    const member = `${JSON.stringify(name)}:${value}`;
    if (!this.dice.chance(this.hostility)) return [member];
    const other = this.dice.pick([
      JSON.stringify(name),
      '"__proto__"',
      '"constructor"',
      '"unknown"',
      '"\\u0000"',
    ]);
    return [member, `${other}:${this.dice.pick(HOSTILE_JSON)}`];
  }

  private list(items: Schema, depth: number): string {
    return `[${Array.from({ length: this.dice.below(3) }, () => this.ofSchema(items, depth + 1)).join(',')}]`;
  }

  private text({ format }: Schema): string {
    if (format === 'date-time') return `20${10 + this.dice.below(80)}-01-02T03:04:05Z`;
    if (format === 'date') return `20${10 + this.dice.below(80)}-01-02`;
    return this.dice.pick([
      'a',
      'bhp.ax',
      'Zażółć gęślą',
      `text ${this.dice.below(1_000)}`,
      '日本',
      '1.50',
      '',
    ]);
  }
}

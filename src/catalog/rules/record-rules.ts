import { fieldOf } from '../resource-fields';
import type { RecordRule, ResourceDescription } from '../resource';
import { quote } from '../sql/sql-text';

/**
 * One condition that a record must not fulfil, as SQL: single records and the rows of an import are checked by the same
 * one. A field without a value violates nothing.
 */
export interface RuleCheck {
  /** The field that the error names. */
  readonly field: string;
  /** Every field that the condition reads. */
  readonly reads: readonly string[];
  /** What the message names, in the order of its `%s`. */
  readonly named: readonly string[];
  /** A template of `format` and `fillMessage`, without a single quote. */
  readonly message: string;
  /** SQL that is true, and never false but null or false otherwise, when the typed values break the rule. */
  readonly isBroken: (valueOf: (field: string) => string) => string;
}

/** The checks of all rules of a resource, those of its periods included. */
export function ruleChecks({ rules, period }: ResourceDescription): RuleCheck[] {
  const ofPeriod: RecordRule[] = period ? [{ rule: 'in_order', fields: [period.from, period.until] }] : [];
  return [...ofPeriod, ...rules].flatMap(checksOf);
}

/** The checks of which some field is given. */
export const checksOfGiven = (
  resource: ResourceDescription,
  isGiven: (field: string) => boolean,
): RuleCheck[] => ruleChecks(resource).filter(({ reads }) => reads.some(isGiven));

/** The fields that a rule reads: a definition must have all of them. */
export function fieldsOfRule(rule: RecordRule): readonly string[] {
  switch (rule.rule) {
    case 'in_order':
      return rule.fields;
    case 'near_date':
      return [...rule.fields, rule.date];
    case 'only_if':
      return [...rule.fields, rule.flag];
    case 'positive':
    case 'letters':
      return [rule.field];
  }
}

function checksOf(rule: RecordRule): RuleCheck[] {
  switch (rule.rule) {
    case 'in_order':
      return inOrder(rule);
    case 'near_date':
      return rule.fields.map((field) => nearDate(rule, field));
    case 'only_if':
      return rule.fields.map((field) => onlyIf(rule, field));
    case 'positive':
      return [single(rule.field, '%s must be greater than 0.', (value) => `${value} <= 0`)];
    case 'letters':
      return [
        single(
          rule.field,
          `%s must be ${rule.count} letters from A to Z, such as ${rule.example}.`,
          (value) => `${value} !~ '^[A-Za-z]{${rule.count}}$'`,
        ),
      ];
  }
}

type RuleOf<Name extends RecordRule['rule']> = Extract<RecordRule, { rule: Name }>;

/** Each field and the next one that has a value: the fields between them are empty. */
function inOrder({ fields, mayBeEqual = [] }: RuleOf<'in_order'>): RuleCheck[] {
  return fields.flatMap((earlier, at) =>
    fields.slice(at + 1).map((later, distance): RuleCheck => {
      const between = fields.slice(at + 1, at + 1 + distance);
      const isEqualAllowed = distance === 0 && mayBeEqual.includes(later);
      return {
        field: later,
        reads: [earlier, later, ...between],
        named: [later, earlier],
        message: isEqualAllowed ? '%s must not be earlier than %s.' : '%s must be later than %s.',
        isBroken: (valueOf) =>
          [
            `${valueOf(later)} ${isEqualAllowed ? '<' : '<='} ${valueOf(earlier)}`,
            ...between.map((field) => `${valueOf(field)} IS NULL`),
          ].join(' AND '),
      };
    }),
  );
}

/** Instants belong to a day at any offset from UTC, so they are compared with midnight UTC of the day, with a tolerance. */
function nearDate({ date, hours }: RuleOf<'near_date'>, field: string): RuleCheck {
  return {
    field,
    reads: [field, date],
    named: [field, date],
    message: `%s must be within ${hours} hours of midnight UTC of %s. Is it the time of another day?`,
    isBroken: (valueOf) => {
      const midnight = `(${valueOf(date)}::timestamp AT TIME ZONE 'UTC')`;
      const distance = `interval '${hours} hours'`;
      return `${valueOf(field)} NOT BETWEEN ${midnight} - ${distance} AND ${midnight} + ${distance}`;
    },
  };
}

const onlyIf = ({ flag }: RuleOf<'only_if'>, field: string): RuleCheck => ({
  field,
  reads: [field, flag],
  named: [field, flag],
  message: '%s must be empty while %s is false.',
  isBroken: (valueOf) => `NOT ${valueOf(flag)} AND ${valueOf(field)} IS NOT NULL`,
});

const single = (field: string, message: string, isBroken: (value: string) => string): RuleCheck => ({
  field,
  reads: [field],
  named: [field],
  message,
  isBroken: (valueOf) => isBroken(valueOf(field)),
});

/** The typed value of a field in the row `alias` of a table or a list that has a column for it. */
export const columnValue =
  (alias: string) =>
  (field: string): string =>
    `${alias}.${quote(field)}`;

/** The typed value of a parameter. */
export const typedValue = (resource: ResourceDescription, field: string, placeholder: string): string =>
  `${placeholder}::${fieldOf(resource, field).kind.pgType}`;

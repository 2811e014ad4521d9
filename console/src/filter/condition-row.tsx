import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Choice } from '../shared/choice';
import type { ConditionDraft } from './filter-draft';
import type { FilterField } from './filter-fields';

const WORDS: Readonly<Record<string, string>> = {
  eq: 'is',
  ne: 'is not',
  lt: 'is less than',
  lte: 'is at most',
  gt: 'is more than',
  gte: 'is at least',
  in: 'is one of',
  not_in: 'is none of',
  like: 'contains',
  is_null: 'is empty',
};
const YES_NO = [
  { value: 'true', label: 'yes' },
  { value: 'false', label: 'no' },
];

/** One condition: a field, one of its operators, a value. */
export function ConditionRow({
  fields,
  condition,
  onChange,
  onRemove,
}: {
  fields: readonly FilterField[];
  condition: ConditionDraft;
  onChange: (condition: ConditionDraft) => void;
  onRemove: () => void;
}): ReactNode {
  const field = fields.find(({ name }) => name === condition.field);
  const changeField = (name: string): void => {
    const ops = fields.find((candidate) => candidate.name === name)?.ops ?? [];
    const op = ops.includes(condition.op) ? condition.op : (ops[0] ?? 'eq');
    onChange({ ...condition, field: name, op, value: '' });
  };
  return (
    <div className="condition">
      <Choice
        hidden
        label="Field"
        value={condition.field}
        options={fields.map(({ name }) => ({ value: name, label: name }))}
        onChange={changeField}
      />
      <Choice
        hidden
        label="Operator"
        value={condition.op}
        options={(field?.ops ?? []).map((op) => ({ value: op, label: WORDS[op] ?? op }))}
        onChange={(op) => onChange({ ...condition, op, value: op === 'is_null' ? 'true' : '' })}
      />
      <ValueField field={field} condition={condition} onChange={onChange} />
      <Button
        className="button quiet danger"
        aria-label={`Remove the condition on ${condition.field}`}
        onPress={onRemove}
      >
        Remove
      </Button>
    </div>
  );
}

function ValueField({
  field,
  condition,
  onChange,
}: {
  field: FilterField | undefined;
  condition: ConditionDraft;
  onChange: (condition: ConditionDraft) => void;
}): ReactNode {
  const put = (value: string): void => onChange({ ...condition, value });
  const single = condition.op !== 'in' && condition.op !== 'not_in' && condition.op !== 'like';
  const options =
    condition.op === 'is_null' || (single && field?.kind === 'boolean')
      ? YES_NO
      : single && field?.values
        ? field.values.map((value) => ({ value, label: value }))
        : null;
  if (options !== null) {
    const choices = condition.value === '' ? [{ value: '', label: 'choose' }, ...options] : options;
    return <Choice hidden label="Value" value={condition.value} options={choices} onChange={put} />;
  }
  return (
    <label className="field">
      <span className="for-readers">Value</span>
      <input
        value={condition.value}
        spellCheck={false}
        placeholder={
          single ? (field?.example ?? '') : condition.op === 'like' ? 'part of the text' : 'a, b, c'
        }
        onChange={(event) => put(event.target.value)}
      />
    </label>
  );
}

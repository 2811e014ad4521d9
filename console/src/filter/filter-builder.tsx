import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Choice } from '../shared/choice';
import { ConditionRow } from './condition-row';
import { isGroup, type ConditionDraft, type GroupDraft } from './filter-draft';
import type { FilterField } from './filter-fields';
import './filter-builder.css';

const DEEPEST = 3;
let last = 0;

/** A group without members. */
export const emptyGroup = (): GroupDraft => ({ id: ++last, joiner: 'and', members: [] });

const JOINERS = [
  { value: 'and', label: 'all of these match' },
  { value: 'or', label: 'at least one of these matches' },
];

/** Builds a filter: conditions, combined by “all” or “at least one”, in nested groups. */
export function FilterBuilder({
  fields,
  group,
  depth = 1,
  onChange,
}: {
  fields: readonly FilterField[];
  group: GroupDraft;
  depth?: number;
  onChange: (group: GroupDraft) => void;
}): ReactNode {
  const put = (members: GroupDraft['members']): void => onChange({ ...group, members });
  const replace = (next: ConditionDraft | GroupDraft): void =>
    put(group.members.map((member) => (member.id === next.id ? next : member)));
  const remove = (id: number): void => put(group.members.filter((member) => member.id !== id));
  const [first] = fields;
  return (
    <fieldset className="filter-group">
      <legend className="for-readers">Conditions, level {depth}</legend>
      {group.members.length > 1 && (
        <Choice
          hidden
          label="How the conditions are combined"
          value={group.joiner}
          options={JOINERS}
          onChange={(joiner) => onChange({ ...group, joiner: joiner === 'or' ? 'or' : 'and' })}
        />
      )}
      {group.members.map((member) =>
        isGroup(member) ? (
          <div key={member.id} className="filter-nested">
            <FilterBuilder fields={fields} group={member} depth={depth + 1} onChange={replace} />
            <Button className="button quiet danger" onPress={() => remove(member.id)}>
              Remove the group
            </Button>
          </div>
        ) : (
          <ConditionRow
            key={member.id}
            fields={fields}
            condition={member}
            onChange={replace}
            onRemove={() => remove(member.id)}
          />
        ),
      )}
      <div className="row">
        <Button
          className="button"
          onPress={() =>
            put([
              ...group.members,
              { id: ++last, field: first?.name ?? '', op: first?.ops[0] ?? 'eq', value: '' },
            ])
          }
        >
          Add a condition
        </Button>
        {depth < DEEPEST && (
          <Button
            className="button quiet"
            onPress={() => put([...group.members, { ...emptyGroup(), joiner: 'or' }])}
          >
            Add a group
          </Button>
        )}
      </div>
    </fieldset>
  );
}

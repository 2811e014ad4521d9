import type { ReactNode } from 'react';
import type { ResourceDefinition } from '../../../src/console/resource-definition';
import { useResources } from '../resources/use-resources';
import { useTypes } from '../resources/use-types';
import { Choice } from '../shared/choice';

/** Asks by which field of the named record each reference of the rows is looked up. */
export function MatchOptions({
  resource,
  match,
  onChange,
}: {
  resource: ResourceDefinition;
  /** Reference field → field of the record that it names. */
  match: Readonly<Record<string, string>>;
  onChange: (field: string, by: string) => void;
}): ReactNode {
  const references = resource.fields.filter(
    ({ name, kind, target }) =>
      kind === 'reference' && target !== null && name !== resource.customFields?.typeField,
  );
  if (references.length === 0) return null;
  return (
    <fieldset>
      <legend className="group-label">How the rows name other records</legend>
      <div className="grid-fields">
        {references.map(({ name, target }) => (
          <Reference
            key={name}
            name={name}
            target={target ?? ''}
            value={match[name] ?? ''}
            onChange={(by) => onChange(name, by)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Reference({
  name,
  target,
  value,
  onChange,
}: {
  name: string;
  target: string;
  value: string;
  onChange: (by: string) => void;
}): ReactNode {
  const { find } = useResources();
  const resource = find(target);
  const types = useTypes(resource?.customFields ? find(resource.customFields.types) : null).data ?? [];
  const own = (resource?.fields ?? [])
    .filter(({ name: field, kind }) => kind === 'text' && field !== resource?.identifiedBy)
    .map((field) => field.name);
  const custom = types.flatMap(({ fields }) => fields.map(({ field_key }) => field_key));
  const fields = [...new Set([...own, ...custom, ...(value === '' ? [] : [value])])];
  return (
    <Choice
      label={`${name} is looked up by`}
      value={value}
      options={[
        { value: '', label: 'identifier or UUID' },
        ...fields.map((field) => ({ value: field, label: field })),
      ]}
      onChange={onChange}
    />
  );
}

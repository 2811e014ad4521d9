import type { ReactNode } from 'react';
import type { ResourceDefinition } from '../../../src/console/resource-definition';
import type { TypeRecord } from '../resources/record';
import { Choice } from '../shared/choice';
import type { Choices } from './match-columns';
import type { Target } from './target';

/** Constants for fields that have no column. */
export function Constants({
  resource,
  types,
  targets,
  constants,
  onConstant,
}: {
  resource: ResourceDefinition;
  types: readonly TypeRecord[];
  targets: readonly Target[];
  constants: Choices;
  onConstant: (field: string, value: string) => void;
}): ReactNode {
  if (targets.length === 0) return null;
  const typeField = resource.customFields?.typeField;
  return (
    <fieldset>
      <legend className="group-label">The same value for every row</legend>
      <div className="grid-fields">
        {targets.map(({ name, required }) =>
          name === typeField ? (
            <Choice
              key={name}
              label={`${name} *`}
              value={constants[name] ?? ''}
              options={[
                { value: '', label: types.length === 0 ? 'there are no types yet' : 'none' },
                ...types.map((type) => ({
                  value: type.identifier,
                  label: `${type.identifier} (${type.name})`,
                })),
              ]}
              onChange={(value) => onConstant(name, value)}
            />
          ) : (
            <label key={name} className="field">
              <span>
                {name}
                {required ? ' *' : ''}
              </span>
              <input
                value={constants[name] ?? ''}
                placeholder="none"
                spellCheck={false}
                onChange={(event) => onConstant(name, event.target.value)}
              />
            </label>
          ),
        )}
      </div>
    </fieldset>
  );
}

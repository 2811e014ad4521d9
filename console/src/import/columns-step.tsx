import type { ReactNode } from 'react';
import type { ResourceDefinition } from '../../../src/console/resource-definition';
import type { TypeRecord } from '../resources/record';
import { Choice } from '../shared/choice';
import type { Binding } from './write-binding';
import { ColumnRows } from './column-rows';
import { Constants } from './constants';
import type { Choices } from './match-columns';
import type { Preview } from './read-preview';
import type { Target } from './target';

/** Assigns the columns of the file to fields, and one constant value to fields that have no column. */
export function ColumnsStep({
  resources,
  resource,
  types,
  preview,
  targets,
  choices,
  constants,
  binding,
  onResource,
  onChoose,
  onConstant,
}: {
  resources: readonly ResourceDefinition[];
  resource: ResourceDefinition;
  types: readonly TypeRecord[];
  preview: Preview;
  targets: readonly Target[];
  choices: Choices;
  constants: Choices;
  binding: Binding;
  onResource: (name: string) => void;
  onChoose: (column: string, field: string) => void;
  onConstant: (field: string, value: string) => void;
}): ReactNode {
  const importable = resources.filter((candidate) => candidate.importable === true);
  const fed = new Set(Object.values(choices));
  return (
    <section className="card" aria-labelledby="step-columns">
      <h2 id="step-columns">3. Columns</h2>
      <div className="grid-fields">
        <Choice
          label="Type of the rows"
          value={resource.name}
          options={importable.map(({ name, title }) => ({ value: name, label: title }))}
          onChange={onResource}
        />
      </div>
      <ColumnRows preview={preview} targets={targets} choices={choices} onChoose={onChoose} />
      <Constants
        resource={resource}
        types={types}
        targets={targets.filter(({ name }) => !fed.has(name))}
        constants={constants}
        onConstant={onConstant}
      />
      {binding.doubled.length > 0 && (
        <p className="note bad" role="alert">
          Two columns are assigned to <code>{binding.doubled.join(', ')}</code>. Leave one of them out.
        </p>
      )}
      {binding.missing.length > 0 && (
        <p className="note warn" role="status">
          No column is assigned to <code>{binding.missing.map(({ name }) => name).join(', ')}</code>
          {binding.missing.some(({ key }) => key)
            ? ': choose a column or give a constant, else the file is refused.'
            : ': rows that create a record need it; rows that only change one do not.'}
        </p>
      )}
    </section>
  );
}

import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ResourceDefinition } from '../../../src/console/resource-definition';
import { Choice } from '../shared/choice';
import type { Target } from './target';

/** The options of the import. */
export interface RunOptions {
  onError: 'abort' | 'continue';
  /** Empty: the natural key. */
  identifierColumn: string;
}

const ON_ERROR = [
  { value: 'continue', label: 'Import the valid rows, report the invalid ones' },
  { value: 'abort', label: 'Import nothing if one row is invalid' },
];

/** Asks how to treat invalid rows, and starts the dry run or the import. */
export function RunStep({
  resource,
  targets,
  options,
  blocked,
  tried,
  onOptions,
  onRun,
  rules,
  children,
}: {
  resource: ResourceDefinition;
  targets: readonly Target[];
  options: RunOptions;
  blocked: boolean;
  /** A dry run has ended. */
  tried: boolean;
  onOptions: (options: RunOptions) => void;
  onRun: (dryRun: boolean) => void;
  /** What happens with rows of a certain kind. */
  rules: ReactNode;
  /** What may be saved for the next file. */
  children?: ReactNode;
}): ReactNode {
  const core = new Set(resource.fields.map(({ name }) => name));
  const matchers =
    resource.identifiedBy === null
      ? ['id']
      : ['id', ...targets.map(({ name }) => name).filter((name) => !core.has(name))];
  return (
    <section className="card" aria-labelledby="step-run">
      <h2 id="step-run">4. Check and import</h2>
      <div className="grid-fields">
        <Choice
          label="If rows are invalid"
          value={options.onError}
          options={ON_ERROR}
          onChange={(value) => onOptions({ ...options, onError: value === 'abort' ? 'abort' : 'continue' })}
        />
        <Choice
          label="Rows find their record by"
          value={options.identifierColumn}
          options={[
            { value: '', label: resource.naturalKey.join(', ') },
            ...matchers.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(value) => onOptions({ ...options, identifierColumn: value })}
        />
        {rules}
      </div>
      <div className="row">
        <Button
          className={tried ? 'button' : 'button primary'}
          isDisabled={blocked}
          onPress={() => onRun(true)}
        >
          Dry run
        </Button>
        <Button
          className={tried ? 'button primary' : 'button'}
          isDisabled={blocked}
          onPress={() => onRun(false)}
        >
          Import
        </Button>
        <span className="muted small">A dry run checks every row and writes nothing.</span>
      </div>
      {children}
    </section>
  );
}

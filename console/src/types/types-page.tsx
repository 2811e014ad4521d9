import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ResourceDefinition } from '../../../src/console/resource-definition';
import type { TypeRecord } from '../resources/record';
import { useResources } from '../resources/use-resources';
import { useTypes } from '../resources/use-types';
import { Empty } from '../shared/empty';
import { Page } from '../shared/page';
import { ProblemNote } from '../shared/problem-note';
import { TypeCard } from './type-card';
import { TypeForm } from './type-form';

/** Types and their custom fields: of instruments, markets and series. */
export function TypesPage(): ReactNode {
  const { all } = useResources();
  return (
    <Page
      title="Types"
      intro="A type defines the custom fields of its records. Changing types requires the role editor."
    >
      {all
        .filter(({ isType }) => isType)
        .map((resource) => (
          <TypesOf key={resource.name} resource={resource} />
        ))}
    </Page>
  );
}

function TypesOf({ resource }: { resource: ResourceDefinition }): ReactNode {
  const { data, error } = useTypes(resource);
  /** `new`, or the id of the type that is being edited. */
  const [edited, setEdited] = useState<string | null>(null);
  const done = (): void => setEdited(null);
  const label = `types-${resource.name}`;
  return (
    <section className="card" aria-labelledby={label}>
      <div className="card-head">
        <h2 id={label}>{resource.title}</h2>
        {edited !== 'new' && (
          <Button className="button" onPress={() => setEdited('new')}>
            New {resource.noun}
          </Button>
        )}
      </div>
      {error !== null && <ProblemNote problem={error} />}
      {edited === 'new' && <TypeForm resource={resource} type={null} onDone={done} />}
      {data !== undefined && data.length === 0 && edited === null && (
        <Empty>There are no {resource.title.toLowerCase()} yet.</Empty>
      )}
      {data?.map((type: TypeRecord) =>
        edited === type.id ? (
          <TypeForm key={type.id} resource={resource} type={type} onDone={done} />
        ) : (
          <TypeCard key={type.id} type={type} onEdit={() => setEdited(type.id)} />
        ),
      )}
    </section>
  );
}

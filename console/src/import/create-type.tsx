import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ProposedType } from '../api/inspection';
import { request } from '../api/request';
import { useResources } from '../resources/use-resources';
import { useSession } from '../session/use-session';
import { counted } from '../shared/format';
import { ProblemNote } from '../shared/problem-note';

/** Creates the type that the records of the file need, as the server proposes it; then the file is read again. */
export function CreateType({ type }: { type: ProposedType }): ReactNode {
  const { session } = useSession();
  const { find } = useResources();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const { resource: name, exists, ...body } = type;
  const resource = find(name);
  if (exists || resource === null) return null;
  const what = `${resource.noun} ${type.identifier}`;
  const create = (): void => {
    setProblem(null);
    request(session, 'POST', `/${resource.collection}`, { body }).then(
      () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: ['types', session.workspace] }),
          queries.invalidateQueries({ queryKey: ['inspect', session.workspace] }),
        ]),
      setProblem,
    );
  };
  return (
    <div className="note warn" role="group" aria-label={`The ${what} does not exist`}>
      <p>
        The records need the {what}, which the workspace does not have.{' '}
        {type.fields.length > 0 && (
          <>
            It has {counted(type.fields.length, 'field')}:{' '}
            <span className="code">
              {type.fields.map(({ field_key, data_type }) => `${field_key} (${data_type})`).join(', ')}
            </span>
            .
          </>
        )}
      </p>
      <div className="row">
        <Button className="button" onPress={create}>
          Create the {what}
        </Button>
      </div>
      {problem !== null && <ProblemNote problem={problem} />}
    </div>
  );
}

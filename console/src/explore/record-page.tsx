import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ResourceDefinition } from '../../../src/console/resource-definition';
import { request } from '../api/request';
import { customValues } from '../resources/custom-values';
import type { RecordOf } from '../resources/record';
import { useNames } from '../resources/use-names';
import { useResources } from '../resources/use-resources';
import { useSession } from '../session/use-session';
import { Empty } from '../shared/empty';
import { Page } from '../shared/page';
import { ProblemNote } from '../shared/problem-note';
import { TableBox } from '../shared/table-box';
import { cellText } from './cell-text';
import { SeriesSection } from './series-section';

/** One record with all its fields; an instrument with its series, a market with the way to its calendar. */
export function RecordPage({ name, id }: { name: string; id: string }): ReactNode {
  const { session } = useSession();
  const { find } = useResources();
  const resource = find(name);
  const { data, error } = useQuery({
    queryKey: ['record', session.workspace, name, id],
    enabled: resource !== null,
    queryFn: ({ signal }) =>
      request<RecordOf>(session, 'GET', `/${resource?.collection ?? ''}/${encodeURIComponent(id)}`, {
        signal,
      }),
  });
  const title = data === undefined ? 'Record' : titleOf(resource, data);
  return (
    <Page title={title}>
      {resource === null && <Empty>No records named “{name}” were found on this server.</Empty>}
      {error !== null && <ProblemNote problem={error} />}
      {resource !== null && (
        <p>
          <Link href={`/explore/${name}`}>All {resource.title.toLowerCase()}</Link>
          {name === 'markets' && data !== undefined && (
            <>
              {' · '}
              <Link href={`/calendars/${encodeURIComponent(String(data.identifier))}`}>
                Calendar of this market
              </Link>
            </>
          )}
        </p>
      )}
      {name === 'instruments' && data !== undefined && <SeriesSection instrument={data.id} />}
      {resource !== null && data !== undefined && <Fields resource={resource} record={data} />}
    </Page>
  );
}

function titleOf(resource: ResourceDefinition | null, record: RecordOf): string {
  if (resource === null) return 'Record';
  if (resource.identifiedBy === null) return `A ${resource.noun}`;
  const name = typeof record.name === 'string' ? `, ${record.name}` : '';
  return `${String(record[resource.identifiedBy])}${name}`;
}

function Fields({ resource, record }: { resource: ResourceDefinition; record: RecordOf }): ReactNode {
  const names = useNames(resource, [record]);
  const custom = [...customValues(resource, record)];
  return (
    <section className="card" aria-labelledby="record-fields">
      <h2 id="record-fields">Fields</h2>
      <TableBox label="Fields of the record">
        <table>
          <tbody>
            {resource.fields.map(({ name }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="code">{cellText(record[name], names)}</td>
              </tr>
            ))}
            {custom.map(([key, value]) => (
              <tr key={`field.${key}`}>
                <th scope="row">{key}</th>
                <td className="code">{value ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}

import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { emptyGroup, FilterBuilder } from '../filter/filter-builder';
import { filterFields } from '../filter/filter-fields';
import { writeFilter, type Filter } from '../filter/write-filter';
import { useResources } from '../resources/use-resources';
import { useTypes } from '../resources/use-types';
import { Choice } from '../shared/choice';
import { Empty } from '../shared/empty';
import { Page } from '../shared/page';
import { Records } from './records';

type Shown = 'active' | 'archived' | 'all';

const VIEWS = [
  { value: 'active', label: 'active' },
  { value: 'archived', label: 'archived' },
  { value: 'all', label: 'active and archived' },
];

/** The records of any resource: searched, filtered, sorted, page by page. */
export function ExplorePage({ name }: { name: string }): ReactNode {
  const { all, find } = useResources();
  const [, go] = useLocation();
  const [q, setQ] = useState('');
  const [shown, setShown] = useState<Shown>('active');
  const [group, setGroup] = useState(emptyGroup);
  const resource = find(name);
  const types = useTypes(resource?.customFields ? find(resource.customFields.types) : null).data;
  if (resource === null) {
    return (
      <Page title="Explore">
        <Empty>No records named “{name}” were found on this server.</Empty>
      </Page>
    );
  }
  const filter = both(writeFilter(group), resource.archivable ? archivedFilter(shown) : null);
  return (
    <Page title={resource.title}>
      <section className="card" aria-label="Which records">
        <div className="grid-fields">
          <Choice
            label="Records"
            value={name}
            options={all.map((one) => ({ value: one.name, label: one.title }))}
            onChange={(next) => go(`/explore/${next}`)}
          />
          {resource.searchable && (
            <label className="field">
              <span>Search in name and identifier</span>
              <input type="search" value={q} onChange={(event) => setQ(event.target.value)} />
            </label>
          )}
          {resource.archivable && (
            <Choice label="Show" value={shown} options={VIEWS} onChange={(next) => setShown(next as Shown)} />
          )}
        </div>
        <details>
          <summary>Filter</summary>
          <FilterBuilder fields={filterFields(resource, types ?? [])} group={group} onChange={setGroup} />
        </details>
      </section>
      <Records key={JSON.stringify([q, filter])} resource={resource} q={q} filter={filter} />
    </Page>
  );
}

/** A condition on `archived_at` lifts the rule that only active records count. */
function archivedFilter(shown: Shown): Filter | null {
  if (shown === 'active') return null;
  const archived = { field: 'archived_at', op: 'is_null', value: false };
  return shown === 'archived' ? archived : { or: [archived, { ...archived, value: true }] };
}

function both(one: Filter | null, other: Filter | null): Filter | null {
  if (one === null || other === null) return one ?? other;
  return { and: [one, other] };
}

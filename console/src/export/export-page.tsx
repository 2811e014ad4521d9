import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ExportJob } from '../api/dto';
import { isFinal } from '../api/follow-job';
import { request } from '../api/request';
import { useJob } from '../jobs/use-job';
import { useResources } from '../resources/use-resources';
import { useTypes } from '../resources/use-types';
import { useSession } from '../session/use-session';
import { Check } from '../shared/check';
import { Choice } from '../shared/choice';
import { counted } from '../shared/format';
import { Page } from '../shared/page';
import { ProblemNote } from '../shared/problem-note';
import { ExportResult } from './export-result';
import { emptyGroup, FilterBuilder } from '../filter/filter-builder';
import { filterFields } from '../filter/filter-fields';
import { writeFilter } from '../filter/write-filter';

const FORMATS = [
  { value: 'csv', label: 'CSV' },
  { value: 'json', label: 'JSON' },
  { value: 'ndjson', label: 'NDJSON' },
];

/** Records of one type, all or some, as a file. */
export function ExportPage(): ReactNode {
  const { session } = useSession();
  const { all, find } = useResources();
  const [name, setName] = useState('instruments');
  const [format, setFormat] = useState('csv');
  const [group, setGroup] = useState(emptyGroup);
  const [options, setOptions] = useState({
    include_archived: false,
    gzip: false,
    spreadsheet_safe: false,
    bom: false,
  });
  const [count, setCount] = useState<number | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const following = useJob('exports', jobId);

  const resource = find(name);
  const types = useTypes(resource?.customFields ? find(resource.customFields.types) : null).data;
  const filter = writeFilter(group);
  const attempt = (work: Promise<unknown>): void => {
    setProblem(null);
    work.catch(setProblem);
  };
  const countRecords = (): void =>
    attempt(
      request<{ count: number }>(session, 'POST', `/${resource?.collection ?? ''}/count`, {
        body: filter === null ? {} : { filter },
      }).then((answer) => setCount(answer.count)),
    );
  const start = (): void => {
    setJobId(null);
    const csv = format === 'csv' ? options : { ...options, spreadsheet_safe: false, bom: false };
    const body = { object_type: name, format, ...csv, ...(filter !== null && { filter }) };
    attempt(request<ExportJob>(session, 'POST', '/exports', { body }).then(({ id }) => setJobId(id)));
  };
  const tick = (key: keyof typeof options) => (checked: boolean) =>
    setOptions({ ...options, [key]: checked });

  return (
    <Page
      title="Export"
      intro="One consistent snapshot of the records, as a file that can be imported again unchanged."
    >
      <section className="card" aria-labelledby="export-what">
        <h2 id="export-what">What</h2>
        <div className="grid-fields">
          <Choice
            label="Records"
            value={name}
            options={all
              .filter(({ exportable }) => exportable)
              .map((one) => ({ value: one.name, label: one.title }))}
            onChange={(next) => {
              setName(next);
              setGroup(emptyGroup());
              setCount(null);
            }}
          />
          <Choice label="Format" value={format} options={FORMATS} onChange={setFormat} />
        </div>
        <h3>Only records that match</h3>
        {resource !== null && (
          <FilterBuilder
            key={name}
            fields={filterFields(resource, types ?? [])}
            group={group}
            onChange={(next) => {
              setGroup(next);
              setCount(null);
            }}
          />
        )}
        <div className="row">
          <Check
            label="archived records too"
            checked={options.include_archived}
            onChange={tick('include_archived')}
          />
          <Check label="compress with gzip" checked={options.gzip} onChange={tick('gzip')} />
          {format === 'csv' && (
            <>
              <Check
                label="safe to open in a spreadsheet"
                checked={options.spreadsheet_safe}
                onChange={tick('spreadsheet_safe')}
              />
              <Check label="byte order mark, for spreadsheets" checked={options.bom} onChange={tick('bom')} />
            </>
          )}
        </div>
        {problem !== null && <ProblemNote problem={problem} />}
        <div className="row">
          <Button
            className="button primary"
            isDisabled={following.job !== null && !isFinal(following.job)}
            onPress={start}
          >
            Export
          </Button>
          <Button className="button" onPress={countRecords}>
            Count
          </Button>
          <span role="status">{count !== null && counted(count, 'active record')}</span>
        </div>
      </section>
      {following.problem !== null && <ProblemNote problem={following.problem} />}
      {following.job !== null && <ExportResult job={following.job} />}
    </Page>
  );
}

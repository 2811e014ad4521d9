import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { upload } from '../api/upload';
import { isFinal } from '../api/follow-job';
import { useJob } from '../jobs/use-job';
import { useResources } from '../resources/use-resources';
import { useTypes } from '../resources/use-types';
import { useSession } from '../session/use-session';
import { Page } from '../shared/page';
import { ProblemNote } from '../shared/problem-note';
import { Progress } from '../shared/progress';
import { ColumnsStep } from './columns-step';
import { FileStep } from './file-step';
import { ImportResult } from './import-result';
import { matchColumns, type Choices } from './match-columns';
import { RunStep, type RunOptions } from './run-step';
import type { Preview } from './read-preview';
import { targetsOf } from './target';
import { writeBinding } from './write-binding';

/** A file and its first rows. */
interface Chosen {
  file: File;
  preview: Preview;
}

/** From a file to its rows in the workspace: file, columns, dry run, import, result. */
export function ImportPage(): ReactNode {
  const { session } = useSession();
  const { all, find } = useResources();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [name, setName] = useState('instruments');
  const [byHand, setByHand] = useState<Choices>({});
  const [constants, setConstants] = useState<Choices>({});
  const [options, setOptions] = useState<RunOptions>({ onError: 'continue', identifierColumn: '' });
  const [sent, setSent] = useState<number | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const left = useRef(new AbortController());
  const following = useJob('imports', jobId);
  const queries = useQueryClient();

  useEffect(() => {
    left.current = new AbortController();
    return () => left.current.abort(); // an upload ends with its page; a job goes on
  }, []);
  const ended = following.job !== null && isFinal(following.job);
  useEffect(() => {
    if (ended) void queries.invalidateQueries();
  }, [ended, queries]);

  const resource = find(name) ?? all[0] ?? null;
  const types = useTypes(resource?.customFields ? find(resource.customFields.types) : null).data;
  const columns = chosen?.preview.columns;
  const nested = chosen !== null && chosen.preview.format !== 'csv';
  const typeName = constants[resource?.customFields?.typeField ?? ''];
  const targets = useMemo(() => {
    if (resource === null) return [];
    const one = types?.filter(({ identifier }) => identifier === typeName) ?? []; // one type for all rows: its fields alone
    return targetsOf(resource, one.length > 0 ? one : (types ?? []), nested);
  }, [resource, types, typeName, nested]);
  const choices = useMemo(() => {
    const known = new Set(targets.map(({ name: field }) => field));
    const chosenByHand = Object.entries(byHand).filter(([, field]) => field === '' || known.has(field));
    return { ...matchColumns(columns ?? [], targets), ...Object.fromEntries(chosenByHand) };
  }, [columns, targets, byHand]);
  const binding = writeBinding(choices, constants, targets);
  const busy = sent !== null || (following.job !== null && !ended);

  const forget = (): void => {
    setJobId(null);
    setProblem(null);
  };
  const run = (dryRun: boolean): void => {
    if (chosen === null || resource === null) return;
    const form = new FormData();
    form.set('resource_type', resource.name);
    form.set('on_error', options.onError);
    form.set('mapping', JSON.stringify(binding.mapping));
    form.set('defaults', JSON.stringify(binding.defaults));
    form.set('dry_run', String(dryRun));
    if (options.identifierColumn !== '') form.set('identifier_column', options.identifierColumn);
    form.set('file', chosen.file);
    forget();
    setSent(0);
    upload(session, form, setSent, left.current.signal)
      .then(
        ({ id }) => setJobId(id),
        (error: unknown) => left.current.signal.aborted || setProblem(error),
      )
      .finally(() => setSent(null));
  };

  return (
    <Page
      title="Import"
      intro="Import a vendor’s file unchanged: assign its columns to fields, check it with a dry run, then import it."
    >
      <FileStep
        chosen={chosen}
        onChoose={(next) => {
          setChosen(next);
          setByHand({});
          forget();
        }}
      />
      {chosen !== null && resource !== null && (
        <>
          <ColumnsStep
            resources={all}
            resource={resource}
            types={types ?? []}
            preview={chosen.preview}
            targets={targets}
            choices={choices}
            constants={constants}
            binding={binding}
            onResource={(next) => {
              setName(next);
              setByHand({});
              setConstants({});
              setOptions({ ...options, identifierColumn: '' });
              forget();
            }}
            onChoose={(column, field) => setByHand({ ...byHand, [column]: field })}
            onConstant={(field, value) => setConstants({ ...constants, [field]: value })}
          />
          <RunStep
            resource={resource}
            targets={targets}
            options={options}
            blocked={busy || binding.doubled.length > 0 || resource.importable !== true}
            tried={following.job?.dry_run === true && ended}
            onOptions={setOptions}
            onRun={run}
          />
        </>
      )}
      {problem !== null && <ProblemNote problem={problem} />}
      {following.problem !== null && <ProblemNote problem={following.problem} />}
      {sent !== null && <Progress label="Sending the file" value={sent * 100} />}
      {following.job !== null && <ImportResult job={following.job} />}
    </Page>
  );
}

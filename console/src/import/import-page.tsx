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
import { useKept } from '../shared/use-kept';
import { ColumnsStep } from './columns-step';
import { FileStep } from './file-step';
import { ImportResult } from './import-result';
import type { Choices } from './match-columns';
import { previewOf } from './preview-of';
import { AS_TOLD, changesOf, optionsOf } from './reading';
import { ReadingStep } from './reading-step';
import { RunStep, type RunOptions } from './run-step';
import { SaveProfile } from './save-profile';
import { chooseConstants, chooseFields, fedByOptions, onlyKnown, sayBinding } from './tell-binding';
import type { Preview } from './read-preview';
import { targetsOf } from './target';
import { MatchOptions } from './match-options';
import { DEFAULT_RULES, writeRules } from './row-rules';
import { RuleChoices } from './rule-choices';
import { useInspection } from './use-inspection';
import { WideOptions } from './wide-options';
import { readWide } from './wide-reading';
import { writeBinding } from './write-binding';
import { writeForm } from './write-form';

/** A file and its first rows. */
interface Chosen {
  file: File;
  preview: Preview;
}

/** From a file to its rows in the workspace: file, reading, columns, dry run, import, result. */
export function ImportPage(): ReactNode {
  const { session } = useSession();
  const { all, find } = useResources();
  const [chosen, setChosen] = useKept<Chosen | null>('import file', null);
  const [named, setNamed] = useKept<string | null>('import type', null);
  const [reading, setReading] = useKept('import reading', AS_TOLD);
  const [byHand, setByHand] = useKept<Choices>('import columns', {});
  const [given, setGiven] = useKept<Choices>('import constants', {});
  const [options, setOptions] = useKept<RunOptions>('import options', {
    onError: 'continue',
    identifierColumn: '',
  });
  const [rules, setRules] = useKept('import rules', DEFAULT_RULES);
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

  const told = useInspection(chosen?.file ?? null, {
    profile: reading.profile,
    resourceType: named ?? '',
    changes: changesOf(reading),
    binding: sayBinding(byHand, given),
  });
  const { inspection } = told;
  const preview = (inspection && previewOf(inspection)) ?? chosen?.preview ?? null;

  const resource = find(named ?? inspection?.resource_type ?? 'instruments') ?? all[0] ?? null;
  const typeField = resource?.customFields?.typeField;
  const types = useTypes(resource?.customFields ? find(resource.customFields.types) : null).data;
  const constants = chooseConstants(inspection, given, typeField, types ?? []);
  const nested = preview !== null && preview.format !== 'csv';
  const typeName = constants[typeField ?? ''];
  const targets = useMemo(() => {
    if (resource === null) return [];
    const one = types?.filter(({ identifier }) => identifier === typeName) ?? []; // one type for all rows: its fields alone
    return targetsOf(resource, one.length > 0 ? one : (types ?? []), nested);
  }, [resource, types, typeName, nested]);
  const readingOptions = onlyKnown(optionsOf(inspection, reading), targets);
  const fed = fedByOptions(readingOptions);
  const open = targets.filter(({ name }) => !fed.has(name));
  const choices = chooseFields(preview?.columns ?? [], open, inspection, byHand);
  const binding = writeBinding(choices, constants, open);
  const mapping = { ...sayBinding(byHand, {}).mapping, ...binding.mapping };
  const busy = sent !== null || (following.job !== null && !ended);

  const settings = {
    resource_type: resource?.name,
    ...readingOptions,
    mapping,
    defaults: binding.defaults,
    on_error: options.onError,
    ...writeRules(rules, options.onError),
    ...(options.identifierColumn !== '' && { identifier_column: options.identifierColumn }),
  };
  const forget = (): void => {
    setJobId(null);
    setProblem(null);
  };
  const run = (dryRun: boolean): void => {
    if (chosen === null) return;
    const form = writeForm({ ...settings, profile: reading.profile, dry_run: String(dryRun) }, chosen.file);
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
      intro="Import a vendor’s file unchanged: see how it is read, assign its columns to fields, check it with a dry run, then import it."
    >
      <FileStep
        chosen={chosen === null ? null : { file: chosen.file, preview: preview ?? chosen.preview }}
        onChoose={(next) => {
          setChosen(next);
          setNamed(null);
          setReading({ ...AS_TOLD, profile: reading.profile });
          setByHand({});
          setGiven({});
          forget();
        }}
      />
      {told.problem !== null && <ProblemNote problem={told.problem} />}
      {inspection !== null && (
        <ReadingStep
          inspection={inspection}
          isCurrent={told.isCurrent}
          reading={reading}
          fieldOf={(column) => choices[column] || undefined}
          onReading={setReading}
        >
          {resource !== null && (
            <>
              <MatchOptions
                resource={resource}
                match={{ ...inspection.match, ...reading.match }}
                onChange={(field, by) => setReading({ ...reading, match: { ...reading.match, [field]: by } })}
              />
              <WideOptions
                columns={preview?.columns ?? []}
                fields={targets.map(({ name }) => name)}
                wide={reading.wide === 'none' ? null : (reading.wide ?? readWide(inspection.unpivot))}
                onChange={(wide) => setReading({ ...reading, wide: wide ?? 'none' })}
              />
            </>
          )}
        </ReadingStep>
      )}
      {preview !== null && resource !== null && (
        <>
          <ColumnsStep
            resources={all}
            resource={resource}
            types={types ?? []}
            preview={preview}
            targets={open}
            choices={choices}
            constants={constants}
            binding={binding}
            onResource={(next) => {
              setNamed(next);
              setByHand({});
              setGiven({});
              setOptions({ ...options, identifierColumn: '' });
              forget();
            }}
            onChoose={(column, field) => setByHand({ ...byHand, [column]: field })}
            onConstant={(field, value) => setGiven({ ...given, [field]: value })}
          />
          <RunStep
            resource={resource}
            targets={targets}
            options={options}
            blocked={busy || binding.doubled.length > 0 || resource.importable !== true}
            tried={following.job?.dry_run === true && ended}
            onOptions={setOptions}
            onRun={run}
            rules={
              <RuleChoices
                rules={rules}
                onError={options.onError}
                hasProfile={reading.profile !== ''}
                onChange={setRules}
              />
            }
          >
            <SaveProfile settings={settings} suggestion={profileName(chosen?.file.name ?? '')} />
          </RunStep>
        </>
      )}
      {problem !== null && <ProblemNote problem={problem} />}
      {following.problem !== null && <ProblemNote problem={following.problem} />}
      {sent !== null && <Progress label="Sending the file" value={sent * 100} />}
      {following.job !== null && <ImportResult job={following.job} />}
    </Page>
  );
}

/** `Prices 2026-01-31.csv` → `prices`: the files of one vendor differ by their date. */
const profileName = (file: string): string =>
  file
    .replace(/\.[^.]*$/, '')
    .replace(/[\d\W_]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase() || 'my-file';

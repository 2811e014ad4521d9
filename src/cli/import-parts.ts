import { resolveCsvOptions } from '../formats/csv/resolve-csv-options';
import { HEAD_BYTES } from '../formats/detect-format';
import type { CsvOptions } from '../formats/csv/csv-options';
import { FileError } from '../formats/format';
import type { CommandContext, Session } from './command';
import { CliFailure } from './failures';
import { followJob, readImport } from './follow-job';
import { nameOptions } from './name-options';
import { formatOf, type ImportForm, type ImportJob, type LocalFile, uploadFile } from './import-file';
import { addUp, printSummary, type Summary, EMPTY_SUMMARY } from './report-import';
import { printFindings } from './report-findings';
import { layoutOfParts } from './split-options';
import { lineInWhole, type Part, partFile, type Plan, planParts, rowInWhole } from './split-file';
import { createProgress } from './terminal/job-progress';
import { rows, say, size } from './terminal/terminal';

/** The file to import, and how. */
export interface ImportOptions {
  readonly form: ImportForm;
  readonly file: LocalFile;
  readonly partBytes: number;
  readonly watch: boolean;
}

/** Imports a file, in parts when it is too large for one import, and prints one summary. True when all rows are imported. */
export async function importParts(
  session: Session,
  context: CommandContext,
  { form, file, partBytes, watch }: ImportOptions,
): Promise<boolean> {
  const started = Date.now();
  const planned = file.blob.size > partBytes ? await plannedParts(context, file, form, partBytes) : null;
  const plan = planned?.plan ?? null;
  const uploads = plan
    ? plan.parts.map((part) => partUpload(file, plan, part))
    : [{ ...file, label: file.name, part: null }];
  let summary = EMPTY_SUMMARY;
  for (const upload of uploads) {
    say(context.terminal, `Uploading ${upload.label} (${size(upload.blob.size)}) …`);
    const queued = await uploadFile(session, context, planned?.form ?? form, upload);
    const job = await followImport(session, context, queued, upload.label, watch);
    printFindings(context.terminal, session, job, positionIn(plan, upload.part));
    summary = addUp(summary, job, upload.part?.rows ?? null);
    if (!isImported(job) && form.on_error !== 'continue' && form.dry_run === undefined) break;
  }
  const unsent = plan ? plan.parts.slice(summary.jobs).reduce((sum, part) => sum + part.rows, 0) : 0;
  const whole: Summary = {
    ...summary,
    rows: summary.rows + unsent,
    unprocessed: summary.unprocessed + unsent,
  };
  printSummary(context.terminal, file.name, whole, Date.now() - started, form.dry_run !== undefined);
  return whole.allCompleted && whole.failed === 0 && whole.unprocessed === 0;
}

const isImported = (job: ImportJob): boolean => job.status === 'completed' && job.failed_count === 0;

async function plannedParts(
  { terminal }: CommandContext,
  file: LocalFile,
  form: ImportForm,
  partBytes: number,
): Promise<{ plan: Plan; form: ImportForm }> {
  const given = layoutOfParts(form);
  const format = await formatOf(file, form.format || null);
  const csv = format === 'csv' ? await detectCsv(file, given.csv) : given.csv;
  const plan = await planParts(file.path, format, partBytes, { ...given, csv });
  const all = plan.parts.reduce((sum, part) => sum + part.rows, 0);
  const effect =
    form.on_error === 'continue'
      ? 'each is a separate job'
      : 'each is a separate job: an error rejects its part and stops the parts after it; the parts before it stay imported';
  say(terminal, `${file.name}: ${rows(all)} in ${plan.parts.length} parts; ${effect}.`);
  const { delimiter } = csv;
  if (given.csv.delimiter !== undefined || delimiter === undefined || delimiter === ',')
    return { plan, form };
  return { plan, form: { ...form, csv_options: JSON.stringify({ ...given.csv, delimiter }) } };
}

/** With the delimiter of the whole file: a part could show another one. Throws a `CliFailure`. */
async function detectCsv({ blob }: LocalFile, csv: CsvOptions): Promise<CsvOptions> {
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  try {
    const { delimiter } = resolveCsvOptions(csv, head, head.length === blob.size);
    return { ...csv, delimiter };
  } catch (error) {
    if (error instanceof FileError) throw new CliFailure(`${error.code}. ${nameOptions(error.message)}`);
    throw error;
  }
}

/** A part is sent with the name and the format of its file. */
function partUpload(file: LocalFile, plan: Plan, part: Part) {
  const at = plan.parts.indexOf(part) + 1;
  return {
    name: file.name,
    label: `${file.name} ${at}/${plan.parts.length}`,
    blob: partFile(file.blob, plan, part),
    part,
  };
}

/** Translates the position of an error in a part to the whole file. */
function positionIn(plan: Plan | null, part: Part | null) {
  if (plan === null || part === null) return { row: (row: number) => row, line: (line: number) => line };
  return {
    row: (row: number) => rowInWhole(part, row),
    line: (line: number) => lineInWhole(plan, part, line),
  };
}

async function followImport(
  session: Session,
  { terminal, signal }: CommandContext,
  { id }: ImportJob,
  label: string,
  watch: boolean,
): Promise<ImportJob> {
  say(terminal, `Import ${id}`);
  try {
    return await followJob(
      () => readImport(session, id, signal),
      createProgress(terminal, label, watch),
      signal,
    );
  } catch (error) {
    say(
      terminal,
      `Import ${id} continues on the server. almagest jobs ${id} shows it, almagest cancel ${id} cancels it.`,
    );
    throw error;
  }
}

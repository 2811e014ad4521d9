import type { JsonObject } from '../../formats/json/json-value';
import type { ResourceRegistry } from '../registry';
import type { ResourceDescription } from '../resource';
import type { UnpivotOptions } from '../binding/unpivot-options';
import type { ColumnEvidence, InspectedTable } from './column';
import { fileKey, fileStem } from './field-key';
import { NO_PROPOSAL, type Proposal, type Question, type ResourceScore } from './proposal';
import type { FileHints } from './propose-field-options';
import { proposeBinding } from './propose-binding';
import { askWide, unpivotTo, wideFile } from './propose-wide';
import { fitResource } from './resource-fit';
import { MIN_DISTANCE, MIN_SCORE, scoreOf } from './scores';

/** What the sender fixed: it is never proposed otherwise. */
export interface GivenOptions {
  readonly resource_type: string | null;
  readonly mapping: Readonly<Record<string, string | null>>;
  readonly defaults: JsonObject;
  readonly unpivot: UnpivotOptions | null;
}

/** What proposals follow from. */
export interface ProposalInput {
  readonly table: InspectedTable;
  readonly columns: readonly ColumnEvidence[];
  readonly registry: ResourceRegistry;
  readonly given: GivenOptions;
  readonly fileName: string | null;
  readonly hints: FileHints;
  /** Texts of the file outside of its records that may name its instrument. */
  readonly names: readonly string[];
}

/** How the file would be imported: what its columns prove, and a question for each thing that they leave open. */
export function propose(input: ProposalInput): Proposal {
  const { columns, registry, table, given } = input;
  const fits = registry.all
    .filter(({ importable, exportable }) => importable === true || exportable)
    .map((resource) => fitResource(resource, columns, table));
  const series = fits.find(({ resource }) => resource.name === VALUES);
  const wide = series && given.unpivot === null ? wideFile(series, columns) : null;
  const scores = fits
    .map((fit) => withWide(scoreOf(fit, columns), wide?.byCurrency === true))
    .sort((a, b) => b.score - a.score || (a.resource_type < b.resource_type ? -1 : 1));
  const chosen = given.resource_type ?? bestOf(scores);
  const fit = fits.find(({ resource }) => resource.name === chosen);
  if (!fit)
    return { ...NO_PROPOSAL, scores, questions: [wide ? askWide(wide) : askResource(scores, registry)] };
  const isWide = wide !== null && fit.resource.name === VALUES;
  const unpivot = given.unpivot ?? (isWide && wide.byCurrency ? unpivotTo(wide, 'instrument_id') : null);
  const proposal = proposeBinding(fit, {
    ...input,
    unpivot,
    typeResource: registry.typesOf(fit.resource)?.name ?? seriesOf(fit.resource),
    instruments: instrumentNames(input),
    fallback: fileKey(input.fileName) ?? fit.resource.noun.replaceAll(' ', '_'),
  });
  const evidence = unpivot !== null && given.unpivot === null ? [CURRENCIES] : [];
  const questions = isWide && unpivot === null ? [askWide(wide)] : [];
  return {
    ...proposal,
    scores,
    resource_type: fit.resource.name,
    unpivot,
    questions: [...questions, ...proposal.questions],
    evidence: [...evidence, ...proposal.evidence],
  };
}

const VALUES = 'time_series_values';
const CURRENCIES = {
  pointer: '/unpivot',
  message: 'Each column beside the date is named by a currency, so each is an instrument of its own.',
};

/** A wide file of currencies needs no column of values. */
function withWide(score: ResourceScore, isProven: boolean): ResourceScore {
  if (!isProven || score.resource_type !== VALUES) return score;
  return { ...score, score: 1, evidence: [...score.evidence, CURRENCIES.message] };
}

/** The one resource type that fits well enough, and clearly better than the next. */
function bestOf([best, second]: readonly ResourceScore[]): string | null {
  if (!best || best.score < MIN_SCORE) return null;
  return best.score - (second?.score ?? 0) >= MIN_DISTANCE ? best.resource_type : null;
}

function askResource(scores: readonly ResourceScore[], registry: ResourceRegistry): Question {
  const importable = scores.filter(({ resource_type: name }) => registry.find(name)?.importable === true);
  return {
    code: 'resource_type',
    field: null,
    column: null,
    message: 'What does the file hold? Its columns fit no resource type, or several alike.',
    choices: importable.map(({ resource_type: name }) => ({ label: name, options: { resource_type: name } })),
  };
}

/** A series is the type of a value, although scalar ones have no custom fields. */
const seriesOf = ({ fields }: ResourceDescription): string | null => fields.get('type_id')?.target ?? null;

/** What may name the one instrument of a file that has no column for it. */
function instrumentNames({ names, fileName }: ProposalInput): string[] {
  const stem = fileStem(fileName);
  return [...new Set([...names, ...(stem === '' ? [] : [stem])])];
}

import type { ResourceRegistry } from '../registry';
import { columnEvidence } from './column-evidence';
import { decodeContent } from './decode-content';
import { mergeGiven, type InspectionGiven } from './given-options';
import type { ContentInspection } from './inspection';
import { problemOf } from './problem';
import { NO_PROPOSAL, type Proposal } from './proposal';
import { propose } from './propose';
import { rawRows } from './read-rows';
import { readTable, type ReadTable } from './read-table';
import { readerOf } from './reader-of';
import { detectLayout } from './detect-layout';

/** The beginning of a file, unpacked. */
export interface InspectedContent {
  readonly bytes: Buffer;
  /** The file has no other bytes. */
  readonly isWhole: boolean;
  readonly fileName: string | null;
}

/** What is known before the workspace is asked: everything but what types and records there are. */
export interface ContentProposal {
  readonly inspection: ContentInspection;
  readonly proposal: Proposal;
  readonly read: ReadTable | null;
  /** The file has no header, and the names of its columns are made up. */
  readonly hasMadeNames: boolean;
}

/** Reports everything that the bytes themselves show. Never throws for what a file holds: it is a problem of the result. */
export async function inspectContent(
  content: InspectedContent,
  registry: ResourceRegistry,
  given: InspectionGiven,
): Promise<ContentProposal> {
  const encoding = given.options.csv_options?.encoding ?? given.options.json_options?.encoding ?? undefined;
  const decoded = decodeContent(content.bytes, content.isWhole, encoding);
  const layout = detectLayout(content.bytes, content.isWhole, decoded, given);
  const read =
    layout.format === null || layout.layout === null
      ? null
      : await readTable(content.bytes, content.isWhole, layout.format, layout.layout);
  const columns = read === null ? [] : columnEvidence(read.table, readerOf);
  const found =
    read === null || columns.length === 0
      ? NO_PROPOSAL
      : propose({
          table: read.table,
          columns,
          registry,
          given: { ...given, resource_type: given.resourceType, unpivot: given.options.unpivot ?? null },
          fileName: content.fileName,
          hints: { utc: utcLine(layout.preamble) },
          names: layout.names,
        });
  const proposal = mergeGiven(found, given);
  return {
    proposal,
    read,
    hasMadeNames: layout.hasMadeNames,
    inspection: {
      ...proposal,
      type: null,
      format: layout.format,
      encoding: decoded.encoding,
      csv_options: layout.csv,
      json_options: layout.json,
      header: read?.header ?? null,
      rows_inspected: read?.records.length ?? 0,
      columns,
      sample: read === null ? [] : rawRows(read.records),
      ignored_columns: [],
      questions: [...layout.questions, ...proposal.questions],
      evidence: [...layout.evidence, ...proposal.evidence],
      problems: [
        ...layout.problems,
        ...(read?.error ? [problemOf(read.error.code, read.error.message)] : []),
      ],
    },
  };
}

/** A line before the records that says that times are in UTC. */
function utcLine(preamble: readonly string[]): string | null {
  const line = preamble.find((one) => /\b(?:UTC|GMT)\b/.test(one));
  return line === undefined ? null : `the file says "${line.slice(0, 80)}".`;
}

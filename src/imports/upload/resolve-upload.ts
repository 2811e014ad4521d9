import { detectFormat } from '../../formats/detect-format';
import { DEFAULT_LIMITS, FileError, type FileFormat } from '../../formats/format';
import { isDocument, jsonLayout } from '../../formats/json/json-layout';
import type { JsonOptions } from '../../formats/json/json-options';
import { readColumns } from '../../formats/json/read-columns';
import type { BlobStorage } from '../../storage/blob-storage';
import type { ImportOptions } from '../import-options';
import { resolveOptions } from '../resolve-options';
import { openContent, type StoredContent } from './open-content';
import { type ContentHead, readContentHead } from './read-content-head';

/** What an upload is: its format, the options by which it is read, and the beginning of its content. */
export interface ResolvedUpload {
  readonly format: FileFormat;
  readonly options: ImportOptions;
  readonly head: ContentHead;
}

/**
 * Looks at an upload and resolves its format and options by it. The options that it returns are complete: every later
 * reading of the file needs only them. Throws an `OptionError`, and a `FileError` for a file that cannot be read so.
 */
export async function resolveUpload(
  storage: BlobStorage,
  file: { readonly key: string; readonly size: number; readonly name: string | null; readonly head: Buffer },
  declared: FileFormat | null,
  options: ImportOptions,
): Promise<ResolvedUpload> {
  const member = options.member ?? undefined;
  const head = await readContentHead(storage, file, member);
  const { csv_options: csv, json_options: json = {} } = options;
  const encoding = csv?.encoding ?? json.encoding ?? undefined;
  const format = detectFormat(head.bytes, head.name, declared, { encoding, isDocument: isDocument(json) });
  const isArchive = head.compression === 'zip';
  const packed: ImportOptions = {
    ...Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'member' || isArchive)),
    ...(head.compression !== null && { compression: head.compression }),
  };
  const resolved = resolveOptions(packed, format, head);
  const named = await withColumns(
    storage,
    { ...file, compression: head.compression, member },
    format,
    resolved,
  );
  return { format, options: named, head };
}

/** The names of a columnar file must be near its beginning: they are looked for while the client waits. */
const COLUMNS_WITHIN = 268_435_456;

/** A columnar JSON file may have the names of its values after them: they are read once, before the rows. */
async function withColumns(
  storage: BlobStorage,
  file: StoredContent,
  format: FileFormat,
  options: ImportOptions,
): Promise<ImportOptions> {
  const json: JsonOptions = options.json_options ?? {};
  if (format !== 'json' || jsonLayout(json).records !== 'rows' || (json.columns ?? []).length > 0)
    return options;
  const { stream } = await openContent(storage, file);
  try {
    const columns = await readColumns(atMost(stream, COLUMNS_WITHIN), json, DEFAULT_LIMITS);
    return { ...options, json_options: { ...json, columns } };
  } finally {
    stream.destroy();
  }
}

async function* atMost(content: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of content) {
    read += chunk.length;
    if (read > bytes) {
      throw new FileError(
        'json_path_not_found',
        `The names at json_options.columns_path do not come within the first ${bytes.toLocaleString('en')} bytes. Give them in json_options.columns.`,
      );
    }
    yield chunk;
  }
}

import type { JsonObject } from '../formats/json/json-value';
import type { FileFormat } from '../formats/format';
import type { ImportOptions } from './import-options';

/** What `ImportSettingsDto` checks, as plain data: everything that a form or a profile says of a file but its resource type. */
export interface ImportSettings extends Omit<ImportOptions, 'compression' | 'profile'> {
  readonly on_error?: 'abort' | 'continue';
  readonly identifier_column?: string;
  readonly format?: FileFormat;
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly defaults?: Readonly<JsonObject>;
  readonly spreadsheet_safe?: boolean;
}

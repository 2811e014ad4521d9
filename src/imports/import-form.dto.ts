import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FILE_FORMATS, type FileFormat } from '../formats/format';

/**
 * The multipart form of an import, for the docs; it is read field by field while it streams in. Optional fields show
 * an example in their sentence and are empty by example: Swagger UI fills in what it finds and would send it along.
 */
export class ImportFormDto {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'The file: CSV, JSON or NDJSON in UTF-8, at most 104,857,600 bytes.',
  })
  file!: unknown;

  @ApiProperty({
    example: 'instruments',
    description: 'What the file holds: a resource type that can be imported.',
  })
  resource_type!: string;

  @ApiPropertyOptional({
    enum: ['abort', 'continue'],
    default: 'abort',
    description:
      '`abort`: one bad row and nothing is written. `continue`: good rows go in, bad ones are reported.',
  })
  on_error?: 'abort' | 'continue';

  @ApiPropertyOptional({
    example: '',
    description:
      'By what a row finds its record: the natural key (default), `id`, or a custom field such as `isin`.',
  })
  identifier_column?: string;

  @ApiPropertyOptional({
    enum: ['', ...FILE_FORMATS],
    example: '',
    description: 'Empty or left out: told from the file name and the first byte.',
  })
  format?: FileFormat;

  @ApiPropertyOptional({
    type: String,
    example: '',
    description: 'JSON object: file column → field, such as `{"Symbol":"identifier","Security":"name"}`.',
  })
  mapping?: string;

  @ApiPropertyOptional({
    type: String,
    example: '',
    description:
      'JSON object: field → constant for every row that has no such column or key, such as `{"type_id":"equity"}`.',
  })
  defaults?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'Same checks and same report, but nothing is written.',
  })
  dry_run?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: "Removes the one guard quote (') that a spreadsheet-safe export put before cells.",
  })
  spreadsheet_safe?: string;
}

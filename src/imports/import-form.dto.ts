import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FILE_FORMATS, type FileFormat } from '../formats/format';

/** The multipart form of an import, for the docs; it is read field by field while it streams in. */
export class ImportFormDto {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'The file: CSV, JSON or NDJSON in UTF-8, at most 104,857,600 bytes.',
  })
  file!: unknown;

  @ApiProperty({ example: 'instruments', description: 'What the file holds.' })
  resource_type!: string;

  @ApiPropertyOptional({
    enum: ['abort', 'continue'],
    default: 'abort',
    description:
      '`abort`: one bad row and nothing is written. `continue`: good rows go in, bad ones are reported.',
  })
  on_error?: 'abort' | 'continue';

  @ApiPropertyOptional({
    example: 'identifier',
    description: 'By what a row finds its record: the natural key (default), `id`, or a custom field.',
  })
  identifier_column?: string;

  @ApiPropertyOptional({
    enum: FILE_FORMATS,
    description: 'Else told from the file name and the first byte.',
  })
  format?: FileFormat;

  @ApiPropertyOptional({
    type: String,
    example: '{"Symbol":"identifier","Security":"name"}',
    description: 'JSON object: file column → field.',
  })
  mapping?: string;

  @ApiPropertyOptional({
    type: String,
    example: '{"type_id":"equity"}',
    description: 'JSON object: field → constant for every row that has no such column or key.',
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

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { FILE_FORMATS, type FileFormat } from '../formats/format';
import { JOB_STATUSES, type JobStatus } from '../jobs/job';

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
      '`abort`: one invalid row, and nothing is written. `continue`: valid rows are written, invalid ones are reported.',
  })
  on_error?: 'abort' | 'continue';

  @ApiPropertyOptional({
    example: '',
    description:
      'How a row finds its record: by the natural key (default), by `id`, or by a custom field such as `isin`.',
  })
  identifier_column?: string;

  @ApiPropertyOptional({
    enum: ['', ...FILE_FORMATS],
    example: '',
    description: 'Empty or left out: detected from the file name and the first byte.',
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
    description:
      "Removes the one quote (') that a spreadsheet-safe export writes before a cell to prevent formula injection.",
  })
  spreadsheet_safe?: string;
}

/** Paging, the same on every list. */
export class ErrorsQuery {
  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    maximum: 200,
    default: 50,
    description: 'Maximum number of items of the page; a larger number counts as 200.',
  })
  @IsOptional()
  @IsString()
  limit?: string;

  @ApiPropertyOptional({ maxLength: 4_096, description: '`next_cursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(4_096)
  after?: string;
}

export class ImportsQuery extends ErrorsQuery {
  @ApiPropertyOptional({ enum: JOB_STATUSES, description: 'Only imports with this status.' })
  @IsOptional()
  @IsIn(JOB_STATUSES)
  status?: JobStatus;

  @ApiPropertyOptional({
    example: 'instruments',
    maxLength: 100,
    description: 'Only imports of this resource type.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  resource_type?: string;
}

export class TemplateQuery {
  @ApiPropertyOptional({ enum: FILE_FORMATS, default: 'csv', description: 'Format of the template.' })
  @IsOptional()
  @IsIn(FILE_FORMATS)
  format?: FileFormat;

  @ApiPropertyOptional({
    example: 'equity',
    maxLength: 255,
    description: 'Type whose custom fields the template has: identifier or UUID.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  type_id?: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { FILE_FORMATS, type FileFormat } from '../formats/format';
import { PageMetaDto } from '../http/pagination/page';
import type { JobStatus } from '../jobs/job';
import { CreatedAt, CreatedBy, FinishedAt, JobId, StartedAt, Status } from '../jobs/job-properties';
import { JobOptionsDto } from './job-options.dto';
import { ErrorSummaryDto, WarningDto } from './job-report.dto';

/** What is wrong with one record of a file, or with the file itself. */
export class RowErrorDto {
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 17,
    description: 'Row, counted from 1 after the header; null when the file itself is wrong.',
  })
  row!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 19,
    description: 'Physical line of the file, from 1.',
  })
  line!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'isin',
    description: 'Name of the field in the file; null when the whole row is wrong.',
  })
  column!: string | null;

  @ApiProperty({ example: 'reference_not_found', description: 'Stable code.' })
  code!: string;

  @ApiProperty({
    example: 'There is no instrument type "stock" in this workspace.',
    description: 'What is wrong and how to fix it.',
  })
  message!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'stock',
    description: 'The value, cut at 200 characters.',
  })
  value!: string | null;
}

/** An import as clients see it. */
export class ImportJobDto extends JobOptionsDto {
  @JobId('import')
  id!: string;

  @Status()
  status!: JobStatus;

  @ApiProperty({ example: 'instruments', description: 'What the file holds.' })
  resource_type!: string;

  @ApiProperty({ enum: FILE_FORMATS, example: 'csv', description: 'Format of the file.' })
  format!: FileFormat;

  @ApiProperty({
    enum: ['abort', 'continue'],
    example: 'continue',
    description: 'How an invalid row affects the others.',
  })
  on_error!: 'abort' | 'continue';

  @ApiProperty({ example: 'identifier', description: 'The field by which a row finds its record.' })
  identifier_column!: string;

  @ApiProperty({ example: false, description: 'Checks and reports, but writes nothing.' })
  dry_run!: boolean;

  @ApiProperty({
    example: false,
    description: 'Whether the quote that prevents formula injection is removed from cells.',
  })
  spreadsheet_safe!: boolean;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true },
    example: { Symbol: 'identifier' },
    description: 'File column → field; null: the column is ignored.',
  })
  mapping!: Record<string, string | null>;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { type_id: 'equity' },
    description: 'Field → constant for every row.',
  })
  defaults!: object;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'instruments.csv',
    description: 'Name of the uploaded file.',
  })
  file_name!: string | null;

  @ApiProperty({ example: 53_633, description: 'Size in bytes.' })
  file_size!: number;

  @ApiProperty({
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    description: 'SHA-256 of the file, in hex.',
  })
  file_sha256!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 503,
    description: 'Data rows; null until the file was read to its end.',
  })
  row_count!: number | null;

  @ApiProperty({ example: 503, description: 'Rows processed.' })
  processed_count!: number;

  @ApiProperty({ example: 500, description: 'Rows that created a record.' })
  created_count!: number;

  @ApiProperty({ example: 2, description: 'Rows that changed a record.' })
  updated_count!: number;

  @ApiProperty({ example: 1, description: 'Rows that equal their record.' })
  unchanged_count!: number;

  @ApiProperty({ example: 0, description: 'Rows with an error.' })
  failed_count!: number;

  @ApiProperty({
    example: 0,
    description: 'Rows without a value, and duplicates that the request lets be skipped.',
  })
  skipped_count!: number;

  @ApiProperty({
    example: 0,
    description: 'Archived records that a row restored; they are counted as updated.',
  })
  restored_count!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 0,
    description: 'Rows not processed, in a final state whose file was read to its end.',
  })
  unprocessed_count!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    minimum: 0,
    maximum: 100,
    example: 100,
    description:
      'Per cent of the work done; null while queued. Under `abort`, and where a file must be read to its end first: bytes read up to 50, rows applied up to 99; otherwise bytes read. It never decreases, and only a completed job has 100.',
  })
  progress!: number | null;

  @ApiProperty({ type: [RowErrorDto], description: 'The first 100 errors; all of them under `/errors`.' })
  errors!: RowErrorDto[];

  @ApiProperty({ example: 0, description: 'Number of errors; a row may have several.' })
  error_count!: number;

  @ApiProperty({ type: [ErrorSummaryDto], description: 'All errors, grouped by code and column.' })
  error_summary!: ErrorSummaryDto[];

  @ApiProperty({ example: 0, description: 'Number of warnings.' })
  warning_count!: number;

  @ApiProperty({ type: [WarningDto], description: 'What may be wrong with the file and stops no row.' })
  warnings!: WarningDto[];

  @ApiProperty({
    type: [String],
    example: ['Founded'],
    description: 'Columns or keys that belong to no field.',
  })
  ignored_columns!: string[];

  @CreatedBy('Robot that uploaded the file.')
  created_by!: string | null;

  @CreatedAt()
  created_at!: string;

  @StartedAt()
  started_at!: string | null;

  @FinishedAt()
  finished_at!: string | null;
}

export class ImportPageDto {
  @ApiProperty({ type: [ImportJobDto], description: 'Newest first.' })
  data!: ImportJobDto[];

  @ApiProperty({ type: PageMetaDto, description: 'Where the next page begins.' })
  meta!: PageMetaDto;
}

export class ImportErrorPageDto {
  @ApiProperty({ type: [RowErrorDto], description: 'In the order of the file.' })
  data!: RowErrorDto[];

  @ApiProperty({ type: PageMetaDto, description: 'Where the next page begins.' })
  meta!: PageMetaDto;
}

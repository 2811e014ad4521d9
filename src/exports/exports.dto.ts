import { ApiProperty, ApiPropertyOptional, type ApiResponseOptions } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { FILE_FORMATS, type FileFormat } from '../formats/format';
import { JOB_STATUSES, type JobStatus } from '../jobs/job';
import type { JsonValue } from '../formats/json/json-value';
import { PageMetaDto } from '../http/pagination/page';

/** The body of POST /exports. */
export class CreateExportDto {
  @ApiProperty({ example: 'instruments', maxLength: 100, description: 'What the file is to hold.' })
  @IsString()
  @MaxLength(100)
  object_type!: string;

  @ApiPropertyOptional({
    enum: FILE_FORMATS,
    nullable: true,
    default: 'csv',
    example: 'csv',
    description: 'Format of the file.',
  })
  @IsOptional()
  @IsIn(FILE_FORMATS)
  format?: FileFormat | null;

  @ApiPropertyOptional({
    type: Boolean,
    nullable: true,
    default: false,
    example: false,
    description:
      'False leaves out archived records and records whose parent is archived. True takes them too, and adds the column ' +
      '`archived_at`. Left out while the filter has a condition on `archived_at`, it counts as true.',
  })
  @IsOptional()
  @IsBoolean()
  include_archived?: boolean | null;

  /** Validated by the filter reader, as received. */
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: {
      and: [
        { field: 'type_id', op: 'eq', value: 'equity' },
        { field: 'name', op: 'like', value: 'group' },
      ],
    },
    description: 'Only records that pass it, in the language of `POST /<collection>/filter`; left out: all.',
  })
  @IsOptional()
  filter?: unknown;

  @ApiPropertyOptional({
    type: Boolean,
    nullable: true,
    default: false,
    example: false,
    description: 'Compresses the file with gzip.',
  })
  @IsOptional()
  @IsBoolean()
  gzip?: boolean | null;

  @ApiPropertyOptional({
    type: Boolean,
    nullable: true,
    default: false,
    example: false,
    description:
      "CSV only: puts a `'` before cells that a spreadsheet would run as a formula; numbers stay untouched. An import with " +
      '`spreadsheet_safe` takes it away again.',
  })
  @IsOptional()
  @IsBoolean()
  spreadsheet_safe?: boolean | null;
}

/** The query of GET /exports. */
export class ExportsQuery {
  @ApiPropertyOptional({ enum: JOB_STATUSES, description: 'Only exports in this state.' })
  @IsOptional()
  @IsIn(JOB_STATUSES)
  status?: JobStatus;

  @ApiPropertyOptional({
    example: 'instruments',
    maxLength: 100,
    description: 'Only exports of this object type.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  object_type?: string;

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

/** Why an export failed. */
export class ExportErrorDto {
  @ApiProperty({ example: 'storage_full', description: 'Stable code.' })
  code!: string;

  @ApiProperty({
    example: 'The server has no space left for the file; nothing of it was stored.',
    description: 'What went wrong, and how to fix it.',
  })
  message!: string;
}

/** An export as clients see it. */
export class ExportJobDto {
  @ApiProperty({
    format: 'uuid',
    example: '0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11',
    description: 'Id of the export.',
  })
  id!: string;

  @ApiProperty({
    enum: JOB_STATUSES,
    example: 'completed',
    description: 'A job only moves forward, and a final one never changes again.',
  })
  status!: JobStatus;

  @ApiProperty({ example: 'instruments', description: 'What the file holds.' })
  object_type!: string;

  @ApiProperty({ enum: FILE_FORMATS, example: 'csv', description: 'Format of the file.' })
  format!: FileFormat;

  @ApiProperty({
    example: false,
    description: 'Archived records are in the file too, and the column `archived_at`.',
  })
  include_archived!: boolean;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { field: 'type_id', op: 'eq', value: 'equity' },
    description: 'The filter as it was sent; null: all records.',
  })
  filter!: JsonValue;

  @ApiProperty({ example: false, description: 'The file is compressed.' })
  gzip!: boolean;

  @ApiProperty({
    example: false,
    description: "A `'` precedes cells that a spreadsheet would run as a formula.",
  })
  spreadsheet_safe!: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uri',
    example:
      'http://127.0.0.1:3000/v1/workspaces/5f0c1b8e-7c0e-4d6e-8a53-0d7c2a51f0aa/exports/0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11/download?expires=1795536900&signature=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    description:
      'Where the file is, once the export is completed: works on its own for 15 minutes, with a token as long as the ' +
      'file lives. Each GET of the export has a fresh one.',
  })
  download_url!: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 503, description: 'Records in the file.' })
  row_count!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 53_633,
    description: 'Bytes of the file as downloaded.',
  })
  byte_count!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    description: 'SHA-256 of the file as downloaded, in hex.',
  })
  sha256!: string | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    minimum: 0,
    maximum: 100,
    example: 100,
    description:
      'Per cent of the records written; null while queued, 0 until the records of a long export are counted. It never decreases, and only a completed job has 100.',
  })
  progress!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: '2026-11-24T16:00:00.212345Z',
    description: 'The file holds the state of the workspace at this instant.',
  })
  snapshot_at!: string | null;

  @ApiProperty({ type: ExportErrorDto, nullable: true, description: 'Why it failed; null unless it did.' })
  error!: ExportErrorDto | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: '2026-12-01T16:00:01Z',
    description: 'When the file is removed.',
  })
  expires_at!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    example: '5f0c1b8e-7c0e-4d6e-8a53-0d7c2a51f0aa',
    description: 'Robot that asked for it.',
  })
  created_by!: string | null;

  @ApiProperty({
    format: 'date-time',
    example: '2026-11-24T16:00:00.123456Z',
    description: 'When it was accepted.',
  })
  created_at!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: '2026-11-24T16:00:00.2Z',
    description: 'When a worker first claimed it.',
  })
  started_at!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: '2026-11-24T16:00:01Z',
    description: 'When it ended.',
  })
  finished_at!: string | null;
}

/** One page of exports. */
export class ExportPageDto {
  @ApiProperty({ type: [ExportJobDto], description: 'Newest first.' })
  data!: ExportJobDto[];

  @ApiProperty({ type: PageMetaDto, description: 'Where the next page begins.' })
  meta!: PageMetaDto;
}

/** The headers of a download, for the OpenAPI document. */
export const DOWNLOAD_HEADERS: NonNullable<ApiResponseOptions['headers']> = {
  'Content-Disposition': {
    description: 'Name of the file.',
    schema: {
      type: 'string',
      example: 'attachment; filename="instruments-0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11.csv"',
    },
  },
  'Content-Length': { description: 'Bytes of this answer.', schema: { type: 'integer' } },
  ETag: { description: 'SHA-256 of the file, in quotes.', schema: { type: 'string' } },
  'Accept-Ranges': { description: 'Parts can be asked for.', schema: { type: 'string', enum: ['bytes'] } },
};

const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** The content types of a download, for the OpenAPI document. */
export const FILE_CONTENT = {
  'text/csv': binary,
  'application/json': binary,
  'application/x-ndjson': binary,
  'application/gzip': binary,
};

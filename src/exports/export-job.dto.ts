import { ApiProperty } from '@nestjs/swagger';
import { COMPRESSIONS, type Compression } from '../formats/compression';
import { FILE_FORMATS, type FileFormat } from '../formats/format';
import type { JsonValue } from '../formats/json/json-value';
import { PageMetaDto } from '../http/pagination/page';
import type { JobStatus } from '../jobs/job';
import {
  CreatedAt,
  CreatedBy,
  FinishedAt,
  JobId,
  NullableInstant,
  StartedAt,
  Status,
} from '../jobs/job-properties';

/** Why an export failed. */
export class ExportErrorDto {
  @ApiProperty({ example: 'storage_full', description: 'Stable code.' })
  code!: string;

  @ApiProperty({
    example: 'The server has no space left for the file. No part of the file was kept.',
    description: 'What went wrong, and how to fix it.',
  })
  message!: string;
}

/** An export as clients see it. */
export class ExportJobDto {
  @JobId('export')
  id!: string;

  @Status()
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

  @ApiProperty({ example: false, description: 'The file is compressed with gzip.' })
  gzip!: boolean;

  @ApiProperty({
    enum: COMPRESSIONS,
    nullable: true,
    example: null,
    description: 'How the file is compressed; null: it is not.',
  })
  compression!: Compression | null;

  @ApiProperty({
    example: false,
    description: "A `'` precedes cells that a spreadsheet would run as a formula.",
  })
  spreadsheet_safe!: boolean;

  @ApiProperty({ example: false, description: 'The CSV file begins with a byte order mark.' })
  bom!: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uri',
    example:
      'http://127.0.0.1:3000/v1/workspaces/5f0c1b8e-7c0e-4d6e-8a53-0d7c2a51f0aa/exports/0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11/download?expires=1795536900&signature=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    description:
      'Where the file is, once the export is completed: works on its own for 15 minutes, with a token as long as the ' +
      'file lives. Each GET of the export has a new one.',
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

  @NullableInstant(
    '2026-11-24T16:00:00.212345Z',
    'The file holds the state of the workspace at this instant.',
  )
  snapshot_at!: string | null;

  @ApiProperty({ type: ExportErrorDto, nullable: true, description: 'Why it failed; null unless it did.' })
  error!: ExportErrorDto | null;

  @NullableInstant('2026-12-01T16:00:01Z', 'When the file is removed.')
  expires_at!: string | null;

  @CreatedBy('Robot that asked for it.')
  created_by!: string | null;

  @CreatedAt()
  created_at!: string;

  @StartedAt()
  started_at!: string | null;

  @FinishedAt()
  finished_at!: string | null;
}

/** One page of exports. */
export class ExportPageDto {
  @ApiProperty({ type: [ExportJobDto], description: 'Newest first.' })
  data!: ExportJobDto[];

  @ApiProperty({ type: PageMetaDto, description: 'Where the next page begins.' })
  meta!: PageMetaDto;
}

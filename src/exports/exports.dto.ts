import { PageQuery } from '../http/pagination/page-query';
import { ApiProperty, ApiPropertyOptional, type ApiResponseOptions } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { COMPRESSIONS, COMPRESSED_MEDIA_TYPES, type Compression } from '../formats/compression';
import { FILE_FORMATS, MEDIA_TYPES, type FileFormat } from '../formats/format';
import { JOB_STATUSES, type JobStatus } from '../jobs/job';

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
    description: 'Compresses the file with gzip, as `"compression": "gzip"` does.',
  })
  @IsOptional()
  @IsBoolean()
  gzip?: boolean | null;

  @ApiPropertyOptional({
    enum: COMPRESSIONS,
    nullable: true,
    default: null,
    example: null,
    description: 'How the file is compressed. An import takes it as it is.',
  })
  @IsOptional()
  @IsIn(COMPRESSIONS)
  compression?: Compression | null;

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

  @ApiPropertyOptional({
    type: Boolean,
    nullable: true,
    default: false,
    example: false,
    description:
      'CSV only: a byte order mark of UTF-8 at the start, so that a spreadsheet reads the letters rightly. An import ' +
      'accepts it.',
  })
  @IsOptional()
  @IsBoolean()
  bom?: boolean | null;
}

/** The query of GET /exports. */
export class ExportsQuery extends PageQuery {
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
export const FILE_CONTENT = Object.fromEntries(
  [...Object.values(MEDIA_TYPES), ...Object.values(COMPRESSED_MEDIA_TYPES)].map((type) => [type, binary]),
);

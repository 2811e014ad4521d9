import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { FILE_FORMATS, type FileFormat } from '../formats/format';

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

  /** Judged by the filter language itself, as it stands in the body. */
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

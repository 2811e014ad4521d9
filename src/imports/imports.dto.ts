import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { FILE_FORMATS, type FileFormat } from '../formats/format';
import { PageQuery } from '../http/pagination/page-query';
import { JOB_STATUSES, type JobStatus } from '../jobs/job';
import { MAX_ERRORS_PATTERN } from './import-options.dto';
import { ImportSettingsDto } from './import-settings.dto';

/** The fields of the form that hold JSON; the others hold a text, or `true` or `false`. */
export const JSON_FIELDS = [
  'mapping',
  'defaults',
  'csv_options',
  'json_options',
  'field_options',
  'match',
  'unpivot',
  'expect_columns',
] as const;
export const BOOLEAN_FIELDS = ['dry_run', 'spreadsheet_safe', 'warnings_as_errors'] as const;

/** The multipart form of an import, after its JSON and boolean fields are parsed. */
export class ImportFormDto extends ImportSettingsDto {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'The file: CSV, JSON or NDJSON, at most 104,857,600 bytes.',
  })
  @Allow()
  file!: unknown;

  @ApiPropertyOptional({
    maxLength: 100,
    example: 'instruments',
    description:
      'What the file holds: a resource type that can be imported. Required, unless the profile says it.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  resource_type?: string;

  @ApiPropertyOptional({
    default: false,
    description: 'Same checks and same report, but nothing is written.',
  })
  @IsOptional()
  @IsBoolean()
  dry_run?: boolean;

  @ApiPropertyOptional({
    maxLength: 255,
    example: '',
    description: 'Identifier of an import profile; other fields of the form override it.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  profile?: string;
}

/** In a multipart form JSON is a text. Swagger UI sends what an example has, so the examples are empty. */
for (const name of JSON_FIELDS) {
  ApiPropertyOptional({
    type: String,
    example: '',
    description: `JSON text, as in an import profile: ${name}.`,
  })(ImportFormDto.prototype, name);
}
for (const name of BOOLEAN_FIELDS) {
  ApiPropertyOptional({ type: String, enum: ['true', 'false'], default: 'false' })(
    ImportFormDto.prototype,
    name,
  );
}
for (const name of ['identifier_column', 'member'] as const) {
  ApiPropertyOptional({ example: '' })(ImportFormDto.prototype, name);
}
ApiPropertyOptional({ example: '', pattern: `${MAX_ERRORS_PATTERN}|^$` })(
  ImportFormDto.prototype,
  'max_errors',
);
ApiPropertyOptional({ enum: ['', ...FILE_FORMATS], example: '' })(ImportFormDto.prototype, 'format');

/** The query of GET /imports. */
export class ImportsQuery extends PageQuery {
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

import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { FILE_FORMATS, type FileFormat } from '../formats/format';
import { JOB_STATUSES, type JobStatus } from '../jobs/job';

/** Paging, the same on every list. */
export class ErrorsQuery {
  @ApiPropertyOptional({
    type: Number,
    minimum: 1,
    maximum: 200,
    default: 50,
    description: 'Most items of the page; a larger number counts as 200.',
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
  @ApiPropertyOptional({ enum: JOB_STATUSES, description: 'Only imports in this state.' })
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

import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { JOB_STATUSES, type JobStatus } from '../jobs/job';

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

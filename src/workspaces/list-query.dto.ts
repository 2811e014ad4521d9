import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';

/** The query parameters of a list. */
export class ListQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 50,
    description: 'Most objects of the page; more than 200 counts as 200.',
  })
  @IsOptional()
  @IsString()
  limit?: string;

  @ApiPropertyOptional({ description: 'The `next_cursor` of the page before.' })
  @IsOptional()
  @IsString()
  after?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false', 'all'],
    default: 'false',
    description: '`true`: archived (or revoked) ones only; `all`: both.',
  })
  @IsOptional()
  @IsIn(['true', 'false', 'all'])
  archived?: 'true' | 'false' | 'all';

  @ApiPropertyOptional({ description: 'Only these, by UUID, with commas between.' })
  @IsOptional()
  @IsString()
  ids?: string;
}

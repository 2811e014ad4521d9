import { ApiPropertyOptional } from '@nestjs/swagger';
import { LimitQuery } from '../http/pagination/page-query';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** The query parameters of the list of profiles. */
export class ProfilesQuery extends LimitQuery {
  @ApiPropertyOptional({ maxLength: 8_192, description: '`next_cursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(8_192)
  after?: string;

  @ApiPropertyOptional({
    maxLength: 65_536,
    description: 'Only these, by UUID or identifier, with commas between.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(65_536)
  ids?: string;

  @ApiPropertyOptional({
    example: 'instruments',
    maxLength: 100,
    description: 'Only profiles of files of this resource type.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  resource_type?: string;
}

import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** The query parameters of the list of profiles. */
export class ProfilesQuery {
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

import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** How many items a page of any list has. */
export class LimitQuery {
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
}

/** The paging of a list whose cursor is a number. */
export class PageQuery extends LimitQuery {
  @ApiPropertyOptional({ maxLength: 4_096, description: '`next_cursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(4_096)
  after?: string;
}

import { ApiProperty } from '@nestjs/swagger';

/** Where the next page of a list begins. */
export class PageMetaDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'WyJ2MSIsIjQyIl0',
    description: 'To be sent as `after` for the next page; null on the last.',
  })
  next_cursor!: string | null;

  @ApiProperty({ example: true, description: 'There is a next page.' })
  has_more!: boolean;
}

import { ApiProperty } from '@nestjs/swagger';

/** Errors of one code in one column. */
export class ErrorSummaryDto {
  @ApiProperty({ example: 'reference_not_found', description: 'Stable code.' })
  code!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'type_id',
    description: 'Name of the column in the file; null: whole rows.',
  })
  column!: string | null;

  @ApiProperty({
    example: 'There is no instrument type "stock" in this workspace.',
    description: 'The message of the first one.',
  })
  message!: string;

  @ApiProperty({ example: 12, description: 'How many there are.' })
  count!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 17,
    description: 'The first row that has it; null: the file itself.',
  })
  first_row!: number | null;
}

/** Something that stops no row and that the sender of the file may want to know. */
export class WarningDto extends ErrorSummaryDto {}

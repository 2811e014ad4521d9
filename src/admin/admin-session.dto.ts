import { ApiProperty } from '@nestjs/swagger';

/** A session of the operator, as far as its cookie lets it be seen. */
export class AdminSessionDto {
  @ApiProperty({
    format: 'date-time',
    example: '2026-11-24T16:30:00Z',
    description: 'When the session ends.',
  })
  expires_at!: string;
}

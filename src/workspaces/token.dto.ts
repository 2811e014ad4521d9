import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches, ValidateIf } from 'class-validator';

/** RFC 3339 with an offset; whether the day exists Postgres decides. */
const INSTANT =
  /^(?!0000)\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)$/;

/** The body that creates a token. */
export class CreateTokenDto {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    format: 'date-time',
    example: '2027-11-24T00:00:00Z',
    description: 'When it stops working; null or absent: never.',
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @Matches(INSTANT, { message: 'expires_at must be an instant with an offset, like 2027-11-24T00:00:00Z' })
  expires_at?: string | null;
}

/** A token as a list shows it. */
export class TokenDto {
  @ApiProperty({
    format: 'uuid',
    example: '9c2f8a52-3f6e-4c0e-9d3d-71f0a6a0c003',
    description: 'Id of the token.',
  })
  id!: string;

  @ApiProperty({
    example: '3f9a',
    description: 'The last four characters of the token, by which people recognize it.',
  })
  token_suffix!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: null,
    description: 'When it stops working; null: never.',
  })
  expires_at!: string | null;

  @ApiProperty({
    format: 'date-time',
    example: '2026-11-24T09:00:00.123456Z',
    description: 'When it was made.',
  })
  created_at!: string;
}

/** A token in a list, which may contain revoked ones. */
export class ListedTokenDto extends TokenDto {
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: null,
    description: 'When it was revoked.',
  })
  revoked_at!: string | null;
}

/** The answer to the making of a token: the only time the token itself is shown. */
export class NewTokenDto extends TokenDto {
  @ApiProperty({
    example: `ptk_live_${'0123456789abcdef'.repeat(4)}`,
    description: 'The token. It is not kept: write it down now.',
  })
  token!: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length, MaxLength, ValidateIf } from 'class-validator';
import { type Role, ROLES } from '../auth/caller';

const ROLE_TEXT =
  'viewer reads; member also writes records, imports and exports; editor also changes type schemas; admin also manages robots.';
const given = (_: object, value: unknown): boolean => value !== undefined;
const givenAndNotNull = (_: object, value: unknown): boolean => value !== undefined && value !== null;

/** The body that creates a robot. */
export class CreateRobotDto {
  @ApiProperty({ example: 'Nightly loader', minLength: 1, maxLength: 255, description: 'Name for people.' })
  @IsString()
  @Length(1, 255)
  display_name!: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'Loads the vendor file.',
    maxLength: 2_000,
    description: 'What it is for.',
  })
  @ValidateIf((_: object, value: unknown) => givenAndNotNull(_, value))
  @IsString()
  @MaxLength(2_000)
  description?: string | null;

  @ApiProperty({ enum: ROLES, example: 'member', description: ROLE_TEXT })
  @IsIn(ROLES)
  role!: Role;
}

/** The body that changes a robot; absent fields stay as they are. */
export class UpdateRobotDto {
  @ApiPropertyOptional({
    example: 'Nightly loader',
    minLength: 1,
    maxLength: 255,
    description: 'Name for people.',
  })
  @ValidateIf(given)
  @IsString()
  @Length(1, 255)
  display_name?: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'Loads the vendor file.',
    maxLength: 2_000,
    description: 'What it is for.',
  })
  @ValidateIf(givenAndNotNull)
  @IsString()
  @MaxLength(2_000)
  description?: string | null;

  @ApiPropertyOptional({ enum: ROLES, example: 'member', description: ROLE_TEXT })
  @ValidateIf(given)
  @IsIn(ROLES)
  role?: Role;
}

/** A robot as clients see it. */
export class RobotDto {
  @ApiProperty({
    format: 'uuid',
    example: '2b1f8a52-3f6e-4c0e-9d3d-71f0a6a0c002',
    description: 'Id of the robot.',
  })
  id!: string;

  @ApiProperty({ example: 'Nightly loader', description: 'Name for people.' })
  display_name!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Loads the vendor file.',
    description: 'What it is for.',
  })
  description!: string | null;

  @ApiProperty({ enum: ROLES, example: 'member', description: ROLE_TEXT })
  role!: Role;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: null,
    description: 'When it was archived; its tokens stopped working then.',
  })
  archived_at!: string | null;

  @ApiProperty({
    format: 'date-time',
    example: '2026-11-24T09:00:00.123456Z',
    description: 'When it was made.',
  })
  created_at!: string;
}

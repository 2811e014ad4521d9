import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

/** A slug: what a URL may say instead of the UUID, and never of the form of one. */
export const SLUG =
  /^(?![0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$)[a-z0-9][a-z0-9-]{0,62}$/;
export const SLUG_MESSAGE =
  'a slug has 1 to 63 lower-case letters, digits and dashes, begins with a letter or digit and is no UUID';

/** The body that creates a workspace. */
export class CreateWorkspaceDto {
  @ApiProperty({
    example: 'research',
    pattern: '^[a-z0-9][a-z0-9-]{0,62}$',
    description: 'Names the workspace in URLs; unique.',
  })
  @IsString()
  @Matches(SLUG, { message: SLUG_MESSAGE })
  slug!: string;

  @ApiProperty({ example: 'Research desk', minLength: 1, maxLength: 255, description: 'Name for people.' })
  @IsString()
  @Length(1, 255)
  name!: string;
}

/** A workspace as clients see it. */
export class WorkspaceDto {
  @ApiProperty({
    format: 'uuid',
    example: '7d1a3c52-9f0e-4b7e-8a3d-51f0a6a0c001',
    description: 'Id of the workspace.',
  })
  id!: string;

  @ApiProperty({ example: 'research', description: 'Names the workspace in URLs.' })
  slug!: string;

  @ApiProperty({ example: 'Research desk', description: 'Name for people.' })
  name!: string;

  @ApiProperty({
    format: 'date-time',
    example: '2026-11-24T09:00:00.123456Z',
    description: 'When it was created.',
  })
  created_at!: string;
}

import { ApiExtraModels, ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { ImportSettingsDto } from '../imports/import-settings.dto';
import { FieldOptionsDto } from '../imports/options/field-options.dto';

/** The body that creates a profile. What only responses have is ignored, so that a profile can be copied. */
@ApiExtraModels(FieldOptionsDto)
export class CreateImportProfileDto extends ImportSettingsDto {
  @ApiProperty({
    example: 'vendor-a-prices',
    maxLength: 255,
    description:
      'Your own identifier of the profile, unique in the workspace: what `profile=` of an import names.',
  })
  @IsString()
  @MaxLength(255)
  identifier!: string;

  @ApiProperty({
    example: 'Vendor A: daily prices',
    minLength: 1,
    maxLength: 1_000,
    description: 'Name to show.',
  })
  @IsString()
  @Length(1, 1_000)
  name!: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'The file of 18:00. Give `defaults={"type_id":"ohlcv"}`.',
    maxLength: 4_000,
    description: 'What it is for, and what an import still has to give.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  description?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'instruments',
    maxLength: 100,
    description: 'What the files hold; an import with this profile need not say it then.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  resource_type?: string | null;
}

/** The body that changes a profile: absent properties stay, null removes a setting, an object replaces it as a whole. */
export class ChangeImportProfileDto extends PartialType(CreateImportProfileDto) {}

/** A profile as clients see it. Settings that are not given are left out. */
export class ImportProfileDto extends CreateImportProfileDto {
  @ApiProperty({
    format: 'uuid',
    example: '4f0d3c1e-6b0a-4a5e-9d2c-0d3d8a9f1b21',
    description: 'Id of the profile.',
  })
  id!: string;

  @ApiProperty({
    example: false,
    description: 'Whether every workspace has it; then nobody can change it, but it can be copied.',
  })
  built_in!: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: '2026-11-24T16:00:00.123456Z',
    description: 'When it was created; null for a built-in profile.',
  })
  created_at!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: '2026-11-24T16:00:00.123456Z',
    description: 'When it was changed last; null for a built-in profile.',
  })
  updated_at!: string | null;
}

/** Properties of a response that a body may repeat. */
export const READ_ONLY: readonly string[] = ['id', 'built_in', 'created_at', 'updated_at'];
/** Properties that are no settings of an import. */
export const OWN: readonly string[] = ['identifier', 'name', 'description', 'resource_type'];

import { ApiProperty, PartialType } from '@nestjs/swagger';
import {
  Allow,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { DATA_TYPES, type DataType } from '../catalog/record-type';
import type { JsonValue } from '../formats/json/json-value';

const MAX_ORDER = 2_147_483_647;

/** A custom field as it is declared; everything but the key has a default. */
export class CreateFieldDto {
  @ApiProperty({
    description: 'Key in `field_values`, in files and in filters; it never changes.',
    example: 'isin',
    pattern: '^[a-z][a-z0-9_]{0,62}$',
  })
  @IsString()
  @Matches(/^[a-z][a-z0-9_]{0,62}$/, {
    message:
      'field_key must start with a lower-case letter, followed by at most 62 lower-case letters, digits or underscores',
  })
  field_key!: string;

  @ApiProperty({
    description: 'Label to show; the key by default.',
    example: 'ISIN',
    maxLength: 1_000,
    required: false,
    nullable: true,
    type: String,
  })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  field_label?: string | null;

  @ApiProperty({
    description: 'What the field holds; text by default.',
    enum: DATA_TYPES,
    example: 'text',
    required: false,
    nullable: true,
  })
  @IsOptional()
  @IsIn(DATA_TYPES)
  data_type?: DataType | null;

  @ApiProperty({
    description: 'Required when a record is created, and never null; false by default.',
    example: true,
    required: false,
    nullable: true,
    type: Boolean,
  })
  @IsOptional()
  @IsBoolean()
  is_required?: boolean | null;

  @ApiProperty({
    description: 'A record that is created without the field gets the default; false by default.',
    example: false,
    required: false,
    nullable: true,
    type: Boolean,
  })
  @IsOptional()
  @IsBoolean()
  has_default?: boolean | null;

  @ApiProperty({
    description: 'The default, as a string or a native value of the data type.',
    example: null,
    required: false,
    oneOf: [{ type: 'string', nullable: true }, { type: 'number' }, { type: 'boolean' }],
  })
  @IsOptional()
  default_value?: JsonValue;

  @ApiProperty({
    description: 'Null may be given; true by default.',
    example: true,
    required: false,
    nullable: true,
    type: Boolean,
  })
  @IsOptional()
  @IsBoolean()
  allow_null?: boolean | null;

  @ApiProperty({
    description: 'Position among the fields, ties by key; the next one by default.',
    example: 1,
    minimum: 0,
    maximum: MAX_ORDER,
    required: false,
    nullable: true,
    type: 'integer',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_ORDER)
  display_order?: number | null;

  @ApiProperty({
    description: 'Accepted as part of a response, and ignored.',
    example: '0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11',
    required: false,
    readOnly: true,
    type: String,
  })
  @Allow()
  id?: unknown;

  @ApiProperty({
    description: 'Accepted as part of a response, and ignored.',
    example: '5f0c1b8e-7c0e-4d6e-8a53-0d7c2a51f0aa',
    required: false,
    readOnly: true,
    type: String,
  })
  @Allow()
  type_id?: unknown;

  @ApiProperty({
    description: 'Accepted as part of a response, and ignored.',
    example: '2026-11-24T16:00:00Z',
    required: false,
    readOnly: true,
    type: String,
  })
  @Allow()
  created_at?: unknown;

  @ApiProperty({
    description: 'Accepted as part of a response, and ignored.',
    example: '2026-11-24T16:00:00Z',
    required: false,
    readOnly: true,
    type: String,
  })
  @Allow()
  updated_at?: unknown;
}

/** What is to change of a custom field; what is left out stays. The key never changes, and may only be repeated. */
export class PatchFieldDto extends PartialType(CreateFieldDto) {}

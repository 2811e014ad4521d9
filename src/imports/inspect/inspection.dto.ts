import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import type { FileInspection } from '../../catalog/inspect/inspection';
import type { OptionsByField } from '../../catalog/binding/field-options';
import { COMPRESSIONS, type Compression } from '../../formats/compression';
import { FILE_FORMATS, type FileFormat } from '../../formats/format';
import type { JsonObject } from '../../formats/json/json-value';
import { ImportFormDto } from '../imports.dto';
import { ErrorSummaryDto } from '../job-report.dto';
import { CsvOptionsDto } from '../options/csv-options.dto';
import { JsonOptionsDto } from '../options/json-options.dto';
import { UnpivotDto } from '../options/unpivot.dto';
import {
  ColumnEvidenceDto,
  EncodingDto,
  EvidenceDto,
  ProposedTypeDto,
  QuestionDto,
  ResourceScoreDto,
  SampleRowDto,
} from './inspection-parts.dto';

/** The form of an inspection: that of an import, of which nothing but the file is required. */
export class InspectionFormDto extends OmitType(ImportFormDto, ['resource_type']) {
  @ApiPropertyOptional({
    example: '',
    description: 'What the file holds; left out: detected from its columns.',
  })
  resource_type?: string;
}

const object = (description: string, example: object): PropertyDecorator =>
  ApiProperty({ type: 'object', additionalProperties: true, example, description });

/** What is known of a file (docs/contract.md 2.8). Members with the names of fields of the form can be sent to an import as they are. */
export class InspectionDto implements FileInspection {
  @ApiProperty({ type: String, nullable: true, example: 'prices.csv', description: 'Name of the file.' })
  file_name!: string | null;

  @ApiProperty({ example: 262_144, description: 'Bytes that were sent.' })
  file_size!: number;

  @ApiProperty({
    example: true,
    description: 'Everything that was sent was inspected; else the first mebibyte.',
  })
  is_whole!: boolean;

  @ApiProperty({ enum: COMPRESSIONS, nullable: true, description: 'How the file is compressed.' })
  compression!: Compression | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'prices.csv',
    description: 'The file inside a zip archive.',
  })
  member!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'The one import profile, built in or own, that expects exactly these columns.',
  })
  matching_profile!: string | null;

  @ApiProperty({ enum: FILE_FORMATS, nullable: true, description: 'Format; null: none that is read.' })
  format!: FileFormat | null;

  @ApiProperty({ type: EncodingDto, description: 'Encoding of the text.' })
  encoding!: EncodingDto;

  @ApiProperty({
    type: CsvOptionsDto,
    nullable: true,
    description: 'How the CSV is written; what is left out has its default.',
  })
  csv_options!: CsvOptionsDto | null;

  @ApiProperty({ type: JsonOptionsDto, nullable: true, description: 'Where the records of the JSON are.' })
  json_options!: JsonOptionsDto | null;

  @ApiProperty({ type: [String], nullable: true, description: 'Names of the columns of a CSV.' })
  header!: string[] | null;

  @ApiProperty({ example: 5_000, description: 'Rows that were read: at most 5,000.' })
  rows_inspected!: number;

  @ApiProperty({ type: [ColumnEvidenceDto], description: 'What each column holds.' })
  columns!: ColumnEvidenceDto[];

  @ApiProperty({
    type: [ResourceScoreDto],
    description: 'How well the columns fit each resource type, the best first.',
  })
  scores!: ResourceScoreDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'instruments',
    description: 'What the file holds; null: it must be said.',
  })
  resource_type!: string | null;

  @object('Column → field; null ignores a column. Columns that are called as their field are left out.', {
    Symbol: 'identifier',
  })
  mapping!: Record<string, string | null>;

  @object('Field → constant for all rows.', { type_id: 'equity' })
  defaults!: JsonObject;

  @object('Field → how its cells are read.', { timestamp: { format: 'dd/MM/yyyy' } })
  field_options!: OptionsByField;

  @object('Reference → field by which it is looked up.', {})
  match!: Record<string, string>;

  @ApiProperty({ type: UnpivotDto, nullable: true, description: 'Wide to long.' })
  unpivot!: UnpivotDto | null;

  @ApiProperty({
    type: ProposedTypeDto,
    nullable: true,
    description: 'The type of all records; create it when it does not exist.',
  })
  type!: ProposedTypeDto | null;

  @ApiProperty({ type: [SampleRowDto], description: 'The first rows.' })
  sample!: SampleRowDto[];

  @ApiProperty({ type: [String], description: 'Columns that feed nothing.' })
  ignored_columns!: string[];

  @ApiProperty({ type: [QuestionDto], description: 'What the file leaves open.' })
  questions!: QuestionDto[];

  @ApiProperty({ type: [EvidenceDto], description: 'What each part of the proposal rests on.' })
  evidence!: EvidenceDto[];

  @ApiProperty({ type: [ErrorSummaryDto], description: 'What an import with these options would refuse.' })
  problems!: ErrorSummaryDto[];
}

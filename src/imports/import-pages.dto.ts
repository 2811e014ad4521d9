import { ApiProperty } from '@nestjs/swagger';
import { PageMetaDto } from '../http/pagination/page-meta.dto';
import { ImportJobDto, RowErrorDto } from './import-job.dto';

export class ImportPageDto {
  @ApiProperty({ type: [ImportJobDto], description: 'Newest first.' })
  data!: ImportJobDto[];

  @ApiProperty({ type: PageMetaDto, description: 'Where the next page begins.' })
  meta!: PageMetaDto;
}

export class ImportErrorPageDto {
  @ApiProperty({ type: [RowErrorDto], description: 'In the order of the file.' })
  data!: RowErrorDto[];

  @ApiProperty({ type: PageMetaDto, description: 'Where the next page begins.' })
  meta!: PageMetaDto;
}

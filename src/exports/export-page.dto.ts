import { ApiProperty } from '@nestjs/swagger';
import { PageMetaDto } from '../http/pagination/page-meta.dto';
import { ExportJobDto } from './export-job.dto';

/** One page of exports. */
export class ExportPageDto {
  @ApiProperty({ type: [ExportJobDto], description: 'Newest first.' })
  data!: ExportJobDto[];

  @ApiProperty({ type: PageMetaDto, description: 'Where the next page begins.' })
  meta!: PageMetaDto;
}

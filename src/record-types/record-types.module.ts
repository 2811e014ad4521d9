import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { RecordTypesService } from './record-types.service';
import { TypeFieldsService } from './type-fields.service';

const shared = [RecordTypesService, TypeFieldsService];

/** Types with custom fields, for any resource whose records have a type. */
@Module({ imports: [RecordsModule], providers: shared, exports: shared })
export class RecordTypesModule {}

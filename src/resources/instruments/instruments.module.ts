import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordTypesModule } from '../../record-types/record-types.module';
import { RecordsModule } from '../../records/records.module';
import { FieldsOfInstrumentTypeController } from './fields-of-instrument-type.controller';
import { Instrument } from './instrument.entity';
import { InstrumentType } from './instrument-type.entity';
import { InstrumentTypeFieldsController } from './instrument-type-fields.controller';
import { InstrumentTypesController } from './instrument-types.controller';
import { instrumentTypes } from './instrument-types.resource';
import { InstrumentsController } from './instruments.controller';
import { instruments } from './instruments.resource';

/** Instruments and their types. */
@Module({
  imports: [TypeOrmModule.forFeature([Instrument, InstrumentType]), RecordsModule, RecordTypesModule],
  controllers: [
    InstrumentsController,
    InstrumentTypesController,
    FieldsOfInstrumentTypeController,
    InstrumentTypeFieldsController,
  ],
})
export class InstrumentsModule {
  static readonly resources = [instrumentTypes, instruments];
}

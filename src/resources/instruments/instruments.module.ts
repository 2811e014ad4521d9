import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordTypesModule } from '../../record-types/record-types.module';
import { RecordsModule } from '../../records/records.module';
import {
  FieldsOfInstrumentTypeController,
  InstrumentsController,
  InstrumentTypeFieldsController,
  InstrumentTypesController,
} from './instruments.controllers';
import { Instrument, InstrumentType } from './instruments.entities';
import { instrumentTypes } from './instrument-types.resource';
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

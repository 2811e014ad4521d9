import { Module } from '@nestjs/common';
import { ConformanceService } from './conformance.service';
import { RecordArchiver } from './record-archiver';
import { RecordReader } from './record-reader';
import { RecordWriter } from './record-writer';
import { TypeReader } from './type-reader';

const shared = [TypeReader, RecordReader, RecordWriter, RecordArchiver];

/** Reading and editing single records of any described resource. */
@Module({ providers: [...shared, ConformanceService], exports: shared })
export class RecordsModule {}

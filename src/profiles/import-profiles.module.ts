import { Global, Module } from '@nestjs/common';
import { ImportProfiles } from '../imports/upload/import-profiles';
import { ImportProfilesController } from './import-profiles.controller';
import { ImportProfilesService } from './import-profiles.service';
import { ProfileReader } from './profile-reader';
import { ProfileStore } from './profile-store';

/** Import profiles: their endpoints, and where imports find them. Global, because imports do not know this module. */
@Global()
@Module({
  controllers: [ImportProfilesController],
  providers: [
    ProfileStore,
    ProfileReader,
    ImportProfilesService,
    { provide: ImportProfiles, useExisting: ImportProfilesService },
  ],
  exports: [ImportProfiles],
})
export class ImportProfilesModule {}

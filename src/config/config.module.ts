import { Global, Module } from '@nestjs/common';
import { readSettings } from './settings';

/** Token under which the settings are injected: `@Inject(SETTINGS) settings: Settings`. */
export const SETTINGS = Symbol('settings');

@Global()
@Module({
  providers: [{ provide: SETTINGS, useFactory: () => readSettings() }],
  exports: [SETTINGS],
})
export class ConfigModule {}

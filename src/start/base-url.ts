import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '../config/settings';
import { localBase } from '../config/wildcard-host';

/** Where people reach a listening application, without a slash at the end. */
export function findBaseUrl(app: NestExpressApplication, { publicUrl, host }: Settings): string {
  if (publicUrl !== '') return publicUrl.replace(/\/+$/, '');
  const { port } = app.getHttpServer().address() as AddressInfo; // PORT may have been 0
  return localBase(host, port);
}

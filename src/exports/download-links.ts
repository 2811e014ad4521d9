import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import { Signer } from '../auth/signer';
import { SETTINGS } from '../config/config.module';
import { localBase } from '../config/wildcard-host';
import type { Settings } from '../config/settings';
import type { ExportRow } from './export-store';

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** Creates the URL under which the file of an export can be downloaded without a token. */
@Injectable()
export class DownloadLinks {
  constructor(
    private readonly signer: Signer,
    private readonly host: HttpAdapterHost,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * A new absolute URL, valid from now; null while there is no file and after the file was removed.
   * `requestBase` is the address at which the caller has reached this server.
   */
  of({ job, workspaceId, removed }: ExportRow, requestBase: string | null): string | null {
    if (job.status !== 'completed' || removed) return null;
    const expires = Math.floor((Date.now() + this.settings.downloadMinutes * MINUTE_MS) / SECOND_MS);
    const query = `expires=${expires}&signature=${this.signer.sign('download', job.id, expires)}`;
    return `${this.base(requestBase)}/v1/workspaces/${workspaceId}/exports/${job.id}/download?${query}`;
  }

  private base(requestBase: string | null): string {
    const { publicUrl, host } = this.settings;
    if (publicUrl !== '') return publicUrl.replace(/\/+$/, '');
    return requestBase ?? localBase(host, this.port());
  }

  /** The port that the server listens on: with PORT=0 the system chooses it. */
  private port(): number {
    const address = (this.host.httpAdapter.getHttpServer() as Server).address();
    return typeof address === 'object' && address !== null ? address.port : this.settings.port;
  }
}

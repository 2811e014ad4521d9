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

/** Writes the URL under which the file of an export can be fetched without a token. */
@Injectable()
export class DownloadLinks {
  constructor(
    private readonly signer: Signer,
    private readonly host: HttpAdapterHost,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * A fresh absolute URL, valid from now; null while there is no file, and again after it was removed. `requestBase` is the
   * address at which the caller has reached this server; the URL is for that caller alone.
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

  /** The port that the server really has: PORT=0 takes a free one. */
  private port(): number {
    const address = (this.host.httpAdapter.getHttpServer() as Server).address();
    return typeof address === 'object' && address !== null ? address.port : this.settings.port;
  }
}

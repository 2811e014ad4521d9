import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import express, { type NextFunction, type Request, type Response } from 'express';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { problem } from '../http/problem/problem.exception';

/** First part of the path of every page of the console but its start page, which is `/`. */
const PAGES: readonly string[] = ['import', 'export', 'explore', 'calendars', 'types', 'jobs'];
const NONCE = '__CSP_NONCE__';
const NOT_BUILT = 'The console is not built on this server: run "npm run build". The API is at /docs.';

/**
 * Serves the console: its page at `/` (to whoever asks for HTML) and at the paths of its pages, its files under
 * `/console/`. Everything else goes on. Files have the hash of their content in their name, so caches may keep them.
 */
@Injectable()
export class ConsoleMiddleware implements NestMiddleware {
  private readonly folder: string;
  private readonly files: express.Handler;
  private page: Promise<string> | null = null;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.folder = findConsole(settings.consoleDir);
    this.files = express.static(join(this.folder, 'assets'), {
      index: false,
      redirect: false,
      setHeaders: keep,
    });
  }

  use(request: Request, response: Response, next: NextFunction): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') next();
    else if (isPage(request)) this.answerPage(response).catch(next);
    else if (pathOf(request).startsWith('/console/assets/')) this.answerFile(request, response, next);
    else next();
  }

  private answerFile(request: Request, response: Response, next: NextFunction): void {
    const { url } = request;
    request.url = request.originalUrl.slice('/console/assets'.length);
    this.files(request, response, (error?: unknown) => {
      request.url = url;
      next(error);
    });
  }

  private async answerPage(response: Response): Promise<void> {
    const nonce = randomBytes(18).toString('base64');
    const page = await this.readPage();
    response.set({ 'Content-Security-Policy': consolePolicy(nonce), Vary: 'Accept' });
    response.type('html').send(page.replaceAll(NONCE, nonce));
  }

  /** Reads the page once; while it does not exist, each request tries again. */
  private async readPage(): Promise<string> {
    this.page ??= readFile(join(this.folder, 'index.html'), 'utf8');
    try {
      return await this.page;
    } catch (error) {
      this.page = null;
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw problem(404, 'not_found', NOT_BUILT);
      throw error;
    }
  }
}

/** Replaces `no-store`, the default of every response. */
function keep(response: Response): void {
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
}

/** Programs that request `/` receive the description of the server as JSON; browsers prefer HTML and receive the console. */
function isPage(request: Request): boolean {
  const path = pathOf(request);
  if (path === '/') return request.accepts(['json', 'html']) === 'html';
  return PAGES.includes(path.split('/')[1] ?? '');
}

/** The whole path: under a wildcard, Express passes only the rest, which is `/`, to a middleware. */
const pathOf = ({ originalUrl }: Request): string => originalUrl.split('?', 1)[0] ?? '';

/** Content-Security-Policy of the pages of the console; only styles with the nonce of this response are allowed. */
function consolePolicy(nonce: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** dist/console of the project, seen from dist/src/console: the code that runs as TypeScript has no built console. */
const BUILT = join(__dirname, '../../../dist/console');

/** The folder of the built console: what CONSOLE_DIR names, or the one beside the built code. */
const findConsole = (consoleDir: string): string => (consoleDir === '' ? BUILT : consoleDir);

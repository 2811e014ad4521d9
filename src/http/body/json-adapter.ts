import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import express, { type Response } from 'express';
import { writeJson } from '../../formats/json/write-json';

/** Express, but bodies are read by our interceptor and objects are answered as JSON that keeps every digit. */
class JsonAdapter extends ExpressAdapter {
  constructor() {
    const app = express();
    app.disable('x-powered-by').set('etag', false).set('query parser', 'simple').set('trust proxy', false);
    // Only the download has a validator, and it evaluates conditions itself.
    Object.defineProperty(app.request, 'fresh', { value: false });
    super(app);
  }

  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (typeof body !== 'object' || body === null || body instanceof StreamableFile) {
      return super.reply(response, body, statusCode);
    }
    if (statusCode !== undefined) response.status(statusCode);
    if (!response.hasHeader('Content-Type'))
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
    return response.send(writeJson(body));
  }

  override registerParserMiddleware(): void {
    // No parser of Express: it would read a body before the access guard has checked the token, and round its numbers.
  }
}

/** The adapter for `NestFactory.create(AppModule, createAdapter())`. */
export const createAdapter = (): ExpressAdapter => new JsonAdapter();

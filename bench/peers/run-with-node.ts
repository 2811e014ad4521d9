import { createReadStream, createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Step } from './step';

/** Runs a script inside this process; returns null because its memory cannot be measured separately. */
export async function runWithNode(url: string, steps: readonly Step[]): Promise<null> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const step of steps) await runStep(client, step);
  } finally {
    await client.end();
  }
  return null;
}

async function runStep(client: Client, step: Step): Promise<void> {
  if ('sql' in step) {
    await client.query(step.sql);
  } else if ('copy' in step) {
    const copy = client.query(copyFrom(`COPY ${step.copy} FROM STDIN WITH (${step.options})`));
    await pipeline(createReadStream(step.from), copy);
  } else {
    const rows = client.query(copyTo(`COPY (${step.select}) TO STDOUT WITH (${step.options})`));
    await pipeline(
      rows,
      step.gzip ? createGzip({ level: 1 }) : new PassThrough(),
      createWriteStream(step.to),
    );
  }
}

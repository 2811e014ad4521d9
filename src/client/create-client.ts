import createOpenApiClient, { type Client } from 'openapi-fetch';
import type { paths } from './api-types';

/** The API, typed from docs/openapi.json: an unknown path, field or status does not compile. */
export type AlmagestClient = Client<paths>;

/**
 * A client of the server at `url`; every request carries `token`. Redirects are errors: Almagest sends none, the token is only
 * for this server, and fetch would keep a copy of each file in memory in order to send it again.
 */
export function createClient(url: string, token: string): AlmagestClient {
  const headers = { Authorization: `Bearer ${token}` };
  return createOpenApiClient<paths>({ baseUrl: url, headers, redirect: 'error' });
}

/** Converts a body to multipart/form-data with its files last, for the `bodySerializer` of a request with a file. */
export function formOf(body: Readonly<Record<string, unknown>>, fileName: string): FormData {
  const form = new FormData();
  const files: [string, Blob][] = [];
  for (const [name, value] of Object.entries(body)) {
    if (value instanceof Blob) files.push([name, value]);
    else if (value !== undefined) form.append(name, String(value));
  }
  for (const [name, file] of files) form.append(name, file, fileName);
  return form;
}

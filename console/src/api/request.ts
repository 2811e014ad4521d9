import { ApiProblem } from './api-problem';
import { readExactJson } from './read-exact-json';

/** Who is signed in, and where. */
export interface Session {
  workspace: string;
  token: string;
}

/** A path inside the workspace of a session. */
export const pathOf = ({ workspace }: Session, path: string): string =>
  `/v1/workspaces/${encodeURIComponent(workspace)}${path}`;

/** Sends a request with the token of the session; resolves when the headers of the response arrive. Throws an ApiProblem. */
export async function send(
  session: Session,
  method: string,
  path: string,
  options: { body?: unknown; signal?: AbortSignal } = {},
): Promise<Response> {
  const { body, signal } = options;
  const headers: Record<string, string> = { Authorization: `Bearer ${session.token}` };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const init: RequestInit = { method, headers, ...(signal && { signal }) };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(pathOf(session, path), init).catch((error: unknown) => {
    throw signal?.aborted === true ? error : ApiProblem.unreachable();
  });
  if (!response.ok) throw ApiProblem.of(response.status, await response.text());
  return response;
}

/** Sends a request and returns its JSON; undefined when the response has no body. */
export async function request<T>(
  session: Session,
  method: string,
  path: string,
  options: { body?: unknown; signal?: AbortSignal } = {},
): Promise<T> {
  const response = await send(session, method, path, options);
  const text = await response.text();
  return (text === '' ? undefined : readExactJson(text)) as T;
}

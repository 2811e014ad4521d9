import { ApiProblem } from './api-problem';
import type { ImportJob } from './dto';
import { pathOf, type Session } from './request';

/** Sends the form of an import and returns the queued job. Only XMLHttpRequest reports the progress of an upload. */
export function upload(
  session: Session,
  form: FormData,
  sent: (fraction: number) => void,
  signal: AbortSignal,
): Promise<ImportJob> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', pathOf(session, '/imports'));
    request.setRequestHeader('Authorization', `Bearer ${session.token}`);
    request.upload.onprogress = ({ loaded, total }) => sent(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status === 202) resolve(JSON.parse(request.responseText) as ImportJob);
      else reject(ApiProblem.of(request.status, request.responseText));
    };
    request.onerror = () => reject(ApiProblem.unreachable());
    request.onabort = () => reject(new DOMException('Left.', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

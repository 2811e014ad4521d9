import { send, type Session } from './request';

/** Downloads a file that needs the token, under this name. */
export async function saveFile(session: Session, path: string, name: string): Promise<void> {
  const response = await send(session, 'GET', path);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // the browser may still be reading it
}

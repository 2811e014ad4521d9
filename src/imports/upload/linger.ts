import type { Request, Response } from 'express';

const LINGER_MS = 2_000;

/**
 * Lets a client read an answer that comes while it is still sending: the connection closes behind the answer, but for a
 * moment what arrives is thrown away. Closed at once, the kernel would reset it and the answer would be lost.
 */
export function lingerAfterAnswer(request: Request, response: Response): void {
  const { socket } = request;
  response.setHeader('Connection', 'close');
  socket.destroySoon = () => {
    const timer = setTimeout(() => socket.destroy(), LINGER_MS);
    socket.once('close', () => clearTimeout(timer));
    socket.end();
    request.resume();
  };
}

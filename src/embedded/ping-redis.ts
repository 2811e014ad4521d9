import { connect } from 'node:net';
import { LOOPBACK } from './free-port';

const ANSWER_MS = 1_000;

/** Whether the Redis on this port takes the password and answers; false while it loads its data. */
export async function pingRedis(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ port, host: LOOPBACK, timeout: ANSWER_MS });
    const settle = (): void => {
      socket.destroy();
      resolve(answer === '+OK\r\n+PONG\r\n');
    };
    socket.on('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (answer.split('\r\n').length > 2) settle();
    });
    socket.on('timeout', settle).on('error', settle).on('close', settle);
  });
}

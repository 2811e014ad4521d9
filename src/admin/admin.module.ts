import { InjectQueue } from '@nestjs/bull';
import { Module, type NestModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Queue } from 'bull';
import type { NextFunction, Request, Response } from 'express';
import { AuthModule } from '../auth/auth.module';
import { problem } from '../http/problem/problem.exception';
import { answerProblem } from '../http/problem/problem.filter';
import { NotificationQueues } from '../queue/notification-queues';
import { QueueModule } from '../queue/queue.module';
import { AdminGate } from './admin-gate';
import { AdminSessionController } from './admin-session.controller';
import { AdminSessions } from './admin-sessions';
import { createQueueBoard } from './queue-board';

const BOARD = '/admin/queues';

/** Pages for the operator of the server: the board of the queues, behind a session. */
@Module({
  imports: [AuthModule, QueueModule],
  controllers: [AdminSessionController],
  providers: [AdminSessions, AdminGate],
})
export class AdminModule implements NestModule {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly gate: AdminGate,
    private readonly notifications: NotificationQueues,
    @InjectQueue('imports') private readonly imports: Queue,
    @InjectQueue('exports') private readonly exports: Queue,
  ) {}

  /** The board is an application of Express, no controller: it is mounted here, before the routes. */
  configure(): void {
    const board = createQueueBoard(BOARD, [this.imports, this.exports]);
    this.host.httpAdapter.use(BOARD, this.gate.check, this.whileRedisIsUp, board);
  }

  /** Without Redis no call of Bull ever returns, and the board would wait for it. */
  private readonly whileRedisIsUp = (request: Request, response: Response, next: NextFunction): void => {
    if (!request.path.startsWith('/api/')) return next();
    this.notifications.ping().then(
      () => next(),
      () =>
        answerProblem(
          request,
          response,
          problem(503, 'unavailable', 'Redis is not available; jobs run without it.'),
        ),
    );
  };
}

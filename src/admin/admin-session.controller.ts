import { Controller, Inject, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Caller } from '../auth/caller';
import { CurrentCaller } from '../auth/current-caller.decorator';
import { RequiresOperator } from '../auth/requires.decorator';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { AdminSessionDto } from './admin-session.dto';
import { AdminSessions, SESSION_SECONDS } from './admin-sessions';
import { writeSessionCookie } from './session-cookie';

/** Opens the pages for the operator's browser, which cannot send a bearer token with a page. */
@Controller('admin/session')
@ApiTags('Operator')
@ApiBearerAuth('bearer')
export class AdminSessionController {
  constructor(
    private readonly sessions: AdminSessions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  @RequiresOperator()
  @ApiOperation({
    summary: 'Open the pages of the operator in this browser',
    description:
      'Answers a cookie for the pages under `/admin` (the board of the queues at `/admin/queues`). It opens nothing under `/v1`.',
  })
  @ApiCreatedResponse({
    type: AdminSessionDto,
    description: 'The session; its cookie is HttpOnly and SameSite=Strict.',
    headers: { 'Set-Cookie': { description: 'The cookie of the session.', schema: { type: 'string' } } },
  })
  open(
    @CurrentCaller() { tokenId }: Caller,
    @Res({ passthrough: true }) response: Response,
  ): AdminSessionDto {
    const expires = Math.floor(Date.now() / 1_000) + SESSION_SECONDS;
    const secure = this.settings.publicUrl.startsWith('https:');
    response.append('Set-Cookie', writeSessionCookie(this.sessions.open(tokenId, expires), secure));
    return { expires_at: new Date(expires * 1_000).toISOString().replace('.000Z', 'Z') };
  }
}

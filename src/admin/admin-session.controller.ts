import { Controller, Inject, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Caller } from '../auth/caller';
import { CurrentCaller, RequiresOperator } from '../auth/decorators';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { AdminSessions, SESSION_SECONDS, writeSessionCookie } from './admin-sessions';

/** A session of the operator, as far as its cookie lets it be seen. */
export class AdminSessionDto {
  @ApiProperty({
    format: 'date-time',
    example: '2026-11-24T16:30:00Z',
    description: 'When the session ends.',
  })
  expires_at!: string;
}

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
      'Returns a cookie for the pages under `/admin` (the board of the queues at `/admin/queues`). It opens nothing under `/v1`.',
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

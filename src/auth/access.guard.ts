import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { enterWorkspace } from '../database/scope';
import { problem, ProblemException } from '../http/problem/problem.exception';
import type { Caller } from './caller';
import { clientOf } from './client-address';
import { hashToken, isToken } from './create-token';
import { InvalidTokenLimit } from './invalid-token-limit';
import { OR_SIGNED } from './or-signed.decorator';
import { rememberPrincipal } from './principal';
import { RateLimiter } from './rate-limiter';
import { readBearer, unauthorized } from './read-bearer';
import { ACCESS, type Access } from './requires.decorator';
import { reaches } from './role';
import { isSigned } from './signed-request';
import { Signer } from './signer';
import { type Authenticated, TokenService } from './token.service';
import { WorkspaceResolver } from './workspace-resolver';

/** The one guard. In this order: 429 too many invalid tokens from the address, 401 no valid token, 429 too fast, 404 not the caller's workspace, 403 role too low. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly limiter: RateLimiter;
  private readonly invalid: InvalidTokenLimit;

  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenService,
    private readonly workspaces: WorkspaceResolver,
    private readonly signer: Signer,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.limiter = new RateLimiter(settings.ratePerSecond);
    this.invalid = new InvalidTokenLimit(settings.invalidTokensPerMinute);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === 'public') return true;
    if (access === undefined) throw new Error('A route without @Requires or @Public was called.');
    const request = context.switchToHttp().getRequest<Request>();
    if (
      this.reflector.get<true | undefined>(OR_SIGNED, context.getHandler()) &&
      isSigned(request, this.signer)
    )
      return true;
    const authenticated = await this.authenticate(request);
    this.limit(authenticated.caller.tokenId);
    const name = request.params['workspaceId'];
    const workspaceId = typeof name === 'string' ? await this.workspaces.resolve(name, authenticated) : null;
    refuseLowerRole(authenticated.caller, access);
    if (workspaceId !== null) enterWorkspace(workspaceId);
    rememberPrincipal(request, { caller: authenticated.caller, workspaceId });
    return true;
  }

  /** What has not the form of a token costs no look-up, and counts for nothing. */
  private authenticate(request: Request): Promise<Authenticated> {
    const token = readBearer(request);
    if (!isToken(token)) throw unauthorized();
    const sha256 = hashToken(token);
    const authenticate = (): Promise<Authenticated> => this.tokens.authenticate(sha256);
    return this.invalid.run(clientOf(request.ip ?? ''), sha256.toString('hex'), authenticate, isUnauthorized);
  }

  private limit(tokenId: string): void {
    const seconds = this.limiter.take(tokenId);
    if (seconds === 0) return;
    const headers = { 'Retry-After': String(seconds) };
    throw problem(429, 'rate_limited', `Too many requests with this token. Wait ${seconds} s.`, { headers });
  }
}

const isUnauthorized = (error: unknown): boolean =>
  error instanceof ProblemException && error.code === 'unauthorized';

function refuseLowerRole({ role, isOperator }: Caller, access: Exclude<Access, 'public'>): void {
  if (access === 'operator') {
    if (!isOperator) throw problem(403, 'forbidden', 'Only the operator of this server may do this.');
  } else if (!reaches(role, access)) {
    throw problem(403, 'forbidden', `This needs the role ${access}; the token has the role ${role}.`);
  }
}

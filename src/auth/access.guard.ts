import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { enterWorkspace } from '../database/work-context';
import { SharedRedis } from '../redis/shared-redis';
import { problem, ProblemException } from '../http/problem/problem.exception';
import { type Caller, reaches, rememberPrincipal } from './caller';
import { clientOf, InvalidTokenLimit } from './invalid-token-limit';
import { hashToken, isToken, readBearer, unauthorized } from './bearer-token';
import { type Access, ACCESS, OR_SIGNED } from './decorators';
import { isSigned } from './signed-request';
import { Signer } from './signer';
import { SharedBuckets } from './shared-buckets';
import { type Authenticated, TokenService } from './token.service';
import { WorkspaceResolver } from './workspace-resolver';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/**
 * The one guard. A signed URL, where the route accepts one: 403 when it has expired, 404 for an unknown workspace. Every
 * other request, in this order: 429 for too many invalid tokens from the address, 401 without a valid token, 429 for too
 * many requests, 404 for a workspace that is not the caller's, 403 for a role that is too low.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly requests: SharedBuckets;
  private readonly invalid: InvalidTokenLimit;

  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenService,
    private readonly workspaces: WorkspaceResolver,
    private readonly signer: Signer,
    redis: SharedRedis,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.requests = new SharedBuckets(redis, 'requests', settings.ratePerSecond, SECOND_MS);
    const clients = new SharedBuckets(redis, 'clients', settings.invalidTokensPerMinute, MINUTE_MS);
    this.invalid = new InvalidTokenLimit(clients);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === 'public') return true;
    if (access === undefined) throw new Error('A route without @Requires or @Public was called.');
    const request = context.switchToHttp().getRequest<Request>();
    const name = request.params['workspaceId'];
    if (this.isOpenToSigned(context) && isSigned(request, this.signer)) {
      return admit(request, null, await this.workspaces.find(String(name).toLowerCase()));
    }
    const authenticated = await this.authenticate(request);
    await this.limit(authenticated.caller.tokenId);
    const workspaceId = typeof name === 'string' ? await this.workspaces.resolve(name, authenticated) : null;
    refuseLowerRole(authenticated.caller, access);
    return admit(request, authenticated.caller, workspaceId);
  }

  private isOpenToSigned(context: ExecutionContext): boolean {
    return this.reflector.get<true | undefined>(OR_SIGNED, context.getHandler()) === true;
  }

  /** A text without the form of a token is not looked up, and does not count as an invalid token. */
  private authenticate(request: Request): Promise<Authenticated> {
    const token = readBearer(request);
    if (!isToken(token)) throw unauthorized();
    const sha256 = hashToken(token);
    const authenticate = (): Promise<Authenticated> => this.tokens.authenticate(sha256);
    return this.invalid.run(clientOf(request.ip ?? ''), sha256.toString('hex'), authenticate, isUnauthorized);
  }

  private async limit(tokenId: string): Promise<void> {
    const seconds = await this.requests.take(tokenId);
    if (seconds === 0) return;
    const headers = { 'Retry-After': String(seconds) };
    throw problem(429, 'rate_limited', `Too many requests with this token. Wait ${seconds} s.`, { headers });
  }
}

/** Lets a request in: its statements belong to the workspace, and its handler can ask for both. */
function admit(request: Request, caller: Caller | null, workspaceId: string | null): true {
  if (workspaceId !== null) enterWorkspace(workspaceId);
  rememberPrincipal(request, { caller, workspaceId });
  return true;
}

const isUnauthorized = (error: unknown): boolean =>
  error instanceof ProblemException && error.code === 'unauthorized';

function refuseLowerRole({ role, isOperator }: Caller, access: Exclude<Access, 'public'>): void {
  if (access === 'operator') {
    if (!isOperator) throw problem(403, 'forbidden', 'Only the operator of this server may do this.');
  } else if (!reaches(role, access)) {
    throw problem(
      403,
      'forbidden',
      `This operation requires the role ${access}; the token has the role ${role}.`,
    );
  }
}

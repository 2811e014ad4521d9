import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { RouteCheck } from './route-check';
import { Signer } from './signer';
import { TokenService } from './token.service';
import { WorkspaceResolver } from './workspace-resolver';

/** Who calls, and what they may: one guard before every route. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    TokenService,
    WorkspaceResolver,
    Signer,
    RouteCheck,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Signer, TokenService],
})
export class AuthModule {}

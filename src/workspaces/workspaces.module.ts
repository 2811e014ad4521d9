import { Module } from '@nestjs/common';
import { BootstrapService } from './bootstrap.service';
import { RobotStore } from './robot-store';
import { RobotsController } from './robots.controller';
import { TokenStore } from './token-store';
import { TokensController } from './tokens.controller';
import { WorkspaceStore } from './workspace-store';
import { WorkspacesController } from './workspaces.controller';

/** The tenants, their robots and the robots' tokens. */
@Module({
  controllers: [WorkspacesController, RobotsController, TokensController],
  providers: [WorkspaceStore, RobotStore, TokenStore, BootstrapService],
  exports: [BootstrapService],
})
export class WorkspacesModule {}

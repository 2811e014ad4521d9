import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Requires, RequiresOperator, WorkspaceId } from '../auth/decorators';
import { Problems } from '../http/openapi/operations';
import { CreateWorkspaceDto, WorkspaceDto } from './workspace.dto';
import { WorkspaceStore } from './workspace-store';

@Controller('v1/workspaces')
@ApiTags('Workspaces')
@ApiBearerAuth('bearer')
export class WorkspacesController {
  constructor(private readonly workspaces: WorkspaceStore) {}

  @Post()
  @RequiresOperator()
  @ApiOperation({
    summary: 'Make a workspace',
    description: 'Only with the operator token of the first start.',
  })
  @ApiCreatedResponse({ type: WorkspaceDto, description: 'The workspace.' })
  @Problems('conflict')
  async create(
    @Body() body: CreateWorkspaceDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WorkspaceDto> {
    const workspace = await this.workspaces.create(body);
    response.location(`/v1/workspaces/${workspace.id}`);
    return workspace;
  }

  @Get(':workspaceId')
  @Requires('viewer')
  @ApiOperation({ summary: 'Read a workspace' })
  @ApiOkResponse({ type: WorkspaceDto, description: 'The workspace.' })
  get(@WorkspaceId() workspaceId: string): Promise<WorkspaceDto> {
    return this.workspaces.get(workspaceId);
  }
}

import { Body, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Requires, WorkspaceController, WorkspaceId } from '../auth/decorators';
import { type Page, pageSchema } from '../http/pagination/page';
import { Problems } from '../http/openapi/operations';
import { ListQuery } from './list-page';
import { CreateRobotDto, RobotDto, UpdateRobotDto } from './robot.dto';
import { RobotStore } from './robot-store';

const USER_ID = { name: 'userId', format: 'uuid', description: 'UUID of the robot.' };

@WorkspaceController('memberships/robots', 'Robots')
export class RobotsController {
  constructor(private readonly robots: RobotStore) {}

  @Post()
  @Requires('admin')
  @ApiOperation({ summary: 'Make a robot', description: 'It can do nothing until a token is made for it.' })
  @ApiCreatedResponse({ type: RobotDto, description: 'The robot.' })
  async create(
    @WorkspaceId() workspaceId: string,
    @Body() body: CreateRobotDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RobotDto> {
    const robot = await this.robots.create(workspaceId, body);
    response.location(`/v1/workspaces/${workspaceId}/memberships/robots/${robot.id}`);
    return robot;
  }

  @Get()
  @Requires('admin')
  @ApiOperation({ summary: 'List robots', description: 'Oldest first.' })
  @ApiOkResponse({ schema: pageSchema(RobotDto), description: 'A page of robots.' })
  @Problems('invalid_cursor')
  list(@WorkspaceId() workspaceId: string, @Query() query: ListQuery): Promise<Page<RobotDto>> {
    return this.robots.list(workspaceId, query);
  }

  @Get(':userId')
  @Requires('admin')
  @ApiOperation({ summary: 'Read a robot' })
  @ApiParam(USER_ID)
  @ApiOkResponse({ type: RobotDto, description: 'The robot.' })
  get(@WorkspaceId() workspaceId: string, @Param('userId') id: string): Promise<RobotDto> {
    return this.robots.get(workspaceId, id);
  }

  @Patch(':userId')
  @Requires('admin')
  @ApiOperation({
    summary: 'Change a robot',
    description: 'A new role counts from the next request of its tokens on.',
  })
  @ApiParam(USER_ID)
  @ApiOkResponse({ type: RobotDto, description: 'The robot.' })
  update(
    @WorkspaceId() workspaceId: string,
    @Param('userId') id: string,
    @Body() body: UpdateRobotDto,
  ): Promise<RobotDto> {
    return this.robots.update(workspaceId, id, body);
  }

  @Delete(':userId')
  @HttpCode(204)
  @Requires('admin')
  @ApiOperation({ summary: 'Archive a robot', description: 'Its tokens stop working at once.' })
  @ApiParam(USER_ID)
  @ApiNoContentResponse({ description: 'The robot is archived.' })
  archive(@WorkspaceId() workspaceId: string, @Param('userId') id: string): Promise<void> {
    return this.robots.archive(workspaceId, id);
  }
}

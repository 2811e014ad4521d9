import { Body, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
} from '@nestjs/swagger';
import type { Caller } from '../auth/caller';
import { CurrentCaller, Requires, WorkspaceController, WorkspaceId } from '../auth/decorators';
import { type Page, pageSchema } from '../http/pagination/page';
import { Problems } from '../http/openapi/operations';
import { ListQuery } from './list-page';
import { CreateTokenDto, ListedTokenDto, NewTokenDto } from './token.dto';
import { TokenStore } from './token-store';

const USER_ID = { name: 'userId', format: 'uuid', description: 'UUID of the robot.' };
const TOKEN_ID = { name: 'tokenId', format: 'uuid', description: 'UUID of the token.' };

@WorkspaceController('memberships/robots/:userId/tokens', 'Robots')
@ApiExtraModels(ListedTokenDto)
export class TokensController {
  constructor(private readonly tokens: TokenStore) {}

  @Post()
  @Requires('admin')
  @ApiOperation({
    summary: 'Make a token',
    description: 'The answer is the only one that ever shows the token.',
  })
  @ApiParam(USER_ID)
  @ApiCreatedResponse({ type: NewTokenDto, description: 'The token.' })
  @Problems('conflict')
  create(
    @WorkspaceId() workspaceId: string,
    @Param('userId') robotId: string,
    @Body() { expires_at }: CreateTokenDto,
    @CurrentCaller() caller: Caller,
  ): Promise<NewTokenDto> {
    return this.tokens.create({ workspaceId, robotId }, expires_at ?? null, caller.robotId);
  }

  @Get()
  @Requires('admin')
  @ApiOperation({ summary: 'List tokens', description: 'Without the tokens themselves, oldest first.' })
  @ApiParam(USER_ID)
  @ApiOkResponse({ schema: pageSchema(ListedTokenDto), description: 'A page of tokens.' })
  @Problems('invalid_cursor')
  list(
    @WorkspaceId() workspaceId: string,
    @Param('userId') robotId: string,
    @Query() query: ListQuery,
  ): Promise<Page<ListedTokenDto>> {
    return this.tokens.list({ workspaceId, robotId }, query);
  }

  @Delete(':tokenId')
  @HttpCode(204)
  @Requires('admin')
  @ApiOperation({ summary: 'Revoke a token', description: 'It stops working at once.' })
  @ApiParam(USER_ID)
  @ApiParam(TOKEN_ID)
  @ApiNoContentResponse({ description: 'The token is revoked.' })
  revoke(
    @WorkspaceId() workspaceId: string,
    @Param('userId') robotId: string,
    @Param('tokenId') tokenId: string,
  ): Promise<void> {
    return this.tokens.revoke({ workspaceId, robotId }, tokenId);
  }
}

import { Controller, Get } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { Public } from '../auth/decorators';
import { Problems } from '../http/openapi/operations';
import { readVersion } from '../config/read-version';

/** What this server is, and where to go on. */
export class AboutDto {
  @ApiProperty({ example: 'Almagest', description: 'Name of the service.' })
  name!: string;

  @ApiProperty({ example: '0.2.0', description: 'Version of the server.' })
  version!: string;

  @ApiProperty({ example: '/docs', description: 'Documentation to read and to try out.' })
  docs!: string;

  @ApiProperty({ example: '/openapi.json', description: 'The same for programs.' })
  openapi!: string;

  @ApiProperty({ example: '/health/ready', description: 'Whether the server is ready.' })
  health!: string;
}

@Controller()
@ApiTags('Health')
export class AboutController {
  private readonly about: AboutDto = {
    name: 'Almagest',
    version: readVersion(),
    docs: '/docs',
    openapi: '/openapi.json',
    health: '/health/ready',
  };

  @Get()
  @Public()
  @ApiOperation({ summary: 'What is this server?' })
  @ApiOkResponse({
    description: 'Name, version and links; to whoever asks for HTML the page of the console.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(AboutDto) } },
      'text/html': { schema: { type: 'string' } },
    },
  })
  @ApiExtraModels(AboutDto)
  @Problems('not_found')
  get(): AboutDto {
    return this.about;
  }
}

import { Query } from '@nestjs/common';

/**
 * All query parameters as one DTO: `@QueryOf() query: ListRobotsQuery`. Its fields are optional strings; a parameter that
 * it does not declare is a 400.
 */
export const QueryOf = (): ParameterDecorator => Query();

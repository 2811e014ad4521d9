import { Body } from '@nestjs/common';

/**
 * The body as JSON that lost nothing: declare the parameter as `JsonValue`. A request without a body counts as `{}`.
 * For a body of fixed fields use `@Body() dto: SomeDto` instead.
 */
export const JsonBody = (): ParameterDecorator => Body();

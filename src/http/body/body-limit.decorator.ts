import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const BODY_LIMIT = Symbol('body-limit');

/** Largest JSON body of a route in bytes, where 262,144 (256 KiB) are too few. */
export const BodyLimit = (bytes: number): CustomDecorator<symbol> => SetMetadata(BODY_LIMIT, bytes);

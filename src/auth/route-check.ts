import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS } from './decorators';

/** Fails the start of an application that has a route without declared access. */
@Injectable()
export class RouteCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const open = this.discovery.getControllers().flatMap(({ metatype }) => this.undeclared(metatype));
    if (open.length > 0) {
      throw new Error(
        `These routes do not say who may call them: ${open.join(', ')}. Add @Requires(role) or @Public().`,
      );
    }
  }

  /** Inherited methods are routes as well; the scanner finds them. */
  private undeclared(controller: unknown): string[] {
    if (typeof controller !== 'function') return [];
    const methods = controller.prototype as Record<string, object>;
    return this.scanner
      .getAllMethodNames(methods)
      .filter((name) => Reflect.hasMetadata(PATH_METADATA, methods[name] ?? {}))
      .filter((name) => !Reflect.hasMetadata(ACCESS, methods[name] ?? {}))
      .map((name) => `${controller.name}.${name}`);
  }
}

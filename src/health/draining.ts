import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Knows that the process is about to stop, from the first moment of the shutdown on. */
@Injectable()
export class Draining implements OnModuleDestroy {
  private started = false;

  /** True while the last work is handed over: send no more requests here. */
  get isDraining(): boolean {
    return this.started;
  }

  onModuleDestroy(): void {
    this.started = true;
  }
}

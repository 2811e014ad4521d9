/** What is shown of an import or an export while it runs. */
export interface FollowedJob {
  readonly status: 'queued' | 'processing' | 'completed' | 'failed' | 'cancelled';
  readonly progress: number | null;
  readonly processed_count?: number;
}

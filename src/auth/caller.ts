import type { Role } from './role';

/** Who makes a request. */
export interface Caller {
  robotId: string;
  tokenId: string;
  role: Role;
  /** The operator of the server: admin in every workspace, and the only one who makes workspaces. */
  isOperator: boolean;
}

import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { recordsController } from '../../records/records-controller';
import { marketCalendars } from './market-calendars.resource';

@WorkspaceController('market-calendars', 'Market calendars')
export class MarketCalendarsController extends recordsController(marketCalendars) {}

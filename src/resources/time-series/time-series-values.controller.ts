import { WorkspaceController } from '../../auth/decorators';
import { recordsController } from '../../records/records-controller';
import { timeSeriesValues } from './time-series-values.resource';

@WorkspaceController('time-series-values', 'Time series values')
export class TimeSeriesValuesController extends recordsController(timeSeriesValues) {}

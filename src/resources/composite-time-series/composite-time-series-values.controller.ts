import { WorkspaceController } from '../../auth/workspace-controller.decorator';
import { recordsController } from '../../records/records-controller';
import { compositeTimeSeriesValues } from './composite-time-series-values.resource';

@WorkspaceController('composite-time-series-values', 'Composite time series values')
export class CompositeTimeSeriesValuesController extends recordsController(compositeTimeSeriesValues) {}

import { WorkspaceController } from '../../auth/decorators';
import { allFieldsController } from '../../record-types/all-fields-controller';
import { recordTypesController } from '../../record-types/record-types-controller';
import { typeFieldsController } from '../../record-types/type-fields-controller';
import { series } from './series.resource';

@WorkspaceController('series', 'Series')
export class SeriesController extends recordTypesController(series) {}

@WorkspaceController('series/:id/fields', 'Series')
export class FieldsOfSeriesController extends typeFieldsController(series) {}

@WorkspaceController('time-series-type-fields', 'Series')
export class TimeSeriesTypeFieldsController extends allFieldsController(series) {}

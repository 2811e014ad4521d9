/** Made from docs/openapi.json by `npm run client:types`; not written by hand. */
export interface paths {
    "/v1/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a workspace
         * @description Only with the operator token of the first start.
         */
        post: operations["workspaces_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a workspace */
        get: operations["workspaces_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/memberships/robots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List robots
         * @description Oldest first.
         */
        get: operations["robots_list"];
        put?: never;
        /**
         * Make a robot
         * @description It can do nothing until a token is made for it.
         */
        post: operations["robots_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/memberships/robots/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a robot */
        get: operations["robots_get"];
        put?: never;
        post?: never;
        /**
         * Archive a robot
         * @description Its tokens stop working at once.
         */
        delete: operations["robots_archive"];
        options?: never;
        head?: never;
        /**
         * Change a robot
         * @description A new role counts from the next request of its tokens on.
         */
        patch: operations["robots_update"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/memberships/robots/{userId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tokens
         * @description Without the tokens themselves, oldest first.
         */
        get: operations["tokens_list"];
        put?: never;
        /**
         * Make a token
         * @description The answer is the only one that ever shows the token.
         */
        post: operations["tokens_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/memberships/robots/{userId}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description It stops working at once.
         */
        delete: operations["tokens_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instruments
         * @description In the order of identifier.
         */
        get: operations["listInstruments"];
        put?: never;
        /** Create an instrument */
        post: operations["createInstrument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instruments/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find instruments by a filter */
        post: operations["filterInstruments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instruments/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count instruments
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countInstruments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instruments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an instrument
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getInstrument"];
        put?: never;
        post?: never;
        /**
         * Archive an instrument
         * @description With `hard=true` it is removed for good.
         */
        delete: operations["archiveInstrument"];
        options?: never;
        head?: never;
        /**
         * Change an instrument
         * @description What the body leaves out stays as it is; null clears.
         */
        patch: operations["updateInstrument"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instruments/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived instrument */
        post: operations["restoreInstrument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instrument-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instrument types
         * @description In the order of identifier.
         */
        get: operations["listInstrumentTypes"];
        put?: never;
        /** Create an instrument type */
        post: operations["createInstrumentType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instrument-types/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find instrument types by a filter */
        post: operations["filterInstrumentTypes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instrument-types/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count instrument types
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countInstrumentTypes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instrument-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an instrument type
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getInstrumentType"];
        put?: never;
        post?: never;
        /**
         * Archive an instrument type
         * @description Instrument types are archived, never removed.
         */
        delete: operations["archiveInstrumentType"];
        options?: never;
        head?: never;
        /**
         * Change an instrument type
         * @description What the body leaves out stays as it is; null clears.
         */
        patch: operations["updateInstrumentType"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instrument-types/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived instrument type */
        post: operations["restoreInstrumentType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instrument-types/{id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the fields of an instrument type
         * @description In display order, ties by key.
         */
        get: operations["listFieldsOfInstrumentType"];
        put?: never;
        /**
         * Add a field to an instrument type
         * @description `is_required` applies to records written from now on.
         */
        post: operations["createFieldOfInstrumentType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instrument-types/{id}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a field of an instrument type */
        get: operations["getFieldOfInstrumentType"];
        put?: never;
        post?: never;
        /**
         * Remove a field from an instrument type
         * @description Only while no record has a value under it: 409 otherwise.
         */
        delete: operations["deleteFieldOfInstrumentType"];
        options?: never;
        head?: never;
        /**
         * Change a field of an instrument type
         * @description The key never changes, and the data type only while no record has a value: 409 otherwise.
         */
        patch: operations["updateFieldOfInstrumentType"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instrument-type-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instrument type fields
         * @description In the order of type_id, display_order, field_key.
         */
        get: operations["listInstrumentTypeFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instrument-type-fields/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find instrument type fields by a filter */
        post: operations["filterInstrumentTypeFields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instrument-type-fields/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count instrument type fields
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countInstrumentTypeFields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/instrument-type-fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an instrument type field
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getInstrumentTypeField"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List series
         * @description In the order of identifier.
         */
        get: operations["listSeries"];
        put?: never;
        /** Create a series */
        post: operations["createSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/series/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find series by a filter */
        post: operations["filterSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/series/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count series
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a series
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getSeries"];
        put?: never;
        post?: never;
        /**
         * Archive a series
         * @description Series are archived, never removed.
         */
        delete: operations["archiveSeries"];
        options?: never;
        head?: never;
        /**
         * Change a series
         * @description What the body leaves out stays as it is; null clears.
         */
        patch: operations["updateSeries"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/series/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived series */
        post: operations["restoreSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/series/{id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the fields of a series
         * @description In display order, ties by key.
         */
        get: operations["listFieldsOfSeries"];
        put?: never;
        /**
         * Add a field to a series
         * @description `is_required` applies to records written from now on.
         */
        post: operations["createFieldOfSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/series/{id}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a field of a series */
        get: operations["getFieldOfSeries"];
        put?: never;
        post?: never;
        /**
         * Remove a field from a series
         * @description Only while no record has a value under it: 409 otherwise.
         */
        delete: operations["deleteFieldOfSeries"];
        options?: never;
        head?: never;
        /**
         * Change a field of a series
         * @description The key never changes, and the data type only while no record has a value: 409 otherwise.
         */
        patch: operations["updateFieldOfSeries"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/time-series-type-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List series fields
         * @description In the order of type_id, display_order, field_key.
         */
        get: operations["listSeriesFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/time-series-type-fields/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find series fields by a filter */
        post: operations["filterSeriesFields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/time-series-type-fields/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count series fields
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countSeriesFields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/time-series-type-fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a series field
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getSeriesField"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/time-series-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List time series values
         * @description In the order of instrument_id, type_id, timestamp.
         */
        get: operations["listTimeSeriesValues"];
        put?: never;
        /** Create a value */
        post: operations["createValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/time-series-values/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find time series values by a filter */
        post: operations["filterTimeSeriesValues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/time-series-values/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count time series values
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countTimeSeriesValues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/time-series-values/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a value
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getValue"];
        put?: never;
        post?: never;
        /**
         * Archive a value
         * @description Time series values are archived, never removed.
         */
        delete: operations["archiveValue"];
        options?: never;
        head?: never;
        /**
         * Change a value
         * @description What the body leaves out stays as it is; null clears.
         */
        patch: operations["updateValue"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/time-series-values/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived value */
        post: operations["restoreValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/composite-time-series-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List composite time series values
         * @description In the order of instrument_id, type_id, timestamp.
         */
        get: operations["listCompositeTimeSeriesValues"];
        put?: never;
        /** Create a composite value */
        post: operations["createCompositeValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/composite-time-series-values/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find composite time series values by a filter */
        post: operations["filterCompositeTimeSeriesValues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/composite-time-series-values/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count composite time series values
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countCompositeTimeSeriesValues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/composite-time-series-values/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a composite value
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getCompositeValue"];
        put?: never;
        post?: never;
        /**
         * Archive a composite value
         * @description Composite time series values are archived, never removed.
         */
        delete: operations["archiveCompositeValue"];
        options?: never;
        head?: never;
        /**
         * Change a composite value
         * @description What the body leaves out stays as it is; null clears.
         */
        patch: operations["updateCompositeValue"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/composite-time-series-values/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived composite value */
        post: operations["restoreCompositeValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/composite-time-series-value-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List composite time series value items
         * @description In the order of instrument_id, type_id, timestamp, display_order, field_key.
         */
        get: operations["listCompositeTimeSeriesValueItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/composite-time-series-value-items/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find composite time series value items by a filter */
        post: operations["filterCompositeTimeSeriesValueItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/composite-time-series-value-items/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count composite time series value items
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countCompositeTimeSeriesValueItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/composite-time-series-value-items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a composite value item
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getCompositeValueItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/markets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List markets
         * @description In the order of identifier.
         */
        get: operations["listMarkets"];
        put?: never;
        /** Create a market */
        post: operations["createMarket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/markets/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find markets by a filter */
        post: operations["filterMarkets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/markets/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count markets
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countMarkets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/markets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a market
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getMarket"];
        put?: never;
        post?: never;
        /**
         * Archive a market
         * @description With `hard=true` it is removed for good.
         */
        delete: operations["archiveMarket"];
        options?: never;
        head?: never;
        /**
         * Change a market
         * @description What the body leaves out stays as it is; null clears.
         */
        patch: operations["updateMarket"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/markets/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived market */
        post: operations["restoreMarket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List market types
         * @description In the order of identifier.
         */
        get: operations["listMarketTypes"];
        put?: never;
        /** Create a market type */
        post: operations["createMarketType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-types/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find market types by a filter */
        post: operations["filterMarketTypes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-types/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count market types
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countMarketTypes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a market type
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getMarketType"];
        put?: never;
        post?: never;
        /**
         * Archive a market type
         * @description Market types are archived, never removed.
         */
        delete: operations["archiveMarketType"];
        options?: never;
        head?: never;
        /**
         * Change a market type
         * @description What the body leaves out stays as it is; null clears.
         */
        patch: operations["updateMarketType"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-types/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived market type */
        post: operations["restoreMarketType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-types/{id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the fields of a market type
         * @description In display order, ties by key.
         */
        get: operations["listFieldsOfMarketType"];
        put?: never;
        /**
         * Add a field to a market type
         * @description `is_required` applies to records written from now on.
         */
        post: operations["createFieldOfMarketType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-types/{id}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a field of a market type */
        get: operations["getFieldOfMarketType"];
        put?: never;
        post?: never;
        /**
         * Remove a field from a market type
         * @description Only while no record has a value under it: 409 otherwise.
         */
        delete: operations["deleteFieldOfMarketType"];
        options?: never;
        head?: never;
        /**
         * Change a field of a market type
         * @description The key never changes, and the data type only while no record has a value: 409 otherwise.
         */
        patch: operations["updateFieldOfMarketType"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-type-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List market type fields
         * @description In the order of type_id, display_order, field_key.
         */
        get: operations["listMarketTypeFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-type-fields/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find market type fields by a filter */
        post: operations["filterMarketTypeFields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-type-fields/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count market type fields
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countMarketTypeFields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-type-fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a market type field
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getMarketTypeField"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List market listings
         * @description In the order of instrument_id, market_id.
         */
        get: operations["listMarketListings"];
        put?: never;
        /** Create a listing */
        post: operations["createListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-listings/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find market listings by a filter */
        post: operations["filterMarketListings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-listings/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count market listings
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countMarketListings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-listings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a listing
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getListing"];
        put?: never;
        post?: never;
        /**
         * Archive a listing
         * @description Market listings are archived, never removed.
         */
        delete: operations["archiveListing"];
        options?: never;
        head?: never;
        /**
         * Change a listing
         * @description What the body leaves out stays as it is; null clears.
         */
        patch: operations["updateListing"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-listings/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived listing */
        post: operations["restoreListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-listing-suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List market listing suspensions
         * @description In the order of instrument_id, market_id, suspended_from.
         */
        get: operations["listMarketListingSuspensions"];
        put?: never;
        /** Create a suspension */
        post: operations["createSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-listing-suspensions/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find market listing suspensions by a filter */
        post: operations["filterMarketListingSuspensions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-listing-suspensions/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count market listing suspensions
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countMarketListingSuspensions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-listing-suspensions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a suspension
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getSuspension"];
        put?: never;
        post?: never;
        /**
         * Archive a suspension
         * @description Market listing suspensions are archived, never removed.
         */
        delete: operations["archiveSuspension"];
        options?: never;
        head?: never;
        /**
         * Change a suspension
         * @description What the body leaves out stays as it is; null clears.
         */
        patch: operations["updateSuspension"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-listing-suspensions/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived suspension */
        post: operations["restoreSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List market calendars
         * @description In the order of market_id, date.
         */
        get: operations["listMarketCalendars"];
        put?: never;
        /** Create a calendar entry */
        post: operations["createCalendarEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-calendars/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find market calendars by a filter */
        post: operations["filterMarketCalendars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-calendars/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count market calendars
         * @description All active ones, or those that pass the filter.
         */
        post: operations["countMarketCalendars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a calendar entry
         * @description By UUID or identifier, archived or not.
         */
        get: operations["getCalendarEntry"];
        put?: never;
        post?: never;
        /**
         * Archive a calendar entry
         * @description Market calendars are archived, never removed.
         */
        delete: operations["archiveCalendarEntry"];
        options?: never;
        head?: never;
        /**
         * Change a calendar entry
         * @description What the body leaves out stays as it is; null clears.
         */
        patch: operations["updateCalendarEntry"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/market-calendars/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived calendar entry */
        post: operations["restoreCalendarEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/markets/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Load many days of a calendar at once
         * @description Upserts the given entries, all or nothing. A field that an entry leaves out becomes null. Days that are not given stay as they are. A body has at most 4 MiB.
         */
        put: operations["loadMarketCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/import-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List import profiles
         * @description Those of the workspace and the built-in ones, in the order of their identifiers.
         */
        get: operations["importProfiles_list"];
        put?: never;
        /**
         * Create an import profile
         * @description How the files of one vendor are read, under a name. To copy a profile, send what `GET` returns with another identifier.
         */
        post: operations["importProfiles_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/import-profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an import profile */
        get: operations["importProfiles_get"];
        put?: never;
        post?: never;
        /**
         * Delete an import profile
         * @description For good: nothing refers to a profile, and imports that used it keep their settings.
         */
        delete: operations["importProfiles_remove"];
        options?: never;
        head?: never;
        /**
         * Change an import profile
         * @description What the body leaves out stays as it is; null removes a setting, an object replaces it as a whole. Imports that exist already keep the settings that they were created with.
         */
        patch: operations["importProfiles_change"];
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/imports/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Inspect a file
         * @description Shows how a file would be imported: its format, the reading options that its first mebibyte proves, what each column holds, and what would be refused. Nothing is stored. Every member that has the name of a field of `POST /imports` can be sent there as it is.
         */
        post: operations["inspections_inspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports
         * @description Newest first.
         */
        get: operations["imports_list"];
        put?: never;
        /**
         * Import a file
         * @description Stores the file and queues a job that validates and upserts its rows. Poll the job, or follow its events.
         */
        post: operations["imports_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/imports/templates/{resource_type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a template file
         * @description A header and one example row; the custom fields of the type included.
         */
        get: operations["imports_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an import */
        get: operations["imports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an import
         * @description After the response, no further row changes. Under `continue` the rows committed so far stay.
         */
        post: operations["imports_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the errors of an import
         * @description Every row error, in the order of the file.
         */
        get: operations["imports_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/imports/{id}/rejected-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the rejected rows
         * @description The failed rows in the format and with the columns of the upload, and `_row`, `_line`, `_errors`, `_raw`. Fix them and import the file again.
         */
        get: operations["imports_rejectedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/imports/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an import
         * @description Server-sent events: the job at once and after each change, until it ends or the token is no longer valid.
         */
        get: operations["imports_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exports
         * @description Newest first.
         */
        get: operations["exports_list"];
        put?: never;
        /**
         * Export records to a file
         * @description Queues a job that writes one consistent snapshot, ordered by the natural key. Poll the job, or follow its events.
         */
        post: operations["exports_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an export
         * @description With a new `download_url` once it is completed.
         */
        get: operations["exports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/exports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an export
         * @description Its file, as far as it was written, is removed.
         */
        post: operations["exports_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/exports/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an export
         * @description Server-sent events: the job at once and after each change, until it ends or the token is no longer valid.
         */
        get: operations["exports_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces/{workspaceId}/exports/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the file of an export
         * @description With a token, or with the signature in the `download_url` of the export. Ranges can be asked for.
         */
        get: operations["exports_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is this server? */
        get: operations["about_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Does the process answer? */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** May requests be sent here? */
        get: operations["health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics for Prometheus
         * @description Of this process; no label names a workspace.
         */
        get: operations["metrics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the pages of the operator in this browser
         * @description Returns a cookie for the pages under `/admin` (the board of the queues at `/admin/queues`). It opens nothing under `/v1`.
         */
        post: operations["adminSession_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CreateWorkspaceDto: {
            /**
             * @description Names the workspace in URLs; unique.
             * @example research
             */
            slug: string;
            /**
             * @description Name for people.
             * @example Research desk
             */
            name: string;
        };
        WorkspaceDto: {
            /**
             * Format: uuid
             * @description Id of the workspace.
             * @example 7d1a3c52-9f0e-4b7e-8a3d-51f0a6a0c001
             */
            id: string;
            /**
             * @description Names the workspace in URLs.
             * @example research
             */
            slug: string;
            /**
             * @description Name for people.
             * @example Research desk
             */
            name: string;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2026-11-24T09:00:00.123456Z
             */
            created_at: string;
        };
        CreateRobotDto: {
            /**
             * @description Name for people.
             * @example Nightly loader
             */
            display_name: string;
            /**
             * @description What it is for.
             * @example Loads the vendor file.
             */
            description?: string | null;
            /**
             * @description viewer reads; member also writes records, imports and exports; editor also changes type schemas; admin also manages robots.
             * @example member
             * @enum {string}
             */
            role: "viewer" | "member" | "editor" | "admin";
        };
        RobotDto: {
            /**
             * Format: uuid
             * @description Id of the robot.
             * @example 2b1f8a52-3f6e-4c0e-9d3d-71f0a6a0c002
             */
            id: string;
            /**
             * @description Name for people.
             * @example Nightly loader
             */
            display_name: string;
            /**
             * @description What it is for.
             * @example Loads the vendor file.
             */
            description: string | null;
            /**
             * @description viewer reads; member also writes records, imports and exports; editor also changes type schemas; admin also manages robots.
             * @example member
             * @enum {string}
             */
            role: "viewer" | "member" | "editor" | "admin";
            /**
             * Format: date-time
             * @description When it was archived; its tokens stopped working then.
             * @example null
             */
            archived_at: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-24T09:00:00.123456Z
             */
            created_at: string;
        };
        UpdateRobotDto: {
            /**
             * @description Name for people.
             * @example Nightly loader
             */
            display_name?: string;
            /**
             * @description What it is for.
             * @example Loads the vendor file.
             */
            description?: string | null;
            /**
             * @description viewer reads; member also writes records, imports and exports; editor also changes type schemas; admin also manages robots.
             * @example member
             * @enum {string}
             */
            role?: "viewer" | "member" | "editor" | "admin";
        };
        ListedTokenDto: {
            /**
             * Format: uuid
             * @description Id of the token.
             * @example 9c2f8a52-3f6e-4c0e-9d3d-71f0a6a0c003
             */
            id: string;
            /**
             * @description The last four characters of the token, by which people recognize it.
             * @example 3f9a
             */
            token_suffix: string;
            /**
             * Format: date-time
             * @description When it stops working; null: never.
             * @example null
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-24T09:00:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was revoked.
             * @example null
             */
            revoked_at: string | null;
        };
        CreateTokenDto: {
            /**
             * Format: date-time
             * @description When it stops working; null or absent: never.
             * @example 2027-11-24T00:00:00Z
             */
            expires_at?: string | null;
        };
        NewTokenDto: {
            /**
             * Format: uuid
             * @description Id of the token.
             * @example 9c2f8a52-3f6e-4c0e-9d3d-71f0a6a0c003
             */
            id: string;
            /**
             * @description The last four characters of the token, by which people recognize it.
             * @example 3f9a
             */
            token_suffix: string;
            /**
             * Format: date-time
             * @description When it stops working; null: never.
             * @example null
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-24T09:00:00.123456Z
             */
            created_at: string;
            /**
             * @description The token. It is not kept: write it down now.
             * @example ptk_live_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
             */
            token: string;
        };
        CreateFieldDto: {
            /**
             * @description Key in `field_values`, in files and in filters; it never changes.
             * @example isin
             */
            field_key: string;
            /**
             * @description Label to show; the key by default.
             * @example ISIN
             */
            field_label?: string | null;
            /**
             * @description What the field holds; text by default.
             * @example text
             * @enum {string|null}
             */
            data_type?: "text" | "number" | "date" | "boolean" | null;
            /**
             * @description Required when a record is created, and never null; false by default.
             * @example true
             */
            is_required?: boolean | null;
            /**
             * @description A record that is created without the field gets the default; false by default.
             * @example false
             */
            has_default?: boolean | null;
            /**
             * @description The default, as a string or a native value of the data type.
             * @example null
             */
            default_value?: (string | null) | number | boolean;
            /**
             * @description Null may be given; true by default.
             * @example true
             */
            allow_null?: boolean | null;
            /**
             * @description Position among the fields, ties by key; the next one by default.
             * @example 1
             */
            display_order?: number | null;
            /**
             * @description Accepted as part of a response, and ignored.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            readonly id?: string;
            /**
             * @description Accepted as part of a response, and ignored.
             * @example 5f0c1b8e-7c0e-4d6e-8a53-0d7c2a51f0aa
             */
            readonly type_id?: string;
            /**
             * @description Accepted as part of a response, and ignored.
             * @example 2026-11-24T16:00:00Z
             */
            readonly created_at?: string;
            /**
             * @description Accepted as part of a response, and ignored.
             * @example 2026-11-24T16:00:00Z
             */
            readonly updated_at?: string;
        };
        PatchFieldDto: {
            /**
             * @description Key in `field_values`, in files and in filters; it never changes.
             * @example isin
             */
            field_key?: string;
            /**
             * @description Label to show; the key by default.
             * @example ISIN
             */
            field_label?: string | null;
            /**
             * @description What the field holds; text by default.
             * @example text
             * @enum {string|null}
             */
            data_type?: "text" | "number" | "date" | "boolean" | null;
            /**
             * @description Required when a record is created, and never null; false by default.
             * @example true
             */
            is_required?: boolean | null;
            /**
             * @description A record that is created without the field gets the default; false by default.
             * @example false
             */
            has_default?: boolean | null;
            /**
             * @description The default, as a string or a native value of the data type.
             * @example null
             */
            default_value?: (string | null) | number | boolean;
            /**
             * @description Null may be given; true by default.
             * @example true
             */
            allow_null?: boolean | null;
            /**
             * @description Position among the fields, ties by key; the next one by default.
             * @example 1
             */
            display_order?: number | null;
            /**
             * @description Accepted as part of a response, and ignored.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            readonly id?: string;
            /**
             * @description Accepted as part of a response, and ignored.
             * @example 5f0c1b8e-7c0e-4d6e-8a53-0d7c2a51f0aa
             */
            readonly type_id?: string;
            /**
             * @description Accepted as part of a response, and ignored.
             * @example 2026-11-24T16:00:00Z
             */
            readonly created_at?: string;
            /**
             * @description Accepted as part of a response, and ignored.
             * @example 2026-11-24T16:00:00Z
             */
            readonly updated_at?: string;
        };
        FieldOptionsDto: {
            /**
             * @description The column that feeds the field, or several that are joined with `separator`.
             * @example [
             *       "Date",
             *       "Time"
             *     ]
             */
            from?: string | string[];
            /**
             * @description Between the cells of several columns.
             * @default
             */
            separator?: string;
            /**
             * @description Dates and timestamps: a pattern of Unicode (CLDR) letters, or `epoch_s`, `epoch_ms`, `epoch_us`, `epoch_ns`.
             * @example dd/MM/yyyy
             */
            format?: string;
            /**
             * @description Two-digit years lie in the hundred years from this one.
             * @example 1970
             */
            pivot_year?: number;
            /**
             * @description The day of the month for a pattern without one.
             * @example last
             */
            day?: ("first" | "last") | number;
            /**
             * @description IANA name of the zone of local times.
             * @example America/New_York
             */
            time_zone?: string;
            /**
             * @description The instant that a local time means which the clock shows twice.
             * @default error
             * @enum {string}
             */
            ambiguous?: "error" | "earlier" | "later";
            /**
             * @description The date of times of day and of milliseconds since midnight.
             * @example 2013-10-07
             */
            date?: string;
            /**
             * @description What happens with digits beyond microseconds that are not zero.
             * @default error
             * @enum {string}
             */
            fraction?: "error" | "truncate";
            /**
             * @description The decimal mark; a point by default.
             * @example ,
             */
            decimal_separator?: string;
            /**
             * @description The mark between groups of three digits.
             * @example .
             */
            thousands_separator?: string;
            /** @description What is removed from numbers; `parentheses`: a number in parentheses is negative. */
            strip?: ("$" | "%" | "+" | "parentheses" | "leading_zeros")[];
            /**
             * @description A power of ten that is applied to the text of a number: -4 turns 5123400 into 512.3400.
             * @example -4
             */
            scale?: number;
            /**
             * @description Texts that mean null.
             * @example [
             *       "N/A",
             *       "-"
             *     ]
             */
            null_values?: string[];
            /**
             * @description The value of an empty cell: a constant, or the value of another field.
             * @example {
             *       "from": "identifier"
             *     }
             */
            default?: string | {
                from: string;
            };
            /**
             * @description Value of the file → value of the field.
             * @example {
             *       "NASDAQ": "XNAS"
             *     }
             */
            map?: {
                [key: string]: string;
            };
            /**
             * @description Changes the case of the value.
             * @enum {string}
             */
            case?: "upper" | "lower";
            /**
             * @description Removes blanks around the value.
             * @default false
             */
            trim?: boolean;
            /**
             * @description Texts that mean true.
             * @example [
             *       "Y"
             *     ]
             */
            true_values?: string[];
            /**
             * @description Texts that mean false.
             * @example [
             *       "N"
             *     ]
             */
            false_values?: string[];
        };
        CsvOptionsDto: {
            /**
             * @description One character between cells; left out: detected among comma, semicolon, tab and vertical bar.
             * @example ;
             */
            delimiter?: string;
            /**
             * @description The character around quoted cells; null: no cell is quoted.
             * @default "
             * @enum {string|null}
             */
            quote?: "\"" | "'" | null;
            /**
             * @description How a quote inside a quoted cell is written: twice, or after a backslash.
             * @default double
             * @enum {string}
             */
            escape?: "double" | "\\";
            /**
             * @description Any label of the WHATWG encoding standard; left out: UTF-8, or UTF-16 by its byte order mark.
             * @example windows-1252
             */
            encoding?: string;
            /**
             * @description Physical line of the header; the lines before it are skipped.
             * @example 3
             */
            header_row?: number;
            /**
             * @description The names of the columns of a file without a header, or the markers of the lines that list them.
             * @example [
             *       "timestamp",
             *       "open",
             *       "high",
             *       "low",
             *       "close",
             *       "volume"
             *     ]
             */
            columns?: string[] | {
                start_marker: string;
                end_marker: string;
            };
            /**
             * @description Number of lines at the end that are no records.
             * @example 1
             */
            skip_footer?: number;
            /**
             * @description The records end at the first line that begins with this text.
             * @example File Creation Time:
             */
            footer_prefix?: string;
            /**
             * @description Lines that begin with this text are no records.
             * @example #
             */
            comment?: string;
            /**
             * @description The line in front of the header, or of the first record when `columns` names the columns.
             * @example START-OF-DATA
             */
            start_marker?: string;
            /**
             * @description The line after the last record.
             * @example END-OF-DATA
             */
            end_marker?: string;
            /**
             * @description Names of the technical cells in front of each record, which the header does not have.
             * @example [
             *       "security",
             *       "return_code",
             *       "field_count"
             *     ]
             */
            row_prefix_columns?: string[];
            /**
             * @description Removes blanks around cells and names of columns.
             * @default false
             */
            trim?: boolean;
            /**
             * @description `pad`: missing cells at the end are empty, and surplus empty ones are ignored.
             * @default error
             * @enum {string}
             */
            ragged?: "error" | "pad";
            /**
             * @description A misplaced quote is a character like any other.
             * @default false
             */
            lenient_quotes?: boolean;
        };
        JsonOptionsDto: {
            /**
             * @description JSON Pointer to the array of records; left out: the file is the array.
             * @example /data
             */
            record_path?: string;
            /**
             * @description The records are the members of an object; each key goes to the field `key_to`.
             * @example {
             *       "key_to": "identifier"
             *     }
             */
            object_values?: {
                /**
                 * @description The field that the key feeds.
                 * @example identifier
                 */
                key_to?: string;
            };
            /**
             * @description Columnar files: JSON Pointer to the array of names.
             * @example /columns
             */
            columns_path?: string;
            /**
             * @description Columnar files: JSON Pointer to the array of arrays of values.
             * @example /rows
             */
            rows_path?: string;
            /**
             * @description Names of the values of each array at `rows_path`; in a job also those that were found at `columns_path`.
             * @example [
             *       "timestamp",
             *       "open",
             *       "close"
             *     ]
             */
            columns?: string[];
            /**
             * @description A label of the WHATWG encoding standard; left out: UTF-8, or UTF-16 by its byte order mark.
             * @example windows-1252
             */
            encoding?: string;
        };
        UnpivotDto: {
            /**
             * @description The columns that hold values; `*`: all columns without those in `except`.
             * @example *
             */
            columns?: "*" | string[];
            /**
             * @description Columns that hold no values, when `columns` is `*`.
             * @example [
             *       "Date"
             *     ]
             */
            except?: string[];
            /**
             * @description The field that the name of the column feeds.
             * @example instrument_id
             */
            name_to?: string;
            /**
             * @description The field that the cell feeds.
             * @example value
             */
            value_to?: string;
            /**
             * @description An empty cell gives no row.
             * @default true
             */
            skip_null?: boolean;
        };
        ImportProfileDto: {
            /** @description How a CSV file is written. */
            csv_options?: components["schemas"]["CsvOptionsDto"];
            /** @description Where the records of a JSON file are. */
            json_options?: components["schemas"]["JsonOptionsDto"];
            /** @description Field, or `*` for all → how its cells are read. */
            field_options?: {
                [key: string]: components["schemas"]["FieldOptionsDto"];
            };
            /**
             * @description Reference field → field of the referenced resource by which it is looked up.
             * @example {
             *       "instrument_id": "isin"
             *     }
             */
            match?: {
                [key: string]: string;
            };
            /** @description Wide to long: one row for each column. */
            unpivot?: components["schemas"]["UnpivotDto"];
            /**
             * @description The same key twice in the file: an error, skipped when the rows are identical, or the first or last one counts.
             * @default error
             * @enum {string}
             */
            on_duplicate?: "error" | "identical" | "first" | "last";
            /**
             * @description `error`: a column that feeds no field is an error of the file.
             * @default ignore
             * @enum {string}
             */
            unknown_columns?: "ignore" | "error";
            /**
             * @description What happens with an archived record that a row matches.
             * @default restore
             * @enum {string}
             */
            archived?: "restore" | "keep";
            /**
             * @description Under `abort`: so many rows, or so many per cent, may fail and are left out.
             * @example 1%
             */
            max_errors?: string;
            /**
             * @description A warning counts as an error of the file.
             * @default false
             */
            warnings_as_errors?: boolean;
            /** @description The columns that the file must have, in any order; others are an error of the file. */
            expect_columns?: string[];
            /**
             * @description The file inside a zip archive; needed when it has several.
             * @example prices.csv
             */
            member?: string;
            /**
             * @description `abort`: one invalid row, and nothing is written. `continue`: valid rows are written, invalid ones are reported.
             * @default abort
             * @enum {string}
             */
            on_error?: "abort" | "continue";
            /**
             * @description How a row finds its record: by the natural key (default), by `id`, or by a custom field such as `isin`.
             * @example isin
             */
            identifier_column?: string;
            /**
             * @description Left out: detected from the file name and the first byte.
             * @enum {string}
             */
            format?: "csv" | "json" | "ndjson";
            /**
             * @description File column → field; null ignores the column.
             * @example {
             *       "Symbol": "identifier",
             *       "Security": "name"
             *     }
             */
            mapping?: {
                [key: string]: string | null;
            };
            /**
             * @description Field → constant for every row that has no such column or key.
             * @example {
             *       "type_id": "equity"
             *     }
             */
            defaults?: {
                [key: string]: unknown;
            };
            /**
             * @description Removes the one quote (') that a spreadsheet-safe export writes before a cell to prevent formula injection.
             * @default false
             */
            spreadsheet_safe?: boolean;
            /**
             * @description Your own identifier of the profile, unique in the workspace: what `profile=` of an import names.
             * @example vendor-a-prices
             */
            identifier: string;
            /**
             * @description Name to show.
             * @example Vendor A: daily prices
             */
            name: string;
            /**
             * @description What it is for, and what an import still has to give.
             * @example The file of 18:00. Give `defaults={"type_id":"ohlcv"}`.
             */
            description?: string | null;
            /**
             * @description What the files hold; an import with this profile need not say it then.
             * @example instruments
             */
            resource_type?: string | null;
            /**
             * Format: uuid
             * @description Id of the profile.
             * @example 4f0d3c1e-6b0a-4a5e-9d2c-0d3d8a9f1b21
             */
            id: string;
            /**
             * @description Whether every workspace has it; then nobody can change it, but it can be copied.
             * @example false
             */
            built_in: boolean;
            /**
             * Format: date-time
             * @description When it was created; null for a built-in profile.
             * @example 2026-11-24T16:00:00.123456Z
             */
            created_at: string | null;
            /**
             * Format: date-time
             * @description When it was changed last; null for a built-in profile.
             * @example 2026-11-24T16:00:00.123456Z
             */
            updated_at: string | null;
        };
        CreateImportProfileDto: {
            /** @description How a CSV file is written. */
            csv_options?: components["schemas"]["CsvOptionsDto"];
            /** @description Where the records of a JSON file are. */
            json_options?: components["schemas"]["JsonOptionsDto"];
            /** @description Field, or `*` for all → how its cells are read. */
            field_options?: {
                [key: string]: components["schemas"]["FieldOptionsDto"];
            };
            /**
             * @description Reference field → field of the referenced resource by which it is looked up.
             * @example {
             *       "instrument_id": "isin"
             *     }
             */
            match?: {
                [key: string]: string;
            };
            /** @description Wide to long: one row for each column. */
            unpivot?: components["schemas"]["UnpivotDto"];
            /**
             * @description The same key twice in the file: an error, skipped when the rows are identical, or the first or last one counts.
             * @default error
             * @enum {string}
             */
            on_duplicate?: "error" | "identical" | "first" | "last";
            /**
             * @description `error`: a column that feeds no field is an error of the file.
             * @default ignore
             * @enum {string}
             */
            unknown_columns?: "ignore" | "error";
            /**
             * @description What happens with an archived record that a row matches.
             * @default restore
             * @enum {string}
             */
            archived?: "restore" | "keep";
            /**
             * @description Under `abort`: so many rows, or so many per cent, may fail and are left out.
             * @example 1%
             */
            max_errors?: string;
            /**
             * @description A warning counts as an error of the file.
             * @default false
             */
            warnings_as_errors?: boolean;
            /** @description The columns that the file must have, in any order; others are an error of the file. */
            expect_columns?: string[];
            /**
             * @description The file inside a zip archive; needed when it has several.
             * @example prices.csv
             */
            member?: string;
            /**
             * @description `abort`: one invalid row, and nothing is written. `continue`: valid rows are written, invalid ones are reported.
             * @default abort
             * @enum {string}
             */
            on_error?: "abort" | "continue";
            /**
             * @description How a row finds its record: by the natural key (default), by `id`, or by a custom field such as `isin`.
             * @example isin
             */
            identifier_column?: string;
            /**
             * @description Left out: detected from the file name and the first byte.
             * @enum {string}
             */
            format?: "csv" | "json" | "ndjson";
            /**
             * @description File column → field; null ignores the column.
             * @example {
             *       "Symbol": "identifier",
             *       "Security": "name"
             *     }
             */
            mapping?: {
                [key: string]: string | null;
            };
            /**
             * @description Field → constant for every row that has no such column or key.
             * @example {
             *       "type_id": "equity"
             *     }
             */
            defaults?: {
                [key: string]: unknown;
            };
            /**
             * @description Removes the one quote (') that a spreadsheet-safe export writes before a cell to prevent formula injection.
             * @default false
             */
            spreadsheet_safe?: boolean;
            /**
             * @description Your own identifier of the profile, unique in the workspace: what `profile=` of an import names.
             * @example vendor-a-prices
             */
            identifier: string;
            /**
             * @description Name to show.
             * @example Vendor A: daily prices
             */
            name: string;
            /**
             * @description What it is for, and what an import still has to give.
             * @example The file of 18:00. Give `defaults={"type_id":"ohlcv"}`.
             */
            description?: string | null;
            /**
             * @description What the files hold; an import with this profile need not say it then.
             * @example instruments
             */
            resource_type?: string | null;
        };
        ChangeImportProfileDto: {
            /** @description How a CSV file is written. */
            csv_options?: components["schemas"]["CsvOptionsDto"];
            /** @description Where the records of a JSON file are. */
            json_options?: components["schemas"]["JsonOptionsDto"];
            /** @description Field, or `*` for all → how its cells are read. */
            field_options?: {
                [key: string]: components["schemas"]["FieldOptionsDto"];
            };
            /**
             * @description Reference field → field of the referenced resource by which it is looked up.
             * @example {
             *       "instrument_id": "isin"
             *     }
             */
            match?: {
                [key: string]: string;
            };
            /** @description Wide to long: one row for each column. */
            unpivot?: components["schemas"]["UnpivotDto"];
            /**
             * @description The same key twice in the file: an error, skipped when the rows are identical, or the first or last one counts.
             * @default error
             * @enum {string}
             */
            on_duplicate?: "error" | "identical" | "first" | "last";
            /**
             * @description `error`: a column that feeds no field is an error of the file.
             * @default ignore
             * @enum {string}
             */
            unknown_columns?: "ignore" | "error";
            /**
             * @description What happens with an archived record that a row matches.
             * @default restore
             * @enum {string}
             */
            archived?: "restore" | "keep";
            /**
             * @description Under `abort`: so many rows, or so many per cent, may fail and are left out.
             * @example 1%
             */
            max_errors?: string;
            /**
             * @description A warning counts as an error of the file.
             * @default false
             */
            warnings_as_errors?: boolean;
            /** @description The columns that the file must have, in any order; others are an error of the file. */
            expect_columns?: string[];
            /**
             * @description The file inside a zip archive; needed when it has several.
             * @example prices.csv
             */
            member?: string;
            /**
             * @description `abort`: one invalid row, and nothing is written. `continue`: valid rows are written, invalid ones are reported.
             * @default abort
             * @enum {string}
             */
            on_error?: "abort" | "continue";
            /**
             * @description How a row finds its record: by the natural key (default), by `id`, or by a custom field such as `isin`.
             * @example isin
             */
            identifier_column?: string;
            /**
             * @description Left out: detected from the file name and the first byte.
             * @enum {string}
             */
            format?: "csv" | "json" | "ndjson";
            /**
             * @description File column → field; null ignores the column.
             * @example {
             *       "Symbol": "identifier",
             *       "Security": "name"
             *     }
             */
            mapping?: {
                [key: string]: string | null;
            };
            /**
             * @description Field → constant for every row that has no such column or key.
             * @example {
             *       "type_id": "equity"
             *     }
             */
            defaults?: {
                [key: string]: unknown;
            };
            /**
             * @description Removes the one quote (') that a spreadsheet-safe export writes before a cell to prevent formula injection.
             * @default false
             */
            spreadsheet_safe?: boolean;
            /**
             * @description Your own identifier of the profile, unique in the workspace: what `profile=` of an import names.
             * @example vendor-a-prices
             */
            identifier?: string;
            /**
             * @description Name to show.
             * @example Vendor A: daily prices
             */
            name?: string;
            /**
             * @description What it is for, and what an import still has to give.
             * @example The file of 18:00. Give `defaults={"type_id":"ohlcv"}`.
             */
            description?: string | null;
            /**
             * @description What the files hold; an import with this profile need not say it then.
             * @example instruments
             */
            resource_type?: string | null;
        };
        InspectionFormDto: {
            /**
             * @description JSON text, as in an import profile: csv_options.
             * @example
             */
            csv_options?: string;
            /**
             * @description JSON text, as in an import profile: json_options.
             * @example
             */
            json_options?: string;
            /**
             * @description JSON text, as in an import profile: field_options.
             * @example
             */
            field_options?: string;
            /**
             * @description JSON text, as in an import profile: match.
             * @example
             */
            match?: string;
            /**
             * @description JSON text, as in an import profile: unpivot.
             * @example
             */
            unpivot?: string;
            /**
             * @description The same key twice in the file: an error, skipped when the rows are identical, or the first or last one counts.
             * @default error
             * @enum {string}
             */
            on_duplicate?: "error" | "identical" | "first" | "last";
            /**
             * @description `error`: a column that feeds no field is an error of the file.
             * @default ignore
             * @enum {string}
             */
            unknown_columns?: "ignore" | "error";
            /**
             * @description What happens with an archived record that a row matches.
             * @default restore
             * @enum {string}
             */
            archived?: "restore" | "keep";
            /**
             * @description Under `abort`: so many rows, or so many per cent, may fail and are left out.
             * @example
             */
            max_errors?: string;
            /**
             * @description A warning counts as an error of the file.
             * @default false
             * @enum {string}
             */
            warnings_as_errors?: "true" | "false";
            /**
             * @description JSON text, as in an import profile: expect_columns.
             * @example
             */
            expect_columns?: string;
            /**
             * @description The file inside a zip archive; needed when it has several.
             * @example
             */
            member?: string;
            /**
             * @description `abort`: one invalid row, and nothing is written. `continue`: valid rows are written, invalid ones are reported.
             * @default abort
             * @enum {string}
             */
            on_error?: "abort" | "continue";
            /**
             * @description How a row finds its record: by the natural key (default), by `id`, or by a custom field such as `isin`.
             * @example
             */
            identifier_column?: string;
            /**
             * @description Left out: detected from the file name and the first byte.
             * @example
             * @enum {string}
             */
            format?: "" | "csv" | "json" | "ndjson";
            /**
             * @description JSON text, as in an import profile: mapping.
             * @example
             */
            mapping?: string;
            /**
             * @description JSON text, as in an import profile: defaults.
             * @example
             */
            defaults?: string;
            /**
             * @description Removes the one quote (') that a spreadsheet-safe export writes before a cell to prevent formula injection.
             * @default false
             * @enum {string}
             */
            spreadsheet_safe?: "true" | "false";
            /**
             * Format: binary
             * @description The file: CSV, JSON or NDJSON, at most 104,857,600 bytes.
             */
            file: Blob;
            /**
             * @description Same checks and same report, but nothing is written.
             * @default false
             * @enum {string}
             */
            dry_run?: "true" | "false";
            /**
             * @description Identifier of an import profile; other fields of the form override it.
             * @example
             */
            profile?: string;
            /**
             * @description What the file holds; left out: detected from its columns.
             * @example
             */
            resource_type?: string;
        };
        EncodingDto: {
            /**
             * @description The encoding in which the file is read; null: it must be named.
             * @example utf-8
             */
            label: string | null;
            /**
             * @description The file begins with a byte order mark.
             * @example false
             */
            bom: boolean;
            /**
             * @description The likely encoding of a file that is not UTF-8. It is never taken without being named.
             * @example null
             */
            likely: string | null;
        };
        OrderProofDto: {
            /**
             * @description Row of the file.
             * @example 17
             */
            row: number;
            /**
             * @description The value there.
             * @example 13/02/2026
             */
            value: string;
        };
        ColumnEvidenceDto: {
            /**
             * @description Name in the file.
             * @example Trade Date
             */
            name: string;
            /**
             * @description Position in the file, from 1.
             * @example 3
             */
            position: number;
            /**
             * @description What every value is. `empty`: there is no value.
             * @enum {string}
             */
            kind: "empty" | "decimal" | "date" | "timestamp" | "time" | "boolean" | "text" | "json";
            /**
             * @description Rows with a value.
             * @example 4998
             */
            value_count: number;
            /**
             * @description Part of the rows without a value, from 0 to 1.
             * @example 0.0004
             */
            empty_share: number;
            /**
             * @description No value comes twice.
             * @example false
             */
            unique: boolean;
            /**
             * @description The one value of all rows; null when there are several.
             * @example null
             */
            constant: string | null;
            /**
             * @description The first different values.
             * @example [
             *       "13/02/2026"
             *     ]
             */
            examples: string[];
            /**
             * @description Texts that mean null here: every other value is of a strict kind.
             * @example [
             *       "N/A"
             *     ]
             */
            null_values: string[];
            /**
             * @description The pattern of dates, or the unit of an epoch; null: the form of the contract.
             * @example dd/MM/yyyy
             */
            format: string | null;
            /**
             * @description All patterns that fit every value, when several do.
             * @example []
             */
            ambiguous_formats: string[];
            /** @description The value that proves the order of day and month. */
            order_proof: components["schemas"]["OrderProofDto"] | null;
            /**
             * @description Character before the fraction, when it is not a point.
             * @example null
             */
            decimal_separator: string | null;
            /**
             * @description Character between thousands.
             * @example null
             */
            thousands_separator: string | null;
            /**
             * @description What numbers have that is not part of them, as in field_options.
             * @example []
             */
            strip: string[];
            /**
             * @description Texts that mean true.
             * @example []
             */
            true_values: string[];
            /**
             * @description Texts that mean false.
             * @example []
             */
            false_values: string[];
            /**
             * @description Options that no value decides and that an import must be given.
             * @example [
             *       "time_zone"
             *     ]
             */
            undecided: ("format" | "time_zone" | "pivot_year" | "day" | "date" | "fraction" | "decimal_separator")[];
            /**
             * @description A sentence about each finding.
             * @example [
             *       "Every value fits the pattern dd/MM/yyyy."
             *     ]
             */
            evidence: string[];
        };
        ResourceScoreDto: {
            /**
             * @description The resource type.
             * @example instruments
             */
            resource_type: string;
            /**
             * @description From 0 to 1.
             * @example 1
             */
            score: number;
            /**
             * @description What earns or costs a part of the score.
             * @example [
             *       "\"Symbol\" feeds identifier."
             *     ]
             */
            evidence: string[];
        };
        ProposedFieldDto: {
            /**
             * @description Key of the field.
             * @example sector
             */
            field_key: string;
            /**
             * @description The name of the column.
             * @example GICS Sector
             */
            field_label: string;
            /**
             * @description What it holds.
             * @enum {string}
             */
            data_type: "text" | "number" | "date" | "boolean";
            /**
             * @description Order of the fields.
             * @example 1
             */
            display_order: number;
        };
        ProposedTypeDto: {
            /**
             * @description Resource of the type: instrument_types, market_types or series.
             * @example instrument_types
             */
            resource: string;
            /**
             * @description Identifier.
             * @example equity
             */
            identifier: string;
            /**
             * @description Name.
             * @example equity
             */
            name: string;
            /**
             * @description Kind of a series.
             * @enum {string}
             */
            kind?: "scalar" | "composite";
            /** @description Its fields. */
            fields: components["schemas"]["ProposedFieldDto"][];
            /**
             * @description The workspace has it already.
             * @example false
             */
            exists: boolean;
        };
        RowErrorDto: {
            /**
             * @description Row, counted from 1 after the header; null when the file itself is wrong.
             * @example 17
             */
            row: number | null;
            /**
             * @description Physical line of the file, from 1.
             * @example 19
             */
            line: number | null;
            /**
             * @description Name of the field in the file; null when the whole row is wrong.
             * @example isin
             */
            column: string | null;
            /**
             * @description Stable code.
             * @example reference_not_found
             */
            code: string;
            /**
             * @description What is wrong and how to fix it.
             * @example There is no instrument type "stock" in this workspace.
             */
            message: string;
            /**
             * @description The value, cut at 200 characters.
             * @example stock
             */
            value: string | null;
        };
        SampleRowDto: {
            /**
             * @description Row, from 1.
             * @example 1
             */
            row: number;
            /**
             * @description Physical line of the file.
             * @example 2
             */
            line: number;
            /**
             * @description Cells of a CSV, the object of JSON, or the text of a record that cannot be parsed.
             * @example [
             *       "AAPL",
             *       "Apple Inc."
             *     ]
             */
            raw: string[] | {
                [key: string]: unknown;
            } | string;
            /**
             * @description Values by field, as they would be stored; null: it is not known how to read the row.
             * @example {
             *       "identifier": "AAPL",
             *       "name": "Apple Inc."
             *     }
             */
            read: {
                [key: string]: string | null;
            } | null;
            /** @description What an import would refuse of the row. */
            errors: components["schemas"]["RowErrorDto"][];
        };
        ChoiceDto: {
            /**
             * @description What to show.
             * @example dd/MM/yyyy
             */
            label: string;
            /**
             * @description The fields of the form that it means: inspect again with them.
             * @example {
             *       "field_options": {
             *         "timestamp": {
             *           "format": "dd/MM/yyyy"
             *         }
             *       }
             *     }
             */
            options: {
                [key: string]: unknown;
            };
        };
        QuestionDto: {
            /**
             * @description Stable code.
             * @example date_format
             */
            code: string;
            /**
             * @description The field that it is about.
             * @example timestamp
             */
            field: string | null;
            /**
             * @description The column that it is about.
             * @example Trade Date
             */
            column: string | null;
            /**
             * @description The question.
             * @example In which order are day, month and year?
             */
            message: string;
            /** @description Known answers; there may be others. */
            choices: components["schemas"]["ChoiceDto"][];
        };
        EvidenceDto: {
            /**
             * @description JSON Pointer into this response.
             * @example /mapping/Symbol
             */
            pointer: string;
            /**
             * @description A sentence.
             * @example "Symbol" is a name for identifier.
             */
            message: string;
        };
        ErrorSummaryDto: {
            /**
             * @description Stable code.
             * @example reference_not_found
             */
            code: string;
            /**
             * @description Name of the column in the file; null: whole rows.
             * @example type_id
             */
            column: string | null;
            /**
             * @description The message of the first one.
             * @example There is no instrument type "stock" in this workspace.
             */
            message: string;
            /**
             * @description How many there are.
             * @example 12
             */
            count: number;
            /**
             * @description The first row that has it; null: the file itself.
             * @example 17
             */
            first_row: number | null;
        };
        InspectionDto: {
            /**
             * @description Name of the file.
             * @example prices.csv
             */
            file_name: string | null;
            /**
             * @description Bytes that were sent.
             * @example 262144
             */
            file_size: number;
            /**
             * @description Everything that was sent was inspected; else the first mebibyte.
             * @example true
             */
            is_whole: boolean;
            /**
             * @description How the file is compressed.
             * @enum {string|null}
             */
            compression: "gzip" | "zip" | "zstd" | null;
            /**
             * @description The file inside a zip archive.
             * @example prices.csv
             */
            member: string | null;
            /**
             * @description The one import profile, built in or own, that expects exactly these columns.
             * @example null
             */
            matching_profile: string | null;
            /**
             * @description Format; null: none that is read.
             * @enum {string|null}
             */
            format: "csv" | "json" | "ndjson" | null;
            /** @description Encoding of the text. */
            encoding: components["schemas"]["EncodingDto"];
            /** @description How the CSV is written; what is left out has its default. */
            csv_options: components["schemas"]["CsvOptionsDto"] | null;
            /** @description Where the records of the JSON are. */
            json_options: components["schemas"]["JsonOptionsDto"] | null;
            /** @description Names of the columns of a CSV. */
            header: string[] | null;
            /**
             * @description Rows that were read: at most 5,000.
             * @example 5000
             */
            rows_inspected: number;
            /** @description What each column holds. */
            columns: components["schemas"]["ColumnEvidenceDto"][];
            /** @description How well the columns fit each resource type, the best first. */
            scores: components["schemas"]["ResourceScoreDto"][];
            /**
             * @description What the file holds; null: it must be said.
             * @example instruments
             */
            resource_type: string | null;
            /**
             * @description Column → field; null ignores a column. Columns that are called as their field are left out.
             * @example {
             *       "Symbol": "identifier"
             *     }
             */
            mapping: {
                [key: string]: unknown;
            };
            /**
             * @description Field → constant for all rows.
             * @example {
             *       "type_id": "equity"
             *     }
             */
            defaults: {
                [key: string]: unknown;
            };
            /**
             * @description Field → how its cells are read.
             * @example {
             *       "timestamp": {
             *         "format": "dd/MM/yyyy"
             *       }
             *     }
             */
            field_options: {
                [key: string]: unknown;
            };
            /**
             * @description Reference → field by which it is looked up.
             * @example {}
             */
            match: {
                [key: string]: unknown;
            };
            /** @description Wide to long. */
            unpivot: components["schemas"]["UnpivotDto"] | null;
            /** @description The type of all records; create it when it does not exist. */
            type: components["schemas"]["ProposedTypeDto"] | null;
            /** @description The first rows. */
            sample: components["schemas"]["SampleRowDto"][];
            /** @description Columns that feed nothing. */
            ignored_columns: string[];
            /** @description What the file leaves open. */
            questions: components["schemas"]["QuestionDto"][];
            /** @description What each part of the proposal rests on. */
            evidence: components["schemas"]["EvidenceDto"][];
            /** @description What an import with these options would refuse. */
            problems: components["schemas"]["ErrorSummaryDto"][];
        };
        ImportFormDto: {
            /**
             * @description JSON text, as in an import profile: csv_options.
             * @example
             */
            csv_options?: string;
            /**
             * @description JSON text, as in an import profile: json_options.
             * @example
             */
            json_options?: string;
            /**
             * @description JSON text, as in an import profile: field_options.
             * @example
             */
            field_options?: string;
            /**
             * @description JSON text, as in an import profile: match.
             * @example
             */
            match?: string;
            /**
             * @description JSON text, as in an import profile: unpivot.
             * @example
             */
            unpivot?: string;
            /**
             * @description The same key twice in the file: an error, skipped when the rows are identical, or the first or last one counts.
             * @default error
             * @enum {string}
             */
            on_duplicate?: "error" | "identical" | "first" | "last";
            /**
             * @description `error`: a column that feeds no field is an error of the file.
             * @default ignore
             * @enum {string}
             */
            unknown_columns?: "ignore" | "error";
            /**
             * @description What happens with an archived record that a row matches.
             * @default restore
             * @enum {string}
             */
            archived?: "restore" | "keep";
            /**
             * @description Under `abort`: so many rows, or so many per cent, may fail and are left out.
             * @example
             */
            max_errors?: string;
            /**
             * @description A warning counts as an error of the file.
             * @default false
             * @enum {string}
             */
            warnings_as_errors?: "true" | "false";
            /**
             * @description JSON text, as in an import profile: expect_columns.
             * @example
             */
            expect_columns?: string;
            /**
             * @description The file inside a zip archive; needed when it has several.
             * @example
             */
            member?: string;
            /**
             * @description `abort`: one invalid row, and nothing is written. `continue`: valid rows are written, invalid ones are reported.
             * @default abort
             * @enum {string}
             */
            on_error?: "abort" | "continue";
            /**
             * @description How a row finds its record: by the natural key (default), by `id`, or by a custom field such as `isin`.
             * @example
             */
            identifier_column?: string;
            /**
             * @description Left out: detected from the file name and the first byte.
             * @example
             * @enum {string}
             */
            format?: "" | "csv" | "json" | "ndjson";
            /**
             * @description JSON text, as in an import profile: mapping.
             * @example
             */
            mapping?: string;
            /**
             * @description JSON text, as in an import profile: defaults.
             * @example
             */
            defaults?: string;
            /**
             * @description Removes the one quote (') that a spreadsheet-safe export writes before a cell to prevent formula injection.
             * @default false
             * @enum {string}
             */
            spreadsheet_safe?: "true" | "false";
            /**
             * Format: binary
             * @description The file: CSV, JSON or NDJSON, at most 104,857,600 bytes.
             */
            file: Blob;
            /**
             * @description What the file holds: a resource type that can be imported. Required, unless the profile says it.
             * @example instruments
             */
            resource_type?: string;
            /**
             * @description Same checks and same report, but nothing is written.
             * @default false
             * @enum {string}
             */
            dry_run?: "true" | "false";
            /**
             * @description Identifier of an import profile; other fields of the form override it.
             * @example
             */
            profile?: string;
        };
        WarningDto: {
            /**
             * @description Stable code.
             * @example reference_not_found
             */
            code: string;
            /**
             * @description Name of the column in the file; null: whole rows.
             * @example type_id
             */
            column: string | null;
            /**
             * @description The message of the first one.
             * @example There is no instrument type "stock" in this workspace.
             */
            message: string;
            /**
             * @description How many there are.
             * @example 12
             */
            count: number;
            /**
             * @description The first row that has it; null: the file itself.
             * @example 17
             */
            first_row: number | null;
        };
        ImportJobDto: {
            /**
             * @description How the CSV file is read, with the delimiter and the encoding that were detected.
             * @example {
             *       "delimiter": ",",
             *       "encoding": "utf-8"
             *     }
             */
            csv_options: components["schemas"]["CsvOptionsDto"];
            /**
             * @description Where the records of the JSON file are.
             * @example {}
             */
            json_options: components["schemas"]["JsonOptionsDto"];
            /**
             * @description Field → how its cells are read.
             * @example {}
             */
            field_options: {
                [key: string]: components["schemas"]["FieldOptionsDto"];
            };
            /**
             * @description Reference field → field of the referenced resource by which it is looked up.
             * @example {}
             */
            match: {
                [key: string]: string;
            };
            /**
             * @description Wide to long.
             * @example null
             */
            unpivot: components["schemas"]["UnpivotDto"] | null;
            /**
             * @description What the same key twice means.
             * @example error
             * @enum {string}
             */
            on_duplicate: "error" | "identical" | "first" | "last";
            /**
             * @description What an unknown column means.
             * @example ignore
             * @enum {string}
             */
            unknown_columns: "ignore" | "error";
            /**
             * @description What happens with an archived record that a row matches.
             * @example restore
             * @enum {string}
             */
            archived: "restore" | "keep";
            /**
             * @description How many rows may fail under `abort`: a number, or a percentage such as `1%`.
             * @example null
             */
            max_errors: string | null;
            /**
             * @description Whether a warning is an error of the file.
             * @example false
             */
            warnings_as_errors: boolean;
            /**
             * @description The columns that the file must have.
             * @example null
             */
            expect_columns: string[] | null;
            /**
             * @description How the file is compressed.
             * @example null
             * @enum {string|null}
             */
            compression: "gzip" | "zip" | "zstd" | null;
            /**
             * @description The file inside the archive.
             * @example null
             */
            member: string | null;
            /**
             * @description Identifier of the profile.
             * @example null
             */
            profile: string | null;
            /**
             * Format: uuid
             * @description Id of the import.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * @description A job only moves forward, and a final one never changes again.
             * @example completed
             * @enum {string}
             */
            status: "queued" | "processing" | "completed" | "failed" | "cancelled";
            /**
             * @description What the file holds.
             * @example instruments
             */
            resource_type: string;
            /**
             * @description Format of the file.
             * @example csv
             * @enum {string}
             */
            format: "csv" | "json" | "ndjson";
            /**
             * @description How an invalid row affects the others.
             * @example continue
             * @enum {string}
             */
            on_error: "abort" | "continue";
            /**
             * @description The field by which a row finds its record.
             * @example identifier
             */
            identifier_column: string;
            /**
             * @description Checks and reports, but writes nothing.
             * @example false
             */
            dry_run: boolean;
            /**
             * @description Whether the quote that prevents formula injection is removed from cells.
             * @example false
             */
            spreadsheet_safe: boolean;
            /**
             * @description File column → field; null: the column is ignored.
             * @example {
             *       "Symbol": "identifier"
             *     }
             */
            mapping: {
                [key: string]: string | null;
            };
            /**
             * @description Field → constant for every row.
             * @example {
             *       "type_id": "equity"
             *     }
             */
            defaults: {
                [key: string]: unknown;
            };
            /**
             * @description Name of the uploaded file.
             * @example instruments.csv
             */
            file_name: string | null;
            /**
             * @description Size in bytes.
             * @example 53633
             */
            file_size: number;
            /**
             * @description SHA-256 of the file, in hex.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            file_sha256: string;
            /**
             * @description Data rows; null until the file was read to its end.
             * @example 503
             */
            row_count: number | null;
            /**
             * @description Rows processed.
             * @example 503
             */
            processed_count: number;
            /**
             * @description Rows that created a record.
             * @example 500
             */
            created_count: number;
            /**
             * @description Rows that changed a record.
             * @example 2
             */
            updated_count: number;
            /**
             * @description Rows that equal their record.
             * @example 1
             */
            unchanged_count: number;
            /**
             * @description Rows with an error.
             * @example 0
             */
            failed_count: number;
            /**
             * @description Rows without a value, and duplicates that the request lets be skipped.
             * @example 0
             */
            skipped_count: number;
            /**
             * @description Archived records that a row restored; they are counted as updated.
             * @example 0
             */
            restored_count: number;
            /**
             * @description Rows not processed, in a final state whose file was read to its end.
             * @example 0
             */
            unprocessed_count: number | null;
            /**
             * @description Per cent of the work done; null while queued. Under `abort`, and where a file must be read to its end first: bytes read up to 50, rows applied up to 99; otherwise bytes read. It never decreases, and only a completed job has 100.
             * @example 100
             */
            progress: number | null;
            /** @description The first 100 errors; all of them under `/errors`. */
            errors: components["schemas"]["RowErrorDto"][];
            /**
             * @description Number of errors; a row may have several.
             * @example 0
             */
            error_count: number;
            /** @description All errors, grouped by code and column. */
            error_summary: components["schemas"]["ErrorSummaryDto"][];
            /**
             * @description Number of warnings.
             * @example 0
             */
            warning_count: number;
            /** @description What may be wrong with the file and stops no row. */
            warnings: components["schemas"]["WarningDto"][];
            /**
             * @description Columns or keys that belong to no field.
             * @example [
             *       "Founded"
             *     ]
             */
            ignored_columns: string[];
            /**
             * Format: uuid
             * @description Robot that uploaded the file.
             * @example 5f0c1b8e-7c0e-4d6e-8a53-0d7c2a51f0aa
             */
            created_by: string | null;
            /**
             * Format: date-time
             * @description When it was accepted.
             * @example 2026-11-24T16:00:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When a worker first claimed it.
             * @example 2026-11-24T16:00:00.2Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             * @example 2026-11-24T16:00:01Z
             */
            finished_at: string | null;
        };
        PageMetaDto: {
            /**
             * @description Send it as `after` to get the next page; null on the last page.
             * @example WyJ2MSIsIjQyIl0
             */
            next_cursor: string | null;
            /**
             * @description Whether there is a next page.
             * @example true
             */
            has_more: boolean;
        };
        ImportPageDto: {
            /** @description Newest first. */
            data: components["schemas"]["ImportJobDto"][];
            /** @description Where the next page begins. */
            meta: components["schemas"]["PageMetaDto"];
        };
        ImportErrorPageDto: {
            /** @description In the order of the file. */
            data: components["schemas"]["RowErrorDto"][];
            /** @description Where the next page begins. */
            meta: components["schemas"]["PageMetaDto"];
        };
        CreateExportDto: {
            /**
             * @description What the file is to hold.
             * @example instruments
             */
            object_type: string;
            /**
             * @description Format of the file.
             * @default csv
             * @example csv
             * @enum {string|null}
             */
            format?: "csv" | "json" | "ndjson" | null;
            /**
             * @description False leaves out archived records and records whose parent is archived. True takes them too, and adds the column `archived_at`. Left out while the filter has a condition on `archived_at`, it counts as true.
             * @default false
             * @example false
             */
            include_archived?: boolean | null;
            /**
             * @description Only records that pass it, in the language of `POST /<collection>/filter`; left out: all.
             * @example {
             *       "and": [
             *         {
             *           "field": "type_id",
             *           "op": "eq",
             *           "value": "equity"
             *         },
             *         {
             *           "field": "name",
             *           "op": "like",
             *           "value": "group"
             *         }
             *       ]
             *     }
             */
            filter?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Compresses the file with gzip, as `"compression": "gzip"` does.
             * @default false
             * @example false
             */
            gzip?: boolean | null;
            /**
             * @description How the file is compressed. An import takes it as it is.
             * @default null
             * @example null
             * @enum {string|null}
             */
            compression?: "gzip" | "zip" | "zstd" | null;
            /**
             * @description CSV only: puts a `'` before cells that a spreadsheet would run as a formula; numbers stay untouched. An import with `spreadsheet_safe` takes it away again.
             * @default false
             * @example false
             */
            spreadsheet_safe?: boolean | null;
            /**
             * @description CSV only: a byte order mark of UTF-8 at the start, so that a spreadsheet reads the letters rightly. An import accepts it.
             * @default false
             * @example false
             */
            bom?: boolean | null;
        };
        ExportErrorDto: {
            /**
             * @description Stable code.
             * @example storage_full
             */
            code: string;
            /**
             * @description What went wrong, and how to fix it.
             * @example The server has no space left for the file. No part of the file was kept.
             */
            message: string;
        };
        ExportJobDto: {
            /**
             * Format: uuid
             * @description Id of the export.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * @description A job only moves forward, and a final one never changes again.
             * @example completed
             * @enum {string}
             */
            status: "queued" | "processing" | "completed" | "failed" | "cancelled";
            /**
             * @description What the file holds.
             * @example instruments
             */
            object_type: string;
            /**
             * @description Format of the file.
             * @example csv
             * @enum {string}
             */
            format: "csv" | "json" | "ndjson";
            /**
             * @description Archived records are in the file too, and the column `archived_at`.
             * @example false
             */
            include_archived: boolean;
            /**
             * @description The filter as it was sent; null: all records.
             * @example {
             *       "field": "type_id",
             *       "op": "eq",
             *       "value": "equity"
             *     }
             */
            filter: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The file is compressed with gzip.
             * @example false
             */
            gzip: boolean;
            /**
             * @description How the file is compressed; null: it is not.
             * @example null
             * @enum {string|null}
             */
            compression: "gzip" | "zip" | "zstd" | null;
            /**
             * @description A `'` precedes cells that a spreadsheet would run as a formula.
             * @example false
             */
            spreadsheet_safe: boolean;
            /**
             * @description The CSV file begins with a byte order mark.
             * @example false
             */
            bom: boolean;
            /**
             * Format: uri
             * @description Where the file is, once the export is completed: works on its own for 15 minutes, with a token as long as the file lives. Each GET of the export has a new one.
             * @example http://127.0.0.1:3000/v1/workspaces/5f0c1b8e-7c0e-4d6e-8a53-0d7c2a51f0aa/exports/0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11/download?expires=1795536900&signature=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            download_url: string | null;
            /**
             * @description Records in the file.
             * @example 503
             */
            row_count: number | null;
            /**
             * @description Bytes of the file as downloaded.
             * @example 53633
             */
            byte_count: number | null;
            /**
             * @description SHA-256 of the file as downloaded, in hex.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string | null;
            /**
             * @description Per cent of the records written; null while queued, 0 until the records of a long export are counted. It never decreases, and only a completed job has 100.
             * @example 100
             */
            progress: number | null;
            /**
             * Format: date-time
             * @description The file holds the state of the workspace at this instant.
             * @example 2026-11-24T16:00:00.212345Z
             */
            snapshot_at: string | null;
            /** @description Why it failed; null unless it did. */
            error: components["schemas"]["ExportErrorDto"] | null;
            /**
             * Format: date-time
             * @description When the file is removed.
             * @example 2026-12-01T16:00:01Z
             */
            expires_at: string | null;
            /**
             * Format: uuid
             * @description Robot that asked for it.
             * @example 5f0c1b8e-7c0e-4d6e-8a53-0d7c2a51f0aa
             */
            created_by: string | null;
            /**
             * Format: date-time
             * @description When it was accepted.
             * @example 2026-11-24T16:00:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When a worker first claimed it.
             * @example 2026-11-24T16:00:00.2Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             * @example 2026-11-24T16:00:01Z
             */
            finished_at: string | null;
        };
        ExportPageDto: {
            /** @description Newest first. */
            data: components["schemas"]["ExportJobDto"][];
            /** @description Where the next page begins. */
            meta: components["schemas"]["PageMetaDto"];
        };
        AboutDto: {
            /**
             * @description Name of the service.
             * @example Almagest
             */
            name: string;
            /**
             * @description Version of the server.
             * @example 0.2.0
             */
            version: string;
            /**
             * @description Documentation to read and to try out.
             * @example /docs
             */
            docs: string;
            /**
             * @description The same for programs.
             * @example /openapi.json
             */
            openapi: string;
            /**
             * @description Whether the server is ready.
             * @example /health/ready
             */
            health: string;
        };
        LivenessDto: {
            /**
             * @description The process responds.
             * @example ok
             * @enum {string}
             */
            status: "ok";
        };
        ReadinessDto: {
            /**
             * @description Anything but ok comes with a 503.
             * @example ok
             * @enum {string}
             */
            status: "ok" | "unavailable" | "draining";
            /**
             * @description Postgres responds.
             * @example up
             * @enum {string}
             */
            database: "up" | "down";
            /**
             * @description The storage of files can be written.
             * @example up
             * @enum {string}
             */
            storage: "up" | "down";
            /**
             * @description Redis responds. Without it jobs still run, only a little later.
             * @example up
             * @enum {string}
             */
            redis: "up" | "down";
        };
        AdminSessionDto: {
            /**
             * Format: date-time
             * @description When the session ends.
             * @example 2026-11-24T16:30:00Z
             */
            expires_at: string;
        };
        /**
         * @description What is wrong with a request (RFC 9457, `application/problem+json`).
         *
         *     | code | status | meaning |
         *     | --- | --- | --- |
         *     | `invalid_request` | 400 | A field of the body or a parameter of the URL is unknown, missing or of the wrong form; see `errors`. |
         *     | `invalid_json` | 400 | The body is not one JSON value in UTF-8; the detail says where. |
         *     | `invalid_cursor` | 400 | `after` is not a `next_cursor` of this list. Leave it out to begin at the start. |
         *     | `invalid_filter` | 400 | A field, an operator or a value of the filter or the sort is not known; see `errors`. |
         *     | `invalid_idempotency_key` | 400 | The key must be 1 to 255 visible ASCII characters. |
         *     | `multipart_malformed` | 400 | The body is not a complete multipart/form-data body. |
         *     | `file_missing` | 400 | The form has no file part named `file` with a file name. |
         *     | `file_repeated` | 400 | The form may carry one file only. Import the files one after the other. |
         *     | `field_missing` | 400 | A required field of the form is missing. |
         *     | `field_repeated` | 400 | A field of the form is given more than once. |
         *     | `unknown_field` | 400 | The form has an unknown field. Correct its name or remove it. |
         *     | `unauthorized` | 401 | Send `Authorization: Bearer ptk_live_…` with a token that is neither expired nor revoked. |
         *     | `forbidden` | 403 | The token is valid, but its robot does not have the role that this operation requires. |
         *     | `link_expired` | 403 | The signed link has expired or was changed. Get the export again to receive a new link. |
         *     | `not_found` | 404 | Nothing was found: it does not exist, or it belongs to another workspace. |
         *     | `method_not_allowed` | 405 | The path exists, but not with this method; the header `Allow` lists its methods. |
         *     | `request_timeout` | 408 | The body did not arrive within the time allowed. |
         *     | `conflict` | 409 | The current state does not allow the request, most often because the record exists already. |
         *     | `idempotency_in_flight` | 409 | Another request with this Idempotency-Key is still being processed. Try again in a moment. |
         *     | `record_locked` | 409 | A record that the request needs is locked, most often by an import that writes the same records. Nothing was changed; try again after `Retry-After` seconds. |
         *     | `gone` | 410 | The file or the job has expired and was removed. |
         *     | `stored_file_missing` | 410 | The file is missing on the server although it has not expired. Export or import again, and report this to the operator of the server. |
         *     | `body_too_large` | 413 | The body is larger than this operation accepts: 256 KiB unless documented otherwise. |
         *     | `file_too_large` | 413 | The file is larger than 104,857,600 bytes. Split it and import the parts. |
         *     | `unsupported_media_type` | 415 | The body has a Content-Type that this operation does not accept, or a Content-Encoding. |
         *     | `range_not_satisfiable` | 416 | The range is outside of the file; the header `Content-Range` gives its size. |
         *     | `invalid_value` | 422 | The request is well-formed, but a value in it is not valid; see `errors`. |
         *     | `reference_not_found` | 422 | A referenced record does not exist in this workspace; see `errors`. |
         *     | `too_many_types` | 422 | The workspace has reached its maximum number of types of this kind, archived ones included (`TYPES_PER_WORKSPACE`). |
         *     | `too_many_fields` | 422 | The type would exceed the maximum number of custom fields (`FIELDS_PER_TYPE`). |
         *     | `too_many_profiles` | 422 | The workspace has reached its maximum number of import profiles (`PROFILES_PER_WORKSPACE`). |
         *     | `idempotency_key_reused` | 422 | The key was already used for a request with other fields or another file. Use a new key. |
         *     | `unsupported_resource_type` | 422 | The resource type does not exist, or it cannot be imported or exported. |
         *     | `file_empty` | 422 | The file has no content. |
         *     | `unsupported_file_format` | 422 | The file is not CSV, JSON or NDJSON, or contradicts the format that was given. |
         *     | `encoding_unsupported` | 422 | The file is not in UTF-8. Save it as UTF-8 and send it again. |
         *     | `invalid_mapping` | 422 | `mapping`, `defaults` or `identifier_column` names a field that does not exist or is given twice. |
         *     | `rate_limited` | 429 | The token made too many requests. Wait for the seconds in `Retry-After`. |
         *     | `too_many_invalid_tokens` | 429 | Too many invalid tokens came from the address of the client. Wait for the seconds in `Retry-After`, and check the token. |
         *     | `too_many_event_streams` | 429 | The token has reached its maximum number of open event streams. Close some, or wait for the seconds in `Retry-After`. |
         *     | `too_many_jobs` | 429 | The workspace has reached its maximum number of queued jobs. Wait for the seconds in `Retry-After`. |
         *     | `too_many_bytes` | 429 | The uploads, export files and row errors of the workspace have reached its storage quota. They are removed when they expire; try again after `Retry-After` seconds. |
         *     | `too_many_statements` | 429 | The requests of the workspace use all the database connections that it may use. Send fewer at once; try again after `Retry-After` seconds. |
         *     | `internal_error` | 500 | The server failed to process the request. Report the `request_id` to the operator of the server. |
         *     | `unavailable` | 503 | The database or the storage is not available. Try again after `Retry-After` seconds. |
         *     | `statement_timeout` | 503 | The query exceeded the time limit of a request and was stopped. Use fewer conditions, especially with `like`. To read all records, export them. |
         *     | `event_streams_full` | 503 | This server has reached its maximum number of open event streams. Wait for the seconds in `Retry-After`, or poll the job. |
         *     | `storage_full` | 507 | The server has no space left for the file; nothing of it was stored. |
         */
        Problem: {
            /**
             * Format: uri-reference
             * @description Where this kind of problem is described.
             * @example /docs/problems#not_found
             */
            type: string;
            /**
             * @description The kind of problem in a few words; the same for each of its kind.
             * @example Not found
             */
            title: string;
            /**
             * @description The HTTP status of the response.
             * @example 404
             */
            status: number;
            /**
             * @description What is wrong with this request, and how to fix it.
             * @example Nothing was found: it does not exist, or it belongs to another workspace.
             */
            detail: string;
            /**
             * Format: uri-reference
             * @description The path that was asked for.
             * @example /v1/workspaces/default/instruments/bhp.ax
             */
            instance: string;
            /**
             * @description Stable code of the kind of problem, for programs.
             * @example not_found
             * @enum {string}
             */
            code: "invalid_request" | "invalid_json" | "invalid_cursor" | "invalid_filter" | "invalid_idempotency_key" | "multipart_malformed" | "file_missing" | "file_repeated" | "field_missing" | "field_repeated" | "unknown_field" | "unauthorized" | "forbidden" | "link_expired" | "not_found" | "method_not_allowed" | "request_timeout" | "conflict" | "idempotency_in_flight" | "record_locked" | "gone" | "stored_file_missing" | "body_too_large" | "file_too_large" | "unsupported_media_type" | "range_not_satisfiable" | "invalid_value" | "reference_not_found" | "too_many_types" | "too_many_fields" | "too_many_profiles" | "idempotency_key_reused" | "unsupported_resource_type" | "file_empty" | "unsupported_file_format" | "encoding_unsupported" | "invalid_mapping" | "rate_limited" | "too_many_invalid_tokens" | "too_many_event_streams" | "too_many_jobs" | "too_many_bytes" | "too_many_statements" | "internal_error" | "unavailable" | "statement_timeout" | "event_streams_full" | "storage_full";
            /**
             * @description Finds the request in the logs; also the header `X-Request-Id`.
             * @example 5f0c9a52-8a5e-4a6c-9a0e-3c1b7e0d9f11
             */
            request_id: string;
            /** @description The individual errors; empty when `detail` is sufficient. */
            errors: components["schemas"]["ProblemError"][];
        };
        ProblemError: {
            /**
             * @description JSON pointer into the body, or `?name` for a query parameter.
             * @example /type_id
             */
            pointer: string;
            /**
             * @description Stable code, snake_case.
             * @example reference_not_found
             */
            code: string;
            /**
             * @description What is wrong and how to fix it.
             * @example There is no instrument type "stock" in this workspace.
             */
            message: string;
        };
        Instrument: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * @description Your own identifier of the instrument, unique in the workspace: a ticker, an ISIN, an internal code.
             * @example bhp.ax
             */
            identifier: string;
            /**
             * @description Name to show.
             * @example BHP Group Limited
             */
            name: string;
            /**
             * Format: uuid
             * @description Instrument type: identifier or UUID. It decides the custom fields and never changes.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            type_id: string;
            /**
             * @description A JSON object for additional data that has no field; replaced as a whole.
             * @example {
             *       "source": "vendor-a"
             *     }
             */
            extras: {
                [key: string]: unknown;
            } | null;
            /**
             * @description All fields of the type, null where unset.
             * @example {
             *       "isin": "AU000000BHP4"
             *     }
             */
            field_values: {
                [key: string]: string | null;
            };
            /**
             * @description The same as field_values.
             * @example {
             *       "isin": "AU000000BHP4"
             *     }
             */
            extra_fields_snapshot: {
                [key: string]: string | null;
            };
            /**
             * Format: date-time
             * @description When the record was archived; null while it is active.
             * @example 2026-01-31T16:00:00Z
             */
            archived_at: string | null;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
        };
        InstrumentPage: {
            /** @description The records of this page. */
            data: components["schemas"]["Instrument"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        CreateInstrument: {
            /**
             * @description Your own identifier of the instrument, unique in the workspace: a ticker, an ISIN, an internal code.
             * @example bhp.ax
             */
            identifier: string;
            /**
             * @description Name to show.
             * @example BHP Group Limited
             */
            name: string;
            /**
             * @description Instrument type: identifier or UUID. It decides the custom fields and never changes.
             * @example equity
             */
            type_id: string;
            /**
             * @description A JSON object for additional data that has no field; replaced as a whole.
             * @example {
             *       "source": "vendor-a"
             *     }
             */
            extras?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Custom fields of the type, as strings or native values; merged key by key, null clears.
             * @example {
             *       "isin": "AU000000BHP4"
             *     }
             */
            field_values?: {
                [key: string]: (string | null) | number | boolean;
            };
        };
        ChangeInstrument: {
            /**
             * @description Your own identifier of the instrument, unique in the workspace: a ticker, an ISIN, an internal code.
             * @example bhp.ax
             */
            identifier?: string;
            /**
             * @description Name to show.
             * @example BHP Group Limited
             */
            name?: string;
            /**
             * @description Instrument type: identifier or UUID. It decides the custom fields and never changes.
             * @example equity
             */
            type_id?: string;
            /**
             * @description A JSON object for additional data that has no field; replaced as a whole.
             * @example {
             *       "source": "vendor-a"
             *     }
             */
            extras?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Custom fields of the type, as strings or native values; merged key by key, null clears.
             * @example {
             *       "isin": "AU000000BHP4"
             *     }
             */
            field_values?: {
                [key: string]: (string | null) | number | boolean;
            };
        };
        InstrumentTypeField: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * Format: uuid
             * @description The instrument type that has the field.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            type_id: string;
            /**
             * @description Key in `field_values`, in files and in filters.
             * @example isin
             */
            field_key: string;
            /**
             * @description Label to show; the key by default.
             * @example ISIN
             */
            field_label: string;
            /**
             * @description What the field holds; text by default.
             * @example text
             * @enum {string}
             */
            data_type: "text" | "number" | "date" | "boolean";
            /**
             * @description Required when a record is created, and never null.
             * @example false
             */
            is_required: boolean;
            /**
             * @description A record that is created without the field gets the default.
             * @example false
             */
            has_default: boolean;
            /**
             * @description The default as a string; null where there is none.
             * @example
             */
            default_value: string | null;
            /**
             * @description Null may be given.
             * @example true
             */
            allow_null: boolean;
            /**
             * @description Position among the fields, ties by key; next by default.
             * @example 1
             */
            display_order: number;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
        };
        InstrumentType: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * @description Your own identifier of the type, unique in the workspace.
             * @example equity
             */
            identifier: string;
            /**
             * @description Name to show.
             * @example Equity
             */
            name: string;
            /**
             * Format: date-time
             * @description When the record was archived; null while it is active.
             * @example 2026-01-31T16:00:00Z
             */
            archived_at: string | null;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
            /** @description Custom fields in display order. */
            fields: components["schemas"]["InstrumentTypeField"][];
        };
        InstrumentTypePage: {
            /** @description The records of this page. */
            data: components["schemas"]["InstrumentType"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        CreateInstrumentType: {
            /**
             * @description Your own identifier of the type, unique in the workspace.
             * @example equity
             */
            identifier: string;
            /**
             * @description Name to show.
             * @example Equity
             */
            name: string;
            /**
             * @description Custom fields; everything but the key has a default.
             * @example [
             *       {
             *         "field_key": "isin",
             *         "field_label": "ISIN",
             *         "data_type": "text",
             *         "is_required": true
             *       }
             *     ]
             */
            fields?: {
                /**
                 * @description Key in `field_values`, in files and in filters; it never changes.
                 * @example isin
                 */
                field_key: string;
                /**
                 * @description Label to show; the key by default.
                 * @example ISIN
                 */
                field_label?: string | null;
                /**
                 * @description What the field holds; `text` by default.
                 * @example text
                 * @enum {string}
                 */
                data_type?: "text" | "number" | "date" | "boolean";
                /**
                 * @description Required when a record is created, and never null; false by default.
                 * @example true
                 */
                is_required?: boolean | null;
                /**
                 * @description A record that is created without the field gets the default; false by default.
                 * @example false
                 */
                has_default?: boolean | null;
                /**
                 * @description The default, as a string or a native value of the data type.
                 * @example null
                 */
                default_value?: (string | null) | number | boolean;
                /**
                 * @description Null may be given; true by default.
                 * @example true
                 */
                allow_null?: boolean | null;
                /**
                 * @description Position among the fields, ties by key; the next one by default.
                 * @example 1
                 */
                display_order?: number | null;
            }[];
        } & {
            [key: string]: unknown;
        };
        ChangeInstrumentType: {
            /**
             * @description Your own identifier of the type, unique in the workspace.
             * @example equity
             */
            identifier?: string;
            /**
             * @description Name to show.
             * @example Equity
             */
            name?: string;
        };
        InstrumentTypeFieldPage: {
            /** @description The records of this page. */
            data: components["schemas"]["InstrumentTypeField"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        SeriesField: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * Format: uuid
             * @description The series that has the field.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            type_id: string;
            /**
             * @description Key in `field_values`, in files and in filters.
             * @example isin
             */
            field_key: string;
            /**
             * @description Label to show; the key by default.
             * @example ISIN
             */
            field_label: string;
            /**
             * @description What the field holds; text by default.
             * @example text
             * @enum {string}
             */
            data_type: "text" | "number" | "date" | "boolean";
            /**
             * @description Required when a record is created, and never null.
             * @example false
             */
            is_required: boolean;
            /**
             * @description A record that is created without the field gets the default.
             * @example false
             */
            has_default: boolean;
            /**
             * @description The default as a string; null where there is none.
             * @example
             */
            default_value: string | null;
            /**
             * @description Null may be given.
             * @example true
             */
            allow_null: boolean;
            /**
             * @description Position among the fields, ties by key; next by default.
             * @example 1
             */
            display_order: number;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
        };
        Series: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * @description Your own identifier of the series, unique in the workspace.
             * @example close
             */
            identifier: string;
            /**
             * @description Name to show.
             * @example Closing price
             */
            name: string;
            /**
             * @description A scalar series has one value per point, a composite series has the fields declared for it.
             * @example scalar
             * @enum {string}
             */
            kind: "scalar" | "composite";
            /**
             * Format: date-time
             * @description When the record was archived; null while it is active.
             * @example 2026-01-31T16:00:00Z
             */
            archived_at: string | null;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
            /** @description Custom fields in display order. */
            fields: components["schemas"]["SeriesField"][];
        };
        SeriesPage: {
            /** @description The records of this page. */
            data: components["schemas"]["Series"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        CreateSeries: {
            /**
             * @description Your own identifier of the series, unique in the workspace.
             * @example close
             */
            identifier: string;
            /**
             * @description Name to show.
             * @example Closing price
             */
            name: string;
            /**
             * @description A scalar series has one value per point, a composite series has the fields declared for it.
             * @example scalar
             * @enum {string}
             */
            kind: "scalar" | "composite";
            /**
             * @description Custom fields; everything but the key has a default.
             * @example [
             *       {
             *         "field_key": "isin",
             *         "field_label": "ISIN",
             *         "data_type": "text",
             *         "is_required": true
             *       }
             *     ]
             */
            fields?: {
                /**
                 * @description Key in `field_values`, in files and in filters; it never changes.
                 * @example isin
                 */
                field_key: string;
                /**
                 * @description Label to show; the key by default.
                 * @example ISIN
                 */
                field_label?: string | null;
                /**
                 * @description What the field holds; `text` by default.
                 * @example text
                 * @enum {string}
                 */
                data_type?: "text" | "number" | "date" | "boolean";
                /**
                 * @description Required when a record is created, and never null; false by default.
                 * @example true
                 */
                is_required?: boolean | null;
                /**
                 * @description A record that is created without the field gets the default; false by default.
                 * @example false
                 */
                has_default?: boolean | null;
                /**
                 * @description The default, as a string or a native value of the data type.
                 * @example null
                 */
                default_value?: (string | null) | number | boolean;
                /**
                 * @description Null may be given; true by default.
                 * @example true
                 */
                allow_null?: boolean | null;
                /**
                 * @description Position among the fields, ties by key; the next one by default.
                 * @example 1
                 */
                display_order?: number | null;
            }[];
        } & {
            [key: string]: unknown;
        };
        ChangeSeries: {
            /**
             * @description Your own identifier of the series, unique in the workspace.
             * @example close
             */
            identifier?: string;
            /**
             * @description Name to show.
             * @example Closing price
             */
            name?: string;
            /**
             * @description A scalar series has one value per point, a composite series has the fields declared for it.
             * @example scalar
             * @enum {string}
             */
            kind?: "scalar" | "composite";
        };
        SeriesFieldPage: {
            /** @description The records of this page. */
            data: components["schemas"]["SeriesField"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        Value: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * Format: uuid
             * @description Instrument: identifier or UUID.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            instrument_id: string;
            /**
             * Format: uuid
             * @description Scalar series: identifier or UUID.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            type_id: string;
            /**
             * Format: date-time
             * @description Instant of the value; a plain date is midnight UTC of that day.
             * @example 2026-01-30T00:00:00Z
             */
            timestamp: string;
            /**
             * Format: decimal
             * @description The value, digit for digit.
             * @example 45.82
             */
            value: string;
            /**
             * Format: date-time
             * @description When the record was archived; null while it is active.
             * @example 2026-01-31T16:00:00Z
             */
            archived_at: string | null;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
        };
        ValuePage: {
            /** @description The records of this page. */
            data: components["schemas"]["Value"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        CreateValue: {
            /**
             * @description Instrument: identifier or UUID.
             * @example bhp.ax
             */
            instrument_id: string;
            /**
             * @description Scalar series: identifier or UUID.
             * @example close
             */
            type_id: string;
            /**
             * Format: date-time
             * @description Instant of the value; a plain date is midnight UTC of that day.
             * @example 2026-01-30T00:00:00Z
             */
            timestamp: string;
            /**
             * @description The value, digit for digit.
             * @example 45.82
             */
            value: string | number;
        };
        ChangeValue: {
            /**
             * @description The value, digit for digit.
             * @example 45.82
             */
            value?: string | number;
        };
        CompositeValue: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * Format: uuid
             * @description Instrument: identifier or UUID.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            instrument_id: string;
            /**
             * Format: uuid
             * @description Composite series: identifier or UUID. Its fields are the items.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            type_id: string;
            /**
             * Format: date-time
             * @description Instant of the bar; a plain date is midnight UTC of that day.
             * @example 2026-01-30T00:00:00Z
             */
            timestamp: string;
            /**
             * @description All fields of the type, null where unset.
             * @example [
             *       {
             *         "field_key": "open",
             *         "value": "45.10"
             *       }
             *     ]
             */
            items: {
                /**
                 * @description Key of a field of the series.
                 * @example open
                 */
                field_key: string;
                /**
                 * @description Its value; null: none.
                 * @example 45.10
                 */
                value: string | null;
            }[];
            /**
             * Format: date-time
             * @description When the record was archived; null while it is active.
             * @example 2026-01-31T16:00:00Z
             */
            archived_at: string | null;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
        };
        CompositeValuePage: {
            /** @description The records of this page. */
            data: components["schemas"]["CompositeValue"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        CreateCompositeValue: {
            /**
             * @description Instrument: identifier or UUID.
             * @example bhp.ax
             */
            instrument_id: string;
            /**
             * @description Composite series: identifier or UUID. Its fields are the items.
             * @example ohlcv
             */
            type_id: string;
            /**
             * Format: date-time
             * @description Instant of the bar; a plain date is midnight UTC of that day.
             * @example 2026-01-30T00:00:00Z
             */
            timestamp: string;
            /**
             * @description Custom fields of the type, as strings or native values; merged key by key, null clears.
             * @example [
             *       {
             *         "field_key": "open",
             *         "value": "45.10"
             *       }
             *     ]
             */
            items?: {
                /**
                 * @description Key of a field of the series.
                 * @example open
                 */
                field_key: string;
                /**
                 * @description Its value; null: none.
                 * @example 45.10
                 */
                value: (string | null) | number | boolean;
            }[];
        };
        ChangeCompositeValue: {
            /**
             * @description Custom fields of the type, as strings or native values; merged key by key, null clears.
             * @example [
             *       {
             *         "field_key": "open",
             *         "value": "45.10"
             *       }
             *     ]
             */
            items?: {
                /**
                 * @description Key of a field of the series.
                 * @example open
                 */
                field_key: string;
                /**
                 * @description Its value; null: none.
                 * @example 45.10
                 */
                value: (string | null) | number | boolean;
            }[];
        };
        CompositeValueItem: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * Format: uuid
             * @description The composite value that the item is a part of.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            value_id: string;
            /**
             * @description Key of the field of the series.
             * @example open
             */
            field_key: string;
            /**
             * @description The value, digit for digit.
             * @example 45.10
             */
            value: string;
            /**
             * Format: date-time
             * @description When the record was archived; null while it is active.
             * @example 2026-01-31T16:00:00Z
             */
            archived_at: string | null;
        };
        CompositeValueItemPage: {
            /** @description The records of this page. */
            data: components["schemas"]["CompositeValueItem"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        Market: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * @description Your own identifier of the market, unique in the workspace: a MIC (ISO 10383), an internal code.
             * @example asx
             */
            identifier: string;
            /**
             * @description Name to show.
             * @example Australian Securities Exchange
             */
            name: string;
            /**
             * Format: uuid
             * @description Market type: identifier or UUID. It decides the custom fields and never changes.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            type_id: string;
            /**
             * @description A JSON object for additional data that has no field; replaced as a whole.
             * @example {
             *       "city": "Sydney"
             *     }
             */
            extras: {
                [key: string]: unknown;
            } | null;
            /**
             * @description All fields of the type, null where unset.
             * @example {
             *       "isin": "AU000000BHP4"
             *     }
             */
            field_values: {
                [key: string]: string | null;
            };
            /**
             * @description The same as field_values.
             * @example {
             *       "isin": "AU000000BHP4"
             *     }
             */
            extra_fields_snapshot: {
                [key: string]: string | null;
            };
            /**
             * Format: date-time
             * @description When the record was archived; null while it is active.
             * @example 2026-01-31T16:00:00Z
             */
            archived_at: string | null;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
        };
        MarketPage: {
            /** @description The records of this page. */
            data: components["schemas"]["Market"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        CreateMarket: {
            /**
             * @description Your own identifier of the market, unique in the workspace: a MIC (ISO 10383), an internal code.
             * @example asx
             */
            identifier: string;
            /**
             * @description Name to show.
             * @example Australian Securities Exchange
             */
            name: string;
            /**
             * @description Market type: identifier or UUID. It decides the custom fields and never changes.
             * @example exchange
             */
            type_id: string;
            /**
             * @description A JSON object for additional data that has no field; replaced as a whole.
             * @example {
             *       "city": "Sydney"
             *     }
             */
            extras?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Custom fields of the type, as strings or native values; merged key by key, null clears.
             * @example {
             *       "isin": "AU000000BHP4"
             *     }
             */
            field_values?: {
                [key: string]: (string | null) | number | boolean;
            };
        };
        ChangeMarket: {
            /**
             * @description Your own identifier of the market, unique in the workspace: a MIC (ISO 10383), an internal code.
             * @example asx
             */
            identifier?: string;
            /**
             * @description Name to show.
             * @example Australian Securities Exchange
             */
            name?: string;
            /**
             * @description Market type: identifier or UUID. It decides the custom fields and never changes.
             * @example exchange
             */
            type_id?: string;
            /**
             * @description A JSON object for additional data that has no field; replaced as a whole.
             * @example {
             *       "city": "Sydney"
             *     }
             */
            extras?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Custom fields of the type, as strings or native values; merged key by key, null clears.
             * @example {
             *       "isin": "AU000000BHP4"
             *     }
             */
            field_values?: {
                [key: string]: (string | null) | number | boolean;
            };
        };
        MarketTypeField: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * Format: uuid
             * @description The market type that has the field.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            type_id: string;
            /**
             * @description Key in `field_values`, in files and in filters.
             * @example isin
             */
            field_key: string;
            /**
             * @description Label to show; the key by default.
             * @example ISIN
             */
            field_label: string;
            /**
             * @description What the field holds; text by default.
             * @example text
             * @enum {string}
             */
            data_type: "text" | "number" | "date" | "boolean";
            /**
             * @description Required when a record is created, and never null.
             * @example false
             */
            is_required: boolean;
            /**
             * @description A record that is created without the field gets the default.
             * @example false
             */
            has_default: boolean;
            /**
             * @description The default as a string; null where there is none.
             * @example
             */
            default_value: string | null;
            /**
             * @description Null may be given.
             * @example true
             */
            allow_null: boolean;
            /**
             * @description Position among the fields, ties by key; next by default.
             * @example 1
             */
            display_order: number;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
        };
        MarketType: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * @description Your own identifier of the type, unique in the workspace.
             * @example exchange
             */
            identifier: string;
            /**
             * @description Name to show.
             * @example Exchange
             */
            name: string;
            /**
             * Format: date-time
             * @description When the record was archived; null while it is active.
             * @example 2026-01-31T16:00:00Z
             */
            archived_at: string | null;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
            /** @description Custom fields in display order. */
            fields: components["schemas"]["MarketTypeField"][];
        };
        MarketTypePage: {
            /** @description The records of this page. */
            data: components["schemas"]["MarketType"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        CreateMarketType: {
            /**
             * @description Your own identifier of the type, unique in the workspace.
             * @example exchange
             */
            identifier: string;
            /**
             * @description Name to show.
             * @example Exchange
             */
            name: string;
            /**
             * @description Custom fields; everything but the key has a default.
             * @example [
             *       {
             *         "field_key": "isin",
             *         "field_label": "ISIN",
             *         "data_type": "text",
             *         "is_required": true
             *       }
             *     ]
             */
            fields?: {
                /**
                 * @description Key in `field_values`, in files and in filters; it never changes.
                 * @example isin
                 */
                field_key: string;
                /**
                 * @description Label to show; the key by default.
                 * @example ISIN
                 */
                field_label?: string | null;
                /**
                 * @description What the field holds; `text` by default.
                 * @example text
                 * @enum {string}
                 */
                data_type?: "text" | "number" | "date" | "boolean";
                /**
                 * @description Required when a record is created, and never null; false by default.
                 * @example true
                 */
                is_required?: boolean | null;
                /**
                 * @description A record that is created without the field gets the default; false by default.
                 * @example false
                 */
                has_default?: boolean | null;
                /**
                 * @description The default, as a string or a native value of the data type.
                 * @example null
                 */
                default_value?: (string | null) | number | boolean;
                /**
                 * @description Null may be given; true by default.
                 * @example true
                 */
                allow_null?: boolean | null;
                /**
                 * @description Position among the fields, ties by key; the next one by default.
                 * @example 1
                 */
                display_order?: number | null;
            }[];
        } & {
            [key: string]: unknown;
        };
        ChangeMarketType: {
            /**
             * @description Your own identifier of the type, unique in the workspace.
             * @example exchange
             */
            identifier?: string;
            /**
             * @description Name to show.
             * @example Exchange
             */
            name?: string;
        };
        MarketTypeFieldPage: {
            /** @description The records of this page. */
            data: components["schemas"]["MarketTypeField"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        Listing: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * Format: uuid
             * @description Instrument: identifier or UUID.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            instrument_id: string;
            /**
             * Format: uuid
             * @description Market: identifier or UUID.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            market_id: string;
            /**
             * @description Code of the instrument at that market.
             * @example BHP
             */
            local_code: string | null;
            /**
             * @description Trading currency (ISO 4217).
             * @example AUD
             */
            currency: string | null;
            /**
             * Format: decimal
             * @description Units in one lot.
             * @example 1
             */
            lot_size: string | null;
            /**
             * Format: date-time
             * @description When the record was archived; null while it is active.
             * @example 2026-01-31T16:00:00Z
             */
            archived_at: string | null;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
        };
        ListingPage: {
            /** @description The records of this page. */
            data: components["schemas"]["Listing"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        CreateListing: {
            /**
             * @description Instrument: identifier or UUID.
             * @example bhp.ax
             */
            instrument_id: string;
            /**
             * @description Market: identifier or UUID.
             * @example asx
             */
            market_id: string;
            /**
             * @description Code of the instrument at that market.
             * @example BHP
             */
            local_code?: string | null;
            /**
             * @description Trading currency (ISO 4217).
             * @example AUD
             */
            currency?: string | null;
            /**
             * @description Units in one lot.
             * @example 1
             */
            lot_size?: (string | null) | number;
        };
        ChangeListing: {
            /**
             * @description Instrument: identifier or UUID.
             * @example bhp.ax
             */
            instrument_id?: string;
            /**
             * @description Market: identifier or UUID.
             * @example asx
             */
            market_id?: string;
            /**
             * @description Code of the instrument at that market.
             * @example BHP
             */
            local_code?: string | null;
            /**
             * @description Trading currency (ISO 4217).
             * @example AUD
             */
            currency?: string | null;
            /**
             * @description Units in one lot.
             * @example 1
             */
            lot_size?: (string | null) | number;
        };
        Suspension: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * Format: uuid
             * @description Instrument of the listing: identifier or UUID.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            instrument_id: string;
            /**
             * Format: uuid
             * @description Market of the listing: identifier or UUID.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            market_id: string;
            /**
             * Format: uuid
             * @description The listing by its UUID, instead of instrument and market.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            listing_id: string | null;
            /**
             * Format: date-time
             * @description First instant of the suspension.
             * @example 2026-01-30T10:15:00Z
             */
            suspended_from: string;
            /**
             * Format: date-time
             * @description First instant after the suspension; null while the listing is halted.
             * @example 2026-02-02T00:00:00Z
             */
            suspended_until: string | null;
            /**
             * @description Why trading was halted.
             * @example Pending announcement
             */
            reason: string | null;
            /**
             * Format: date-time
             * @description When the record was archived; null while it is active.
             * @example 2026-01-31T16:00:00Z
             */
            archived_at: string | null;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
        };
        SuspensionPage: {
            /** @description The records of this page. */
            data: components["schemas"]["Suspension"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        CreateSuspension: {
            /**
             * @description Instrument of the listing: identifier or UUID.
             * @example bhp.ax
             */
            instrument_id: string;
            /**
             * @description Market of the listing: identifier or UUID.
             * @example asx
             */
            market_id: string;
            /**
             * @description The listing by its UUID, instead of instrument and market.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            listing_id?: string | null;
            /**
             * Format: date-time
             * @description First instant of the suspension.
             * @example 2026-01-30T10:15:00Z
             */
            suspended_from: string;
            /**
             * Format: date-time
             * @description First instant after the suspension; null while the listing is halted.
             * @example 2026-02-02T00:00:00Z
             */
            suspended_until?: string | null;
            /**
             * @description Why trading was halted.
             * @example Pending announcement
             */
            reason?: string | null;
        };
        ChangeSuspension: {
            /**
             * @description Instrument of the listing: identifier or UUID.
             * @example bhp.ax
             */
            instrument_id?: string;
            /**
             * @description Market of the listing: identifier or UUID.
             * @example asx
             */
            market_id?: string;
            /**
             * @description The listing by its UUID, instead of instrument and market.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            listing_id?: string | null;
            /**
             * Format: date-time
             * @description First instant of the suspension.
             * @example 2026-01-30T10:15:00Z
             */
            suspended_from?: string;
            /**
             * Format: date-time
             * @description First instant after the suspension; null while the listing is halted.
             * @example 2026-02-02T00:00:00Z
             */
            suspended_until?: string | null;
            /**
             * @description Why trading was halted.
             * @example Pending announcement
             */
            reason?: string | null;
        };
        CalendarEntry: {
            /**
             * Format: uuid
             * @description The id that Almagest gave the record.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            id: string;
            /**
             * Format: uuid
             * @description Market: identifier or UUID.
             * @example 0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11
             */
            market_id: string;
            /**
             * Format: date
             * @description Day at the market.
             * @example 2026-01-30
             */
            date: string;
            /**
             * @description Whether the market trades on that day.
             * @example true
             */
            is_open: boolean;
            /**
             * Format: date-time
             * @description Instant at which the market opens.
             * @example 2026-01-29T23:00:00Z
             */
            opens_at: string | null;
            /**
             * Format: date-time
             * @description Instant at which the market closes.
             * @example 2026-01-30T05:00:00Z
             */
            closes_at: string | null;
            /**
             * Format: date-time
             * @description Instant at which the midday break begins.
             * @example 2026-01-30T01:30:00Z
             */
            break_start: string | null;
            /**
             * Format: date-time
             * @description Instant at which the midday break ends.
             * @example 2026-01-30T02:30:00Z
             */
            break_end: string | null;
            /**
             * @description For example the name of a holiday.
             * @example Regular session
             */
            description: string | null;
            /**
             * Format: date-time
             * @description When the record was archived; null while it is active.
             * @example 2026-01-31T16:00:00Z
             */
            archived_at: string | null;
            /**
             * Format: date-time
             * @description When the record was created.
             * @example 2026-01-02T09:30:00.123456Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the record last changed.
             * @example 2026-01-02T09:30:00.123456Z
             */
            updated_at: string;
        };
        CalendarEntryPage: {
            /** @description The records of this page. */
            data: components["schemas"]["CalendarEntry"][];
            /** @description Where the next page begins. */
            meta: {
                /**
                 * @description Send it as `after` to get the next page; null on the last page.
                 * @example WyJ2MSIsIjQyIl0
                 */
                next_cursor: string | null;
                /**
                 * @description Whether there is a next page.
                 * @example true
                 */
                has_more: boolean;
            };
        };
        CreateCalendarEntry: {
            /**
             * @description Market: identifier or UUID.
             * @example asx
             */
            market_id: string;
            /**
             * Format: date
             * @description Day at the market.
             * @example 2026-01-30
             */
            date: string;
            /**
             * @description Whether the market trades on that day.
             * @example true
             */
            is_open: boolean;
            /**
             * Format: date-time
             * @description Instant at which the market opens.
             * @example 2026-01-29T23:00:00Z
             */
            opens_at?: string | null;
            /**
             * Format: date-time
             * @description Instant at which the market closes.
             * @example 2026-01-30T05:00:00Z
             */
            closes_at?: string | null;
            /**
             * Format: date-time
             * @description Instant at which the midday break begins.
             * @example 2026-01-30T01:30:00Z
             */
            break_start?: string | null;
            /**
             * Format: date-time
             * @description Instant at which the midday break ends.
             * @example 2026-01-30T02:30:00Z
             */
            break_end?: string | null;
            /**
             * @description For example the name of a holiday.
             * @example Regular session
             */
            description?: string | null;
        };
        ChangeCalendarEntry: {
            /**
             * @description Market: identifier or UUID.
             * @example asx
             */
            market_id?: string;
            /**
             * Format: date
             * @description Day at the market.
             * @example 2026-01-30
             */
            date?: string;
            /**
             * @description Whether the market trades on that day.
             * @example true
             */
            is_open?: boolean;
            /**
             * Format: date-time
             * @description Instant at which the market opens.
             * @example 2026-01-29T23:00:00Z
             */
            opens_at?: string | null;
            /**
             * Format: date-time
             * @description Instant at which the market closes.
             * @example 2026-01-30T05:00:00Z
             */
            closes_at?: string | null;
            /**
             * Format: date-time
             * @description Instant at which the midday break begins.
             * @example 2026-01-30T01:30:00Z
             */
            break_start?: string | null;
            /**
             * Format: date-time
             * @description Instant at which the midday break ends.
             * @example 2026-01-30T02:30:00Z
             */
            break_end?: string | null;
            /**
             * @description For example the name of a holiday.
             * @example Regular session
             */
            description?: string | null;
        };
    };
    responses: {
        /**
         * @description `invalid_request`: A field of the body or a parameter of the URL is unknown, missing or of the wrong form; see `errors`.
         *
         *     `invalid_json`: The body is not one JSON value in UTF-8; the detail says where.
         */
        "invalid_request.invalid_json": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthorized`: Send `Authorization: Bearer ptk_live_…` with a token that is neither expired nor revoked. */
        unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `forbidden`: The token is valid, but its robot does not have the role that this operation requires. */
        forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`: The current state does not allow the request, most often because the record exists already. */
        conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `body_too_large`: The body is larger than this operation accepts: 256 KiB unless documented otherwise. */
        body_too_large: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported_media_type`: The body has a Content-Type that this operation does not accept, or a Content-Encoding. */
        unsupported_media_type: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `rate_limited`: The token made too many requests. Wait for the seconds in `Retry-After`.
         *
         *     `too_many_invalid_tokens`: Too many invalid tokens came from the address of the client. Wait for the seconds in `Retry-After`, and check the token.
         */
        "rate_limited.too_many_invalid_tokens": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: The database or the storage is not available. Try again after `Retry-After` seconds. */
        unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid_request`: A field of the body or a parameter of the URL is unknown, missing or of the wrong form; see `errors`. */
        invalid_request: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_found`: Nothing was found: it does not exist, or it belongs to another workspace. */
        not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `record_locked`: A record that the request needs is locked, most often by an import that writes the same records. Nothing was changed; try again after `Retry-After` seconds. */
        record_locked: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `rate_limited`: The token made too many requests. Wait for the seconds in `Retry-After`.
         *
         *     `too_many_invalid_tokens`: Too many invalid tokens came from the address of the client. Wait for the seconds in `Retry-After`, and check the token.
         *
         *     `too_many_statements`: The requests of the workspace use all the database connections that it may use. Send fewer at once; try again after `Retry-After` seconds.
         */
        "rate_limited.too_many_invalid_tokens.too_many_statements": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `unavailable`: The database or the storage is not available. Try again after `Retry-After` seconds.
         *
         *     `statement_timeout`: The query exceeded the time limit of a request and was stopped. Use fewer conditions, especially with `like`. To read all records, export them.
         */
        "unavailable.statement_timeout": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid_request`: A field of the body or a parameter of the URL is unknown, missing or of the wrong form; see `errors`.
         *
         *     `invalid_cursor`: `after` is not a `next_cursor` of this list. Leave it out to begin at the start.
         */
        "invalid_request.invalid_cursor": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `record_locked`: A record that the request needs is locked, most often by an import that writes the same records. Nothing was changed; try again after `Retry-After` seconds.
         *
         *     `conflict`: The current state does not allow the request, most often because the record exists already.
         */
        "record_locked.conflict": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid_value`: The request is well-formed, but a value in it is not valid; see `errors`.
         *
         *     `reference_not_found`: A referenced record does not exist in this workspace; see `errors`.
         */
        "invalid_value.reference_not_found": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid_request`: A field of the body or a parameter of the URL is unknown, missing or of the wrong form; see `errors`.
         *
         *     `invalid_json`: The body is not one JSON value in UTF-8; the detail says where.
         *
         *     `invalid_cursor`: `after` is not a `next_cursor` of this list. Leave it out to begin at the start.
         *
         *     `invalid_filter`: A field, an operator or a value of the filter or the sort is not known; see `errors`.
         */
        "invalid_request.invalid_json.invalid_cursor.invalid_filter": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid_request`: A field of the body or a parameter of the URL is unknown, missing or of the wrong form; see `errors`.
         *
         *     `invalid_json`: The body is not one JSON value in UTF-8; the detail says where.
         *
         *     `invalid_filter`: A field, an operator or a value of the filter or the sort is not known; see `errors`.
         */
        "invalid_request.invalid_json.invalid_filter": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid_value`: The request is well-formed, but a value in it is not valid; see `errors`. */
        invalid_value: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid_value`: The request is well-formed, but a value in it is not valid; see `errors`.
         *
         *     `reference_not_found`: A referenced record does not exist in this workspace; see `errors`.
         *
         *     `too_many_fields`: The type would exceed the maximum number of custom fields (`FIELDS_PER_TYPE`).
         *
         *     `too_many_types`: The workspace has reached its maximum number of types of this kind, archived ones included (`TYPES_PER_WORKSPACE`).
         */
        "invalid_value.reference_not_found.too_many_fields.too_many_types": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid_value`: The request is well-formed, but a value in it is not valid; see `errors`.
         *
         *     `too_many_fields`: The type would exceed the maximum number of custom fields (`FIELDS_PER_TYPE`).
         */
        "invalid_value.too_many_fields": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid_mapping`: `mapping`, `defaults` or `identifier_column` names a field that does not exist or is given twice.
         *
         *     `invalid_value`: The request is well-formed, but a value in it is not valid; see `errors`.
         *
         *     `too_many_profiles`: The workspace has reached its maximum number of import profiles (`PROFILES_PER_WORKSPACE`).
         *
         *     `unsupported_resource_type`: The resource type does not exist, or it cannot be imported or exported.
         */
        "invalid_mapping.invalid_value.too_many_profiles.unsupported_resource_type": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid_mapping`: `mapping`, `defaults` or `identifier_column` names a field that does not exist or is given twice.
         *
         *     `invalid_value`: The request is well-formed, but a value in it is not valid; see `errors`.
         *
         *     `unsupported_resource_type`: The resource type does not exist, or it cannot be imported or exported.
         */
        "invalid_mapping.invalid_value.unsupported_resource_type": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid_request`: A field of the body or a parameter of the URL is unknown, missing or of the wrong form; see `errors`.
         *
         *     `field_repeated`: A field of the form is given more than once.
         *
         *     `file_missing`: The form has no file part named `file` with a file name.
         *
         *     `file_repeated`: The form may carry one file only. Import the files one after the other.
         *
         *     `multipart_malformed`: The body is not a complete multipart/form-data body.
         *
         *     `unknown_field`: The form has an unknown field. Correct its name or remove it.
         */
        "invalid_request.field_repeated.file_missing.file_repeated.multipart_malformed.unknown_field": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request_timeout`: The body did not arrive within the time allowed. */
        request_timeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `file_too_large`: The file is larger than 104,857,600 bytes. Split it and import the parts. */
        file_too_large: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported_resource_type`: The resource type does not exist, or it cannot be imported or exported. */
        unsupported_resource_type: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid_request`: A field of the body or a parameter of the URL is unknown, missing or of the wrong form; see `errors`.
         *
         *     `field_missing`: A required field of the form is missing.
         *
         *     `field_repeated`: A field of the form is given more than once.
         *
         *     `file_missing`: The form has no file part named `file` with a file name.
         *
         *     `file_repeated`: The form may carry one file only. Import the files one after the other.
         *
         *     `invalid_idempotency_key`: The key must be 1 to 255 visible ASCII characters.
         *
         *     `multipart_malformed`: The body is not a complete multipart/form-data body.
         *
         *     `unknown_field`: The form has an unknown field. Correct its name or remove it.
         */
        "invalid_request.field_missing.field_repeated.file_missing.file_repeated.invalid_idempotency_key.multipart_malformed.unknown_field": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `record_locked`: A record that the request needs is locked, most often by an import that writes the same records. Nothing was changed; try again after `Retry-After` seconds.
         *
         *     `idempotency_in_flight`: Another request with this Idempotency-Key is still being processed. Try again in a moment.
         */
        "record_locked.idempotency_in_flight": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `encoding_unsupported`: The file is not in UTF-8. Save it as UTF-8 and send it again.
         *
         *     `file_empty`: The file has no content.
         *
         *     `idempotency_key_reused`: The key was already used for a request with other fields or another file. Use a new key.
         *
         *     `invalid_mapping`: `mapping`, `defaults` or `identifier_column` names a field that does not exist or is given twice.
         *
         *     `unsupported_file_format`: The file is not CSV, JSON or NDJSON, or contradicts the format that was given.
         *
         *     `unsupported_resource_type`: The resource type does not exist, or it cannot be imported or exported.
         */
        "encoding_unsupported.file_empty.idempotency_key_reused.invalid_mapping.unsupported_file_format.unsupported_resource_type": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `rate_limited`: The token made too many requests. Wait for the seconds in `Retry-After`.
         *
         *     `too_many_invalid_tokens`: Too many invalid tokens came from the address of the client. Wait for the seconds in `Retry-After`, and check the token.
         *
         *     `too_many_statements`: The requests of the workspace use all the database connections that it may use. Send fewer at once; try again after `Retry-After` seconds.
         *
         *     `too_many_bytes`: The uploads, export files and row errors of the workspace have reached its storage quota. They are removed when they expire; try again after `Retry-After` seconds.
         *
         *     `too_many_jobs`: The workspace has reached its maximum number of queued jobs. Wait for the seconds in `Retry-After`.
         */
        "rate_limited.too_many_invalid_tokens.too_many_statements.too_many_bytes.too_many_jobs": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `storage_full`: The server has no space left for the file; nothing of it was stored. */
        storage_full: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `gone`: The file or the job has expired and was removed. */
        gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `gone`: The file or the job has expired and was removed.
         *
         *     `stored_file_missing`: The file is missing on the server although it has not expired. Export or import again, and report this to the operator of the server.
         */
        "gone.stored_file_missing": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `rate_limited`: The token made too many requests. Wait for the seconds in `Retry-After`.
         *
         *     `too_many_invalid_tokens`: Too many invalid tokens came from the address of the client. Wait for the seconds in `Retry-After`, and check the token.
         *
         *     `too_many_statements`: The requests of the workspace use all the database connections that it may use. Send fewer at once; try again after `Retry-After` seconds.
         *
         *     `too_many_event_streams`: The token has reached its maximum number of open event streams. Close some, or wait for the seconds in `Retry-After`.
         */
        "rate_limited.too_many_invalid_tokens.too_many_statements.too_many_event_streams": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `unavailable`: The database or the storage is not available. Try again after `Retry-After` seconds.
         *
         *     `statement_timeout`: The query exceeded the time limit of a request and was stopped. Use fewer conditions, especially with `like`. To read all records, export them.
         *
         *     `event_streams_full`: This server has reached its maximum number of open event streams. Wait for the seconds in `Retry-After`, or poll the job.
         */
        "unavailable.statement_timeout.event_streams_full": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid_request`: A field of the body or a parameter of the URL is unknown, missing or of the wrong form; see `errors`.
         *
         *     `invalid_json`: The body is not one JSON value in UTF-8; the detail says where.
         *
         *     `invalid_filter`: A field, an operator or a value of the filter or the sort is not known; see `errors`.
         *
         *     `invalid_idempotency_key`: The key must be 1 to 255 visible ASCII characters.
         */
        "invalid_request.invalid_json.invalid_filter.invalid_idempotency_key": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `idempotency_key_reused`: The key was already used for a request with other fields or another file. Use a new key.
         *
         *     `unsupported_resource_type`: The resource type does not exist, or it cannot be imported or exported.
         */
        "idempotency_key_reused.unsupported_resource_type": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `forbidden`: The token is valid, but its robot does not have the role that this operation requires.
         *
         *     `link_expired`: The signed link has expired or was changed. Get the export again to receive a new link.
         */
        "forbidden.link_expired": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `range_not_satisfiable`: The range is outside of the file; the header `Content-Range` gives its size. */
        range_not_satisfiable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    workspaces_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWorkspaceDto"];
            };
        };
        responses: {
            /** @description The workspace. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceDto"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens"];
            503: components["responses"]["unavailable"];
        };
    };
    workspaces_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workspace. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceDto"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    robots_list: {
        parameters: {
            query?: {
                /** @description Most objects of the page; more than 200 counts as 200. */
                limit?: number;
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /** @description `true`: archived (or revoked) ones only; `all`: both. */
                archived?: "true" | "false" | "all";
                /** @description Only these, by UUID, with commas between. */
                ids?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of robots. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The items of this page. */
                        data: components["schemas"]["RobotDto"][];
                        /** @description Where the next page begins. */
                        meta: {
                            /**
                             * @description Send it as `after` to get the next page; null on the last page.
                             * @example WyJ2MSIsIjQyIl0
                             */
                            next_cursor: string | null;
                            /**
                             * @description Whether there is a next page.
                             * @example true
                             */
                            has_more: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    robots_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRobotDto"];
            };
        };
        responses: {
            /** @description The robot. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RobotDto"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    robots_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID of the robot. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The robot. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RobotDto"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    robots_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID of the robot. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The robot is archived. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    robots_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID of the robot. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRobotDto"];
            };
        };
        responses: {
            /** @description The robot. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RobotDto"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    tokens_list: {
        parameters: {
            query?: {
                /** @description Most objects of the page; more than 200 counts as 200. */
                limit?: number;
                /** @description The `next_cursor` of the page before. */
                after?: string;
                /** @description `true`: archived (or revoked) ones only; `all`: both. */
                archived?: "true" | "false" | "all";
                /** @description Only these, by UUID, with commas between. */
                ids?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID of the robot. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The items of this page. */
                        data: components["schemas"]["ListedTokenDto"][];
                        /** @description Where the next page begins. */
                        meta: {
                            /**
                             * @description Send it as `after` to get the next page; null on the last page.
                             * @example WyJ2MSIsIjQyIl0
                             */
                            next_cursor: string | null;
                            /**
                             * @description Whether there is a next page.
                             * @example true
                             */
                            has_more: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    tokens_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID of the robot. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTokenDto"];
            };
        };
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTokenDto"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    tokens_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID of the robot. */
                userId: string;
                /** @description UUID of the token. */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listInstruments: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description `true`: archived ones only; `all`: both. Active ones only by default. */
                archived?: "false" | "true" | "all";
                /** @description Part of the name or identifier, in any case. */
                q?: string;
                /** @description Only those with this type_id: UUID or identifier. */
                type_id?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of instruments. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createInstrument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInstrument"];
            };
        };
        responses: {
            /** @description The new instrument. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterInstruments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: identifier, name, type_id, extras, id, archived_at, created_at, updated_at and field.<field_key>. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "identifier",
                     *           "op": "eq",
                     *           "value": "bhp.ax"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the name or identifier, in any case.
                     * @example bhp
                     */
                    q?: string;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "identifier",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example identifier
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of instruments. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countInstruments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: identifier, name, type_id, extras, id, archived_at, created_at, updated_at and field.<field_key>. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "identifier",
                     *           "op": "eq",
                     *           "value": "bhp.ax"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the name or identifier, in any case.
                     * @example bhp
                     */
                    q?: string;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getInstrument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instrument. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    archiveInstrument: {
        parameters: {
            query?: {
                /** @description `true` removes the record for good, with all that hangs on it. */
                hard?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; also when it was archived already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateInstrument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeInstrument"];
            };
        };
        responses: {
            /** @description The instrument as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    restoreInstrument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instrument, active again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listInstrumentTypes: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description `true`: archived ones only; `all`: both. Active ones only by default. */
                archived?: "false" | "true" | "all";
                /** @description Part of the name or identifier, in any case. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of instrument types. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentTypePage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createInstrumentType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInstrumentType"];
            };
        };
        responses: {
            /** @description The new instrument type. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentType"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found.too_many_fields.too_many_types"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterInstrumentTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: identifier, name, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "identifier",
                     *           "op": "eq",
                     *           "value": "equity"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the name or identifier, in any case.
                     * @example equity
                     */
                    q?: string;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "identifier",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example identifier
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of instrument types. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentTypePage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countInstrumentTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: identifier, name, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "identifier",
                     *           "op": "eq",
                     *           "value": "equity"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the name or identifier, in any case.
                     * @example equity
                     */
                    q?: string;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getInstrumentType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instrument type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentType"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    archiveInstrumentType: {
        parameters: {
            query?: {
                /** @description `true` is refused: these are only archived. */
                hard?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; also when it was archived already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateInstrumentType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeInstrumentType"];
            };
        };
        responses: {
            /** @description The instrument type as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentType"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    restoreInstrumentType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instrument type, active again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentType"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listFieldsOfInstrumentType: {
        parameters: {
            query?: {
                /** @description Maximum number of fields of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of fields. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentTypeFieldPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createFieldOfInstrumentType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFieldDto"];
            };
        };
        responses: {
            /** @description The new field. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentTypeField"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.too_many_fields"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getFieldOfInstrumentType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
                /** @description Key or UUID of the field. */
                field: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentTypeField"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    deleteFieldOfInstrumentType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
                /** @description Key or UUID of the field. */
                field: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateFieldOfInstrumentType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
                /** @description Key or UUID of the field. */
                field: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchFieldDto"];
            };
        };
        responses: {
            /** @description The field as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentTypeField"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listInstrumentTypeFields: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description Part of the field_key or field_label, in any case. */
                q?: string;
                /** @description Only those with this type_id: UUID or identifier. */
                type_id?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of instrument type fields. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentTypeFieldPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterInstrumentTypeFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: type_id, field_key, field_label, data_type, is_required, has_default, default_value, allow_null, display_order, id, created_at, updated_at.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "type_id",
                     *           "op": "eq",
                     *           "value": "equity"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the field_key or field_label, in any case.
                     * @example isin
                     */
                    q?: string;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "type_id",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example type_id
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of instrument type fields. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentTypeFieldPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countInstrumentTypeFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: type_id, field_key, field_label, data_type, is_required, has_default, default_value, allow_null, display_order, id, created_at, updated_at.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "type_id",
                     *           "op": "eq",
                     *           "value": "equity"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the field_key or field_label, in any case.
                     * @example isin
                     */
                    q?: string;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getInstrumentTypeField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instrument type field. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentTypeField"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listSeries: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description `true`: archived ones only; `all`: both. Active ones only by default. */
                archived?: "false" | "true" | "all";
                /** @description Part of the name or identifier, in any case. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of series. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSeries"];
            };
        };
        responses: {
            /** @description The new series. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found.too_many_fields.too_many_types"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: identifier, name, kind, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "identifier",
                     *           "op": "eq",
                     *           "value": "close"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the name or identifier, in any case.
                     * @example closing
                     */
                    q?: string;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "identifier",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example identifier
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of series. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: identifier, name, kind, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "identifier",
                     *           "op": "eq",
                     *           "value": "close"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the name or identifier, in any case.
                     * @example closing
                     */
                    q?: string;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    archiveSeries: {
        parameters: {
            query?: {
                /** @description `true` is refused: these are only archived. */
                hard?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; also when it was archived already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSeries"];
            };
        };
        responses: {
            /** @description The series as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    restoreSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series, active again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listFieldsOfSeries: {
        parameters: {
            query?: {
                /** @description Maximum number of fields of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of fields. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesFieldPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createFieldOfSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFieldDto"];
            };
        };
        responses: {
            /** @description The new field. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesField"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.too_many_fields"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getFieldOfSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
                /** @description Key or UUID of the field. */
                field: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesField"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    deleteFieldOfSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
                /** @description Key or UUID of the field. */
                field: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateFieldOfSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
                /** @description Key or UUID of the field. */
                field: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchFieldDto"];
            };
        };
        responses: {
            /** @description The field as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesField"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listSeriesFields: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description Part of the field_key or field_label, in any case. */
                q?: string;
                /** @description Only those with this type_id: UUID or identifier. */
                type_id?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of series fields. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesFieldPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterSeriesFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: type_id, field_key, field_label, data_type, is_required, has_default, default_value, allow_null, display_order, id, created_at, updated_at.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "type_id",
                     *           "op": "eq",
                     *           "value": "equity"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the field_key or field_label, in any case.
                     * @example isin
                     */
                    q?: string;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "type_id",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example type_id
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of series fields. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesFieldPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countSeriesFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: type_id, field_key, field_label, data_type, is_required, has_default, default_value, allow_null, display_order, id, created_at, updated_at.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "type_id",
                     *           "op": "eq",
                     *           "value": "equity"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the field_key or field_label, in any case.
                     * @example isin
                     */
                    q?: string;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getSeriesField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series field. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesField"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listTimeSeriesValues: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description `true`: archived ones only; `all`: both. Active ones only by default. */
                archived?: "false" | "true" | "all";
                /** @description Only those with this instrument_id: UUID or identifier. */
                instrument_id?: string;
                /** @description Only those with this type_id: UUID or identifier. */
                type_id?: string;
                /** @description From this instant on. */
                from?: string;
                /** @description Before this instant. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of time series values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValuePage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateValue"];
            };
        };
        responses: {
            /** @description The new value. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Value"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterTimeSeriesValues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: instrument_id, type_id, timestamp, value, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "instrument_id",
                     *           "op": "eq",
                     *           "value": "bhp.ax"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "instrument_id",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example instrument_id
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of time series values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValuePage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countTimeSeriesValues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: instrument_id, type_id, timestamp, value, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "instrument_id",
                     *           "op": "eq",
                     *           "value": "bhp.ax"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The value. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Value"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    archiveValue: {
        parameters: {
            query?: {
                /** @description `true` is refused: these are only archived. */
                hard?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; also when it was archived already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeValue"];
            };
        };
        responses: {
            /** @description The value as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Value"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    restoreValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The value, active again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Value"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listCompositeTimeSeriesValues: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description `true`: archived ones only; `all`: both. Active ones only by default. */
                archived?: "false" | "true" | "all";
                /** @description Only those with this instrument_id: UUID or identifier. */
                instrument_id?: string;
                /** @description Only those with this type_id: UUID or identifier. */
                type_id?: string;
                /** @description From this instant on. */
                from?: string;
                /** @description Before this instant. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of composite time series values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompositeValuePage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createCompositeValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCompositeValue"];
            };
        };
        responses: {
            /** @description The new composite value. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompositeValue"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterCompositeTimeSeriesValues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: instrument_id, type_id, timestamp, id, archived_at, created_at, updated_at and field.<field_key>. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "instrument_id",
                     *           "op": "eq",
                     *           "value": "bhp.ax"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "instrument_id",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example instrument_id
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of composite time series values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompositeValuePage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countCompositeTimeSeriesValues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: instrument_id, type_id, timestamp, id, archived_at, created_at, updated_at and field.<field_key>. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "instrument_id",
                     *           "op": "eq",
                     *           "value": "bhp.ax"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getCompositeValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The composite value. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompositeValue"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    archiveCompositeValue: {
        parameters: {
            query?: {
                /** @description `true` is refused: these are only archived. */
                hard?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; also when it was archived already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateCompositeValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCompositeValue"];
            };
        };
        responses: {
            /** @description The composite value as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompositeValue"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    restoreCompositeValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The composite value, active again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompositeValue"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listCompositeTimeSeriesValueItems: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description `true`: archived ones only; `all`: both. Active ones only by default. */
                archived?: "false" | "true" | "all";
                /** @description Only those with this instrument_id: UUID or identifier. */
                instrument_id?: string;
                /** @description Only those with this type_id: UUID or identifier. */
                type_id?: string;
                /** @description Only those with this value_id: UUID or identifier. */
                value_id?: string;
                /** @description From this instant on. */
                from?: string;
                /** @description Before this instant. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of composite time series value items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompositeValueItemPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterCompositeTimeSeriesValueItems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: instrument_id, type_id, timestamp, display_order, value_id, field_key, value, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "instrument_id",
                     *           "op": "eq",
                     *           "value": "bhp.ax"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "instrument_id",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example instrument_id
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of composite time series value items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompositeValueItemPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countCompositeTimeSeriesValueItems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: instrument_id, type_id, timestamp, display_order, value_id, field_key, value, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "instrument_id",
                     *           "op": "eq",
                     *           "value": "bhp.ax"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getCompositeValueItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The composite value item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompositeValueItem"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listMarkets: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description `true`: archived ones only; `all`: both. Active ones only by default. */
                archived?: "false" | "true" | "all";
                /** @description Part of the name or identifier, in any case. */
                q?: string;
                /** @description Only those with this type_id: UUID or identifier. */
                type_id?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of markets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createMarket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMarket"];
            };
        };
        responses: {
            /** @description The new market. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Market"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterMarkets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: identifier, name, type_id, extras, id, archived_at, created_at, updated_at and field.<field_key>. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "identifier",
                     *           "op": "eq",
                     *           "value": "asx"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the name or identifier, in any case.
                     * @example australian
                     */
                    q?: string;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "identifier",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example identifier
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of markets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countMarkets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: identifier, name, type_id, extras, id, archived_at, created_at, updated_at and field.<field_key>. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "identifier",
                     *           "op": "eq",
                     *           "value": "asx"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the name or identifier, in any case.
                     * @example australian
                     */
                    q?: string;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getMarket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The market. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Market"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    archiveMarket: {
        parameters: {
            query?: {
                /** @description `true` removes the record for good, with all that hangs on it. */
                hard?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; also when it was archived already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateMarket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMarket"];
            };
        };
        responses: {
            /** @description The market as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Market"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    restoreMarket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The market, active again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Market"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listMarketTypes: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description `true`: archived ones only; `all`: both. Active ones only by default. */
                archived?: "false" | "true" | "all";
                /** @description Part of the name or identifier, in any case. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of market types. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketTypePage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createMarketType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMarketType"];
            };
        };
        responses: {
            /** @description The new market type. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketType"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found.too_many_fields.too_many_types"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterMarketTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: identifier, name, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "identifier",
                     *           "op": "eq",
                     *           "value": "exchange"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the name or identifier, in any case.
                     * @example exchange
                     */
                    q?: string;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "identifier",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example identifier
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of market types. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketTypePage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countMarketTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: identifier, name, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "identifier",
                     *           "op": "eq",
                     *           "value": "exchange"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the name or identifier, in any case.
                     * @example exchange
                     */
                    q?: string;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getMarketType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The market type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketType"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    archiveMarketType: {
        parameters: {
            query?: {
                /** @description `true` is refused: these are only archived. */
                hard?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; also when it was archived already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateMarketType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMarketType"];
            };
        };
        responses: {
            /** @description The market type as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketType"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    restoreMarketType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The market type, active again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketType"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listFieldsOfMarketType: {
        parameters: {
            query?: {
                /** @description Maximum number of fields of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of fields. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketTypeFieldPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createFieldOfMarketType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFieldDto"];
            };
        };
        responses: {
            /** @description The new field. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketTypeField"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.too_many_fields"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getFieldOfMarketType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
                /** @description Key or UUID of the field. */
                field: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketTypeField"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    deleteFieldOfMarketType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
                /** @description Key or UUID of the field. */
                field: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateFieldOfMarketType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
                /** @description Key or UUID of the field. */
                field: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchFieldDto"];
            };
        };
        responses: {
            /** @description The field as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketTypeField"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listMarketTypeFields: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description Part of the field_key or field_label, in any case. */
                q?: string;
                /** @description Only those with this type_id: UUID or identifier. */
                type_id?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of market type fields. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketTypeFieldPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterMarketTypeFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: type_id, field_key, field_label, data_type, is_required, has_default, default_value, allow_null, display_order, id, created_at, updated_at.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "type_id",
                     *           "op": "eq",
                     *           "value": "equity"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the field_key or field_label, in any case.
                     * @example isin
                     */
                    q?: string;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "type_id",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example type_id
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of market type fields. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketTypeFieldPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countMarketTypeFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: type_id, field_key, field_label, data_type, is_required, has_default, default_value, allow_null, display_order, id, created_at, updated_at.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "type_id",
                     *           "op": "eq",
                     *           "value": "equity"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description Part of the field_key or field_label, in any case.
                     * @example isin
                     */
                    q?: string;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getMarketTypeField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The market type field. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketTypeField"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listMarketListings: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description `true`: archived ones only; `all`: both. Active ones only by default. */
                archived?: "false" | "true" | "all";
                /** @description Only those with this instrument_id: UUID or identifier. */
                instrument_id?: string;
                /** @description Only those with this market_id: UUID or identifier. */
                market_id?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of market listings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateListing"];
            };
        };
        responses: {
            /** @description The new listing. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterMarketListings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: instrument_id, market_id, local_code, currency, lot_size, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "instrument_id",
                     *           "op": "eq",
                     *           "value": "bhp.ax"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "instrument_id",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example instrument_id
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of market listings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countMarketListings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: instrument_id, market_id, local_code, currency, lot_size, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "instrument_id",
                     *           "op": "eq",
                     *           "value": "bhp.ax"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The listing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    archiveListing: {
        parameters: {
            query?: {
                /** @description `true` is refused: these are only archived. */
                hard?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; also when it was archived already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeListing"];
            };
        };
        responses: {
            /** @description The listing as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    restoreListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The listing, active again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listMarketListingSuspensions: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description `true`: archived ones only; `all`: both. Active ones only by default. */
                archived?: "false" | "true" | "all";
                /** @description Only those with this instrument_id: UUID or identifier. */
                instrument_id?: string;
                /** @description Only those with this market_id: UUID or identifier. */
                market_id?: string;
                /** @description Only those with this listing_id: UUID or identifier. */
                listing_id?: string;
                /** @description From this instant on. */
                from?: string;
                /** @description Before this instant. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of market listing suspensions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createSuspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSuspension"];
            };
        };
        responses: {
            /** @description The new suspension. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspension"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterMarketListingSuspensions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: instrument_id, market_id, listing_id, suspended_from, suspended_until, reason, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "instrument_id",
                     *           "op": "eq",
                     *           "value": "bhp.ax"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "instrument_id",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example instrument_id
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of market listing suspensions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countMarketListingSuspensions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: instrument_id, market_id, listing_id, suspended_from, suspended_until, reason, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "instrument_id",
                     *           "op": "eq",
                     *           "value": "bhp.ax"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getSuspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suspension. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspension"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    archiveSuspension: {
        parameters: {
            query?: {
                /** @description `true` is refused: these are only archived. */
                hard?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; also when it was archived already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateSuspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSuspension"];
            };
        };
        responses: {
            /** @description The suspension as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspension"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    restoreSuspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suspension, active again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspension"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    listMarketCalendars: {
        parameters: {
            query?: {
                /** @description Most records of the page; 50 by default, at most 200. */
                limit?: number;
                /** @description `meta.next_cursor` of the page before. */
                after?: string;
                /** @description Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`. */
                ids?: string;
                /** @description `true`: archived ones only; `all`: both. Active ones only by default. */
                archived?: "false" | "true" | "all";
                /** @description Only those with this market_id: UUID or identifier. */
                market_id?: string;
                /** @description From this instant on. */
                from?: string;
                /** @description Before this instant. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of market calendars. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEntryPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    createCalendarEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCalendarEntry"];
            };
        };
        responses: {
            /** @description The new calendar entry. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEntry"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    filterMarketCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: market_id, date, is_open, opens_at, closes_at, break_start, break_end, description, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "market_id",
                     *           "op": "eq",
                     *           "value": "asx"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                    /**
                     * @description The order; nulls are last, the natural key is the default.
                     * @example [
                     *       {
                     *         "field": "market_id",
                     *         "direction": "asc"
                     *       }
                     *     ]
                     */
                    sort?: {
                        /**
                         * @description A field, or `field.<field_key>`.
                         * @example market_id
                         */
                        field: string;
                        /**
                         * @description `asc` by default.
                         * @example asc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                    }[];
                    /**
                     * @description Most records of the page, 50 by default; more than 200 counts as 200.
                     * @example 50
                     */
                    limit?: number;
                    /**
                     * @description `meta.next_cursor` of the page before.
                     * @example null
                     */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description A page of market calendars. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEntryPage"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_cursor.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    countMarketCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. Operators: eq, ne, lt, lte, gt, gte, in, not_in, like, is_null. Fields: market_id, date, is_open, opens_at, closes_at, break_start, break_end, description, id, archived_at, created_at, updated_at. A condition on archived_at lifts the default of active records only.
                     * @example {
                     *       "and": [
                     *         {
                     *           "field": "market_id",
                     *           "op": "eq",
                     *           "value": "asx"
                     *         }
                     *       ]
                     *     }
                     */
                    filter?: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description Their number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Number of records.
                         * @example 42
                         */
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    getCalendarEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEntry"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    archiveCalendarEntry: {
        parameters: {
            query?: {
                /** @description `true` is refused: these are only archived. */
                hard?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; also when it was archived already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    updateCalendarEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCalendarEntry"];
            };
        };
        responses: {
            /** @description The calendar entry as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEntry"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value.reference_not_found"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    restoreCalendarEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar entry, active again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEntry"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    loadMarketCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the record. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Market: identifier or UUID.
                     * @example asx
                     */
                    market_id?: string;
                    /**
                     * Format: date
                     * @description Day at the market.
                     * @example 2026-01-30
                     */
                    date: string;
                    /**
                     * @description Whether the market trades on that day.
                     * @example true
                     */
                    is_open: boolean;
                    /**
                     * Format: date-time
                     * @description Instant at which the market opens.
                     * @example 2026-01-29T23:00:00Z
                     */
                    opens_at?: string | null;
                    /**
                     * Format: date-time
                     * @description Instant at which the market closes.
                     * @example 2026-01-30T05:00:00Z
                     */
                    closes_at?: string | null;
                    /**
                     * Format: date-time
                     * @description Instant at which the midday break begins.
                     * @example 2026-01-30T01:30:00Z
                     */
                    break_start?: string | null;
                    /**
                     * Format: date-time
                     * @description Instant at which the midday break ends.
                     * @example 2026-01-30T02:30:00Z
                     */
                    break_end?: string | null;
                    /**
                     * @description For example the name of a holiday.
                     * @example Regular session
                     */
                    description?: string | null;
                }[];
            };
        };
        responses: {
            /** @description The number of entries by result. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Days that had no entry.
                         * @example 250
                         */
                        created_count: number;
                        /**
                         * @description Entries that differed or were archived.
                         * @example 2
                         */
                        updated_count: number;
                        /**
                         * @description Entries that are unchanged.
                         * @example 0
                         */
                        unchanged_count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_value"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    importProfiles_list: {
        parameters: {
            query?: {
                /** @description Maximum number of items of the page; a larger number counts as 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                after?: string;
                /** @description Only these, by UUID or identifier, with commas between. */
                ids?: string;
                /** @description Only profiles of files of this resource type. */
                resource_type?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of profiles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The items of this page. */
                        data: components["schemas"]["ImportProfileDto"][];
                        /** @description Where the next page begins. */
                        meta: {
                            /**
                             * @description Send it as `after` to get the next page; null on the last page.
                             * @example WyJ2MSIsIjQyIl0
                             */
                            next_cursor: string | null;
                            /**
                             * @description Whether there is a next page.
                             * @example true
                             */
                            has_more: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    importProfiles_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateImportProfileDto"];
            };
        };
        responses: {
            /** @description The new profile. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportProfileDto"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_mapping.invalid_value.too_many_profiles.unsupported_resource_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    importProfiles_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the profile. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportProfileDto"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    importProfiles_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the profile. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    importProfiles_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description UUID or identifier of the profile. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeImportProfileDto"];
            };
        };
        responses: {
            /** @description The profile as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportProfileDto"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_mapping.invalid_value.unsupported_resource_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    inspections_inspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["InspectionFormDto"];
            };
        };
        responses: {
            /** @description The inspection of the file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionDto"];
                };
            };
            400: components["responses"]["invalid_request.field_repeated.file_missing.file_repeated.multipart_malformed.unknown_field"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            408: components["responses"]["request_timeout"];
            409: components["responses"]["record_locked"];
            413: components["responses"]["file_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unsupported_resource_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    imports_list: {
        parameters: {
            query?: {
                /** @description Maximum number of items of the page; a larger number counts as 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                after?: string;
                /** @description Only imports with this status. */
                status?: "queued" | "processing" | "completed" | "failed" | "cancelled";
                /** @description Only imports of this resource type. */
                resource_type?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of imports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPageDto"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    imports_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is safe to repeat for 24 hours: the same request again returns the same job. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportFormDto"];
            };
        };
        responses: {
            /** @description The queued import. */
            202: {
                headers: {
                    /** @description Path of the import. */
                    Location?: string;
                    /** @description `true` when an earlier request created this job. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportJobDto"];
                };
            };
            400: components["responses"]["invalid_request.field_missing.field_repeated.file_missing.file_repeated.invalid_idempotency_key.multipart_malformed.unknown_field"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            408: components["responses"]["request_timeout"];
            409: components["responses"]["record_locked.idempotency_in_flight"];
            413: components["responses"]["file_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["encoding_unsupported.file_empty.idempotency_key_reused.invalid_mapping.unsupported_file_format.unsupported_resource_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements.too_many_bytes.too_many_jobs"];
            503: components["responses"]["unavailable.statement_timeout"];
            507: components["responses"]["storage_full"];
        };
    };
    imports_template: {
        parameters: {
            query?: {
                /** @description Format of the template. */
                format?: "csv" | "json" | "ndjson";
                /** @description Type whose custom fields the template has: identifier or UUID. */
                type_id?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description A resource type that can be imported. */
                resource_type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/json": string;
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    imports_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description Id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportJobDto"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            410: components["responses"]["gone"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    imports_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description Id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cancelled import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportJobDto"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            410: components["responses"]["gone"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    imports_errors: {
        parameters: {
            query?: {
                /** @description Maximum number of items of the page; a larger number counts as 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description Id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of errors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportErrorPageDto"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            410: components["responses"]["gone"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    imports_rejectedRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description Id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rejected rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": Blob;
                    "application/json": Blob;
                    "application/x-ndjson": Blob;
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            410: components["responses"]["gone.stored_file_missing"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    imports_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description Id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events whose data is the import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            410: components["responses"]["gone"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements.too_many_event_streams"];
            503: components["responses"]["unavailable.statement_timeout.event_streams_full"];
        };
    };
    exports_list: {
        parameters: {
            query?: {
                /** @description Maximum number of items of the page; a larger number counts as 200. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                after?: string;
                /** @description Only exports in this state. */
                status?: "queued" | "processing" | "completed" | "failed" | "cancelled";
                /** @description Only exports of this object type. */
                object_type?: string;
            };
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of exports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPageDto"];
                };
            };
            400: components["responses"]["invalid_request.invalid_cursor"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    exports_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is safe to repeat for 24 hours: the same request again returns the same job. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateExportDto"];
            };
        };
        responses: {
            /** @description The queued export. */
            202: {
                headers: {
                    /** @description Path of the export. */
                    Location?: string;
                    /** @description `true` when an earlier request created this job. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportJobDto"];
                };
            };
            400: components["responses"]["invalid_request.invalid_json.invalid_filter.invalid_idempotency_key"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.idempotency_in_flight"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused.unsupported_resource_type"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements.too_many_bytes.too_many_jobs"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    exports_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description Id of the export. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportJobDto"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            410: components["responses"]["gone"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    exports_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description Id of the export. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cancelled export. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportJobDto"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            410: components["responses"]["gone"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    exports_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description Id of the export. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events whose data is the export. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked"];
            410: components["responses"]["gone"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements.too_many_event_streams"];
            503: components["responses"]["unavailable.statement_timeout.event_streams_full"];
        };
    };
    exports_download: {
        parameters: {
            query?: {
                /** @description Part of a signed URL. */
                signature?: string;
                /** @description Part of a signed URL: seconds since 1970. */
                expires?: number;
            };
            header?: {
                /** @description The ETag to which the range belongs. */
                "If-Range"?: string;
                /** @description One range of bytes. */
                Range?: string;
            };
            path: {
                /** @description The workspace: its UUID or its slug. */
                workspaceId: string;
                /** @description Id of the export. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Name of the file. */
                    "Content-Disposition"?: string;
                    /** @description Bytes of this answer. */
                    "Content-Length"?: number;
                    /** @description SHA-256 of the file, in quotes. */
                    ETag?: string;
                    /** @description Parts can be asked for. */
                    "Accept-Ranges"?: "bytes";
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": Blob;
                    "application/json": Blob;
                    "application/x-ndjson": Blob;
                    "application/gzip": Blob;
                    "application/zip": Blob;
                    "application/zstd": Blob;
                };
            };
            /** @description A part of the file. */
            206: {
                headers: {
                    /** @description Name of the file. */
                    "Content-Disposition"?: string;
                    /** @description Bytes of this answer. */
                    "Content-Length"?: number;
                    /** @description SHA-256 of the file, in quotes. */
                    ETag?: string;
                    /** @description Parts can be asked for. */
                    "Accept-Ranges"?: "bytes";
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": Blob;
                    "application/json": Blob;
                    "application/x-ndjson": Blob;
                    "application/gzip": Blob;
                    "application/zip": Blob;
                    "application/zstd": Blob;
                };
            };
            /** @description To the object storage, where the server has one; only for a signed URL without a token. */
            302: {
                headers: {
                    /** @description A signed URL of the storage. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden.link_expired"];
            404: components["responses"]["not_found"];
            409: components["responses"]["record_locked.conflict"];
            410: components["responses"]["gone.stored_file_missing"];
            416: components["responses"]["range_not_satisfiable"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens.too_many_statements"];
            503: components["responses"]["unavailable.statement_timeout"];
        };
    };
    about_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Name, version and links; to whoever asks for HTML the page of the console. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AboutDto"];
                    "text/html": string;
                };
            };
            400: components["responses"]["invalid_request"];
            404: components["responses"]["not_found"];
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessDto"];
                };
            };
            400: components["responses"]["invalid_request"];
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They may. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessDto"];
                };
            };
            400: components["responses"]["invalid_request"];
            /** @description Postgres or the storage is down, or the process is about to stop. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessDto"];
                };
            };
        };
    };
    metrics_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text format of Prometheus. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["invalid_request"];
        };
    };
    adminSession_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session; its cookie is HttpOnly and SameSite=Strict. */
            201: {
                headers: {
                    /** @description The cookie of the session. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminSessionDto"];
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited.too_many_invalid_tokens"];
            503: components["responses"]["unavailable"];
        };
    };
}

package org.jianxi.gateway.mapping;

import java.util.Map;
import java.util.Optional;

/**
 * How the documents of a record dataset are read: rows of a table, items of an array, repeated elements.
 *
 * @param table of CSV and sheets
 * @param records where the records stand in JSON and XML; empty in tables and JSON Lines
 * @param joins other tables of the same document by the name that fields call them
 */
record RecordReading(
        Format format,
        NumberStyle numbers,
        Optional<TableRule> table,
        Optional<RecordsAddress> records,
        Map<String, JoinRule> joins,
        RecordLimits limits,
        RecordFields fields)
        implements Reading {

    RecordReading {
        joins = Map.copyOf(joins);
    }
}

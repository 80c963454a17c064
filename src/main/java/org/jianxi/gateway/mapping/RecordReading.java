package org.jianxi.gateway.mapping;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.notation.NumberStyle;
import org.jianxi.gateway.mapping.notation.RecordsAddress;
import org.jianxi.gateway.mapping.source.JoinRule;
import org.jianxi.gateway.mapping.source.TableRule;
import org.jianxi.gateway.mapping.table.RecordLimits;

/**
 * How the documents of a record dataset are read: rows of a table, items of an array, repeated elements.
 *
 * @param encoding of XML whose declaration is not to be believed
 * @param table of CSV and sheets
 * @param records where the records stand in JSON and XML; empty in tables and JSON Lines
 * @param joins other tables of the same document by the name that fields call them
 * @param closed whether a record holds nothing but fields, as in the canonical forms
 */
record RecordReading(
        Format format,
        NumberStyle numbers,
        Optional<Charset> encoding,
        Optional<TableRule> table,
        Optional<RecordsAddress> records,
        Map<String, JoinRule> joins,
        RecordLimits limits,
        boolean closed,
        RecordFields fields)
        implements Reading {

    RecordReading {
        joins = Map.copyOf(joins);
    }

    /** The columns a record may be asked for; empty where expressions may ask for any. */
    Optional<List<Address.Column>> columns() {
        if (fields.hasExpressions()) {
            return Optional.empty();
        }
        var keys = joins.values().stream().flatMap(join -> join.keys().stream()).map(JoinRule.Key::own);
        var own = fields.rules().stream().flatMap(rule -> rule.address().stream());
        return Optional.of(Stream.concat(keys, own)
                .filter(Address.Column.class::isInstance)
                .map(Address.Column.class::cast)
                .toList());
    }
}

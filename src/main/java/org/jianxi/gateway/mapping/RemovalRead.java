package org.jianxi.gateway.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.mapping.conversion.FieldDemand;

/**
 * A record that is gone, out of what was read as if it stood: what it says beside its key counts for nothing, and neither does what is
 * wrong with that.
 */
record RemovalRead(RecordFields fields, RecordReader.Read whole, List<String> key, RecordPlaces places) {

    RecordReader.Read read() {
        var content = whole.content();
        var values = new LinkedHashMap<String, FieldValue>();
        key.forEach(field -> content.find(field).ifPresent(value -> values.put(field, value)));
        var told = whole.findings().stream()
                .filter(finding -> key.contains(finding.at().field()))
                .toList();
        var missing = key.stream()
                .filter(field -> !values.containsKey(field)
                        && told.stream()
                                .noneMatch(finding -> field.equals(finding.at().field())))
                .map(field -> missing(field, content.number()));
        return new RecordReader.Read(
                new CanonicalRecord(content.dataset(), content.number(), values, true),
                Stream.concat(told.stream(), missing).toList());
    }

    private Finding missing(String name, long number) {
        var field = fields.dataset().find(name).orElseThrow();
        return Finding.error(
                FieldDemand.REQUIRED.id(),
                places.of(name).inRecord(number),
                new Bilingual(
                        "%s没有填写；删除的记录须写明标识".formatted(field.label().zh()),
                        "%s is not filled in: a record that is gone is named by its key"
                                .formatted(field.label().en())),
                field.clause());
    }
}

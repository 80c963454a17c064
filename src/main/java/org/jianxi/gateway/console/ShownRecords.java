package org.jianxi.gateway.console;

import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.console.RecordTable.Head;
import org.jianxi.gateway.console.RecordTable.Row;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.mapping.RecordSink;

/**
 * Keeps of the records that stream by what the page shows: the first fifty, the first two hundred findings, and how many there
 * were. A reading given up on may still be writing while its answer is made, so everything is under one lock.
 */
final class ShownRecords implements RecordSink {

    private static final int MOST_ROWS = 50;
    private static final int MOST_FINDINGS = 200;
    private static final int LONGEST = 120;
    private static final String COVERED = "••••";

    private final List<Field> fields;
    private final boolean ownSample;
    private final List<Row> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long total;
    private long told;
    private long errors;

    /** @param ownSample whoever asks brought the sample, and may see the people in it */
    ShownRecords(List<Field> fields, boolean ownSample) {
        this.fields = List.copyOf(fields);
        this.ownSample = ownSample;
    }

    @Override
    public synchronized void record(CanonicalRecord content) {
        total++;
        if (rows.size() < MOST_ROWS) {
            rows.add(new Row(
                    content.number(),
                    fields.stream().map(field -> cell(field, content)).toList()));
        }
    }

    @Override
    public synchronized void finding(Finding finding) {
        told++;
        errors += finding.isError() ? 1 : 0;
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }

    synchronized RecordTable table() {
        return new RecordTable(fields.stream().map(ShownRecords::head).toList(), rows, total, told, errors, sight());
    }

    private RecordTable.Sight sight() {
        return ownSample ? RecordTable.Sight.OWN : hides() ? RecordTable.Sight.COVERED : RecordTable.Sight.NOBODYS;
    }

    boolean hides() {
        return !ownSample && fields.stream().anyMatch(field -> field.personal().isHidden());
    }

    private static Head head(Field field) {
        return new Head(field.name(), field.label(), isNumber(field.type()));
    }

    private static boolean isNumber(FieldType type) {
        return type instanceof FieldType.Whole || type instanceof FieldType.Decimal || type instanceof FieldType.Money;
    }

    private String cell(Field field, CanonicalRecord content) {
        var value = content.find(field.name());
        if (value.isEmpty()) {
            return "";
        }
        var text = value.get().written();
        if (!ownSample && field.personal().isHidden()) {
            return COVERED;
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}

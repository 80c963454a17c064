package org.jianxi.gateway.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;

/** A record as it lies in the database. Only {@link Looks} opens one. */
public final class SealedRecord {

    static final String COLUMNS = Arrays.stream(SealedRows.COLUMNS.split(", *"))
            .map(column -> "r." + column)
            .collect(Collectors.joining(", "));

    private final RecordPlace place;
    private final Optional<byte[]> content;

    SealedRecord(RecordPlace place, Optional<byte[]> content) {
        this.place = place;
        this.content = content;
    }

    static SealedRecord read(ResultSet row, int at) throws SQLException {
        return new SealedRecord(RecordPlace.read(row), Optional.ofNullable(row.getBytes("content")));
    }

    public String submission() {
        return place.submission();
    }

    /** In the order of its document, from 1. */
    public long number() {
        return place.number();
    }

    public String dataset() {
        return place.dataset();
    }

    public Sender sender() {
        return new Sender(place.sender());
    }

    public String period() {
        return place.period();
    }

    /** The last day on which it may be here. */
    public LocalDate personalUntil() {
        return LocalDate.parse(place.personalUntil());
    }

    /** The hash that stands in the submission's tree. */
    public Digest leaf() {
        return new Digest(place.leafHash());
    }

    public boolean isErased() {
        return content.isEmpty();
    }

    RecordPlace place() {
        return place;
    }

    Optional<byte[]> content() {
        return content;
    }

    @Override
    public String toString() {
        return "record %d of %s".formatted(number(), submission());
    }
}

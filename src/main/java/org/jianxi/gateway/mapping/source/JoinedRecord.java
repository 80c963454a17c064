package org.jianxi.gateway.mapping.source;

import java.util.Map;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.DateSystem;

/** A record with the rows of other tables that belong to it, and the whole document beside it. */
public record JoinedRecord(SourceDocument record, Map<String, JoinedTable> joins, SourceDocument whole)
        implements SourceDocument {

    @Override
    public Answer find(Address address) {
        return switch (address) {
            case Address.InJoin other -> join(other).find(record, other.inner());
            case Address.OfDocument document -> whole.find(document.inner());
            default -> record.find(address);
        };
    }

    private JoinedTable join(Address.InJoin address) {
        var join = joins.get(address.join());
        if (join == null) {
            throw SourceDocument.foreign(address);
        }
        return join;
    }

    @Override
    public Place place() {
        return record.place();
    }

    @Override
    public boolean isTable() {
        return record.isTable();
    }

    @Override
    public DateSystem dates() {
        return record.dates();
    }

    @Override
    public String headerUnit(Address address) {
        return record.headerUnit(address);
    }
}

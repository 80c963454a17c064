package org.jianxi.gateway.mapping.source;

import java.util.List;
import java.util.Set;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.DateSystem;

/** A sender's document, read, that can be asked what it says where. */
public sealed interface SourceDocument permits JsonDocument, XmlDocument, TableDocument, RowDocument, JoinedRecord {

    /** @param address of the kind this document has; a mapping was checked to hold no other */
    Answer find(Address address);

    /** Where it begins; the document as a whole where it is all of it. */
    default Place place() {
        return Place.WHOLE;
    }

    /** What is worth saying about the document as a whole. */
    default List<Finding> remarks() {
        return List.of();
    }

    /** What stands directly in it besides these members, by name; of a table nothing, as columns nobody reads are the sender's affair. */
    default List<String> strangers(Set<String> members) {
        return List.of();
    }

    /** Whether its columns are named by a header. */
    default boolean isTable() {
        return false;
    }

    /** The unit named in the header of the column an address means; empty when none is named. */
    default String headerUnit(Address address) {
        return "";
    }

    /** How numbers of this document count days where they mean a date. */
    default DateSystem dates() {
        return DateSystem.FROM_1900;
    }

    /** For an address that no mapping of this format can hold. */
    static IllegalArgumentException foreign(Address address) {
        return new IllegalArgumentException("This kind of document has no address " + address);
    }
}

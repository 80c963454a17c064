package org.jianxi.gateway.mapping;

/** A document whose columns are named by a header. */
sealed interface Tabular extends SourceDocument permits TableDocument {

    /** The unit named in the header of the column an address means; empty when none is named. */
    String headerUnit(Address address);
}

package org.jianxi.gateway.mapping;

import java.util.Optional;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.mapping.clause.KnownTrainees;

/**
 * What is known of a delivery besides its content.
 *
 * @param declared what the deliverer said the file is
 * @param period the month named beside the file; empty where only the content says
 * @param sender the one sender the deliverer speaks for; empty where the content must say which
 * @param units all senders with their names, so that a document may name one in words
 * @param areas that records may speak of
 * @param trainees whom records of placements may name
 */
public record MappingContext(
        MediaType declared,
        Optional<Period> period,
        Optional<Sender> sender,
        ReportingUnits units,
        Areas areas,
        KnownTrainees trainees) {

    /** The same for placements of these trainees. */
    public MappingContext of(KnownTrainees known) {
        return new MappingContext(declared, period, sender, units, areas, known);
    }

    /** The same for a source that may speak of these areas. */
    public MappingContext within(Areas allowed) {
        return new MappingContext(declared, period, sender, units, allowed, trainees);
    }

    /** Of a source whose records may speak of any area. */
    public MappingContext(MediaType declared, Optional<Period> period, Optional<Sender> sender, ReportingUnits units) {
        this(declared, period, sender, units, Areas.ANY, KnownTrainees.NONE);
    }
}

package org.jianxi.gateway.evidence;

import java.util.Optional;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.ReturnForms;

/** Reads a sender's bytes once more, by the code and the mapping that read them first. Given from outside: this package knows no mapping. */
@FunctionalInterface
public interface Rereading {

    Mapped read(Paper paper);

    /** Makes one that knows these definitions and units, which come out of the bundle too. */
    @FunctionalInterface
    interface Maker {
        Rereading over(ReturnForms forms, ReportingUnits units);
    }

    /**
     * What was received.
     *
     * @param mapping the mapping file it was read with; empty for a canonical document
     */
    record Paper(byte[] raw, MediaType type, Sender sender, Period period, Optional<byte[]> mapping) {}
}

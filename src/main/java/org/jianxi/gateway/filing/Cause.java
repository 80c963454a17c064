package org.jianxi.gateway.filing;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.rollup.CellChange;
import org.jianxi.gateway.rollup.SenderChange;

/**
 * Why a sender's cells changed.
 *
 * @param replaced what counted before; empty where a gap stood
 * @param by what counts now
 */
public record Cause(SenderChange change, Optional<Evidence> replaced, Evidence by) {

    /** The wire names are contract. */
    public enum Kind {
        /** An accepted revision of the sender replaced another (更正). */
        CORRECTION("correction", "更正"),
        /** A gap became figures (补报). */
        LATE_UNIT("late-unit", "补报");

        private final String wireName;
        private final String zh;

        Kind(String wireName, String zh) {
            this.wireName = wireName;
            this.zh = zh;
        }

        public String wireName() {
            return wireName;
        }

        /** As it is printed. */
        public String zh() {
            return zh;
        }
    }

    public Kind kind() {
        return replaced.isEmpty() ? Kind.LATE_UNIT : Kind.CORRECTION;
    }

    public Sender sender() {
        return change.sender();
    }

    public List<CellChange> cells() {
        return change.cells();
    }
}

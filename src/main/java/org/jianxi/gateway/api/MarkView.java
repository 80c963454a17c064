package org.jianxi.gateway.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.marks.Mark;
import org.jianxi.gateway.registries.marks.Mark.Confirmation;
import org.jianxi.gateway.registries.marks.MarkList.Marked;
import org.jianxi.gateway.registries.marks.MarkState;
import org.jianxi.gateway.registries.marks.MarkedRecord;
import org.jianxi.gateway.registries.marks.RegistryWord;
import org.jianxi.gateway.registries.marks.Standing;

/**
 * A hardship mark on the wire: whose it is only by tokens of records.
 *
 * @param before what an objection or a missing snapshot entry is about, such as {@code confirmed}
 * @param missingFrom the snapshot that no longer has the person
 * @param counts whether it is served first, as long as it is valid
 */
record MarkView(
        String id,
        String registry,
        String purpose,
        String state,
        Optional<String> before,
        Optional<LocalDate> missingFrom,
        boolean counts,
        Instant since,
        Optional<LocalDate> registrySnapshotOn,
        Optional<LocalDate> validTo,
        Optional<String> legalBasis,
        Optional<HardshipView> hardship,
        boolean corrected,
        Optional<String> confirmedBy,
        Optional<LocalDate> confirmedOn,
        List<RecordView> records) {

    /** With the names of the dictionary. */
    record HardshipView(
            String category,
            Optional<String> relationInHousehold,
            Optional<String> disabilityCategory,
            Optional<String> disabilityLevel) {

        static HardshipView of(Hardship hardship) {
            return new HardshipView(
                    hardship.category(), hardship.relation(), hardship.disabilityKind(), hardship.disabilityLevel());
        }

        Hardship read() {
            return new Hardship(category, relationInHousehold, disabilityCategory, disabilityLevel);
        }
    }

    record RecordView(String sender, String record) {

        static RecordView of(MarkedRecord record) {
            return new RecordView(record.sender().code(), record.record());
        }
    }

    static MarkView of(Marked marked) {
        var mark = marked.mark();
        var standing = mark.standing();
        var word = standing.map(Standing::word);
        return new MarkView(
                mark.id(),
                mark.registry(),
                mark.purpose(),
                mark.state().word(),
                before(mark),
                missingFrom(mark.state()),
                mark.state().counts(),
                mark.since(),
                word.map(RegistryWord::snapshotOn),
                word.map(RegistryWord::validUntil),
                word.map(RegistryWord::legalBasis),
                standing.map(Standing::hardship).map(HardshipView::of),
                standing.filter(Standing::isCorrected).isPresent(),
                mark.confirmation().map(Confirmation::by),
                mark.confirmation().map(Confirmation::on),
                marked.records().stream().map(RecordView::of).toList());
    }

    private static Optional<String> before(Mark mark) {
        return switch (mark.state()) {
            case MarkState.Objected objected -> Optional.of(objected.before().word());
            case MarkState.Missing missing -> Optional.of(missing.before().word());
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate> missingFrom(MarkState state) {
        return switch (state) {
            case MarkState.Objected objected -> missingFrom(objected.before());
            case MarkState.Missing missing -> Optional.of(missing.from());
            default -> Optional.empty();
        };
    }
}

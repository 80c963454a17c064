package org.jianxi.gateway.registries.extracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.SnapshotLabel;
import org.jianxi.gateway.registries.run.Way;
import org.jianxi.gateway.registries.snapshot.Snapshot;
import org.jianxi.gateway.registries.snapshot.SnapshotChanges;
import org.jianxi.gateway.signing.Sm3;

/** Takes extracts in: read once, judged beside the last good one, kept as a snapshot. One that is refused changes nothing. */
public final class ExtractIntake {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** So many snapshots of a registry are kept: a run that compares with an older one asks for everybody. */
    private static final int KEPT = 3;

    private final ExtractOffice office;
    private final ExtractRows rows;
    private final SnapshotFiles files;
    private final ExtractLimits limits;
    private final RowReview review;

    ExtractIntake(ExtractOffice office, ExtractLimits limits, RowReview review) {
        this.office = office;
        this.rows = office.rows();
        this.files = office.files();
        this.limits = limits;
        this.review = review;
    }

    /**
     * Takes or refuses it, and writes down which. Throws {@link IOException} where the file is not there or no snapshot can be written,
     * and {@link FileProblem} where {@code registry.yaml} does not say how it is read; then nothing is written down.
     */
    public ExtractOutcome take(RegistrySettings registry, BroughtExtract brought) throws IOException {
        var received = received(registry, brought);
        try (var written = written(registry, received)) {
            var outcome = transacted(() -> {
                rows.lock(received.registry());
                return concluded(registry, received, written);
            });
            files.keepOnly(
                    received.registry(),
                    rows.snapshots(received.registry(), KEPT),
                    office.clock().instant());
            return outcome;
        } catch (RefusedExtract refused) {
            return transacted(() -> refused(received, ExtractCounts.NONE, refused));
        }
    }

    /** What would come of it; nothing is kept. */
    public ExtractOutcome tryOut(RegistrySettings registry, BroughtExtract brought) throws IOException {
        var received = received(registry, brought);
        var last = rows.last(received.registry());
        try (var written = written(registry, received)) {
            judged(registry, received, written.counts(), last);
            return new ExtractOutcome.Taken(kept(received, written, last), last);
        } catch (RefusedExtract refused) {
            return new ExtractOutcome.Refused(List.of(refused.finding()), last);
        }
    }

    private static ReceivedExtract received(RegistrySettings registry, BroughtExtract brought) throws IOException {
        try (var stream = Files.newInputStream(brought.file())) {
            var name = Objects.toString(brought.file().getFileName(), "");
            return new ReceivedExtract(
                    registry.name(),
                    brought.file(),
                    Sm3.of(stream),
                    brought.day().or(() -> way(registry).day(name)),
                    brought.actor(),
                    brought.override());
        }
    }

    private static Way.Extract way(RegistrySettings registry) {
        if (registry.way() instanceof Way.Extract extract) {
            return extract;
        }
        throw new FileProblem(registry.name().value(), 0, "is a registry that sends no extracts");
    }

    private WrittenSnapshot written(RegistrySettings registry, ReceivedExtract received)
            throws RefusedExtract, IOException {
        judge(registry, rows.last(received.registry())).beforeReading(received.digest(), received.day(), today());
        var form = ExtractForm.read(way(registry), received.day().orElseThrow());
        var size = Files.size(received.file());
        if (size > limits.bytes(form.kind())) {
            throw new RefusedExtract(
                    ExtractRule.LARGE,
                    Place.WHOLE,
                    new Bilingual(
                            "文件有%d字节，最多%d".formatted(size, limits.bytes(form.kind())),
                            "it has %d bytes, at most %d are read".formatted(size, limits.bytes(form.kind()))));
        }
        try (var file = ExtractFile.open(received.file(), form, limits.budget(form.kind()))) {
            return WrittenSnapshot.of(file, form, office.tokens().get(), files.folder(received.registry()));
        } catch (UnreadableDocument unreadable) {
            throw RefusedExtract.of(unreadable);
        }
    }

    private ExtractOutcome concluded(RegistrySettings registry, ReceivedExtract received, WrittenSnapshot written)
            throws IOException {
        var last = rows.last(received.registry());
        try {
            judged(registry, received, written.counts(), last);
        } catch (RefusedExtract refused) {
            return refused(received, written.counts(), refused);
        }
        var kept = kept(received, written, last);
        files.keep(written.path(), received.registry(), kept.snapshot());
        var extract = rows.insert(received, written.counts(), Optional.empty());
        rows.insertSnapshot(
                received,
                extract,
                new ExtractRows.Became(kept.snapshot(), last.map(KeptExtract::snapshot), kept.changed()));
        look(received.registry(), kept, written.numberless());
        return new ExtractOutcome.Taken(kept, last);
    }

    private void look(RegistryName registry, KeptExtract kept, NumberlessRows numberless) throws IOException {
        try (var snapshot = files.open(registry, kept.snapshot()).orElseThrow()) {
            review.look(new RowReview.Taken(
                    registry,
                    new SnapshotLabel(kept.snapshot(), kept.day()),
                    snapshot,
                    kept.entries(),
                    numberless.rows(),
                    numberless.left()));
        }
    }

    private ExtractOutcome refused(ReceivedExtract received, ExtractCounts counts, RefusedExtract refused) {
        rows.insert(received, counts, Optional.of(refused.finding()));
        return new ExtractOutcome.Refused(List.of(refused.finding()), rows.last(received.registry()));
    }

    /** Again with what stands when nobody else takes one: another may have come while this one was read. */
    private void judged(
            RegistrySettings registry, ReceivedExtract received, ExtractCounts counts, Optional<KeptExtract> last)
            throws RefusedExtract {
        var judge = judge(registry, last);
        judge.beforeReading(received.digest(), received.day(), today());
        judge.notEmpty(counts);
        if (received.override().isEmpty()) {
            judge.shares(counts);
        }
    }

    private static ExtractJudge judge(RegistrySettings registry, Optional<KeptExtract> last) {
        return new ExtractJudge(way(registry).demands(), registry.validity(), last);
    }

    private KeptExtract kept(ReceivedExtract received, WrittenSnapshot written, Optional<KeptExtract> last)
            throws IOException {
        var counts = written.counts();
        var day = received.day().orElseThrow();
        return new KeptExtract(
                SnapshotFiles.id(written.path(), day),
                day,
                office.clock().instant(),
                received.digest(),
                counts.rows(),
                counts.unusable(),
                counts.entries(),
                changed(received.registry(), written, last));
    }

    private long changed(RegistryName registry, WrittenSnapshot written, Optional<KeptExtract> last)
            throws IOException {
        var before = last.isPresent() ? files.open(registry, last.get().snapshot()) : Optional.<Snapshot>empty();
        if (before.isEmpty()) {
            return written.counts().entries();
        }
        try (var old = before.get();
                var fresh = Snapshot.open(written.path())) {
            return new SnapshotChanges(old, fresh).forEach((first, second) -> {});
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(office.clock().instant(), OFFICE);
    }

    /** Work within one transaction that may fail at a file. */
    @FunctionalInterface
    private interface Work {
        ExtractOutcome done() throws IOException;
    }

    private ExtractOutcome transacted(Work work) throws IOException {
        try {
            return Objects.requireNonNull(office.transaction().execute(status -> {
                try {
                    return work.done();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}

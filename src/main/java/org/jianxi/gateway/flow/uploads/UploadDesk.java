package org.jianxi.gateway.flow.uploads;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.signing.Sm3;

/**
 * Takes in what a person of a unit uploads, by the very way of every other door. Who uploaded stands in the audit, before the file is
 * read and after it was decided; the unit comes from the account, never from the file.
 */
public record UploadDesk(SourceRegister sources, Reception reception, Audit audit, Clock clock) {

    private static final String DATASET = Delivery.MONTHLY_RETURN;

    /** In how many ways this unit's files may be read here; the first is the usual one. */
    public List<Source> waysOf(Sender unit) {
        return sources.all().stream()
                .filter(Source::active)
                .filter(one -> one.entrance().door() == Door.CONSOLE && one.carries(unit))
                .filter(one -> one.datasets().containsKey(DATASET))
                .toList();
    }

    /** The verdict it would get, with nothing kept. */
    public UploadStep tryOut(Upload upload, Caller caller) {
        return judged(upload, caller, delivery -> new UploadStep.Tried(reception.dryRun(delivery)));
    }

    public UploadStep deliver(Upload upload, Caller caller) {
        return judged(upload, caller, delivery -> {
            write(caller, "upload-received", Sm3.of(upload.content()).hex(), upload);
            var outcome = reception.receive(delivery);
            write(caller, "upload-" + ended(outcome), outcome.submission().orElse(""), upload);
            return new UploadStep.Decided(outcome);
        });
    }

    private UploadStep judged(Upload upload, Caller caller, Function<Delivery, UploadStep> judge) {
        var source = waysOf(upload.unit()).stream()
                .filter(one -> one.id().equals(upload.source()))
                .findFirst();
        if (!caller.senders().contains(upload.unit()) || source.isEmpty()) {
            return new UploadStep.NotThere();
        }
        var type = MediaType.ofFileName(upload.fileName());
        return type.isEmpty()
                ? new UploadStep.NotTaken(unknownType())
                : sized(upload, source.get())
                        .<UploadStep>map(UploadStep.NotTaken::new)
                        .orElseGet(() -> judge.apply(delivery(upload, source.get(), type.get())));
    }

    private static Optional<Bilingual> sized(Upload upload, Source source) {
        var most = source.mostBytes(DATASET);
        if (upload.content().length == 0) {
            return Optional.of(new Bilingual("文件是空的，请重新选择", "the file is empty; choose it again"));
        }
        return upload.content().length <= most
                ? Optional.empty()
                : Optional.of(new Bilingual(
                        "文件超过 %d MB，请只留汇总表一张表后重试".formatted(most >> 20),
                        "the file is larger than %d MB; keep the return's sheet alone and try again"
                                .formatted(most >> 20)));
    }

    private Delivery delivery(Upload upload, Source source, MediaType type) {
        return new Delivery(
                source.id(),
                Set.of(upload.unit()),
                Door.CONSOLE,
                DATASET,
                Optional.of(upload.period()),
                type,
                Optional.of(upload.fileName()),
                upload.content(),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                Optional.of(reception.terms(source)));
    }

    private void write(Caller caller, String deed, String object, Upload upload) {
        var detail = "%s %s by %s".formatted(upload.unit(), upload.period(), upload.source());
        audit.record(clock.instant(), new Audit.Deed(caller.name(), deed, object, detail));
    }

    private static String ended(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> "accepted";
            case Outcome.Returned returned -> "returned";
            case Outcome.Unfinished unfinished -> "unfinished";
        };
    }

    private static Bilingual unknownType() {
        return new Bilingual(
                "文件应为 .xlsx、.csv、.xml 或 .json；旧版 .xls 请在表格软件中另存为 .xlsx",
                "the file is .xlsx, .csv, .xml or .json; save an old .xls as .xlsx in the spreadsheet program");
    }
}

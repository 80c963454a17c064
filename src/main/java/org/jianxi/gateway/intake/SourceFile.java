package org.jianxi.gateway.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jspecify.annotations.Nullable;

/** {@code source.yaml} as it is written, after its schema was kept. Only {@link SourceRegister} sees it. */
record SourceFile(
        String source,
        Bilingual title,
        @Nullable Boolean active,
        List<String> senders,
        @Nullable List<String> areas,
        DoorPart door,
        @Nullable SchedulePart schedule,
        Map<String, DatasetPart> datasets,
        @Nullable LimitsPart limits,
        @Nullable String signature,
        @Nullable Object signer,
        @Nullable WebhookPart webhook,
        String contact) {

    private static final String SET_ASIDE = "setAside";
    private static final int MEGABYTE = 1024 * 1024;
    private static final int USUAL_MEGABYTES = 20;

    record DatasetPart(
            @Nullable String mapping,
            @Nullable LimitsPart limits,
            @Nullable String files,
            @Nullable String badRows,
            @Nullable String delivers) {}

    record LimitsPart(@Nullable Integer bodyMegabytes) {}

    Source toSource() {
        var delivered = new LinkedHashMap<String, SourceDataset>();
        datasets.forEach((name, part) -> delivered.put(
                name,
                new SourceDataset(
                        Optional.ofNullable(part.mapping()),
                        mostBytes(part),
                        Optional.ofNullable(part.files()),
                        SET_ASIDE.equals(part.badRows()),
                        part.delivers() == null ? Delivers.MONTH : Delivers.named(part.delivers()))));
        return new Source(
                new SourceId(source),
                title,
                active == null || active,
                senders.stream().map(Sender::new).toList(),
                areas == null ? List.of() : areas,
                door.entrance(),
                Optional.ofNullable(schedule).map(SchedulePart::schedule),
                delivered,
                SignaturePolicy.named(signature == null ? "none" : signature),
                signer == null ? List.of() : SecretReference.oneOrMore(signer),
                Optional.ofNullable(webhook).map(WebhookPart::webhook),
                contact);
    }

    private long mostBytes(DatasetPart part) {
        var megabytes = Optional.ofNullable(part.limits())
                .or(() -> Optional.ofNullable(limits))
                .map(LimitsPart::bodyMegabytes)
                .orElse(USUAL_MEGABYTES);
        return (long) megabytes * MEGABYTE;
    }
}

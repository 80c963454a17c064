package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jspecify.annotations.Nullable;

/** {@code source.yaml} as it is written, after its schema was kept. Only {@link SourceRegister} sees it. */
record SourceFile(
        String source,
        Bilingual title,
        List<String> senders,
        DoorPart door,
        Map<String, DatasetPart> datasets,
        @Nullable LimitsPart limits,
        @Nullable String signature,
        @Nullable Object signer,
        String contact) {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int USUAL_MEGABYTES = 20;
    private static final int USUAL_SETTLE_SECONDS = 2;
    private static final int USUAL_TIMEOUT_SECONDS = 30;

    record DatasetPart(String mapping) {}

    record LimitsPart(@Nullable Integer bodyMegabytes) {}

    record AuthorizationPart(String scheme, @Nullable String header, String secret) {}

    record DoorPart(
            String kind,
            @Nullable Integer settleSeconds,
            @Nullable String url,
            @Nullable Integer everySeconds,
            @Nullable Integer timeoutSeconds,
            @Nullable String mediaType,
            @Nullable String sender,
            @Nullable AuthorizationPart authorization) {

        Entrance entrance() {
            var settle = seconds(settleSeconds, USUAL_SETTLE_SECONDS);
            return switch (kind) {
                case "folder" -> new Entrance.Folder(settle);
                case "sftp-upload" -> new Entrance.SftpUpload(settle);
                case "https-poll" -> poll();
                default -> new Entrance.HttpPush();
            };
        }

        private Entrance poll() {
            return new Entrance.HttpsPoll(
                    String.valueOf(url),
                    seconds(everySeconds, 0),
                    seconds(timeoutSeconds, USUAL_TIMEOUT_SECONDS),
                    Optional.ofNullable(mediaType).flatMap(extension -> MediaType.ofFileName("." + extension)),
                    Optional.ofNullable(sender).map(Sender::new),
                    Optional.ofNullable(authorization).map(DoorPart::authorization));
        }

        private static Entrance.Authorization authorization(AuthorizationPart part) {
            var secret = SecretReference.parse(part.secret());
            return switch (part.scheme()) {
                case "bearer" -> new Entrance.Authorization(Entrance.Scheme.BEARER, "Authorization", secret);
                case "basic" -> new Entrance.Authorization(Entrance.Scheme.BASIC, "Authorization", secret);
                default ->
                    new Entrance.Authorization(
                            Entrance.Scheme.API_KEY,
                            Optional.ofNullable(part.header()).orElse("X-API-Key"),
                            secret);
            };
        }

        private static Duration seconds(@Nullable Integer written, int otherwise) {
            return Duration.ofSeconds(written == null ? otherwise : written);
        }
    }

    Source toSource() {
        var mappings = new LinkedHashMap<String, String>();
        datasets.forEach((name, part) -> mappings.put(name, part.mapping()));
        return new Source(
                new SourceId(source),
                title,
                senders.stream().map(Sender::new).toList(),
                door.entrance(),
                mappings,
                mostBytes(),
                SignaturePolicy.named(signature == null ? "none" : signature),
                signers(),
                contact);
    }

    /** One reference, or a list of them. */
    private List<SecretReference> signers() {
        var written = signer == null ? List.of() : signer instanceof List<?> list ? list : List.of(signer);
        return written.stream().map(String::valueOf).map(SecretReference::parse).toList();
    }

    private long mostBytes() {
        var megabytes = limits == null || limits.bodyMegabytes() == null ? USUAL_MEGABYTES : limits.bodyMegabytes();
        return (long) megabytes * MEGABYTE;
    }
}

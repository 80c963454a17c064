package org.jianxi.gateway.registries.query;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.intake.SecretReference;
import org.jspecify.annotations.Nullable;

/** {@code service:} of a registry's file as it is written, after its schema was kept. */
public record ServicePart(
        String protocol,
        String url,
        @Nullable String method,
        @Nullable ParametersPart parameters,
        @Nullable AuthorizationPart authorization,
        @Nullable AnswerPart answer,
        @Nullable String operation,
        @Nullable String sender,
        @Nullable String registry,
        @Nullable String registryType,
        @Nullable String recordType,
        @Nullable String identifier,
        @Nullable Integer batch,
        @Nullable String certificate,
        @Nullable TlsPart tls,
        @Nullable RatePart rate,
        @Nullable HoursPart hours,
        @Nullable Integer timeoutSeconds,
        @Nullable String refresh,
        @Nullable Map<String, String> categories) {

    private static final int USUAL_CALLS = 5;
    private static final int USUAL_PEOPLE = 100_000;
    private static final int USUAL_BATCH = 20;
    private static final int USUAL_TIMEOUT = 30;

    /** What the two parameters are called. */
    public record ParametersPart(
            @Nullable String idNumber, @Nullable String name) {}

    /** How we name ourselves; {@code secret} is a reference. */
    public record AuthorizationPart(
            String scheme,
            String secret,
            @Nullable String rid,
            @Nullable String sid,
            @Nullable List<String> order,
            @Nullable String paasid,
            @Nullable String header) {}

    /** JSON pointers, and the codes that mean that the registry has looked. */
    public record AnswerPart(
            @Nullable String code,
            @Nullable List<String> good,
            @Nullable String rows,
            @Nullable String idNumber,
            @Nullable String name,
            @Nullable String category,
            @Nullable String kind,
            @Nullable String level) {}

    public record RatePart(
            @Nullable Integer callsPerSecond, @Nullable Integer peoplePerDay) {}

    /** Times of day in Shanghai, {@code HH:mm}. */
    public record HoursPart(String from, String to) {}

    private static final AnswerPart NOTHING_SAID = new AnswerPart(null, null, null, null, null, null, null, null);

    boolean isSpdci() {
        return protocol.equals("spdci");
    }

    public Rate pace() {
        var given = rate == null ? new RatePart(null, null) : rate;
        return new Rate(
                or(given.callsPerSecond(), USUAL_CALLS),
                or(given.peoplePerDay(), USUAL_PEOPLE),
                Optional.ofNullable(hours)
                        .map(part -> new Rate.Hours(LocalTime.parse(part.from()), LocalTime.parse(part.to()))));
    }

    /** How long an answer stands; a month where nothing is said. */
    Freshness freshness() {
        return refresh == null ? Freshness.MONTHLY : Freshness.named(refresh);
    }

    /** A word of the registry's in ours; one that the file does not name stays as it is. */
    String category(String told) {
        return categories == null ? told : categories.getOrDefault(told, told);
    }

    Duration timeout() {
        return Duration.ofSeconds(or(timeoutSeconds, USUAL_TIMEOUT));
    }

    Optional<SecretReference> pinned() {
        return Optional.ofNullable(certificate).map(SecretReference::parse);
    }

    ExchangeService exchange() {
        var names = parameters == null ? new ParametersPart(null, null) : parameters;
        var places = answered();
        return new ExchangeService(
                URI.create(url),
                "get".equals(method),
                or(names.idNumber(), "id_card"),
                or(names.name(), "name"),
                or(places.code(), "/code"),
                or(places.good(), List.of("200")),
                or(places.rows(), "/data"));
    }

    SpdciService spdci() {
        var isDisabled = "disabled".equals(operation);
        return new SpdciService(
                URI.create(url),
                isDisabled,
                or(sender, ""),
                or(registry, ""),
                or(registryType, "ns:org:RegistryType:DR"),
                or(recordType, "spdci-extensions-dci:DisabledPerson"),
                or(identifier, isDisabled ? "member.member_identifier" : "UIN"),
                or(batch, USUAL_BATCH));
    }

    AnswerPlaces places() {
        var usual = isSpdci() ? AnswerPlaces.SPDCI : AnswerPlaces.EXCHANGE;
        var given = answered();
        return new AnswerPlaces(
                or(given.idNumber(), usual.idNumber()),
                or(given.name(), usual.name()),
                or(given.category(), usual.category()),
                or(given.kind(), usual.kind()),
                or(given.level(), usual.level()));
    }

    private AnswerPart answered() {
        return or(answer, NOTHING_SAID);
    }

    private static <T> T or(@Nullable T given, T usual) {
        return given == null ? usual : given;
    }
}

package org.jianxi.gateway.registries.query;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.intake.Authorization;
import org.jianxi.gateway.intake.SecretReference;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.outgoing.TimedExchange;
import org.jianxi.gateway.pulling.ExchangeSignature;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * Makes a registry's query service out of its file.
 *
 * @param own what we sign questions with
 */
public record ServiceOffice(
        Secrets secrets, Signer own, NameForms names, Clock clock, Pause pause, SecureRandom random) {

    private static final List<String> USUAL_ORDER = List.of("sid", "rid", "rtime");
    private static final int NONCE = 12;

    /** Throws {@link IOException}, which names the reference, where a certificate or a key is not there or not usable. */
    public PersonQuery open(ServicePart part) throws IOException {
        var exchange = new TimedExchange(TlsPart.client(part.tls(), URI.create(part.url()), secrets), part.timeout());
        var channel = new ServiceChannel(exchange, part.pace(), new ServiceChannel.Surroundings(clock, pause, random));
        var reading = new RecordReading(part.places(), new PersonName(names));
        var pinned = certificate(part);
        if (part.isSpdci()) {
            var keys = new SpdciQuery.Keys(
                    own, pinned.orElseThrow(() -> new IOException("an SPDCI registry needs a certificate")));
            return new SpdciQuery(part.spdci(), keys, channel, reading, clock);
        }
        return new ExchangeQuery(
                part.exchange(), caller(part), channel, new ServiceTrust(pinned, clock), reading, clock);
    }

    private Optional<SigningCertificate> certificate(ServicePart part) throws IOException {
        var reference = part.pinned();
        try {
            return reference.flatMap(secrets::file).map(SigningCertificate::read);
        } catch (KeyProblem unusable) {
            throw new IOException("the certificate at " + reference.orElseThrow() + " cannot be used", unusable);
        }
    }

    private CallerHeaders caller(ServicePart part) {
        var given = part.authorization();
        if (given == null) {
            return now -> Map.of();
        }
        var reference = SecretReference.parse(given.secret());
        return switch (given.scheme()) {
            case "exchange" -> exchange(given, reference);
            case "tif" ->
                now -> TifSignature.headers(String.valueOf(given.paasid()), secrets.require(reference), nonce(), now);
            case "bearer" -> now -> Map.of("Authorization", "Bearer " + secrets.require(reference));
            default -> {
                var header = Optional.ofNullable(given.header()).orElse("X-API-Key");
                yield now -> Map.of(header, secrets.require(reference));
            }
        };
    }

    private CallerHeaders exchange(ServicePart.AuthorizationPart given, SecretReference reference) {
        var order = Optional.ofNullable(given.order()).orElse(USUAL_ORDER);
        var known = new Authorization.Exchange(String.valueOf(given.rid()), String.valueOf(given.sid()), order);
        return (Instant now) -> ExchangeSignature.headers(known, secrets.require(reference), now);
    }

    private String nonce() {
        var bytes = new byte[NONCE];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

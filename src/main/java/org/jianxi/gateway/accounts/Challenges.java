package org.jianxi.gateway.accounts;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.PersonKeys;
import org.jianxi.gateway.signing.Sm3;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was asked of an authenticator, sealed for the browser to bring back to whichever node, and good once. Answered ones are
 * remembered until they would have ended.
 */
final class Challenges {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int LONGEST_WRITTEN = 500;

    private final JdbcClient jdbc;
    private final PersonKeys keys;

    Challenges(JdbcClient jdbc, PersonKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** @param purpose what it was asked for, and of whom: an answer for another counts for nothing */
    String seal(byte[] challenge, String purpose, Instant now) {
        var content = ByteBuffer.allocate(Long.BYTES + challenge.length)
                .putLong(now.plus(LONGEST).getEpochSecond())
                .put(challenge);
        var seal = keys.current();
        var sealed = seal.seal(content.array(), bound(purpose));
        return seal.keyId() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The challenge, which from now on counts for nothing; empty for one that is not ours, is over or was answered. */
    Optional<byte[]> use(String written, String purpose, Instant now) {
        return open(written, purpose)
                .filter(content -> now.getEpochSecond() < content.getLong())
                .flatMap(content -> {
                    var challenge = new byte[content.remaining()];
                    content.get(challenge);
                    return isNew(challenge, now) ? Optional.of(challenge) : Optional.empty();
                });
    }

    private Optional<ByteBuffer> open(String written, String purpose) {
        var dot = written.indexOf('.');
        if (dot < 0 || written.length() > LONGEST_WRITTEN) {
            return Optional.empty();
        }
        try {
            var sealed = Base64.getUrlDecoder().decode(written.substring(dot + 1));
            return Optional.of(
                    ByteBuffer.wrap(keys.named(written.substring(0, dot)).open(sealed, bound(purpose))));
        } catch (KeyProblem | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private boolean isNew(byte[] challenge, Instant now) {
        jdbc.sql("delete from passkey_challenge where ends <= :now")
                .param("now", AccountStore.at(now))
                .update();
        return jdbc.sql(
                                "insert into passkey_challenge (challenge, ends) values (:challenge, :ends) on conflict do nothing")
                        .param("challenge", Sm3.of(challenge).bytes())
                        .param("ends", AccountStore.at(now.plus(LONGEST)))
                        .update()
                > 0;
    }

    private static String bound(String purpose) {
        return "passkey:" + purpose;
    }
}

package org.jianxi.gateway.accounts;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.Sm3;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is signed in, in a table, so that every node knows it and none loses it. The browser holds a random token and the table its SM3: who
 * reads the table cannot take a session over.
 */
public final class Sessions {

    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_TOKEN = 64;

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final SessionLimits limits;

    public Sessions(JdbcClient jdbc, SecureRandom random, SessionLimits limits) {
        this.jdbc = jdbc;
        this.random = random;
        this.limits = limits;
    }

    private record Found(SessionHolder holder, Instant lastUsed) {}

    /** Begins one and clears away what has ended; gives back the token for the cookie. */
    public String begin(SessionHolder holder, Instant now) {
        jdbc.sql("delete from console_session where ends <= :now")
                .param("now", AccountStore.at(now))
                .update();
        var bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        var account = holder instanceof SessionHolder.OfAccount of ? of.name().value() : null;
        var key = holder instanceof SessionHolder.OfKey of ? of.key().bytes() : null;
        var person = holder instanceof SessionHolder.OfProvider of ? of.person() : null;
        jdbc.sql("""
                insert into console_session (token, account, access_key, person, person_roles, person_areas, since, last_used, ends)
                values (:token, :account, :key, :person, string_to_array(:roles, ','), string_to_array(:areas, ','), :now, :now, :ends)""")
                .param("token", hash(token).bytes())
                .param("account", account)
                .param("key", key)
                .param("person", person == null ? null : person.name())
                .param("roles", person == null ? null : AccountStore.roles(person.duties()))
                .param("areas", person == null ? null : AccountStore.areas(person.duties()))
                .param("now", AccountStore.at(now))
                .param("ends", AccountStore.at(now.plus(limits.longest())))
                .update();
        return token;
    }

    /** Whose it is while it lasts; asking is using it. */
    public Optional<SessionHolder> find(String token, Instant now) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        var hash = hash(token);
        var found = jdbc.sql(
                        "select account, access_key, last_used, person, array_to_string(person_roles, ',') as roles,"
                                + " array_to_string(person_areas, ',') as areas from console_session"
                                + " where token = :token and ends > :now and last_used > :used")
                .param("token", hash.bytes())
                .param("now", AccountStore.at(now))
                .param("used", AccountStore.at(now.minus(limits.unused())))
                .query((row, number) -> read(row))
                .optional();
        found.filter(one -> one.lastUsed().plus(limits.writtenEvery()).isBefore(now))
                .ifPresent(one -> use(hash, now));
        return found.map(Found::holder);
    }

    public void end(String token) {
        jdbc.sql("delete from console_session where token = :token")
                .param("token", hash(token).bytes())
                .update();
    }

    public void endAllOf(AccountName account) {
        jdbc.sql("delete from console_session where account = :account")
                .param("account", account.value())
                .update();
    }

    private void use(Digest hash, Instant now) {
        jdbc.sql("update console_session set last_used = :now where token = :token and last_used < :now")
                .param("token", hash.bytes())
                .param("now", AccountStore.at(now))
                .update();
    }

    private static Found read(ResultSet row) throws SQLException {
        var lastUsed = AccountStore.instant(row, "last_used");
        return new Found(holder(row), lastUsed == null ? Instant.MIN : lastUsed);
    }

    private static SessionHolder holder(ResultSet row) throws SQLException {
        var account = row.getString("account");
        var person = row.getString("person");
        if (account != null) {
            return new SessionHolder.OfAccount(new AccountName(account));
        }
        return person == null
                ? new SessionHolder.OfKey(Digest.of(row.getBytes("access_key")))
                : new SessionHolder.OfProvider(new ProviderPerson(person, AccountStore.duties(row)));
    }

    private static Digest hash(String token) {
        return Sm3.of(token.getBytes(StandardCharsets.UTF_8));
    }
}

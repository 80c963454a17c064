package org.jianxi.gateway.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.intake.PasswordHash;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What accounts are opened with: passwords and codes as hashes, the second factor's secret sealed under the keys of people's records.
 * Called in the caller's transaction; what is used once is used up by an update that counts its rows, so no two nodes let it pass.
 */
final class CredentialStore {

    private final JdbcClient jdbc;
    private final PersonKeys keys;

    CredentialStore(JdbcClient jdbc, PersonKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    Optional<Credentials> find(AccountName name) {
        return jdbc.sql("select " + AccountStore.SEEN + ", password, factor, factor_key, factor_step, invitation,"
                        + " invitation_ends from account where name = :name")
                .param("name", name.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Adds an account that waits for its person; false where there is one of that name. */
    boolean add(AccountName name, String displayName, Duties duties, Offered offered, Instant now) {
        var seal = keys.current();
        return jdbc.sql("""
                        insert into account (name, display_name, roles, areas, state, factor, factor_key, invitation, invitation_ends, added_at)
                        values (:name, :shown, string_to_array(:roles, ','), string_to_array(:areas, ','), 'invited',
                                :factor, :key, :code, :ends, :now)
                        on conflict (name) do nothing""")
                        .param("name", name.value())
                        .param("shown", displayName)
                        .param("roles", AccountStore.roles(duties))
                        .param("areas", AccountStore.areas(duties))
                        .param("factor", seal.seal(offered.secret(), bound(name)))
                        .param("key", seal.keyId())
                        .param("code", offered.code().bytes())
                        .param("ends", AccountStore.at(offered.ends()))
                        .param("now", AccountStore.at(now))
                        .update()
                > 0;
    }

    /** Forgets everything that opened it and waits for its person again. */
    void invite(AccountName name, Offered offered) {
        forgetTheRest(name);
        var seal = keys.current();
        jdbc.sql("""
                update account set state = 'invited', password = null, factor = :factor, factor_key = :key, factor_step = 0,
                    invitation = :code, invitation_ends = :ends where name = :name""")
                .param("name", name.value())
                .param("factor", seal.seal(offered.secret(), bound(name)))
                .param("key", seal.keyId())
                .param("code", offered.code().bytes())
                .param("ends", AccountStore.at(offered.ends()))
                .update();
    }

    void disable(AccountName name) {
        forgetTheRest(name);
        jdbc.sql("""
                update account set state = 'disabled', password = null, factor = null, factor_key = null,
                    invitation = null, invitation_ends = null where name = :name""").param("name", name.value()).update();
    }

    /** The person has chosen; false where another was quicker with the same invitation. */
    boolean enrol(AccountName name, Digest invitation, PasswordHash password, long step, List<SpokenCode> recovery) {
        var taken = jdbc.sql("""
                        update account set state = 'active', password = :password, factor_step = :step, invitation = null,
                            invitation_ends = null where name = :name and state = 'invited' and invitation = :code""")
                .param("name", name.value())
                .param("password", password.written())
                .param("step", step)
                .param("code", invitation.bytes())
                .update();
        if (taken > 0) {
            recovery.forEach(code -> jdbc.sql("insert into account_recovery (account, code) values (:name, :code)")
                    .param("name", name.value())
                    .param("code", code.hash().bytes())
                    .update());
        }
        return taken > 0;
    }

    /** False where this step or a later one was used since it was read. */
    boolean use(AccountName name, long step) {
        return jdbc.sql("update account set factor_step = :step where name = :name and factor_step < :step")
                        .param("name", name.value())
                        .param("step", step)
                        .update()
                > 0;
    }

    /** False where there is no such code, or it was used. */
    boolean use(AccountName name, SpokenCode recovery, Instant now) {
        return jdbc.sql("update account_recovery set used_at = :now"
                                + " where account = :name and code = :code and used_at is null")
                        .param("name", name.value())
                        .param("code", recovery.hash().bytes())
                        .param("now", AccountStore.at(now))
                        .update()
                > 0;
    }

    private void forgetTheRest(AccountName name) {
        new PasskeyRows(jdbc).forgetAll(name);
        jdbc.sql("delete from account_recovery where account = :name")
                .param("name", name.value())
                .update();
    }

    private Credentials read(ResultSet row) throws SQLException {
        var account = AccountStore.read(row);
        var sealed = row.getBytes("factor");
        var code = row.getBytes("invitation");
        var ends = AccountStore.instant(row, "invitation_ends");
        return new Credentials(
                account,
                Optional.ofNullable(row.getString("password")).map(PasswordHash::new),
                sealed == null
                        ? Optional.empty()
                        : Optional.of(keys.named(row.getString("factor_key")).open(sealed, bound(account.name()))),
                row.getLong("factor_step"),
                code == null || ends == null
                        ? Optional.empty()
                        : Optional.of(new Credentials.Invitation(Digest.of(code), ends)));
    }

    private static String bound(AccountName name) {
        return "account:" + name + ":factor";
    }

    /** What a new or reset account waits with: a secret to be put into an app, and the hash of the code that shows it. */
    record Offered(byte[] secret, Digest code, Instant ends) {

        @Override
        public String toString() {
            return "Offered until " + ends;
        }
    }
}

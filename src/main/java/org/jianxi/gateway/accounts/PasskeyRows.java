package org.jianxi.gateway.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.accounts.Passkeys.Passkey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The passkeys of one account as rows, to be shown and taken away. */
record PasskeyRows(JdbcClient jdbc) {

    private static final String OF_ACCOUNT =
            " where user_entity_user_id in (select id from user_entities where name = :name)";

    List<Passkey> of(AccountName account) {
        return jdbc.sql("select credential_id, label, created, last_used from user_credentials" + OF_ACCOUNT
                        + " order by created")
                .param("name", account.value())
                .query((row, number) -> new Passkey(
                        row.getString("credential_id"),
                        row.getString("label"),
                        moment(row, "created"),
                        moment(row, "last_used")))
                .list();
    }

    void forget(AccountName account, String id) {
        jdbc.sql("delete from user_credentials" + OF_ACCOUNT + " and credential_id = :id")
                .param("name", account.value())
                .param("id", id)
                .update();
    }

    void forgetAll(AccountName account) {
        jdbc.sql("delete from user_credentials" + OF_ACCOUNT)
                .param("name", account.value())
                .update();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}

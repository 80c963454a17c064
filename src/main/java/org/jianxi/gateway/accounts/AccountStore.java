package org.jianxi.gateway.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts as rows, without what opens them. Called in the caller's transaction. */
public final class AccountStore {

    static final String SEEN = "name, display_name, array_to_string(roles, ',') as roles,"
            + " array_to_string(areas, ',') as areas, state, added_at, last_sign_in";

    private final JdbcClient jdbc;

    public AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their names. */
    public List<ConsoleAccount> all() {
        return jdbc.sql("select " + SEEN + " from account order by name")
                .query((row, number) -> read(row))
                .list();
    }

    public Optional<ConsoleAccount> find(AccountName name) {
        return jdbc.sql("select " + SEEN + " from account where name = :name")
                .param("name", name.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Takes another's act on the same account out of the way until this transaction ends; empty where there is none. */
    public Optional<ConsoleAccount> lock(AccountName name) {
        return jdbc.sql("select " + SEEN + " from account where name = :name for update")
                .param("name", name.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** False when nothing was changed because there is no such account. */
    public boolean change(AccountName name, Duties duties) {
        return jdbc.sql("update account set roles = string_to_array(:roles, ','),"
                                + " areas = string_to_array(:areas, ',') where name = :name")
                        .param("name", name.value())
                        .param("roles", roles(duties))
                        .param("areas", areas(duties))
                        .update()
                > 0;
    }

    public void signedIn(AccountName name, Instant now) {
        jdbc.sql("update account set last_sign_in = :now where name = :name")
                .param("name", name.value())
                .param("now", at(now))
                .update();
    }

    static String roles(Duties duties) {
        return duties.roles().stream().map(Role::wireName).sorted().collect(Collectors.joining(","));
    }

    static String areas(Duties duties) {
        return duties.areas().stream().map(Sender::code).sorted().collect(Collectors.joining(","));
    }

    static ConsoleAccount read(ResultSet row) throws SQLException {
        var state = AccountState.of(row.getString("state"));
        return new ConsoleAccount(
                new AccountName(row.getString("name")),
                row.getString("display_name"),
                duties(row),
                state,
                state == AccountState.ACTIVE,
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(instant(row, "last_sign_in")));
    }

    /** From the columns {@code roles} and {@code areas}, each joined by commas. */
    static Duties duties(ResultSet row) throws SQLException {
        return new Duties(
                listed(row.getString("roles"))
                        .flatMap(role -> Role.named(role).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                listed(row.getString("areas")).map(Sender::new).collect(Collectors.toUnmodifiableSet()));
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Stream<String> listed(String joined) {
        return joined.isEmpty() ? Stream.empty() : Stream.of(joined.split(","));
    }
}

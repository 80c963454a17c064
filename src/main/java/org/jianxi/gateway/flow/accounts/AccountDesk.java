package org.jianxi.gateway.flow.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianxi.gateway.accounts.AccountName;
import org.jianxi.gateway.accounts.AccountStore;
import org.jianxi.gateway.accounts.ConsoleAccount;
import org.jianxi.gateway.accounts.Duties;
import org.jianxi.gateway.accounts.Invitations;
import org.jianxi.gateway.accounts.Invitations.Invited;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.ledger.Audit;
import org.springframework.transaction.support.TransactionOperations;

/** What an administrator does with accounts. Nobody does it to the own account: the last administrator would lock the house from outside. */
public final class AccountDesk {

    private static final int LONGEST_NAME = 80;

    private final AccountStore accounts;
    private final Invitations invitations;
    private final Office office;

    public AccountDesk(AccountStore accounts, Invitations invitations, Office office) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.office = office;
    }

    /** Where acts are written down. */
    public record Office(Audit audit, TransactionOperations transaction, Clock clock) {

        void record(String actor, String action, AccountName account, String detail, Instant at) {
            audit.record(at, new Audit.Deed(actor, action, account.value(), detail));
        }
    }

    /** How an act ended. */
    public sealed interface Ended {

        /** The code opens the enrolment once, and is shown once. */
        record Waiting(Invited invited) implements Ended {}

        record Done() implements Ended {}

        record Refused(Bilingual reason) implements Ended {}
    }

    /** In the order of their names. */
    public List<ConsoleAccount> all() {
        return accounts.all();
    }

    public Ended add(String actor, AccountName name, String displayName, Duties duties) {
        var shown = displayName.strip();
        if (shown.isEmpty() || shown.length() > LONGEST_NAME) {
            return refused("显示名须有 1 至 80 个字", "a display name has 1 to 80 characters");
        }
        return act((now) -> invitations
                .add(name, shown, duties, now)
                .<Ended>map(invited -> {
                    office.record(actor, "account-added", name, said(duties), now);
                    return new Ended.Waiting(invited);
                })
                .orElseGet(
                        () -> refused(name + "：已有此账号，账号名不再给别人使用", name + " exists; a name is not given to another")));
    }

    /** Password, second factor and sessions go, and the person begins anew; a disabled account comes back so. */
    public Ended reset(String actor, AccountName name) {
        return onAnother(actor, name, now -> {
            office.record(actor, "account-reset", name, "", now);
            return new Ended.Waiting(invitations.reset(name, now));
        });
    }

    public Ended disable(String actor, AccountName name) {
        return onAnother(actor, name, now -> {
            office.record(actor, "account-disabled", name, "", now);
            invitations.disable(name);
            return new Ended.Done();
        });
    }

    /** In force at the next request of a session that runs. */
    public Ended change(String actor, AccountName name, Duties duties) {
        return onAnother(actor, name, now -> {
            office.record(actor, "account-changed", name, said(duties), now);
            accounts.change(name, duties);
            return new Ended.Done();
        });
    }

    private Ended onAnother(String actor, AccountName name, Function<Instant, Ended> act) {
        if (actor.equals(name.value())) {
            return refused("不能改动自己的账号，请另一名管理员办理", "nobody changes the own account: ask another administrator");
        }
        return act(now -> accounts.lock(name)
                .map(found -> act.apply(now))
                .orElseGet(() -> refused(name + "：没有此账号", name + ": there is no such account")));
    }

    private Ended act(Function<Instant, Ended> act) {
        return office.transaction().execute(status -> act.apply(office.clock().instant()));
    }

    private static Ended refused(String zh, String en) {
        return new Ended.Refused(new Bilingual(zh, en));
    }

    private static String said(Duties duties) {
        var roles = duties.roles().stream().map(Role::wireName).sorted().collect(Collectors.joining(","));
        var areas = duties.areas().stream().sorted().map(Object::toString).collect(Collectors.joining(","));
        return Optional.of(areas)
                .filter(some -> !some.isEmpty())
                .map(some -> roles + " " + some)
                .orElse(roles);
    }
}

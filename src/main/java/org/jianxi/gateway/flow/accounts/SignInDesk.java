package org.jianxi.gateway.flow.accounts;

import java.util.Optional;
import org.jianxi.gateway.accounts.AccountName;
import org.jianxi.gateway.accounts.AccountState;
import org.jianxi.gateway.accounts.AccountStore;
import org.jianxi.gateway.accounts.ConsoleAccount;
import org.jianxi.gateway.accounts.Enrolment;
import org.jianxi.gateway.accounts.ProviderPerson;
import org.jianxi.gateway.accounts.SessionHolder;
import org.jianxi.gateway.accounts.Sessions;
import org.jianxi.gateway.accounts.SignIn;
import org.jianxi.gateway.accounts.SpokenCode;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.flow.accounts.AccountDesk.Office;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.KeyHolders;
import org.jianxi.gateway.ledger.Audit;

/** People and systems at the console's door: signing in with an account or a key, taking an account, and who is behind a session. */
public final class SignInDesk {

    private final Doors doors;
    private final AccountStore accounts;
    private final KeyHolders keys;
    private final Office office;

    public SignInDesk(Doors doors, AccountStore accounts, KeyHolders keys, Office office) {
        this.doors = doors;
        this.accounts = accounts;
        this.keys = keys;
        this.office = office;
    }

    public record Doors(SignIn signIn, Enrolment enrolment, Sessions sessions) {}

    /** The token of a new session; empty where account, password and second factor do not go together. */
    public Optional<String> signIn(SignIn.Attempt attempt) {
        return office.transaction().execute(status -> {
            var now = office.clock().instant();
            return doors.signIn().open(attempt, now).map(account -> {
                office.record(account.name().value(), "signed-in", account.name(), "", now);
                return doors.sessions().begin(new SessionHolder.OfAccount(account.name()), now);
            });
        });
    }

    /** The token of a new session of a key that was issued. */
    public String signIn(Digest key) {
        return office.transaction()
                .execute(status -> doors.sessions()
                        .begin(new SessionHolder.OfKey(key), office.clock().instant()));
    }

    /** Whoever is behind a session now: its account or key is asked again, so what was taken back ends it at once. */
    public Optional<Caller> caller(String token) {
        return doors.sessions().find(token, office.clock().instant()).flatMap(holder -> switch (holder) {
            case SessionHolder.OfKey of -> keys.holder(of.key());
            case SessionHolder.OfProvider of -> of(of.person());
            case SessionHolder.OfAccount of ->
                accounts.find(of.name()).filter(ConsoleAccount::isActive).map(ConsoleAccount::caller);
        });
    }

    /** The token of a new session of somebody whom the login service vouches for; empty where a local account of that name was disabled. */
    public Optional<String> signIn(ProviderPerson person) {
        return of(person)
                .map(allowed -> office.transaction().execute(status -> {
                    var now = office.clock().instant();
                    office.audit()
                            .record(now, new Audit.Deed(person.name(), "signed-in", person.name(), "login service"));
                    return doors.sessions().begin(new SessionHolder.OfProvider(person), now);
                }));
    }

    private Optional<Caller> of(ProviderPerson person) {
        var isDisabled = AccountName.parse(person.name())
                .flatMap(accounts::find)
                .filter(account -> account.state() == AccountState.DISABLED)
                .isPresent();
        var duties = person.duties();
        return isDisabled
                ? Optional.empty()
                : Optional.of(new Caller(person.name(), duties.roles(), Optional.empty(), duties.areas()));
    }

    public void signOut(String token) {
        doors.sessions().end(token);
    }

    public Optional<Enrolment.Offer> offer(AccountName name, SpokenCode invitation) {
        return doors.enrolment().offer(name, invitation, office.clock().instant());
    }

    public Enrolment.Ended enrol(AccountName name, SpokenCode invitation, Enrolment.Choice choice) {
        return office.transaction().execute(status -> {
            var now = office.clock().instant();
            var ended = doors.enrolment().complete(name, invitation, choice, now);
            if (ended instanceof Enrolment.Ended.Enrolled) {
                office.record(name.value(), "account-taken", name, "", now);
            }
            return ended;
        });
    }
}

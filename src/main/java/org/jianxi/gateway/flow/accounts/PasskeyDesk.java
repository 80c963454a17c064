package org.jianxi.gateway.flow.accounts;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.accounts.AccountName;
import org.jianxi.gateway.accounts.AccountStore;
import org.jianxi.gateway.accounts.ConsoleAccount;
import org.jianxi.gateway.accounts.Passkeys;
import org.jianxi.gateway.accounts.Passkeys.Passkey;
import org.jianxi.gateway.accounts.Passkeys.Question;
import org.jianxi.gateway.accounts.SessionHolder;
import org.jianxi.gateway.accounts.Sessions;
import org.jianxi.gateway.flow.accounts.AccountDesk.Office;

/** People and their passkeys, each act with its row in the audit. Only whoever is signed in with an account has any. */
public final class PasskeyDesk {

    private final Passkeys passkeys;
    private final AccountStore accounts;
    private final Sessions sessions;
    private final Office office;

    public PasskeyDesk(Passkeys passkeys, AccountStore accounts, Sessions sessions, Office office) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.sessions = sessions;
        this.office = office;
    }

    /** Whose account a session is of; empty for a key's, and for one of the login service. */
    public Optional<AccountName> owner(String token) {
        return sessions.find(token, office.clock().instant())
                .filter(SessionHolder.OfAccount.class::isInstance)
                .map(holder -> ((SessionHolder.OfAccount) holder).name())
                .filter(this::isActive);
    }

    public List<Passkey> of(AccountName account) {
        return passkeys.of(account);
    }

    public Question registration(AccountName account) {
        return office.transaction()
                .execute(status -> passkeys.registration(account, office.clock().instant()));
    }

    public boolean register(AccountName account, String sealed, String answer, String label) {
        return office.transaction().execute(status -> {
            var now = office.clock().instant();
            var taken = passkeys.register(account, sealed, answer, label, now);
            if (taken) {
                office.record(account.value(), "passkey-added", account, "", now);
            }
            return taken;
        });
    }

    public void forget(AccountName account, String id) {
        office.transaction().executeWithoutResult(status -> {
            passkeys.forget(account, id);
            office.record(
                    account.value(),
                    "passkey-forgotten",
                    account,
                    "",
                    office.clock().instant());
        });
    }

    public Question signIn() {
        return passkeys.signIn(office.clock().instant());
    }

    /** The token of a new session; empty where no passkey of an active account answered this question. */
    public Optional<String> signIn(String sealed, String answer) {
        return office.transaction().execute(status -> {
            var now = office.clock().instant();
            return passkeys.signIn(sealed, answer, now).filter(this::isActive).map(account -> {
                accounts.signedIn(account, now);
                office.record(account.value(), "signed-in", account, "passkey", now);
                return sessions.begin(new SessionHolder.OfAccount(account), now);
            });
        });
    }

    private boolean isActive(AccountName name) {
        return accounts.find(name).filter(ConsoleAccount::isActive).isPresent();
    }
}

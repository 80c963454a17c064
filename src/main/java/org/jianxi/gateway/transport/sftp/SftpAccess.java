package org.jianxi.gateway.transport.sftp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.jianxi.gateway.intake.Account;
import org.jianxi.gateway.intake.Accounts;
import org.jianxi.gateway.intake.PasswordHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may log in by SFTP: by password or by key, as the access file says at that moment. */
public final class SftpAccess {

    private static final Logger LOG = LoggerFactory.getLogger(SftpAccess.class);

    private final Accounts accounts;
    private final PasswordHash nobodys;

    public SftpAccess(Accounts accounts) {
        this.accounts = accounts;
        this.nobodys = PasswordHash.of("nobody's", new byte[16], PasswordHash.USUAL_ITERATIONS);
    }

    /** An unknown login takes as long as a wrong password, so that logins cannot be guessed by the clock. */
    boolean byPassword(String login, String password) {
        var hash = accounts.account(login).flatMap(Account::password);
        var matches = hash.orElse(nobodys).matches(password);
        return hash.isPresent() && matches;
    }

    boolean byKey(String login, PublicKey key) {
        return accounts.account(login).stream()
                .flatMap(account -> account.publicKeys().stream())
                .flatMap(written -> read(written).stream())
                .anyMatch(issued -> KeyUtils.compareKeys(issued, key));
    }

    private static Optional<PublicKey> read(String written) {
        try {
            return Optional.ofNullable(AuthorizedKeyEntry.parseAuthorizedKeyEntry(written)
                    .resolvePublicKey(null, PublicKeyEntryResolver.IGNORING));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            LOG.warn("A public key in the access file cannot be used: {}", unusable.getMessage());
            return Optional.empty();
        }
    }
}

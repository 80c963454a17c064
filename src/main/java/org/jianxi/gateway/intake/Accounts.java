package org.jianxi.gateway.intake;

import java.util.Collection;
import java.util.Optional;

/** The logins of the SFTP server. */
public interface Accounts {

    Optional<Account> account(String login);

    Collection<Account> accounts();
}

package org.jianxi.gateway.intake;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;

/**
 * One login of the SFTP server and whom its uploads speak for.
 *
 * @param publicKeys in the manner of {@code authorized_keys}
 */
public record Account(
        String login, SourceId source, Sender sender, Optional<PasswordHash> password, List<String> publicKeys) {
    public Account {
        publicKeys = List.copyOf(publicKeys);
    }
}

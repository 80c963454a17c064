package org.jianxi.gateway.transport.deposit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.jspecify.annotations.Nullable;

/** Lets a connection go on only where the server shows the key its source's file pins. There is no trust on first use. */
final class HostKeys implements ServerKeyVerifier {

    /** What a connection must be shown, given along when it is opened. */
    static final AttributeKey<Expected> EXPECTED = new AttributeKey<>();

    /**
     * What one connection expects.
     *
     * @param refused the fingerprint of a key that was shown and is not the pinned one; kept here, because a session that closes forgets what it
     *     was told
     */
    record Expected(Pinned pinned, AtomicReference<@Nullable String> refused) {

        Expected(Pinned pinned) {
            this(pinned, new AtomicReference<>());
        }
    }

    /** One of the two ways of pinning. */
    sealed interface Pinned {

        /** @param text {@code SHA256:…} as {@code ssh-keygen -l} prints it */
        record Fingerprint(String text) implements Pinned {}

        /** @param text lines as in OpenSSH's {@code known_hosts} */
        record KnownHosts(String text, String host, int port) implements Pinned {}
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey shown) {
        var context = session.getConnectionContext();
        var expected = context == null ? null : context.getAttribute(EXPECTED);
        if (expected == null) {
            return false;
        }
        var fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, shown);
        var genuine = isPinned(session, expected.pinned(), shown, fingerprint);
        if (!genuine) {
            expected.refused().set(fingerprint);
        }
        return genuine;
    }

    private static boolean isPinned(ClientSession session, Pinned pinned, PublicKey shown, String fingerprint) {
        return switch (pinned) {
            case Pinned.Fingerprint one -> one.text().equals(fingerprint);
            case Pinned.KnownHosts known -> isKnown(session, known, shown);
        };
    }

    private static boolean isKnown(ClientSession session, Pinned.KnownHosts known, PublicKey shown) {
        try (var lines = new BufferedReader(new StringReader(known.text()))) {
            var found = false;
            for (var entry : KnownHostEntry.readKnownHostEntries(lines)) {
                if (entry.isHostMatch(known.host(), known.port()) && isKey(session, entry, shown)) {
                    if (entry.getMarker() != null) {
                        return false;
                    }
                    found = true;
                }
            }
            return found;
        } catch (IOException | GeneralSecurityException unreadable) {
            return false;
        }
    }

    private static boolean isKey(ClientSession session, KnownHostEntry entry, PublicKey shown)
            throws IOException, GeneralSecurityException {
        return entry.getKeyEntry() != null
                && KeyUtils.compareKeys(entry.getKeyEntry().resolvePublicKey(session, null, null), shown);
    }
}

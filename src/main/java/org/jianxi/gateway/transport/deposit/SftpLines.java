package org.jianxi.gateway.transport.deposit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.SecretReference;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SftpPoll;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.pulling.TurnFailed;

/** Opens SFTP connections as they are configured: to the address that was allowed, with the pinned host key, and no habits of ours. */
public final class SftpLines implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final AllowedAddresses addresses;
    private final Secrets secrets;
    private final SshClient client;

    public SftpLines(AllowedAddresses addresses, Secrets secrets) {
        this.addresses = addresses;
        this.secrets = secrets;
        this.client = started();
    }

    /** Throws {@link TurnFailed} in words for the operator. */
    RemoteFolder open(Source source, SftpPoll poll) throws IOException {
        return open(source.id(), poll);
    }

    /** @param caller whom the operator's list of addresses calls so */
    RemoteFolder open(SourceId caller, SftpPoll poll) throws IOException {
        var address = addresses.resolve(caller, poll.server().host());
        return open(poll, named(poll.server().host(), address));
    }

    /** To a server that the operator's own configuration names, which needs no leave of the list of addresses. */
    public RemoteFolder openOwn(SftpPoll.Server server, SftpPoll.Login login, String folder) throws IOException {
        try {
            return open(server, login, InetAddress.getByName(server.host()), folder, StandardCharsets.UTF_8);
        } catch (UnknownHostException unknown) {
            throw new TurnFailed("its server's name " + server.host() + " is not known");
        }
    }

    private RemoteFolder open(SftpPoll poll, InetAddress address) throws IOException {
        return open(poll.server(), poll.login(), address, poll.folder(), Charset.forName(poll.nameEncoding()));
    }

    private RemoteFolder open(
            SftpPoll.Server server, SftpPoll.Login login, InetAddress address, String folder, Charset names)
            throws IOException {
        var expected = new HostKeys.Expected(pinned(server));
        var session = connect(expected, login.user(), new InetSocketAddress(address, server.port()));
        try {
            logIn(session, login, expected);
            var sftp = SftpClientFactory.instance().createSftpClient(session);
            sftp.setNameDecodingCharset(names);
            return new RemoteFolder(session, sftp, sftp.canonicalPath(folder));
        } catch (IOException | RuntimeException refused) {
            session.close(true);
            throw refused;
        }
    }

    @Override
    public void close() {
        client.close(true);
    }

    private ClientSession connect(HostKeys.Expected expected, String user, InetSocketAddress address)
            throws IOException {
        var context = AttributeRepository.ofKeyValuePair(HostKeys.EXPECTED, expected);
        try {
            return client.connect(user, address, context, null).verify(CONNECT).getSession();
        } catch (SshException unreachable) {
            throw new TurnFailed("its server cannot be reached: " + unreachable.getMessage());
        }
    }

    private HostKeys.Pinned pinned(SftpPoll.Server server) throws TurnFailed {
        return server.hostKey().startsWith("SHA256:")
                ? new HostKeys.Pinned.Fingerprint(server.hostKey())
                : new HostKeys.Pinned.KnownHosts(
                        secret(SecretReference.parse(server.hostKey())), server.host(), server.port());
    }

    private void logIn(ClientSession session, SftpPoll.Login login, HostKeys.Expected expected) throws IOException {
        if (login.password().isPresent()) {
            session.addPasswordIdentity(secret(login.password().get()));
        }
        if (login.key().isPresent()) {
            addKeys(session, login.key().get());
        }
        try {
            session.auth().verify(CONNECT);
        } catch (SshException refused) {
            var shown = expected.refused().get();
            throw shown == null
                    ? new TurnFailed("its server refuses the login, or went away during it")
                    : new OtherHostKey(shown);
        }
    }

    private void addKeys(ClientSession session, SecretReference reference) throws IOException {
        var text = (secret(reference) + "\n").getBytes(StandardCharsets.UTF_8);
        try (var stream = new ByteArrayInputStream(text)) {
            for (var pair : SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName("key"), stream, FilePasswordProvider.EMPTY)) {
                session.addPublicKeyIdentity(pair);
            }
        } catch (GeneralSecurityException unreadable) {
            throw new TurnFailed("its key " + reference + " cannot be read");
        }
    }

    private String secret(SecretReference reference) throws TurnFailed {
        return secrets.find(reference).orElseThrow(() -> new TurnFailed("its " + reference + " is not there"));
    }

    /** The address under the name it was looked up by, so that nobody looks it up again. */
    private static InetAddress named(String host, InetAddress address) throws IOException {
        return InetAddress.getByAddress(host, address.getAddress());
    }

    /** Nothing of the account the gateway runs under: no configuration, keys, agent or known hosts of its own. */
    private static SshClient started() {
        var client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier(new HostKeys());
        client.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, IDLE);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, CONNECT);
        client.start();
        return client;
    }
}

package org.jianxi.gateway.transport.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** The SFTP server: nothing but file transfer, each account in a home of its own, a bounded number of connections. */
public final class SftpServer implements AutoCloseable {

    private static final int SESSIONS_OF_ONE_ACCOUNT = 4;
    private static final int OPEN_FILES = 16;
    private static final int LOGIN_TRIES = 3;
    private static final Duration LOGIN_TIME = Duration.ofSeconds(20);
    private static final Duration IDLE_TIME = Duration.ofMinutes(5);

    private final SshServer server;

    private SftpServer(SshServer server) {
        this.server = server;
    }

    /**
     * Starts listening.
     *
     * @param hostKey file the server's own key is kept in; made on the first start, as senders pin it
     */
    public static SftpServer start(
            SftpSettings settings, Path hostKey, SftpHomes homes, SftpAccess access, SftpEventListener rules) {
        var server = SshServer.setUpDefaultServer();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setKeyPairProvider(keyIn(hostKey));
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE, UserAuthPublicKeyFactory.INSTANCE));
        server.setPasswordAuthenticator((login, password, session) -> access.byPassword(login, password));
        server.setPublickeyAuthenticator((login, key, session) -> access.byKey(login, key));
        server.setShellFactory(null);
        server.setCommandFactory(null);
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setSubsystemFactories(List.of(sftp(rules)));
        server.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(SessionContext session) throws IOException {
                return homes.created(session.getUsername());
            }
        });
        server.addSessionListener(new AtMost(settings.connections()));
        limits(server);
        try {
            server.start();
        } catch (IOException portTaken) {
            throw new UncheckedIOException("The SFTP server cannot listen on port " + settings.port(), portTaken);
        }
        return new SftpServer(server);
    }

    /** The port it listens on, also where port 0 was asked for. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private static SftpSubsystemFactory sftp(SftpEventListener rules) {
        var factory = new SftpSubsystemFactory();
        factory.addSftpEventListener(rules);
        return factory;
    }

    private static SimpleGeneratorHostKeyProvider keyIn(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException readOnly) {
            throw new UncheckedIOException("The SFTP server's key cannot be kept in " + file, readOnly);
        }
        var provider = new SimpleGeneratorHostKeyProvider(file);
        provider.setAlgorithm("EC");
        provider.setKeySize(256);
        provider.setStrictFilePermissions(true);
        return provider;
    }

    private static void limits(SshServer server) {
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, SESSIONS_OF_ONE_ACCOUNT);
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, 2);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, LOGIN_TRIES);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, LOGIN_TIME);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE_TIME);
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, OPEN_FILES);
    }

    /** Closes a connection that is one too many before it can ask for anything. */
    private record AtMost(int connections, AtomicInteger open) implements SessionListener {

        AtMost(int connections) {
            this(connections, new AtomicInteger());
        }

        @Override
        public void sessionCreated(Session session) {
            if (open.incrementAndGet() > connections) {
                session.close(true);
            }
        }

        @Override
        public void sessionClosed(Session session) {
            open.decrementAndGet();
        }
    }
}

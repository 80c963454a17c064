package org.jianxi.gateway.whole;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.Sm3;

/** The ministry as a server of files: takes what is put, sends callers away when told to, and acknowledges when somebody there has time. */
final class SftpMinistry implements AutoCloseable {

    private final Path folder;
    private final KeyPair visitor;
    private final KeyPair own;
    private final AtomicInteger sentAway = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final List<String> puts = new CopyOnWriteArrayList<>();
    private volatile boolean impersonated;
    private final SshServer server;

    private SftpMinistry(Path folder) throws IOException, GeneralSecurityException {
        this.folder = folder;
        this.own = keys();
        this.visitor = keys();
        var impostor = keys();
        this.server = SshServer.setUpDefaultServer();
        Files.createDirectories(folder.resolve("outgoing"));
        Files.createDirectories(folder.resolve("acknowledgements"));
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(session -> List.of(impersonated ? impostor : own));
        server.setPublickeyAuthenticator((user, key, session) -> {
            if (sentAway.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                session.close(true);
            }
            return user.equals("yunnan") && KeyUtils.compareKeys(key, visitor.getPublic());
        });
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        var sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Watching());
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    static SftpMinistry in(Path folder) throws IOException, GeneralSecurityException {
        return new SftpMinistry(folder);
    }

    /** Closes the connections of the next callers before they are let in. */
    void sendAway(int callers) {
        sentAway.set(callers);
    }

    /** Breaks the connection in the middle of so many returns, each with half of it written. */
    void breakOff(int returns) {
        broken.set(returns);
    }

    /** How many of those are still to come. */
    int stillToBreakOff() {
        return broken.get();
    }

    /** Lets somebody with another key answer in the ministry's place, or no longer. */
    void impersonate(boolean now) {
        impersonated = now;
    }

    /** How often a file of this message was given its final name. */
    long puts(String messageId) {
        return puts.stream().filter(name -> name.startsWith(messageId + "-")).count();
    }

    private final class Watching implements SftpEventListener {
        @Override
        public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown) {
            puts.add(to.getFileName().toString());
        }

        @Override
        public void writing(
                ServerSession session, String handle, FileHandle file, long offset, byte[] data, int start, int length)
                throws IOException {
            if (file.getFile().toString().endsWith(".xml.tmp")
                    && broken.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                Files.write(
                        folder.resolve("outgoing").resolve(file.getFile().getFileName()),
                        Arrays.copyOf(data, length / 2));
                session.close(true);
                throw new IOException("the line is broken");
            }
        }
    }

    /** Leaves something that is no acknowledgement. */
    void leaveTooLarge(String name) throws IOException {
        leave(name, new byte[100_000]);
        leave(name + ".p7s", new byte[10]);
    }

    int port() {
        return server.getPort();
    }

    String hostKey() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, own.getPublic());
    }

    /** The caller's private key, for the owner's eyes. */
    void writeKey(Path file) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(visitor, "yunnan", null, out);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** What lies there of a message, by name. */
    Map<String, byte[]> received(String messageId) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> all = Files.list(folder.resolve("outgoing"))) {
            for (var file : all.filter(one -> one.getFileName().toString().contains(messageId + "-"))
                    .toList()) {
                try {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                } catch (NoSuchFileException putAnewThisMoment) {
                    // the gateway takes a file away before it puts it again
                }
            }
        }
        return files;
    }

    /** Signs the word on a return that lies there, and leaves it. */
    void acknowledge(String name, String number, Signer signer) throws IOException {
        word(name, number, signer, Map.of("verdict", "accepted"));
    }

    void reject(String name, String number, Signer signer, String reason) throws IOException {
        word(name, number, signer, Map.of("verdict", "rejected", "reason", reason));
    }

    private void word(String name, String number, Signer signer, Map<String, String> verdict) throws IOException {
        var body = Files.readAllBytes(folder.resolve("outgoing").resolve(name));
        var messageId = name.replaceFirst("-[0-9a-f]{16}[.].*$", "");
        var said = new TreeMap<>(verdict);
        said.putAll(Map.of(
                "acknowledgementId",
                number,
                "messageId",
                messageId,
                "digest",
                Sm3.of(body).hex(),
                "receivedAt",
                "2023-07-05T02:00:00Z"));
        var content = CanonicalBytes.of(said);
        var left = name + ".ack-" + number + ".json";
        leave(left, content);
        leave(left + ".p7s", signer.signDetached(content));
    }

    private void leave(String name, byte[] content) throws IOException {
        var draft = Files.write(folder.resolve("acknowledgements").resolve("." + name + ".tmp"), content);
        Files.move(draft, draft.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = SecurityUtils.getKeyPairGenerator("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}

package org.jianxi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jianxi.gateway.canonical.Sender;

/**
 * Batches of records uploaded by SFTP, each sender's by its own account, until each has its receipt in the outbox. A sender stays logged
 * in from one upload to the next, as those that push keep their connections.
 */
record RecordUploads(SshClient client, int port, Map<Sender, String> passwords, Map<Sender, SftpClient> open) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOOK_AGAIN_MILLIS = 200;

    RecordUploads(SshClient client, int port, Map<Sender, String> passwords) {
        this(client, port, passwords, new ConcurrentHashMap<>());
    }

    /** All of them, the senders side by side; throws when one has findings instead of a receipt. */
    void upload(List<MadeRecords.Body> bodies) throws Exception {
        var bySender = new LinkedHashMap<Sender, List<MadeRecords.Body>>();
        bodies.forEach(body -> bySender.computeIfAbsent(body.sender(), sender -> new ArrayList<>())
                .add(body));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var each = new ArrayList<Callable<Void>>();
            bySender.forEach((sender, files) -> each.add(() -> {
                upload(sender, files);
                return null;
            }));
            for (var one : senders.invokeAll(each)) {
                one.get();
            }
        }
    }

    private void upload(Sender sender, List<MadeRecords.Body> files) throws Exception {
        var sftp = open.containsKey(sender) ? open.get(sender) : login(sender);
        open.put(sender, sftp);
        var waiting = new HashSet<String>();
        for (var file : files) {
            waiting.add(put(sftp, file));
        }
        while (!waiting.isEmpty()) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            waiting.removeAll(answered(sftp));
        }
    }

    /** Lasts until the client stops. */
    private SftpClient login(Sender sender) throws IOException {
        var session = client.connect(BenchHouse.login(sender), "127.0.0.1", port)
                .verify(PATIENCE)
                .getSession();
        session.addPasswordIdentity(passwords.get(sender));
        session.auth().verify(PATIENCE);
        return SftpClientFactory.instance().createSftpClient(session);
    }

    /** Under a name of its own until it is whole. */
    private static String put(SftpClient sftp, MadeRecords.Body body) throws IOException {
        var name = body.file().getFileName().toString();
        try (var out = sftp.write(name + ".part")) {
            Files.copy(body.file(), out);
        }
        sftp.rename(name + ".part", name);
        return name;
    }

    private static Set<String> answered(SftpClient sftp) throws IOException {
        var answered = new HashSet<String>();
        for (var entry : sftp.readDir("outbox")) {
            var name = entry.getFilename();
            if (name.endsWith(".findings.json")) {
                throw new IOException(name);
            }
            answered.add(name.replace(".receipt.json", ""));
        }
        return answered;
    }
}

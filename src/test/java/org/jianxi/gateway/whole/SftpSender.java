package org.jianxi.gateway.whole;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** One account's own SFTP client. */
record SftpSender(int port, String login, String password) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void leave(Map<String, byte[]> files) throws IOException {
        within(sftp -> {
            for (var file : files.entrySet()) {
                try (var out = sftp.write(file.getKey() + ".part")) {
                    out.write(file.getValue());
                }
                sftp.rename(file.getKey() + ".part", file.getKey());
            }
            return files.size();
        });
    }

    TreeSet<String> outbox() throws IOException {
        return names("outbox");
    }

    TreeSet<String> names(String folder) throws IOException {
        return within(sftp -> {
            var names = new TreeSet<String>();
            for (var entry : sftp.readDir(folder)) {
                if (!entry.getFilename().startsWith(".")) {
                    names.add(entry.getFilename());
                }
            }
            return names;
        });
    }

    byte[] fetch(String name) throws IOException {
        return within(sftp -> {
            try (var in = sftp.read("outbox/" + name)) {
                return in.readAllBytes();
            }
        });
    }

    private <T> T within(Work<T> work) throws IOException {
        try (var client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((session, address, key) -> true);
            client.start();
            try (var session =
                    client.connect(login, "127.0.0.1", port).verify(PATIENCE).getSession()) {
                session.addPasswordIdentity(password);
                session.auth().verify(PATIENCE);
                try (var sftp = SftpClientFactory.instance().createSftpClient(session)) {
                    return work.with(sftp);
                }
            }
        }
    }

    private interface Work<T> {
        T with(SftpClient sftp) throws IOException;
    }
}

package org.jianxi.gateway.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A sender's SFTP client: leaves a file under a passing name, renames it when whole, and looks for the receipt. */
record DemoUpload(int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** One account's way in. */
    record Login(String name, String password) {}

    void leave(Login login, String fileName, byte[] content) throws IOException {
        within(login, sftp -> {
            try (var out = sftp.write(fileName + ".part")) {
                out.write(content);
            }
            sftp.rename(fileName + ".part", fileName);
            return List.<String>of();
        });
    }

    /** Names of what the gateway left in the account's outbox. */
    List<String> outbox(Login login) throws IOException {
        return within(login, sftp -> {
            var names = new ArrayList<String>();
            for (var entry : sftp.readDir("outbox")) {
                if (!entry.getFilename().startsWith(".")) {
                    names.add(entry.getFilename());
                }
            }
            return names;
        });
    }

    byte[] fetch(Login login, String name) throws IOException {
        return within(login, sftp -> {
            try (var in = sftp.read("outbox/" + name)) {
                return in.readAllBytes();
            }
        });
    }

    private <T> T within(Login login, Work<T> work) throws IOException {
        try (var client = SshClient.setUpDefaultClient()) {
            // this demo made the server a moment ago; a real sender pins the host key it was given
            client.setServerKeyVerifier((session, address, key) -> true);
            client.start();
            try (ClientSession session = client.connect(login.name(), "127.0.0.1", port)
                    .verify(PATIENCE)
                    .getSession()) {
                session.addPasswordIdentity(login.password());
                session.auth().verify(PATIENCE);
                try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                    return work.with(sftp);
                }
            }
        }
    }

    private interface Work<T> {
        T with(SftpClient sftp) throws IOException;
    }
}

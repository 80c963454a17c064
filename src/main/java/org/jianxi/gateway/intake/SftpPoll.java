package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.Optional;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.YamlFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * We fetch files from the source's SFTP server.
 *
 * @param hostKey what the server must show, or where the file with the keys of known hosts lies
 * @param key where the private key lies; empty where a password is used
 * @param folder where its files lie, and no other folder is looked into
 * @param include what the names of wanted files look like, {@code *} for any characters
 * @param settle how long a file must keep its size and time before it is taken
 * @param moveTo a folder inside {@code folder} that taken files are moved to
 * @param replies the folder that receipts and findings are put into
 * @param nameEncoding the character set of its file names
 * @param timeout for one turn, all files together
 */
public record SftpPoll(
        Server server,
        Login login,
        String folder,
        String include,
        Duration settle,
        Optional<String> moveTo,
        Optional<String> replies,
        String nameEncoding,
        Optional<Sender> sender,
        Duration timeout)
        implements Timed {

    private static final int USUAL_PORT = 22;
    private static final int USUAL_TIMEOUT_SECONDS = 120;

    /** @param hostKey {@code SHA256:…}, or {@code file:…} for a file as OpenSSH's {@code known_hosts} */
    public record Server(String host, int port, String hostKey) {}

    /** One of the two, or both. */
    public record Login(String user, Optional<SecretReference> password, Optional<SecretReference> key) {}

    /** The same words in another file than a source's; throws {@link FileProblem} where they do not fit. */
    public static SftpPoll of(YamlFile words) {
        var named = JsonNodeFactory.instance.objectNode();
        words.tree().forEachEntry(named::set);
        named.put("kind", Door.SFTP_POLL.wireName());
        return new YamlFile(words.name(), named, words.lines()).as(Part.class).entrance();
    }

    @Override
    public Door door() {
        return Door.SFTP_POLL;
    }

    record Part(
            String host,
            @Nullable Integer port,
            String hostKey,
            String user,
            @Nullable String password,
            @Nullable String key,
            @Nullable String folder,
            @Nullable String include,
            @Nullable Integer settleSeconds,
            @Nullable String moveTo,
            @Nullable String replies,
            @Nullable String nameEncoding,
            @Nullable String sender,
            @Nullable Integer timeoutSeconds)
            implements DoorPart {

        @Override
        public SftpPoll entrance() {
            return new SftpPoll(
                    new Server(host, port == null ? USUAL_PORT : port, hostKey),
                    new Login(user, reference(password), reference(key)),
                    folder == null ? "." : folder,
                    include == null ? "*" : include,
                    Seconds.or(settleSeconds, Settling.USUAL_SECONDS),
                    Optional.ofNullable(moveTo),
                    Optional.ofNullable(replies),
                    nameEncoding == null ? "UTF-8" : nameEncoding,
                    Optional.ofNullable(sender).map(Sender::new),
                    Seconds.or(timeoutSeconds, USUAL_TIMEOUT_SECONDS));
        }

        private static Optional<SecretReference> reference(@Nullable String written) {
            return Optional.ofNullable(written).map(SecretReference::parse);
        }
    }
}

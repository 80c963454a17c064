package org.jianxi.gateway.whole;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.AccessWriter;
import org.jianxi.gateway.intake.Role;

/** Issues keys and logins as {@code ./jianxi access} does. */
final class Keys {

    private final AccessWriter writer;

    Keys(Path var) {
        this.writer = new AccessWriter(var, new SecureRandom());
    }

    String sender(String source, String... senders) {
        List<Sender> areas = Stream.of(senders).map(Sender::new).toList();
        return writer.issue(source + "-system", new SourceId(source), areas).secret();
    }

    String reporter(String... units) {
        List<Sender> areas = Stream.of(units).map(Sender::new).toList();
        return writer.issue("reporter-desk", areas).secret();
    }

    String office(Role role) {
        return writer.issue(role.wireName() + "-desk", role).secret();
    }

    /** The password of a new SFTP account. */
    String login(String login, String source, String sender) {
        return writer.open(login, new SourceId(source), new Sender(sender));
    }
}

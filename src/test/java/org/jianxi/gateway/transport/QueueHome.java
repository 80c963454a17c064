package org.jianxi.gateway.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.transport.desk.KeptAside;
import org.jianxi.gateway.transport.fetch.Connections;
import org.jianxi.gateway.transport.message.QueueDesk;

/** A home with one source for the tests of doors that connect to a server, and what such a door is made of. */
public record QueueHome(Path home, RecordingReception reception) {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2023-07-03T01:02:03Z"), ZoneOffset.UTC);

    public static QueueHome in(Path home) throws IOException {
        Files.createDirectories(home.resolve("schemas"));
        Files.createDirectories(home.resolve("var"));
        Files.copy(Path.of("schemas/source.schema.json"), home.resolve("schemas/source.schema.json"));
        Files.writeString(home.resolve("var/user.txt"), "jianxi\n");
        Files.writeString(home.resolve("var/password.txt"), "p\"w d\n");
        return new QueueHome(home, new RecordingReception());
    }

    /** @param door the lines below {@code door:}, indented by two */
    public SourceRegister source(String door) throws IOException {
        return source(door, "");
    }

    /** @param more members beside the door */
    public SourceRegister source(String door, String more) throws IOException {
        Files.createDirectories(home.resolve("mappings/lijiang"));
        Files.writeString(home.resolve("mappings/lijiang/source.yaml"), """
                source: lijiang
                title: {zh: 丽江就业系统, en: Lijiang}
                senders: ['530700', '530800']
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                limits: {bodyMegabytes: 1}
                contact: 信息中心
                """ + more + "\ndoor:\n" + door.indent(2));
        var register = SourceRegister.open(home);
        if (!register.problems().isEmpty()) {
            throw new IllegalArgumentException(register.problems().toString());
        }
        return register;
    }

    public Secrets secrets() {
        return new Secrets(name -> null, home.resolve("var"));
    }

    public AllowedAddresses loopback() {
        return new AllowedAddresses(List.of("127.0.0.1"), InetAddress::getAllByName);
    }

    public KeptAside aside() {
        return new KeptAside(home.resolve("var"));
    }

    public QueueDesk desk() {
        return new QueueDesk(reception, aside(), CLOCK);
    }

    /** Tries again at once. */
    public Connections connections() {
        var hours = new AtomicLong();
        return new Connections(
                (source, trouble) -> {},
                new Random(1),
                CLOCK,
                () -> Duration.ofHours(hours.incrementAndGet()).toNanos());
    }

    /** What was kept of what could not be taken in. */
    public List<String> kept() throws IOException {
        var folder = home.resolve("var/refused/lijiang");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> {
                        try {
                            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                        } catch (IOException unreadable) {
                            throw new IllegalStateException(unreadable);
                        }
                    })
                    .sorted()
                    .toList();
        }
    }
}

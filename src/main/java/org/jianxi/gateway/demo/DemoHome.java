package org.jianxi.gateway.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.AccessWriter;
import org.jianxi.gateway.intake.HttpPush;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.intake.SftpUpload;

/**
 * The demo's own folder, made anew each time: a copy of {@code routes schemas mappings} to run from, and a {@code var}.
 *
 * @param home the copy
 * @param var where database, keys and outboxes of this run lie
 */
record DemoHome(Path home, Path var) {

    private static final List<String> COPIED = List.of("routes", "schemas", "mappings");

    /** @param folder emptied first */
    static DemoHome make(Path original, Path folder) throws IOException {
        remove(folder);
        for (var name : COPIED) {
            copy(original.resolve(name), folder.resolve("home").resolve(name));
        }
        var made = new DemoHome(folder.resolve("home"), folder.resolve("var"));
        Files.createDirectories(made.var);
        return made;
    }

    /** Points the polled source at the platform played here, with its key in a file of its own, asked every second. */
    void pointAt(URI platform, String source, String key) throws IOException {
        var secret = var.resolve("platform.key");
        Files.writeString(secret, key + "\n", StandardCharsets.UTF_8);
        var file = home.resolve("mappings").resolve(source).resolve("source.yaml");
        var text = Files.readString(file, StandardCharsets.UTF_8)
                .replaceFirst("url: \\S+", "url: " + platform + "?ny={period}&dq={sender}")
                .replaceFirst("everySeconds: \\d+", "everySeconds: 1")
                .replaceFirst("secret: [^\\s}]+", "secret: 'file:" + secret.toAbsolutePath() + "'");
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** Lets a source deliver trainees, units and posts too, in canonical form. */
    void deliverRecords(String source) throws IOException {
        var file = home.resolve("mappings").resolve(source).resolve("source.yaml");
        var text = Files.readString(file, StandardCharsets.UTF_8);
        Files.writeString(file, text.replace("datasets:\n", "datasets:\n  trainees: {}\n  units: {}\n  posts: {}\n"));
    }

    /** One agency that everybody may turn to. */
    void nameAgency(String sender) throws IOException {
        Files.writeString(var.resolve("agencies.yaml"), """
                agencies:
                  "%s":
                    - {name: 公共就业服务中心（演示）, services: [就业见习, 职业介绍], phone: 0871-63100000}
                """.formatted(sender), StandardCharsets.UTF_8);
    }

    /** Keys for everybody who calls and logins for everybody who uploads. */
    Credentials issue(DemoCast cast, SecureRandom random) {
        var writer = new AccessWriter(var, random);
        var keys = new TreeMap<String, String>();
        var logins = new TreeMap<String, DemoUpload.Login>();
        for (var sender : cast.senders()) {
            if (sender.entrance() instanceof HttpPush) {
                keys.computeIfAbsent(
                        sender.source().value(),
                        source -> writer.issue(source, sender.source(), sendersOf(cast, source))
                                .secret());
            } else if (sender.entrance() instanceof SftpUpload) {
                var login = sender.source() + "-" + sender.code();
                var password = writer.open(login, sender.source(), sender.sender());
                logins.put(sender.code(), new DemoUpload.Login(login, password));
            }
        }
        keys.put("officer", writer.issue("officer-review", Role.OFFICER).secret());
        keys.put("filer", writer.issue("officer-filing", Role.FILER).secret());
        keys.put("auditor", writer.issue("auditor", Role.AUDITOR).secret());
        return new Credentials(keys, logins);
    }

    /** Leaves the keys of this run where only its owner may read them, and says where. */
    Path writeKeys(Credentials credentials) throws IOException {
        var file = var.resolve("demo-keys.txt");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var lines = new ArrayList<String>();
        credentials.keys().forEach((holder, key) -> lines.add(holder + " " + key));
        credentials.logins().values().forEach(login -> lines.add("sftp " + login.name() + " " + login.password()));
        return Files.write(file, lines, StandardCharsets.UTF_8);
    }

    /** @param keys by source, and for {@code officer filer auditor} */
    record Credentials(Map<String, String> keys, Map<String, DemoUpload.Login> logins) {}

    private static List<Sender> sendersOf(DemoCast cast, String source) {
        return cast.through(source).stream().map(DemoSender::sender).toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

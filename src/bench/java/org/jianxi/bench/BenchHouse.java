package org.jianxi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.database.EmbeddedPostgres;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.intake.AccessWriter;
import org.jianxi.gateway.intake.Role;

/**
 * What a gateway needs to be pushed to by all seventeen senders, and to have records uploaded by them.
 *
 * @param keys the senders' own access keys
 * @param uploads passwords of the senders' SFTP accounts
 * @param officer the key of somebody who reads pages
 */
record BenchHouse(
        Project project,
        Path home,
        Path variable,
        Map<Sender, String> keys,
        Map<Sender, String> uploads,
        int sftpPort,
        String officer) {

    private static final String UPLOADING = """
            source: uploading
            title: {zh: 基准上传, en: Uploads of the benchmark}
            senders: [%s]
            door: {kind: sftp-upload, settleSeconds: 1}
            datasets:
            """;

    private static final String RECORDS = MadeRecords.DATASETS.stream()
            .map("  %s: {delivers: changes}\n"::formatted)
            .collect(Collectors.joining());

    private static final String UPLOADED = MadeRecords.DATASETS.stream()
            .map(dataset -> "  %1$s: {delivers: changes, files: '%1$s-*'}\n".formatted(dataset))
            .collect(Collectors.joining());

    /** @param work an empty folder */
    static BenchHouse in(Project project, Path work) throws IOException {
        var variable = Files.createDirectories(work.resolve("var"));
        var officer = new AccessWriter(variable, new SecureRandom()).issue("bench-office", Role.OFFICER);
        return new BenchHouse(
                project,
                home(project, work.resolve("home")),
                variable,
                keys(project, variable),
                uploads(project, variable),
                Project.freePort(),
                officer.secret());
    }

    /** {@code ./jianxi serve} in its own process over this PostgreSQL. */
    ServerProcess gateway(EmbeddedPostgres postgres, Path log) throws Exception {
        var environment = Map.of(
                "JIANXI_JAVA_OPTIONS", "-Djianxi.home=" + home,
                "JIANXI_VAR", variable.toString(),
                "JIANXI_SFTP_PORT", Integer.toString(sftpPort),
                "JIANXI_DATABASE_URL", postgres.jdbcUrl(),
                "JIANXI_DATABASE_APPLICATION_USER", postgres.application().user(),
                "JIANXI_DATABASE_APPLICATION_PASSWORD", postgres.application().password(),
                "JIANXI_DATABASE_OWNER_USER", postgres.owner().user(),
                "JIANXI_DATABASE_OWNER_PASSWORD", postgres.owner().password());
        var command = List.of(project.launcher().toString(), "serve");
        return ServerProcess.start(command, environment, Project.freePort(), Project.freePort(), log);
    }

    /** The project's routes and schemas, with one source that carries all senders and sends the canonical form. */
    private static Path home(Project project, Path home) throws IOException {
        for (var folder : List.of("routes", "schemas")) {
            copy(project.folder().resolve(folder), home.resolve(folder));
        }
        copy(project.folder().resolve("mappings/provincial"), home.resolve("mappings/bench"));
        for (var name : List.of("source.yaml", "monthly-return.yaml")) {
            var file = home.resolve("mappings/bench").resolve(name);
            var text = Files.readString(file, StandardCharsets.UTF_8)
                    .replace("source: provincial", "source: bench")
                    .replaceFirst("senders: \\[.*]", "senders: [" + codes(project) + "]")
                    .replace("datasets:\n", "datasets:\n" + RECORDS);
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        var uploading = Files.createDirectories(home.resolve("mappings/uploading"));
        Files.writeString(
                uploading.resolve("source.yaml"), UPLOADING.formatted(codes(project)) + UPLOADED + "contact: 就业科\n");
        return home;
    }

    private static Map<Sender, String> uploads(Project project, Path variable) {
        var writer = new AccessWriter(variable, new SecureRandom());
        var source = SourceId.parse("uploading").orElseThrow();
        var passwords = new LinkedHashMap<Sender, String>();
        for (var sender : senders(project)) {
            passwords.put(sender, writer.open(login(sender), source, sender));
        }
        return passwords;
    }

    /** The name of its SFTP account. */
    static String login(Sender sender) {
        return "uploading-" + sender.code();
    }

    private static Map<Sender, String> keys(Project project, Path variable) {
        var writer = new AccessWriter(variable, new SecureRandom());
        var source = SourceId.parse("bench").orElseThrow();
        var keys = new LinkedHashMap<Sender, String>();
        for (var sender : senders(project)) {
            keys.put(
                    sender,
                    writer.issue("bench-" + sender.code(), source, List.of(sender))
                            .secret());
        }
        return keys;
    }

    private static String codes(Project project) {
        return senders(project).stream()
                .map(sender -> "'" + sender.code() + "'")
                .collect(Collectors.joining(", "));
    }

    private static List<Sender> senders(Project project) {
        return Divisions.reportingUnits(project.folder()).senders();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}

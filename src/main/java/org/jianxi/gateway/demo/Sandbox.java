package org.jianxi.gateway.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.AccessWriter;

/**
 * Where a pushing developer tries things out: a source and a key of its own in the demo's folders, so that neither ever exists in
 * a gateway that serves. It speaks for one unit, in any month but the demo's: {@link SandboxGuard} keeps that one as it was filed.
 *
 * @param filed the month that the demo files
 * @param month the one its example is for; the filed one where the form knows none before it
 */
record Sandbox(DemoHome folders, Period filed, Period month) {

    static final SourceId SOURCE = new SourceId("sandbox");

    private static final Sender KUNMING = new Sender("530100");
    private static final String FILE = """
            source: sandbox
            title: {zh: 接口联调沙箱, en: Sandbox for pushing developers}
            senders: ['530100']
            door:
              kind: http-push
            datasets:
              monthly-return: {mapping: monthly-return.yaml}
            contact: 接口联调 / developers of pushing systems
            """;

    static Sandbox of(DemoHome folders, Papers papers) {
        var before = papers.period().previous();
        return new Sandbox(folders, papers.period(), papers.form().isValidFor(before) ? before : papers.period());
    }

    /** Opens it and gives back its key, which counts once the gateway has looked at its folders again. */
    String open(SecureRandom random) throws IOException {
        var mappings = folders.home().resolve("mappings");
        var own = Files.createDirectories(mappings.resolve(SOURCE.value()));
        var sheet = Files.readString(mappings.resolve("official/monthly-return.yaml"), StandardCharsets.UTF_8);
        Files.writeString(
                own.resolve("monthly-return.yaml"),
                sheet.replace("source: official", "source: " + SOURCE),
                StandardCharsets.UTF_8);
        Files.writeString(own.resolve("source.yaml"), FILE, StandardCharsets.UTF_8);
        return new AccessWriter(folders.var(), random)
                .issue(SOURCE.value(), SOURCE, List.of(KUNMING))
                .secret();
    }

    /** Leaves a good return to push, canonical JSON, and says where. */
    Path leave(DemoStage stage) throws IOException {
        var papers = new Papers(stage.papers().form(), stage.papers().printed(), month);
        var paper = papers.write(stage.cast().named(KUNMING.code()));
        return Files.write(folders.var().resolve("sandbox-return.json"), paper.content());
    }

    /** A command that works as it stands. */
    String command(URI gateway, String key, Path file) {
        var trial = month.equals(filed) ? "&dryRun=true" : "";
        return "curl -sS -X POST '%s/api/v1/submissions?dataset=monthly-return&period=%s%s' -H 'Authorization: Bearer %s' "
                        .formatted(gateway, month, trial, key)
                + "-H 'Content-Type: application/json' --data-binary '@%s'".formatted(file);
    }
}

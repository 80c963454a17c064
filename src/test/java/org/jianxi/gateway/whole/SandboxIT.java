package org.jianxi.gateway.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./jianxi demo} that stays up hands a developer a key and a command; the month it has filed stays as it is. */
class SandboxIT {

    private static final Pattern COMMAND = Pattern.compile(
            "curl -sS -X POST '(http://127[^/]+)(/api\\S+)' -H 'Authorization: Bearer (\\S+)' .*'@([^']+)'");
    private static final String JUNE = "/api/v1/submissions?dataset=monthly-return&period=2023-06";

    @TempDir
    private static Path folder;

    private static Process demo;
    private static Matcher command;
    private static Wire wire;

    @BeforeAll
    static void play() throws Exception {
        var home = JavaRun.homeIn(folder);
        var out = folder.resolve("demo.out");
        demo = new ProcessBuilder(JavaRun.command(home, List.of(), List.of("demo", "--port", "0")))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        await().atMost(Duration.ofMinutes(5))
                .until(() -> !demo.isAlive() || said(out).find());
        command = said(out);
        assertThat(command.find()).as(Files.readString(out, UTF_8)).isTrue();
        wire = new Wire(URI.create(command.group(1)));
    }

    @AfterAll
    static void stop() throws Exception {
        demo.destroy();
        demo.waitFor(1, TimeUnit.MINUTES);
    }

    @Test
    void theCommandAsPrintedIsAcceptedAndTheFiledMonthCanOnlyBeTried() throws Exception {
        var body = Files.readAllBytes(Path.of(command.group(4)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> post(command.group(2), "{}".getBytes(UTF_8)).statusCode() == 422);

        assertThat(post(command.group(2), body).statusCode()).isEqualTo(201);
        assertThat(post(command.group(2), body).statusCode()).isEqualTo(200);
        var before = wire.get("/api/v1/windows/2023-06", command.group(3)).body();
        var june = new String(body, UTF_8).replace("2023-05", "2023-06").getBytes(UTF_8);
        assertThat(Problem.rulesOf(post(JUNE, june), 403)).isEmpty();
        assertThat(Problem.rulesOf(post(JUNE.replace("06", "%306"), june), 403)).isEmpty();
        assertThat(post(JUNE + "&dryRun=true", june).statusCode()).isEqualTo(200);
        assertThat(wire.get("/api/v1/windows/2023-06", command.group(3)).body()).isEqualTo(before);
    }

    private static Matcher said(Path out) throws Exception {
        return COMMAND.matcher(Files.readString(out, UTF_8));
    }

    private static HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
        return wire.send(wire.request(path, command.group(3), "Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }
}

package org.jianxi.gateway.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.SourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of docs/webhooks.md, as they stand there, against a notice as the gateway signs it. */
class WebhookSnippetsTest {

    private static final Instant NOW = Instant.parse("2023-07-03T01:00:00Z");
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
    private static final String OLD_SECRET = "whsec_YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4";

    private final Notice notice = Notice.of(
            new Topic(new SourceId("kunming"), NoticeKind.VERDICT, "verdict/1", Optional.empty(), Optional.empty()),
            "verdict.accepted",
            Map.of("note", "见习"),
            NOW,
            NOW.plus(Duration.ofDays(3)));
    private final Map<String, String> headers =
            WebhookSignature.headers(notice.id(), notice.body(), List.of(OLD_SECRET, SECRET), NOW);

    @TempDir
    private Path folder;

    @Test
    void theJavaProgramTakesWhatWeSignAndNothingElse() throws Exception {
        var source = Files.writeString(folder.resolve("Verify.java"), snippet("java"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            var verify = loader.loadClass("Verify")
                    .getDeclaredMethod("verify", String.class, Map.class, byte[].class, Instant.class);
            verify.setAccessible(true);
            assertThat(java(verify, SECRET, notice.body(), NOW)).isTrue();
            assertThat(java(verify, OLD_SECRET, notice.body(), NOW)).isTrue();
            assertThat(java(verify, "whsec_" + "QUFB".repeat(8), notice.body(), NOW))
                    .isFalse();
            assertThat(java(verify, SECRET, "{}".getBytes(StandardCharsets.UTF_8), NOW))
                    .isFalse();
            assertThat(java(verify, SECRET, notice.body(), NOW.plusSeconds(301)))
                    .isFalse();
        }
    }

    @Test
    void thePythonProgramTakesWhatWeSignAndNothingElse() throws Exception {
        assumeTrue(canRunPython(), "needs python3");
        var body = Files.write(folder.resolve("body.json"), notice.body());
        var calls = """

                headers = {"webhook-id": "%s", "webhook-timestamp": "%s", "webhook-signature": "%s"}
                body = open(r"%s", "rb").read()
                now = %d
                print(verify("%s", headers, body, now), verify("%s", headers, body, now),
                      verify("whsec_" + "QUFB" * 8, headers, body, now), verify("%s", headers, b"{}", now),
                      verify("%s", headers, body, now + 301))
                """.formatted(
                        headers.get("webhook-id"),
                        headers.get("webhook-timestamp"),
                        headers.get("webhook-signature"),
                        body,
                        NOW.getEpochSecond(),
                        SECRET,
                        OLD_SECRET,
                        SECRET,
                        SECRET);
        var program = Files.writeString(folder.resolve("verify.py"), snippet("python") + calls);
        var process = new ProcessBuilder("python3", program.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("True True False False False");
        assertThat(process.waitFor()).isZero();
    }

    private boolean java(Method verify, String secret, byte[] body, Instant now) throws Exception {
        return (boolean) verify.invoke(null, secret, headers, body, now);
    }

    private static boolean canRunPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String snippet(String language) throws IOException {
        var found = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/webhooks.md")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}

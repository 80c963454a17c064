package org.jianxi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRegisterTest {

    private static final String KUNMING = """
            source: kunming
            title: {zh: 昆明市平台, en: Kunming platform}
            senders: [530100]
            door: {kind: http-push}
            datasets:
              monthly-return: {mapping: monthly-return.yaml}
            contact: 系统管理员
            """;

    @TempDir
    Path home;

    @BeforeEach
    void schemasAreThere() throws IOException {
        Files.createDirectories(home.resolve("schemas"));
        Files.copy(Path.of("schemas/source.schema.json"), home.resolve("schemas/source.schema.json"));
    }

    @Test
    void aShortFileIsAWholeSource() throws IOException {
        write("kunming", KUNMING);

        assertThat(SourceRegister.open(home).all())
                .containsExactly(new Source(
                        new SourceId("kunming"),
                        new Bilingual("昆明市平台", "Kunming platform"),
                        List.of(new Sender("530100")),
                        new Entrance.HttpPush(),
                        Map.of("monthly-return", "monthly-return.yaml"),
                        20L * 1024 * 1024,
                        SignaturePolicy.NONE,
                        List.of(),
                        "系统管理员"));
    }

    @Test
    void aPollSaysHowOftenAndByWhichCredential() throws IOException {
        write("lijiang", """
                source: lijiang
                title: {zh: 丽江, en: Lijiang}
                senders: ["530700"]
                door:
                  kind: https-poll
                  url: https://example.cn/returns?month={period}
                  everySeconds: 900
                  mediaType: xml
                  authorization: {scheme: api-key, secret: env:LIJIANG_KEY}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                limits: {bodyMegabytes: 1}
                signature: required
                signer: file:certificates/lijiang.pem
                contact: 系统管理员
                """);

        var source = SourceRegister.open(home).find(new SourceId("lijiang")).orElseThrow();

        assertThat(source.entrance())
                .isEqualTo(new Entrance.HttpsPoll(
                        "https://example.cn/returns?month={period}",
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(30),
                        Optional.of(MediaType.XML),
                        Optional.empty(),
                        Optional.of(new Entrance.Authorization(
                                Entrance.Scheme.API_KEY,
                                "X-API-Key",
                                new SecretReference(SecretReference.Kind.ENVIRONMENT, "LIJIANG_KEY")))));
        assertThat(source.signature()).isEqualTo(SignaturePolicy.REQUIRED);
        assertThat(source.mostBytes()).isEqualTo(1024 * 1024);
    }

    @Test
    void aSpoiltFileLeavesTheGoodSourceInForceAndNamesTheLine() throws IOException {
        write("kunming", KUNMING);
        var register = SourceRegister.open(home);
        var before = register.find(new SourceId("kunming"));

        write("kunming", KUNMING.replace("kind: http-push", "kind: telegraph"));
        register.reread();
        register.reread();

        assertThat(register.find(new SourceId("kunming"))).isEqualTo(before);
        assertThat(register.problems()).hasSize(1);
        assertThat(register.problems().getFirst().line()).isEqualTo(4);

        write("kunming", KUNMING);
        register.reread();
        register.reread();
        assertThat(register.problems()).isEmpty();
    }

    @Test
    void anUnknownMemberIsNamedOnItsOwnLine() throws IOException {
        write("kunming", KUNMING + "password: abc\n");

        var register = SourceRegister.open(home);

        assertThat(register.all()).isEmpty();
        assertThat(register.problems().getFirst().line()).isEqualTo(8);
    }

    @Test
    void aFolderCannotSpeakForAnother() throws IOException {
        write("qujing", KUNMING);

        var register = SourceRegister.open(home);

        assertThat(register.all()).isEmpty();
        assertThat(register.problems().getFirst())
                .hasMessageContaining("source.yaml:1")
                .hasMessageContaining("qujing");
    }

    @Test
    void plainHttpToAnotherMachineIsRefused() throws IOException {
        write(
                "kunming",
                KUNMING.replace(
                        "{kind: http-push}",
                        "{kind: https-poll, everySeconds: 60, url: 'http://127.0.0.1.example.cn/x'}"));

        assertThat(SourceRegister.open(home).problems().getFirst())
                .hasMessageContaining(":4:")
                .hasMessageContaining("loopback");
    }

    @Test
    void aFileInTheMiddleOfBeingWrittenIsLeftAlone() throws IOException {
        write("kunming", KUNMING);
        var register = SourceRegister.open(home);

        write("kunming", KUNMING.substring(0, 30));
        assertThat(register.reread()).isFalse();
        write("kunming", KUNMING.replace("昆明市平台", "昆明新平台"));
        assertThat(register.reread()).isFalse();
        assertThat(register.reread()).isTrue();

        assertThat(register.problems()).isEmpty();
        assertThat(register.find(new SourceId("kunming")).orElseThrow().title().zh())
                .isEqualTo("昆明新平台");
    }

    @Test
    void aDeletedFileTakesItsSourceAway() throws IOException {
        write("kunming", KUNMING);
        var register = SourceRegister.open(home);

        Files.delete(home.resolve("mappings/kunming/source.yaml"));
        assertThat(register.reread()).isFalse();
        assertThat(register.reread()).isTrue();

        assertThat(register.all()).isEmpty();
    }

    private void write(String folder, String text) throws IOException {
        var file = home.resolve("mappings").resolve(folder).resolve("source.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

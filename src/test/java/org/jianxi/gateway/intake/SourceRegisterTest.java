package org.jianxi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.NoticeKind;
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
                        true,
                        List.of(new Sender("530100")),
                        List.of(),
                        new HttpPush(),
                        Optional.empty(),
                        Map.of(
                                "monthly-return",
                                new SourceDataset("monthly-return.yaml", 20L * 1024 * 1024, Optional.empty())),
                        SignaturePolicy.NONE,
                        List.of(),
                        Optional.empty(),
                        "系统管理员"));
    }

    @Test
    void aWebhookSaysWhereAndOfWhatAndByWhichSecrets() throws IOException {
        write("kunming", KUNMING + """
                webhook:
                  url: https://kunming.example/jianxi
                  secret: [env:JIANXI_KUNMING_HOOK, "file:hooks/kunming"]
                  events: [verdict, reminder]
                """);

        assertThat(SourceRegister.open(home).all())
                .singleElement()
                .extracting(Source::webhook)
                .isEqualTo(Optional.of(new Webhook(
                        "https://kunming.example/jianxi",
                        List.of(
                                SecretReference.parse("env:JIANXI_KUNMING_HOOK"),
                                SecretReference.parse("file:hooks/kunming")),
                        Set.of(NoticeKind.VERDICT, NoticeKind.REMINDER))));
    }

    @Test
    void aWebhookInTheClearOrWithASecretInItIsRefused() throws IOException {
        write("kunming", KUNMING + "webhook: {url: 'http://kunming.example/', secret: env:HOOK}\n");
        assertThat(problem()).contains("plain http is for loopback addresses only");

        write("kunming", KUNMING + "webhook: {url: 'https://user:word@kunming.example/', secret: env:HOOK}\n");
        assertThat(problem()).contains("with a host and without a user");

        write("kunming", KUNMING + "webhook: {url: 'https://kunming.example/', secret: whsec_c2VjcmV0}\n");
        assertThat(problem()).contains("/webhook/secret");
    }

    private String problem() {
        return SourceRegister.open(home).problems().getFirst().getMessage();
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
                  mediaType: xml
                  authorization: {scheme: api-key, secret: env:LIJIANG_KEY}
                schedule: {everySeconds: 900}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                limits: {bodyMegabytes: 1}
                signature: required
                signer: file:certificates/lijiang.pem
                contact: 系统管理员
                """);

        var source = SourceRegister.open(home).find(new SourceId("lijiang")).orElseThrow();

        assertThat(source.entrance())
                .isEqualTo(new HttpsPoll(
                        "https://example.cn/returns?month={period}",
                        Duration.ofSeconds(30),
                        Optional.of(MediaType.XML),
                        Optional.empty(),
                        Optional.of(new Authorization(
                                Authorization.Scheme.API_KEY,
                                "X-API-Key",
                                new SecretReference(SecretReference.Kind.ENVIRONMENT, "LIJIANG_KEY"),
                                Optional.empty())),
                        Optional.empty()));
        assertThat(source.schedule().orElseThrow().every()).isEqualTo(Duration.ofMinutes(15));
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
                KUNMING.replace("{kind: http-push}", "{kind: https-poll, url: 'http://127.0.0.1.example.cn/x'}"));

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

    @Test
    void aDatasetMayHaveALimitOfItsOwn() throws IOException {
        write("kunming", KUNMING.replace("contact:", """
                  trainees: {mapping: trainees.yaml, limits: {bodyMegabytes: 200}, files: '*花名册*'}
                limits: {bodyMegabytes: 5}
                contact:"""));

        var source = SourceRegister.open(home).find(new SourceId("kunming")).orElseThrow();

        assertThat(source.mostBytes("monthly-return")).isEqualTo(5L * 1024 * 1024);
        assertThat(source.mostBytes("trainees")).isEqualTo(200L * 1024 * 1024);
        assertThat(source.mostBytes()).isEqualTo(200L * 1024 * 1024);
        assertThat(source.datasetOf("昆明花名册202306.xlsx")).contains("trainees");
        assertThat(source.datasetOf("return.csv")).isEmpty();
    }

    @Test
    void whatComesInCanonicalFormNeedsNoMapping() throws IOException {
        write("kunming", KUNMING.replace("contact:", "  trainees: {}\ncontact:"));

        var datasets = SourceRegister.open(home)
                .find(new SourceId("kunming"))
                .orElseThrow()
                .datasets();

        assertThat(datasets.get("monthly-return").mapping()).contains("monthly-return.yaml");
        assertThat(datasets.get("trainees").mapping()).isEmpty();
    }

    @Test
    void aMappingUnderAnotherNameThanItsDatasetsWouldNeverBeReadAndIsRefused() throws IOException {
        write("kunming", KUNMING.replace("monthly-return.yaml", "return.yaml"));

        assertThat(SourceRegister.open(home).problems().getFirst())
                .hasMessageContaining("must be named as its dataset, monthly-return.yaml");
    }

    @Test
    void anAreaLiesInOneOfItsSenders() throws IOException {
        write("kunming", KUNMING.replace("door:", "areas: [530102, '530102001']\ndoor:"));
        var register = SourceRegister.open(home);
        assertThat(register.find(new SourceId("kunming")).orElseThrow().areas()).containsExactly("530102", "530102001");

        write("kunming", KUNMING.replace("door:", "areas: [530102, 530302]\ndoor:"));
        assertThat(SourceRegister.open(home).problems().getFirst())
                .hasMessageContaining(":4:")
                .hasMessageContaining("530302 lies in none");
    }

    @Test
    void aSenderThatReportsToNobodyIsRefused() throws IOException {
        Files.createDirectories(home.resolve("schemas/codes"));
        Files.copy(Path.of("schemas/codes/divisions-yn.csv"), home.resolve("schemas/codes/divisions-yn.csv"));
        write("kunming", KUNMING.replace("[530100]", "[530100, 530199]"));

        assertThat(SourceRegister.open(home).problems().getFirst())
                .hasMessageContaining(":3:")
                .hasMessageContaining("530199");
    }

    @Test
    void aDoorThatFetchesSaysWhenAndNoOtherDoes() throws IOException {
        write("kunming", KUNMING.replace("{kind: http-push}", "{kind: https-poll, url: 'https://a.example.cn/x'}"));
        write(
                "qujing",
                KUNMING.replace("kunming", "qujing").replace("contact", "schedule: {everySeconds: 5}\ncontact"));
        write(
                "yuxi",
                KUNMING.replace("kunming", "yuxi")
                        .replace("{kind: http-push}", "{kind: https-poll, url: 'https://a.example.cn/x'}")
                        .replace("contact", "schedule: {cron: every day at noon}\ncontact"));

        assertThat(SourceRegister.open(home).problems())
                .map(Throwable::getMessage)
                .satisfiesExactly(
                        first -> assertThat(first).contains("kunming", ":4:", "needs a schedule"),
                        second -> assertThat(second).contains("qujing", ":7:", "means nothing here"),
                        third -> assertThat(third).contains("yuxi", ":7:", "no cron expression"));
    }

    @Test
    void aWordOfAnotherDoorIsNamedOnItsLine() throws IOException {
        write("kunming", KUNMING.replace("{kind: http-push}", "\n  kind: http-push\n  settleSeconds: 3"));

        assertThat(SourceRegister.open(home).problems().getFirst())
                .hasMessageContaining(":6:")
                .hasMessageContaining("settleSeconds");
    }

    private void write(String folder, String text) throws IOException {
        var file = home.resolve("mappings").resolve(folder).resolve("source.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

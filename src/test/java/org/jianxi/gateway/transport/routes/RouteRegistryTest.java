package org.jianxi.gateway.transport.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.intake.SourceRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way a folder of routes changes under a running gateway, and that each changes what it should and no more. */
class RouteRegistryTest {

    private static final String HELLO = """
            - route:
                id: hello
                description: Says hello.
                from:
                  uri: direct:hello
                  steps:
                    - bean: {ref: teller, method: hello}
            """;
    private static final String TEMPLATE = """
            - routeTemplate:
                id: folder
                parameters:
                  - name: route
                  - name: source
                  - name: delay
                route:
                  id: "{{route}}"
                  description: Tells whose folder it is.
                  from:
                    uri: direct:{{source}}
                    steps:
                      - bean: {ref: teller, method: "tell('{{source}}')"}
            """;

    @TempDir
    Path home;

    private final Teller teller = new Teller();
    private DefaultCamelContext context;
    private ProducerTemplate sending;
    private SourceRegister sources;
    private RouteRegistry registry;

    @BeforeEach
    void aGatewayWithoutRoutes() throws Exception {
        Files.createDirectories(home.resolve("schemas"));
        Files.copy(Path.of("schemas/source.schema.json"), home.resolve("schemas/source.schema.json"));
        context = new DefaultCamelContext();
        context.getRegistry().bind("teller", teller);
        context.start();
        sending = context.createProducerTemplate();
        sources = SourceRegister.open(home);
        registry = new RouteRegistry(home, sources, Map.of("teller", teller), new LiveRoutes(context));
        registry.open();
    }

    @AfterEach
    void stopped() {
        context.stop();
    }

    @Test
    void aNewFileIsLoadedWhenTwoLooksAgree() throws IOException {
        write("hello.camel.yaml", HELLO);

        registry.reread();
        assertThat(registry.routes()).isEmpty();
        registry.reread();
        assertThat(registry.routes()).containsExactly("hello");
        assertThat(ask("hello")).isEqualTo("hello");
    }

    @Test
    void aFileWrittenInPlaceIsLoadedOnceItIsWhole() throws IOException {
        write("hello.camel.yaml", "");
        registry.reread();
        write("hello.camel.yaml", HELLO.substring(0, 60));
        registry.reread();
        write("hello.camel.yaml", HELLO);
        registry.reread();
        registry.reread();

        assertThat(registry.routes()).containsExactly("hello");
        assertThat(registry.problems()).isEmpty();
    }

    @Test
    void anEditedFileReplacesItsRouteAndLeavesOthersAlone() throws IOException {
        load("hello.camel.yaml", HELLO);
        load("other.camel.yaml", HELLO.replace("hello", "other").replace("method: other", "method: hello"));
        var other = context.getRoute("other");

        load("hello.camel.yaml", HELLO.replace("method: hello", "method: goodbye"));

        assertThat(ask("hello")).isEqualTo("goodbye");
        assertThat(context.getRoute("other")).isSameAs(other);
    }

    @Test
    void aBrokenFileChangesNothingAndNamesItsLine() throws IOException {
        load("hello.camel.yaml", HELLO);

        load("hello.camel.yaml", HELLO.replace("        - bean", "\t- bean"));

        assertThat(ask("hello")).isEqualTo("hello");
        assertThat(registry.problems()).extracting(FileProblem::line).containsExactly(7);
    }

    @Test
    void aStepThatThinksIsRefused() throws IOException {
        load("hello.camel.yaml", HELLO);

        load(
                "hello.camel.yaml",
                HELLO.replace("- bean: {ref: teller, method: hello}", "- setBody: {simple: {expression: '${body}'}}"));

        assertThat(ask("hello")).isEqualTo("hello");
        assertThat(registry.problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem)
                                .hasMessage(
                                        "routes/hello.camel.yaml:7: setBody is not a step of ours: bean, to, log, idempotentConsumer"));
    }

    @Test
    void whatCamelCannotBuildIsRefusedBeforeAnythingIsTouched() throws IOException {
        load("hello.camel.yaml", HELLO);
        var running = context.getRoute("hello");

        load(
                "hello.camel.yaml",
                HELLO.replace("uri: direct:hello", "uri: direct:hello\n      parameters: {colour: red}"));

        assertThat(context.getRoute("hello")).isSameAs(running);
        assertThat(registry.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("colour"));
    }

    @Test
    void aMethodThatIsNotThereIsRefused() throws IOException {
        load("hello.camel.yaml", HELLO.replace("method: hello", "method: whisper"));

        assertThat(registry.routes()).isEmpty();
        assertThat(registry.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("whisper"));
    }

    @Test
    void oneBrokenFileHoldsNobodyElseUp() throws IOException {
        load("bad.camel.yaml", "- route: {id: bad}\n");
        load("hello.camel.yaml", HELLO);
        load("hello.camel.yaml", HELLO.replace("method: hello", "method: goodbye"));

        assertThat(ask("hello")).isEqualTo("goodbye");
        assertThat(registry.problems()).hasSize(1);
    }

    @Test
    void aMendedFileComesIntoForceAndItsProblemGoes() throws IOException {
        load("hello.camel.yaml", HELLO.replace("description", "colour"));
        assertThat(registry.problems()).hasSize(1);

        load("hello.camel.yaml", HELLO);

        assertThat(registry.problems()).isEmpty();
        assertThat(ask("hello")).isEqualTo("hello");
    }

    @Test
    void aDeletedFileTakesItsRouteAway() throws IOException {
        load("hello.camel.yaml", HELLO);

        Files.delete(home.resolve("routes/hello.camel.yaml"));
        registry.reread();
        assertThat(registry.routes()).containsExactly("hello");
        registry.reread();

        assertThat(registry.routes()).isEmpty();
        assertThat(context.getRouteDefinitions()).isEmpty();
    }

    @Test
    void twoFilesWithOneRouteIdAreRefusedUntilTheFirstGoes() throws IOException {
        load("hello.camel.yaml", HELLO);
        load("twin.camel.yaml", HELLO.replace("method: hello", "method: goodbye"));

        assertThat(ask("hello")).isEqualTo("hello");
        assertThat(registry.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessage("routes/twin.camel.yaml:2: the id hello belongs to routes/hello.camel.yaml"));

        Files.delete(home.resolve("routes/hello.camel.yaml"));
        registry.reread();
        registry.reread();
        assertThat(ask("hello")).isEqualTo("goodbye");
        assertThat(registry.problems()).isEmpty();
    }

    @Test
    void aSourceGetsItsRouteFromTheTemplateOfItsDoor() throws IOException {
        source("kunming", "folder");
        registry.reread();
        assertThat(registry.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("no template folder"));

        load("templates/folder.yaml", TEMPLATE);

        assertThat(registry.routes()).containsExactly("kunming-folder");
        assertThat(ask("kunming")).isEqualTo("kunming");
        assertThat(registry.problems()).isEmpty();
    }

    @Test
    void anEditedTemplateRenewsTheRoutesMadeFromIt() throws IOException {
        load("templates/folder.yaml", TEMPLATE);
        source("kunming", "folder");
        source("qujing", "folder");
        registry.reread();

        load("templates/folder.yaml", TEMPLATE.replace("tell('", "shout('"));

        assertThat(ask("kunming")).isEqualTo("KUNMING");
        assertThat(ask("qujing")).isEqualTo("QUJING");
    }

    @Test
    void aBrokenTemplateLeavesItsRoutesRunning() throws IOException {
        load("templates/folder.yaml", TEMPLATE);
        source("kunming", "folder");
        registry.reread();

        load("templates/folder.yaml", TEMPLATE.replace("direct:{{source}}", "direct:{{sauce}}"));

        assertThat(ask("kunming")).isEqualTo("kunming");
        assertThat(registry.problems()).hasSize(1);
    }

    @Test
    void aSourceThatChangesItsDoorOrGoesTakesItsRouteWithIt() throws IOException {
        load("templates/folder.yaml", TEMPLATE);
        source("kunming", "folder");
        source("qujing", "folder");
        registry.reread();

        source("kunming", "http-push");
        Files.delete(home.resolve("mappings/qujing/source.yaml"));
        sources.reread();
        sources.reread();
        registry.reread();

        assertThat(registry.routes()).isEmpty();
    }

    @Test
    void anExchangeUnderWayFinishesOnTheOldRoute() throws Exception {
        load("hello.camel.yaml", HELLO.replace("method: hello", "method: slowly"));
        var answer = CompletableFuture.supplyAsync(() -> ask("hello"));
        teller.began.await(5, TimeUnit.SECONDS);

        load("hello.camel.yaml", HELLO);
        teller.mayEnd.countDown();

        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("slowly");
        registry.reread();
        assertThat(ask("hello")).isEqualTo("hello");
        assertThat(registry.problems()).isEmpty();
    }

    @Test
    void aSwapIsPutOffWhileAnExchangeTakesTooLong() throws Exception {
        load("hello.camel.yaml", HELLO.replace("method: hello", "method: slowly"));
        var answer = CompletableFuture.supplyAsync(() -> ask("hello"));
        teller.began.await(5, TimeUnit.SECONDS);

        load("hello.camel.yaml", HELLO);
        assertThat(registry.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("under way"));
        teller.mayEnd.countDown();
        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("slowly");
        assertThat(ask("hello")).isEqualTo("slowly");

        await().untilAsserted(() -> {
            registry.reread();
            assertThat(ask("hello")).isEqualTo("hello");
        });
    }

    @Test
    void nothingWaitsForWhatIsUnderWayAndOtherFilesChangeMeanwhile() throws Exception {
        load("hello.camel.yaml", HELLO.replace("method: hello", "method: slowly"));
        load("other.camel.yaml", HELLO.replace("hello", "other").replace("method: other", "method: hello"));
        var answer = CompletableFuture.supplyAsync(() -> ask("hello"));
        teller.began.await(5, TimeUnit.SECONDS);
        var started = System.nanoTime();

        load("hello.camel.yaml", HELLO.replace("method: hello", "method: goodbye"));
        load("other.camel.yaml", HELLO.replace("hello", "other").replace("method: other", "method: goodbye"));

        assertThat(System.nanoTime() - started).isLessThan(5_000_000_000L);
        assertThat(ask("other")).isEqualTo("goodbye");
        assertThat(answer).isNotDone();
        teller.mayEnd.countDown();
        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("slowly");
    }

    @Test
    void aFilePutBackWhileItsChangeWaitsGoesOnAsItWas() throws Exception {
        var slowly = HELLO.replace("method: hello", "method: slowly");
        load("hello.camel.yaml", slowly);
        var running = context.getRoute("hello");
        var answer = CompletableFuture.supplyAsync(() -> ask("hello"));
        teller.began.await(5, TimeUnit.SECONDS);

        load("hello.camel.yaml", HELLO);
        load("hello.camel.yaml", HELLO.replace("description", "colour"));
        teller.mayEnd.countDown();
        answer.get(5, TimeUnit.SECONDS);
        registry.reread();

        assertThat(context.getRoute("hello")).isSameAs(running);
        assertThat(registry.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("colour"));
        assertThat(ask("hello")).isEqualTo("slowly");
    }

    @Test
    void aDeletedFileWhoseRouteIsBusyGoesWhenThatHasEnded() throws Exception {
        load("hello.camel.yaml", HELLO.replace("method: hello", "method: slowly"));
        var answer = CompletableFuture.supplyAsync(() -> ask("hello"));
        teller.began.await(5, TimeUnit.SECONDS);

        Files.delete(home.resolve("routes/hello.camel.yaml"));
        registry.reread();
        registry.reread();
        assertThat(registry.routes()).containsExactly("hello");
        teller.mayEnd.countDown();
        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("slowly");

        await().untilAsserted(() -> {
            registry.reread();
            assertThat(registry.routes()).isEmpty();
        });
        assertThat(registry.problems()).isEmpty();
    }

    @Test
    void anEditedTemplateIsInForceForTheIdleAndTheBusyOneFollows() throws Exception {
        load("templates/folder.yaml", TEMPLATE.replace("tell('{{source}}')", "slowlyFor('{{source}}')"));
        source("kunming", "folder");
        source("qujing", "folder");
        registry.reread();
        var answer = CompletableFuture.supplyAsync(() -> ask("kunming"));
        teller.began.await(5, TimeUnit.SECONDS);

        load("templates/folder.yaml", TEMPLATE.replace("tell('", "shout('"));

        assertThat(ask("qujing")).isEqualTo("QUJING");
        assertThat(registry.stopping()).extracting(SourceId::value).containsExactly("kunming");
        teller.mayEnd.countDown();
        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("kunming, slowly");
        await().untilAsserted(() -> {
            registry.reread();
            assertThat(ask("kunming")).isEqualTo("KUNMING");
        });
        assertThat(registry.stopping()).isEmpty();
    }

    private String ask(String who) {
        return sending.requestBody("direct:" + who, "", String.class);
    }

    private void load(String name, String text) throws IOException {
        write(name, text);
        registry.reread();
        registry.reread();
    }

    private void write(String name, String text) throws IOException {
        var file = home.resolve("routes").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void source(String id, String door) throws IOException {
        var file = home.resolve("mappings").resolve(id).resolve("source.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                source: %s
                title: {zh: 来源, en: Source}
                senders: [530100]
                door: {kind: %s}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                contact: 系统管理员
                """.formatted(id, door));
        sources.reread();
        sources.reread();
    }

    /** What the routes call; public as Camel calls it. */
    public static final class Teller {
        final CountDownLatch began = new CountDownLatch(1);
        final CountDownLatch mayEnd = new CountDownLatch(1);

        public String hello() {
            return "hello";
        }

        public String goodbye() {
            return "goodbye";
        }

        public String tell(String source) {
            return source;
        }

        public String shout(String source) {
            return source.toUpperCase(java.util.Locale.ROOT);
        }

        /** Slow for Kunming only. */
        public String slowlyFor(String source) throws InterruptedException {
            return source.equals("kunming") ? source + ", " + slowly() : source;
        }

        public String slowly() throws InterruptedException {
            began.countDown();
            mayEnd.await(10, TimeUnit.SECONDS);
            return "slowly";
        }
    }
}

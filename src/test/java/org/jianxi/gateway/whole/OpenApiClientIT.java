package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A prefecture's developer has the published document and a key, and nothing else of ours: a well-known generator makes a
 * client, and a program that knows only that client pushes a month.
 */
class OpenApiClientIT {

    /** Put there by Maven before integration tests; see {@code openapi-client} in the POM. */
    private static final Path TOOLS = Path.of("target/openapi-client");

    private static final Path PROGRAM = Path.of("src/test/resources/openapi-client/UseClient.java");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static String key;
    private static Path client;

    @BeforeAll
    static void generate() throws Exception {
        assumeTrue(
                Files.isRegularFile(TOOLS.resolve("openapi-generator-cli.jar")),
                "no generator in target/openapi-client: mvn dependency:copy@openapi-client brings it");
        gateway = GatewayProcess.in(folder);
        key = new Keys(gateway.var()).sender("kunming", "530100");
        gateway.start();
        var document = Files.write(
                folder.resolve("openapi.json"),
                new Wire(gateway.url()).get("/openapi.json", "").body());
        client = folder.resolve("client");
        var ended = run(List.of(
                JAVA,
                "-Xmx300m",
                "-Dfile.encoding=UTF-8",
                "-jar",
                TOOLS.resolve("openapi-generator-cli.jar").toString(),
                "generate",
                "--generator-name=java",
                "--library=native",
                "--input-spec=" + document,
                "--output=" + client,
                "--global-property=apis,models,supportingFiles,apiDocs=false,modelDocs=false,apiTests=false,modelTests=false",
                "--additional-properties=apiPackage=client.api,modelPackage=client.model,invokerPackage=client,"
                        + "useJakartaEe=true,openApiNullable=false,hideGenerationTimestamp=true"));
        assertThat(ended.code()).as(ended.text()).isZero();
        compile();
    }

    @AfterAll
    static void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void theGeneratedClientPushesAMonthAndReadsItsReceiptItsFindingsAndTheWindow() throws Exception {
        var used = run(List.of(
                JAVA,
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                client.resolve("classes") + File.pathSeparator + libraries(),
                "UseClient",
                gateway.url() + "/api/v1",
                key));

        assertThat(used.code()).as(used.text()).isZero();
        assertThat(used.text().lines())
                .containsExactly(
                        "trial: accepted true null",
                        "status: 201",
                        "verdict: accepted",
                        "revision: 1",
                        "cms: true",
                        "same receipt: true",
                        "receipt of: 530100 2023-06 http-push",
                        "again: 200 [true]",
                        "wrong: 422",
                        "type: urn:jianxi:problem:rejected",
                        "finding: L-8 error at /indicators/8",
                        "short by: 288",
                        "message: 指标8（41）应不小于 9（233）+11（96），差 288。留用和其他方式就业人数之和不超过完成见习人数",
                        "repair: 8 min 329 max -",
                        "kept findings: true",
                        "unknown: 404",
                        "state: accepted current true of 2",
                        "kept: 202 then accepted true",
                        "canonical: 410",
                        "deadline: 2023-07-04",
                        "window: 530100 昆明市 corrected");
    }

    private static void compile() throws IOException, InterruptedException {
        var sources = new ArrayList<>(List.of(PROGRAM.toString()));
        try (Stream<Path> files = Files.walk(client.resolve("src/main/java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(sources::add);
        }
        var arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-d",
                Files.createDirectories(client.resolve("classes")).toString(),
                "-cp",
                libraries()));
        arguments.addAll(sources);
        var complaints = new ByteArrayOutputStream();
        var code = ToolProvider.getSystemJavaCompiler().run(null, null, complaints, arguments.toArray(String[]::new));
        assertThat(code).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static String libraries() throws IOException {
        try (Stream<Path> jars = Files.list(TOOLS)) {
            return jars.map(Path::toString)
                    .filter(jar -> !jar.contains("generator"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private record Ended(int code, String text) {}

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }
}

package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.registries.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running gateway takes extracts from a registry's folder and from the command beside it, and its folder holds nobody. */
class ExtractsIT {

    private static final String REGISTRY = "lifted-from-poverty";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.in(folder);
        var registry = Files.createDirectories(folder.resolve("home/registries").resolve(REGISTRY));
        Files.copy(Path.of("registries", REGISTRY, "registry.yaml"), registry.resolve("registry.yaml"));
        gateway.start();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void fromTheFolderThenByCommandThenRefused() throws Exception {
        var box = Files.createDirectories(gateway.var().resolve("extracts").resolve(REGISTRY));
        var put = Files.move(list(30, 1, 2, 3, 4, 5), box.resolve(name(30)));
        Files.createFile(box.resolve(name(30) + ".ok"));
        await(put);

        assertThat(registry().path("lastGood").asString(""))
                .isEqualTo(TODAY.minusDays(30).toString());
        assertThat(registry().path("ageDays").asInt()).isEqualTo(30);

        var taken = load(list(20, 1, 2, 3, 4, 6), 0);
        assertThat(taken.at("/inForce/changed").asInt()).isEqualTo(2);
        assertThat(taken.at("/before/day").asString())
                .isEqualTo(TODAY.minusDays(30).toString());

        var refused = load(list(10, 1), 1);
        assertThat(refused.at("/findings/0/rule").asString()).isEqualTo("P-EXTRACT-TRUNCATED");
        assertThat(refused.at("/inForce/ageDays").asInt()).isEqualTo(20);
        nobodyIsKeptInTheClear();
    }

    private static void nobodyIsKeptInTheClear() throws IOException {
        var somebody = new Person(1);
        try (var files = Files.walk(gateway.var())) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> file.startsWith(gateway.var().resolve("registries"))
                            || file.startsWith(gateway.var().resolve("extracts"))
                            || file.toString().endsWith(".log"))
                    .toList()) {
                var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(somebody.idNumber()))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    private static void await(Path taken) throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(taken)) {
            assertThat(System.nanoTime()).as("the folder is looked into").isLessThan(until);
            Thread.sleep(200);
        }
    }

    private static JsonNode registry() throws Exception {
        var listed = gateway.command("registries", "--json");
        assertThat(listed.code()).as(listed.err()).isZero();
        for (var one : JsonMapper.shared().readTree(listed.out()).path("registries")) {
            if (one.path("registry").asString("").equals(REGISTRY)) {
                return one;
            }
        }
        throw new AssertionError("there is no such registry");
    }

    private static JsonNode load(Path file, int exit) throws Exception {
        var ended = gateway.command("registries", "load", REGISTRY, file.toString(), "--json");
        assertThat(ended.code()).as(ended.err()).isEqualTo(exit);
        return JsonMapper.shared().readTree(ended.out());
    }

    private static String name(int daysAgo) {
        return "脱贫_%s.csv".formatted(TODAY.minusDays(daysAgo).format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    private static Path list(int daysAgo, int... listed) throws IOException {
        var lines = new ArrayList<>(List.of("姓名,证件号码,与户主关系,户类型"));
        for (var number : listed) {
            var person = new Person(number);
            lines.add(person.name() + "," + person.idNumber() + ",户主,脱贫户（享受政策）");
        }
        return Files.write(folder.resolve(name(daysAgo)), lines, Charset.forName("GB18030"));
    }
}

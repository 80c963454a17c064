package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.documents.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that an integrator writes into a mapping runs code, loads a class, opens a file or reaches an address. */
class HostileMappingTest {

    private static final Path SENTINEL =
            Path.of("target", "mapping-sentinel-" + ProcessHandle.current().pid());

    /** Loading it leaves a trace; a mapping that could name a class would. */
    static final class Sentinel {
        static {
            leaveTrace();
        }

        public Sentinel() {
            leaveTrace();
        }

        public static String run() {
            leaveTrace();
            return "ran";
        }

        private static void leaveTrace() {
            try {
                Files.writeString(SENTINEL, "loaded");
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static final String CLASS = "org.jianxi.gateway.mapping.HostileMappingTest$Sentinel";

    @TempDir
    private Path folder;

    static Stream<String> codeInAnyLanguage() {
        var call = CLASS + ".run()";
        var languages = List.of(
                "simple",
                "groovy",
                "mvel",
                "ognl",
                "spel",
                "bean",
                "class",
                "method",
                "java",
                "joor",
                "js",
                "python",
                "ref",
                "constant",
                "header",
                "exchangeProperty",
                "file",
                "resource",
                "xpath",
                "xquery",
                "xtokenize",
                "tokenize",
                "jq",
                "jsonpath",
                "datasonnet",
                "hl7terser",
                "csimple",
                "variable",
                "wasm",
                "language",
                "jndi",
                "ldap",
                "rmi",
                "env",
                "sys",
                "classpath",
                "http",
                "https");
        return Stream.concat(
                languages.stream()
                        .flatMap(name -> Stream.of(
                                "%s:%s".formatted(name, call),
                                "${%s:%s}".formatted(name, call),
                                "{{%s:%s}}".formatted(name, call))),
                Stream.of(
                        "#{T(%s).run()}".formatted(CLASS),
                        "${%s}".formatted(call),
                        "${body.getClass().forName('%s').newInstance()}".formatted(CLASS),
                        "@%s@run()".formatted(CLASS),
                        "$ref:classpath:/application.yaml"));
    }

    @ParameterizedTest
    @MethodSource("codeInAnyLanguage")
    void anExpressionOfAnyOtherLanguageIsTextOrRefusedAndNeverRuns(String code) {
        for (var words : List.of("at: ", "const: ", "expr: ", "match: ", "orElse: ", "as: ", "blankAs: ")) {
            var quoted = words + "'" + code.replace("'", "''") + "'";
            attempt(
                    "posts",
                    "fields:\n  title: {"
                            + (words.startsWith("at") || words.startsWith("const") || words.startsWith("expr")
                                    ? quoted
                                    : "at: /a, " + quoted)
                            + "}");
        }
        attempt("posts", "rows: {where: '" + code.replace("'", "''") + "'}\nfields:\n  title: /a");

        assertThat(SENTINEL).doesNotExist();
    }

    private static void attempt(String dataset, String words) {
        try {
            var read = FieldLanguage.read(dataset, words, "{\"a\": \"文员\"}");
            read.content().text("title").ifPresent(title -> assertThat(title).isNotEqualTo("ran"));
        } catch (FileProblem refused) {
            assertThat(refused.getMessage()).contains("test.yaml");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!" + CLASS + " []",
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ['http://127.0.0.1:1/']]]]",
                "!<tag:yaml.org,2002:" + CLASS + "> {}",
                "!include /etc/passwd",
                "&a [*a]",
                "*nobody",
                "!!binary aGVsbG8=",
                "!!str 文员"
            })
    void tagsAnchorsAndAliasesOfYamlAreRefused(String value) {
        assertThatThrownBy(() -> FieldLanguage.mapping("posts", "fields:\n  title: " + value))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("test.yaml");
        assertThat(SENTINEL).doesNotExist();
    }

    @Test
    void theLimitsOfYamlHold() {
        refused("fields:\n  title: /a\n  title: /b", "title");
        refused("fields:\n  title: /a\n# " + "x".repeat(256 * 1024), "");
        refused("fields: " + "[".repeat(30) + "]".repeat(30), "20 levels");
        refused("fields:\n  ? [a, b]\n  : /a", "Non scalar key");
        refused("$ref: file:///etc/passwd\nfields:\n  title: /a", "$ref");
        refused("fields:\n  $ref: 'classpath:/application.yaml'", "$ref");
    }

    @Test
    void expressionsHaveNoLoopsNoMacrosAndNoTypesToReachOutWith() {
        for (var expression : List.of(
                "[1,2,3].all(x, x > 0)",
                "[1,2].map(x, x * 2) == [2, 4]",
                "r.exists(k, k == 'a')",
                "google.protobuf.Struct{}",
                "java.lang.Runtime.getRuntime()",
                "r.getClass()",
                "system('id')",
                "env('HOME')",
                "file('/etc/passwd')")) {
            refused("rows: {where: \"%s\"}\nfields:\n  title: /a".formatted(expression), "rows/where");
        }
        refused("rows: {where: \"%s\"}\nfields:\n  title: /a".formatted("(".repeat(60) + "true" + ")".repeat(60)), "");
        refused("rows: {where: \"%s\"}\nfields:\n  title: /a".formatted("true" + " && true".repeat(120)), "");
    }

    @Test
    @Timeout(10)
    void aRegularExpressionThatExplodesElsewhereEndsHere() {
        var words = "fields:\n  title: {at: /a, match: '^(([a-z])+.)+[A-Z]([a-z])+$'}";
        refused(words, "one group");
        var evil = "fields:\n  title: {at: /a, match: '^((?:(?:a+)+)+)$'}";

        assertThat(java.time.Duration.ofNanos(
                        timed(() -> FieldLanguage.read("posts", evil, "{\"a\": \"" + "a".repeat(999) + "!\"}"))))
                .isLessThan(Duration.ofSeconds(5));
        refused("fields:\n  title: {at: /a, match: '((?:a{1,100}){1,100})'}", "");
        var inExpression = "fields:\n  title: {expr: \"r['a'].matches('^(?:(?:a+)+)+$') ? 'x' : 'y'\"}";
        assertThat(FieldLanguage.read("posts", inExpression, "{\"a\": \"" + "a".repeat(5_000) + "!\"}")
                        .content()
                        .text("title"))
                .contains("y");
    }

    @Test
    void theSentinelWouldHaveToldOfItself() throws ReflectiveOperationException, IOException {
        try {
            Class.forName(CLASS).getDeclaredConstructor().newInstance();
            assertThat(SENTINEL).exists();
        } finally {
            Files.deleteIfExists(SENTINEL);
        }
    }

    @Test
    void aFileNamedInAMappingIsNeverOpened() throws IOException {
        var secret = folder.resolve("secret.txt");
        Files.writeString(secret, "{\"a\": \"geheim\"}");
        for (var name : List.of(secret.toString(), secret.toUri().toString(), "file:" + secret)) {
            attempt("posts", "fields:\n  title: {at: '" + name + "'}");
            attempt("posts", "records: '" + name + "'\nfields:\n  title: /a");
        }
        assertThat(Files.readString(secret, StandardCharsets.UTF_8)).contains("geheim");
    }

    private static long timed(Runnable work) {
        var before = System.nanoTime();
        work.run();
        return System.nanoTime() - before;
    }

    private static void refused(String words, String why) {
        assertThatThrownBy(() -> FieldLanguage.mapping("posts", words))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining(why);
    }
}

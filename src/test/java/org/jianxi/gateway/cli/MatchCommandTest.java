package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianxi.gateway.registries.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contract §1, {@code match}. */
class MatchCommandTest {

    private static final String REGISTRY = """
            idNumber,name,category
            530102200001011234,李四,农村低保
            11010519491231002X,张三,城市低保
            440524188001010014,王五,特困
            """;

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    @Test
    void oneLineAPersonAndRegistryWithTheNumberAsSent() throws IOException {
        var people = file("people.csv", """
                idNumber,name
                11010519491231002x,张三
                440524188001010014,赵六
                110105194912310021,张三
                '110105491231002,张 三
                """);
        var out = folder.resolve("out.csv");

        var code = terminal.run(
                "match",
                "--people",
                people,
                "--registry",
                "low=" + file("low.csv", REGISTRY),
                "--registry",
                "poor=" + file("poor.csv", "name,category,idNumber\n张三,脱贫户,11010519491231002X\n"),
                "--out",
                out.toString(),
                "--json");

        assertThat(terminal.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(out).hasContent("""
                row,idNumber,registry,result,category
                1,11010519491231002x,low,HIT,城市低保
                1,11010519491231002x,poor,HIT,脱贫户
                2,440524188001010014,low,NAME_MISMATCH,特困
                2,440524188001010014,poor,MISS,
                3,110105194912310021,low,ID_INVALID,
                3,110105194912310021,poor,ID_INVALID,
                4,'110105491231002,low,HIT,城市低保
                4,'110105491231002,poor,HIT,脱贫户
                """);
        var json = terminal.json();
        assertThat(json.at("/people").toString()).isEqualTo("{\"rows\":4,\"valid\":3,\"invalid\":1}");
        assertThat(json.at("/counts").toString())
                .isEqualTo("{\"HIT\":4,\"NAME_MISMATCH\":1,\"MISS\":1,\"ID_INVALID\":2}");
        assertThat(json.at("/registries/0/registry").stringValue()).isEqualTo("low");
        assertThat(json.at("/registries/0/rows").longValue()).isEqualTo(3);
        assertThat(json.at("/registries/0/unusable").longValue()).isEqualTo(1);
        assertThat(json.at("/registries/1/counts/HIT").intValue()).isEqualTo(2);
        assertThat(json.at("/rowsPerSecond").longValue()).isPositive();
        assertThat(json.at("/peakMemoryBytes").longValue()).isGreaterThan(1_000_000);
    }

    @Test
    void withoutAFileTheLinesGoToStandardOutputAndTheCountsBeside() throws IOException {
        assertThat(match("idNumber,name\n11010519491231002X,张三\n", REGISTRY)).isZero();
        assertThat(terminal.out()).isEqualTo("""
                row,idNumber,registry,result,category
                1,11010519491231002X,low,HIT,城市低保
                """);
        assertThat(terminal.err()).contains("命中 hit 1").contains("A miss is no finding");
    }

    @Test
    void aPersonListedTwiceInTheRegistryHasBothCategoriesOfTheRowsWithTheName() throws IOException {
        var registry = """
                idNumber,name,category
                11010519491231002X,别人,孤儿
                11010519491231002X,张三,特困
                11010519491231002X,张三,城市低保
                11010519491231002X,张三,特困
                """;

        assertThat(match("idNumber,name\n11010519491231002X,张三\n", registry)).isZero();
        assertThat(terminal.out()).endsWith("HIT,城市低保;特困\n");
    }

    @Test
    void aDisabilityCertificatesNumberHitsAndSaysTheCategoryWhereTheColumnIsBlank() throws IOException {
        assertThat(match(
                        "idNumber,name\n11010519491231002X,张三\n", "idNumber,name,category\n11010519491231002X43,张三,\n"))
                .isZero();
        assertThat(terminal.out()).endsWith("HIT,肢体残疾三级\n");
    }

    @Test
    void aBlankNameAgreesWithNoName() throws IOException {
        assertThat(match("idNumber,name\n11010519491231002X,\n", "idNumber,name,category\n11010519491231002X,,特困\n"))
                .isZero();
        assertThat(terminal.out()).endsWith("NAME_MISMATCH,特困\n");
    }

    @Test
    void gb18030IsRecognisedByTheWholeOfItsBytes() throws IOException {
        var people = bytes("people.csv", "idNumber,name\r\n11010519491231002X,张三\r\n", "GB18030");
        var registry = bytes("low.csv", "idNumber,name,category\r\n11010519491231002X,张三,城市低保\r\n", "GB18030");

        assertThat(terminal.run("match", "--people", people, "--registry", "low=" + registry))
                .isZero();
        assertThat(terminal.out()).endsWith("HIT,城市低保\n");
    }

    @Test
    void quotedFieldsMarksOfUtf8SemicolonsAndFurtherColumnsAreRead() throws IOException {
        var people = file("people.csv", "\uFEFFname;idNumber;note\n\"张\n三\";11010519491231002X;\"a;b\"\n");
        var registry = file(
                "low.csv",
                "household,idNumber,name,category\n1,530102200001011234,李四,x\n2,\"11010519491231002X\",张三,\"城市,低保\"\n");

        assertThat(terminal.run("match", "--people", people, "--registry", "low=" + registry))
                .isZero();
        assertThat(terminal.out()).endsWith("1,11010519491231002X,low,HIT,\"城市,低保\"\n");
    }

    @Test
    void nothingThatIsWrittenIsAFormula() throws IOException {
        assertThat(match(
                        "idNumber,name\n\"=HYPERLINK(\"\"http://x\"\")\",a\n-,b\n11010519491231002X,张三\n",
                        "idNumber,name,category\n11010519491231002X,张三,=1+1\n"))
                .isZero();
        assertThat(terminal.out())
                .contains("\n1,\"'=HYPERLINK(\"\"http://x\"\")\",low,ID_INVALID,\n")
                .contains("\n2,-,low,ID_INVALID,\n")
                .endsWith("HIT,'=1+1\n");
    }

    @Test
    void whatCannotBeUsedIsNamedWithFileAndLineAndWithoutAnyPerson() throws IOException {
        refused("", "people.csv: the file is empty");
        refused("idNumber\n11010519491231002X\n", "people.csv, line 1: the header lacks the column name");
        refused("idNumber,name,name\n", "people.csv, line 1: a column stands twice");
        refused("idNumber,name\n11010519491231002X\n", "people.csv, line 2: has 1 columns where the header has 2");
        refused("idNumber,name\n1,a\n11010519491231002X,\"张三\n", "people.csv, line 3: from here on it is not CSV");
        refused("idNumber,name\n1,a\n11010519491231002X,张\0三\n", "people.csv, line 3: has a NUL byte");
        refused("idNumber,name\n1,张三\n1,\uD800\n".getBytes(StandardCharsets.UTF_16LE), "line 1: has a NUL byte");
        refused(
                concat("idNumber,name\n1,张三\n", new byte[] {(byte) 0xFF, (byte) 0xFF, '\n'}),
                "line 3: is neither UTF-8 nor GB18030");
    }

    @Test
    void aRegistrysLineIsNamedToo() throws IOException {
        var people = "idNumber,name\n11010519491231002X,张三\n";

        assertThat(match(people, "idNumber,name,category\n1,a,b\n11010519491231002X,张三\n"))
                .isEqualTo(3);
        assertThat(terminal.err()).contains("low.csv, line 3: has 2 columns").doesNotContain("张三", "1949");
        assertThat(match(people, "idNumber,name,category\n1,a,b\n11010519491231002X,\"张三,x\n"))
                .isEqualTo(3);
        assertThat(terminal.err()).contains("low.csv, line 3: from here on it is not CSV");
        assertThat(match(people, "idNumber,name\n")).isEqualTo(3);
        assertThat(terminal.err()).contains("lacks the column category");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void aColumnOfCategoriesThatHoldsSomethingElseIsRefused() throws IOException {
        var people = "idNumber,name\n11010519491231002X,张三\n";
        var rows = IntStream.rangeClosed(1, 17)
                .mapToObj("11010519491231002X,张三,c%d\n"::formatted)
                .collect(Collectors.joining("", "idNumber,name,category\n", ""));

        assertThat(match(people, rows)).isEqualTo(3);
        assertThat(match(people, "idNumber,name,category\n11010519491231002X,张三," + "c".repeat(201) + "\n"))
                .isEqualTo(3);
        assertThat(terminal.err())
                .contains("the column category holds no categories")
                .doesNotContain("张三", "1949");
    }

    @Test
    void whoHasNoValidNumberIsForAPersonToLookAt() throws IOException {
        var known = new Person(1);
        var born = known.idNumber().substring(6, 10) + "-" + known.idNumber().substring(10, 12) + "-"
                + known.idNumber().substring(12, 14);
        var ours = lines(
                "ours.csv",
                "idNumber,name,birthDate,division",
                "," + known.name() + "," + born + "," + known.idNumber().substring(0, 6),
                known.idNumber() + "," + known.name() + ",,");
        var registry = lines(
                "dibao.csv",
                "idNumber,name,category",
                new Person(2).idNumber() + ",赵六,特困",
                known.idNumber() + "," + known.name() + ",=城市低保");
        var review = folder.resolve("review.csv");

        var code = terminal.run(
                "match", "--people", ours, "--registry", "low=" + registry, "--review", review.toString(), "--json");

        assertThat(terminal.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(terminal.json().at("/review")).isEqualTo(Terminal.parsed("{\"people\": 1, \"candidates\": 1}"));
        assertThat(terminal.json().at("/counts/HIT").intValue())
                .as("it is no result")
                .isOne();
        assertThat(Files.readAllLines(review))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("1,low,3,'=城市低保,0.9")
                .contains("equal,equal,county", "先验", "prior")
                .doesNotContain(known.idNumber(), known.name());
        assertThat(Files.getPosixFilePermissions(review)).hasSize(2);
    }

    @Test
    void aReviewIsAFileOfItsOwnAndNeedsARegistry() throws IOException {
        var ours = lines("ours.csv", "idNumber,name,birthDate,division", ",张三,,");
        var registry = lines("dibao.csv", "idNumber,name,category", new Person(2).idNumber() + ",赵六,特困");
        var out = folder.resolve("out.csv").toString();

        assertThat(terminal.run(
                        "match", "--people", ours, "--registry", "low=" + registry, "--out", out, "--review", out))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("--review");
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void aReviewNeedsTheColumnsItCompares() throws IOException {
        var ours = lines("ours.csv", "idNumber,name", ",张三");
        var registry = lines("dibao.csv", "idNumber,name,category", new Person(2).idNumber() + ",赵六,特困");

        assertThat(terminal.run(
                        "match",
                        "--people",
                        ours,
                        "--registry",
                        "low=" + registry,
                        "--review",
                        folder.resolve("review.csv").toString(),
                        "--out",
                        folder.resolve("out.csv").toString()))
                .isEqualTo(3);
        assertThat(folder.resolve("out.csv")).as("nothing is written").doesNotExist();
        assertThat(terminal.err()).contains("birthDate", "division");
    }

    @Test
    void wrongUsageIsToldFromWhatCannotBeDone() throws IOException {
        var people = file("people.csv", "idNumber,name\n");
        var low = file("low.csv", REGISTRY);

        assertThat(terminal.run("match", "--people", people)).isEqualTo(2);
        assertThat(terminal.run("match", "--people", people, "--registry", low)).isEqualTo(2);
        assertThat(terminal.run("match", "--people", people, "--registry", "a=" + low, "--registry", "a=" + low))
                .isEqualTo(2);
        assertThat(terminal.run("match", "--people", people, "--registry", "a=" + low, "--out", low))
                .isEqualTo(2);
        assertThat(terminal.run("match", "--people", people, "--registry", "a=" + folder.resolve("none.csv")))
                .isEqualTo(3);
        assertThat(terminal.run("match", "--people", people, "--registry", "a=" + low, "--out", folder + "/no/out.csv"))
                .isEqualTo(3);
        assertThat(terminal.run("match", "--people", people, "--registry", "a=" + low))
                .isZero();
    }

    private int match(String people, String registry) throws IOException {
        return terminal.run(
                "match", "--people", file("people.csv", people), "--registry", "low=" + file("low.csv", registry));
    }

    private void refused(String people, String why) throws IOException {
        refused(people.getBytes(StandardCharsets.UTF_8), why);
    }

    private void refused(byte[] people, String why) throws IOException {
        Files.write(folder.resolve("people.csv"), people);
        var own = new Terminal();

        assertThat(own.run(
                        "match", "--people", folder + "/people.csv", "--registry", "low=" + file("low.csv", REGISTRY)))
                .as(why)
                .isEqualTo(3);
        assertThat(own.out()).isEmpty();
        assertThat(own.err()).contains(why).doesNotContain("张三", "1949");
    }

    private static byte[] concat(String text, byte[] more) {
        var first = text.getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String bytes(String name, String content, String encoding) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(Charset.forName(encoding)))
                .toString();
    }

    private String lines(String name, String... lines) throws IOException {
        return file(name, String.join("\n", lines) + "\n");
    }
}

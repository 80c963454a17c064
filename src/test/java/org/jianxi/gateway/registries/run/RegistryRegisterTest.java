package org.jianxi.gateway.registries.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryRegisterTest {

    private static final RegistryName DISABILITY = new RegistryName("disability");
    private static final String GOOD = """
            registry: disability
            title: {zh: 残疾, en: Disability}
            code: CDPF_DISABILITY
            authority: 残联
            purpose: PRIORITY_HELP
            legalBasis: 人社部发〔2023〕27号
            validityDays: 365
            schedule: {everySeconds: 3600}
            extract:
              format: csv
              members:
                - {idNumber: 残疾人证号, name: 姓名}
              dateInName: '_([0-9]{6,8})'
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.createDirectories(folder.resolve("disability")).resolve("registry.yaml");
        Files.writeString(file, GOOD);
    }

    @Test
    void theThreeRegistriesOfTheRepositoryCanBeUsed() {
        var register = RegistryRegister.open(Path.of(""));
        assertThat(register.problems()).isEmpty();
        assertThat(register.all())
                .extracting(registry -> registry.name().value(), RegistrySettings::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("disability", "CDPF_DISABILITY"),
                        org.assertj.core.groups.Tuple.tuple("lifted-from-poverty", "RURAL_POVERTY"),
                        org.assertj.core.groups.Tuple.tuple("low-income", "MCA_LOW_INCOME"));
    }

    @Test
    void saysWhatARegistryIsAskedForAndHowLongAMarkCounts() {
        var registry = open().find(DISABILITY).orElseThrow();
        assertThat(registry.query().purpose()).isEqualTo("PRIORITY_HELP");
        assertThat(registry.validity()).isEqualTo(Period.ofDays(365));
        assertThat(registry.validUntil(LocalDate.of(2023, 6, 30))).isEqualTo(LocalDate.of(2024, 6, 29));
        assertThat(registry.schedule()).isPresent();
    }

    @Test
    void readsTheDayFromTheNameOfTheFile() {
        var way = (Way.Extract) open().find(DISABILITY).orElseThrow().way();
        assertThat(way.day("cjr_20230630.csv")).contains(LocalDate.of(2023, 6, 30));
        assertThat(way.day("cjr_202302.csv")).contains(LocalDate.of(2023, 2, 28));
        assertThat(way.day("cjr_20230231.csv")).isEmpty();
        assertThat(way.day("cjr.csv")).isEmpty();
    }

    @Test
    void aWrongFileIsRefusedWithItsLineAndTheLastGoodOneStays() throws IOException {
        var register = open();
        Files.writeString(file, GOOD.replace("validityDays: 365", "validityDays: long"));
        register.reread();
        register.reread();
        assertThat(register.problems()).hasSize(1).first().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.getMessage()).contains("validityDays");
        });
        assertThat(register.find(DISABILITY)).isPresent();
    }

    @Test
    void aFileSaysExactlyOneWay() throws IOException {
        Files.writeString(file, GOOD + "service: {}\n");
        assertThat(open().find(DISABILITY)).isEmpty();
        assertThat(open().problems()).hasSize(1);
    }

    @Test
    void aRegistryIsNamedAsItsFolder() throws IOException {
        Files.writeString(file, GOOD.replace("registry: disability", "registry: other"));
        assertThat(open().problems().getFirst().line()).isEqualTo(1);
    }

    @Test
    void aCronExpressionOfNoTimeIsRefusedOnItsLine() throws IOException {
        Files.writeString(file, GOOD.replace("{everySeconds: 3600}", "{cron: every day at noon}"));
        assertThat(open().problems().getFirst().line()).isEqualTo(8);
    }

    @Test
    void aDeletedFileTakesItsRegistryAway() throws IOException {
        var register = open();
        Files.delete(file);
        register.reread();
        register.reread();
        assertThat(register.all()).isEmpty();
    }

    @Test
    void theInsuredAreAskedForScreeningAloneAndComeAsAnExtractWithDays() throws IOException {
        var good = Files.readString(Path.of("src/test/resources/screening/insured/registry.yaml"))
                .replace("registry: insured", "registry: disability");
        assertThat(problem(good)).isEmpty();
        assertThat(open().find(DISABILITY).orElseThrow().hitsAre()).isEqualTo(HitUse.SCREENING_CASES);

        assertThat(problem(good.replace("SCREENING", "PRIORITY_HELP"))).contains("只用于疑点核实", "SCREENING alone");
        assertThat(problem(GOOD.replace("PRIORITY_HELP", "SCREENING"))).contains("只用于疑点核实");
        assertThat(problem(good.replaceFirst(" +insured: .*", ""))).contains("起止日期", "columns of days");
        assertThat(problem(GOOD + "  insured: {from: 参保开始日期}\n")).contains("columns of days");
        assertThat(problem(good + "  category: {const: 残疾}\n")).contains("每行一人", "one person");
        var agent =
                "agent: {url: 'https://agent.example', registry: insured, key: env:KEY, certificate: env:CERTIFICATE}\n";
        assertThat(problem(good.replaceFirst("(?s)extract:.*", agent))).contains("只能以提取文件", "as an extract only");
    }

    private String problem(String written) throws IOException {
        Files.writeString(file, written);
        return open().problems().stream().map(Throwable::getMessage).collect(Collectors.joining());
    }

    private RegistryRegister open() {
        return RegistryRegister.open(folder, Path.of(""));
    }
}

package org.jianxi.gateway.flow.crossmatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.flow.crossmatch.ComparedPeople.number;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.extracts.BroughtExtract;
import org.jianxi.gateway.registries.extracts.ExtractOffice;
import org.jianxi.gateway.registries.extracts.ExtractOutcome;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.Due;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.snapshot.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are answered from extracts: nobody is opened, and a newer extract asks for nobody but whom it changes. */
class ExtractRunTest {

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final RegistrySettings REGISTRY = RegistryRegister.open(HOME)
            .find(new RegistryName("lifted-from-poverty"))
            .orElseThrow();

    @TempDir
    private Path folder;

    private ComparedPeople people;
    private ExtractOffice office;

    @BeforeEach
    void fiveTrainees() {
        people = new ComparedPeople(folder);
        people.trainees(1, 2, 3, 4, 5);
        var names = new NameVariants(HOME.resolve("schemas/codes/name-variants.csv")).read();
        office = new ExtractOffice(
                people.house.jdbc,
                people.house.transaction,
                folder.resolve("registries"),
                () -> new Tokens(people.house.records.keys().tokens(), names),
                people.clock);
    }

    @Test
    void aNewerExtractAsksForNobodyButWhomItChanges() throws Exception {
        load("脱贫_20230601.csv", 1, 3, 60, 61);
        var first = people.run(REGISTRY, office.open(REGISTRY.name()));
        assertThat(first.results()).isEqualTo(Map.of(MatchResult.HIT, 2L, MatchResult.MISS, 3L));

        load("脱贫_20230630.csv", 1, 4, 60, 62);
        var registry = office.open(REGISTRY.name());
        assertThat(people.flow().plan(REGISTRY, registry).due()).isEqualTo(Map.of(Due.Why.CHANGED, 2L));
        var second = people.run(REGISTRY, registry);

        assertThat(second.due())
                .as("one left, one came; who stays is not asked for")
                .isEqualTo(2);
        assertThat(second.results()).isEqualTo(Map.of(MatchResult.HIT, 1L, MatchResult.MISS, 1L));
        assertThat(people.marks(1, 2, 3, 4, 5))
                .isEqualTo(
                        Map.of(number(1), "proposed", number(3), "missing/2023-06-30/proposed", number(4), "proposed"));
        assertThat(people.looks()).as("an extract is asked by token").isEmpty();
    }

    @Test
    void aRefusedExtractChangesNoAnswer() throws Exception {
        load("脱贫_20230601.csv", 1, 3, 60, 61);
        people.run(REGISTRY, office.open(REGISTRY.name()));

        var refused = office.intake().take(REGISTRY, list("脱贫_20230630.csv", 5));

        assertThat(refused).isInstanceOf(ExtractOutcome.Refused.class);
        assertThat(people.flow().plan(REGISTRY, office.open(REGISTRY.name())).due())
                .isEmpty();
    }

    private void load(String name, int... listed) throws IOException {
        assertThat(office.intake().take(REGISTRY, list(name, listed))).isInstanceOf(ExtractOutcome.Taken.class);
    }

    private BroughtExtract list(String name, int... listed) throws IOException {
        var lines = new ArrayList<>(List.of("姓名,证件号码,与户主关系,户类型"));
        for (var number : listed) {
            var person = new Person(number);
            lines.add(person.name() + "," + person.idNumber() + ",户主,脱贫户（享受政策）");
        }
        var file = Files.write(folder.resolve(name), lines, Charset.forName("GB18030"));
        return new BroughtExtract(file, Optional.empty(), "office", Optional.empty());
    }
}

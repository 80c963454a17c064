package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.FileProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingRegisterTest {

    private static final SourceId HONGHE = new SourceId("honghe");
    private static final String FILE = "monthly-return.yaml";

    @TempDir
    private Path home;

    private Path mapping;

    @BeforeEach
    void aHomeWithOneMapping() throws IOException {
        Files.createDirectories(home.resolve("schemas"));
        Files.copy(Path.of("schemas/mapping.schema.json"), home.resolve("schemas/mapping.schema.json"));
        mapping = Files.createDirectories(home.resolve("mappings/honghe")).resolve(FILE);
        Files.copy(Path.of("mappings/honghe", FILE), mapping);
    }

    @Test
    void aBrokenFileIsNamedWithItsLineAndTheLastGoodOneStays() throws IOException {
        var register = open();
        var good = register.find(HONGHE, FILE).orElseThrow().digest();
        Files.writeString(mapping, Files.readString(mapping).replace("  9: lyrs\n", "  9: lyrs\n  99: lyrs\n"));
        settle(register);
        assertThat(register.find(HONGHE, FILE).orElseThrow().digest()).isEqualTo(good);
        assertThat(register.problems())
                .extracting(FileProblem::line)
                .containsExactly(Files.readAllLines(mapping).indexOf("  99: lyrs") + 1);
    }

    @Test
    void aMendedFileTakesForceAndADeletedOneGoes() throws IOException {
        var register = open();
        var before = register.find(HONGHE, FILE).orElseThrow().digest();
        Files.writeString(mapping, Files.readString(mapping) + "# changed\n");
        settle(register);
        assertThat(register.find(HONGHE, FILE).orElseThrow().digest()).isNotEqualTo(before);
        Files.delete(mapping);
        settle(register);
        assertThat(register.find(HONGHE, FILE)).isEmpty();
        assertThat(register.problems()).isEmpty();
    }

    @Test
    void aMappingIsNamedAsItsFolder() throws IOException {
        Files.copy(
                mapping, Files.createDirectories(home.resolve("mappings/other")).resolve(FILE));
        var register = open();
        assertThat(register.find(new SourceId("other"), FILE)).isEmpty();
        assertThat(register.problems()).hasSize(1);
        assertThat(register.all()).hasSize(1);
    }

    private MappingRegister open() {
        return MappingRegister.open(home, Home.FORMS, Home::hash);
    }

    private static void settle(MappingRegister register) {
        register.reread();
        register.reread();
    }
}

package org.jianxi.gateway.registries.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.registries.files.TableFile;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.signing.BlindKey;
import org.jianxi.gateway.signing.PointHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CitizenId LISTED = new CitizenId("11010519491231002X");
    private static final CitizenId STRANGER = new CitizenId("440524188001010014");

    private final BlindKey key = BlindKey.newKey(RANDOM);
    private final SnapshotMaker maker =
            new SnapshotMaker(new NameVariants(Path.of("schemas/codes/name-variants.csv")).read(), key, RANDOM);

    @TempDir
    Path folder;

    @Test
    void aPersonsKeyOpensItsEntriesAndNobodyElses() throws IOException {
        var made = made("""
                11010519491231002X,张三,城市低保
                11010519491231002x, 张三,城市低保
                11010519491231002X,李四,特困
                11010519491231002X43,张三,
                440524188001010014,王五,特困
                123,赵六,特困
                """);

        assertThat(made).isEqualTo(new SnapshotMaker.Made(6, 1, 4));
        assertThat(found(LISTED)).containsExactlyInAnyOrder("named 城市低保", "other 特困", "named 肢体残疾三级");
    }

    @Test
    void anotherSecretFindsNothing() throws IOException {
        made("11010519491231002X,张三,城市低保\n");
        var others = PersonKey.of(LISTED, BlindKey.newKey(RANDOM).evaluate(new PointHash(), LISTED.number()));

        assertThat(found(LISTED)).isNotEmpty();
        assertThat(found(others)).isEmpty();
        assertThat(found(STRANGER)).isEmpty();
    }

    @Test
    void nothingOfARowCanBeReadAndAllEntriesAreEquallyLong() throws IOException {
        made("11010519491231002X,张三,城市低保\n");
        var bytes = Files.readAllBytes(snapshot());
        var text = new String(bytes, StandardCharsets.UTF_8);

        assertThat(text).doesNotContain("11010519491231002", "张三", "低保");
        made("11010519491231002X,欧阳修文,\n");
        assertThat(Files.size(snapshot()) - 16).as("no category, one entry").isEqualTo(Entry.LENGTH);
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("extract.csv", "snapshot");
        }
    }

    @Test
    void aBlankNameAgreesWithNone() throws IOException {
        made("11010519491231002X,,特困\n");

        assertThat(found(LISTED)).containsExactly("other 特困");
    }

    @Test
    void aFileThatIsCutOffOrSomethingElseIsNoSnapshot() throws IOException {
        made("11010519491231002X,张三,城市低保\n");
        var bytes = Files.readAllBytes(snapshot());
        Files.write(snapshot(), Arrays.copyOf(bytes, bytes.length - 1));

        assertThatThrownBy(() -> Snapshot.open(snapshot())).isInstanceOf(IOException.class);
        Files.writeString(snapshot(), "idNumber,name,category\n");
        assertThatThrownBy(() -> Snapshot.open(snapshot())).isInstanceOf(IOException.class);
    }

    private SnapshotMaker.Made made(String rows) throws IOException {
        var extract = Files.writeString(folder.resolve("extract.csv"), "idNumber,name,category\n" + rows);
        var table = TableFile.open(extract, List.of("idNumber", "name", "category"));
        return maker.make(table, snapshot(), 2, (bytes, count) -> {});
    }

    private Path snapshot() {
        return folder.resolve("snapshot");
    }

    private List<String> found(CitizenId citizen) throws IOException {
        return found(PersonKey.of(citizen, key.evaluate(new PointHash(), citizen.number())));
    }

    private List<String> found(PersonKey person) throws IOException {
        var named = person.nameToken("张三");
        var found = new ArrayList<String>();
        Snapshot.open(snapshot())
                .find(
                        List.of(person),
                        (who, token, category) -> found.add((token == named ? "named " : "other ") + category));
        return found;
    }
}

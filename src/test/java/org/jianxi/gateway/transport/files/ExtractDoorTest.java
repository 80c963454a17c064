package org.jianxi.gateway.transport.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.jianxi.gateway.flow.crossmatch.RunLock;
import org.jianxi.gateway.flow.extracts.ExtractDesk;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.extracts.ExtractFixture;
import org.jianxi.gateway.registries.extracts.ExtractStanding;
import org.jianxi.gateway.registries.extracts.RowReview;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extracts that offices put into the folder of their registry. */
class ExtractDoorTest {

    private static final RegistryName REGISTRY = new RegistryName("lifted-from-poverty");

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private ExtractFixture office;
    private ExtractDoor door;
    private Path box;

    @BeforeEach
    void open() {
        office = new ExtractFixture(folder);
        var register = RegistryRegister.open(Path.of("").toAbsolutePath());
        door = new ExtractDoor(
                folder,
                new ExtractDesk(
                        register,
                        office.office(),
                        RowReview.NONE,
                        new RunLock(office.database().dataSource())),
                nanos::get);
        door.sweep();
        box = folder.resolve("extracts").resolve(REGISTRY.value());
    }

    @Test
    void aFileThatStoodStillIsTakenAndGoes() throws IOException {
        var file = put("脱贫_20230601.csv", 3);

        door.sweep();
        assertThat(standing().good()).as("somebody may still be writing it").isEmpty();
        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        door.sweep();

        assertThat(standing().good().orElseThrow().day()).isEqualTo(LocalDate.of(2023, 6, 1));
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatItsSenderCallsWholeIsTakenAtOnce() throws IOException {
        var file = put("脱贫_20230601.csv", 3);
        var mark = Files.createFile(box.resolve("脱贫_20230601.csv.ok"));

        door.sweep();

        assertThat(standing().good()).isPresent();
        assertThat(file).doesNotExist();
        assertThat(mark).doesNotExist();
    }

    @Test
    void aRefusedFileLiesApartForItsOwnerTillTheNextGoodOne() throws IOException {
        whole("脱贫_20230601.csv", 20);
        whole("脱贫_20230602.csv", 2);
        var refused = box.resolve(".refused");

        assertThat(refused.resolve("脱贫_20230602.csv")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(refused)))
                .isEqualTo("rwx------");
        assertThat(standing().refused().orElseThrow().rule()).isEqualTo("P-EXTRACT-TRUNCATED");
        assertThat(standing().good().orElseThrow().rows()).isEqualTo(20);

        whole("脱贫_20230603.csv", 21);
        assertThat(standing().refused()).isEmpty();
        assertThat(refused).isEmptyDirectory();
    }

    @Test
    void whileAnotherNodeOrARunIsAtItAFileWaits() throws IOException {
        var file = put("脱贫_20230601.csv", 3);
        Files.createFile(box.resolve("脱贫_20230601.csv.ok"));
        try (var other =
                new RunLock(office.database().dataSource()).take(REGISTRY).orElseThrow()) {
            assertThat(other.registry()).isEqualTo(REGISTRY);
            door.sweep();
        }

        assertThat(file).exists();
        door.sweep();
        assertThat(file).doesNotExist();
    }

    /** What is under way, a folder and a link are left alone. */
    @Test
    void onlyPlainWholeFilesAreRead() throws IOException {
        var elsewhere = office.csv("脱贫_20230601.csv", Charset.forName("GB18030"), "x");
        var link = Files.createSymbolicLink(box.resolve("脱贫_20230602.csv"), elsewhere);
        Files.createFile(box.resolve("脱贫_20230602.csv.ok"));
        var underWay = Files.createFile(box.resolve("脱贫_20230603.csv.part"));

        door.sweep();
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());
        door.sweep();

        assertThat(link).exists();
        assertThat(underWay).exists();
        assertThat(standing().refused()).isEmpty();
    }

    private void whole(String name, int people) throws IOException {
        put(name, people);
        Files.createFile(box.resolve(name + ".ok"));
        door.sweep();
    }

    private Path put(String name, int people) throws IOException {
        var lines = new String[people + 1];
        lines[0] = "姓名,证件号码,与户主关系,户类型";
        for (var number = 1; number <= people; number++) {
            var person = new Person(number);
            lines[number] = person.name() + "," + person.idNumber() + ",户主,脱贫户";
        }
        var written = office.csv(name, Charset.forName("GB18030"), lines);
        return Files.move(written, box.resolve(name));
    }

    private ExtractStanding standing() {
        return office.office().standing(REGISTRY);
    }
}

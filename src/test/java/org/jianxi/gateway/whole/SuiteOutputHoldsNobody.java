package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jianxi.gateway.database.SuiteOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The build's last look: everything the suites before it printed, logged and left in a database. The build runs it after all others; alone
 * it has nothing to look at.
 */
class SuiteOutputHoldsNobody {

    private static final List<Path> WRITTEN =
            List.of(SuiteOutput.folder(), Path.of("target", "surefire-reports"), Path.of("target", "failsafe-reports"));

    @Test
    void noCitizensAndNoMobileNumberStandsInReportsLogsAndDatabaseDumps() throws IOException {
        assumeTrue(Files.isDirectory(SuiteOutput.folder()), "no suite has run before");
        var found = new TreeMap<String, Object>();
        for (var file : files()) {
            var numbers = PersonalNumbers.in(file);
            if (!numbers.isEmpty()) {
                found.put(file.toString(), numbers);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theLookSeesANumberInTextInBytesAndInAnArchive(@TempDir Path folder) throws IOException {
        var planted = "name,11010519491231002X,13800000000".getBytes(StandardCharsets.UTF_8);
        for (var content : List.of(planted, archiveOf(planted), row(planted), row(archiveOf(planted)))) {
            var file = Files.write(folder.resolve("dump"), content);
            assertThat(PersonalNumbers.in(file)).hasSize(2);
        }
    }

    /** As COPY writes a column of bytes. */
    private static byte[] row(byte[] column) {
        return ("1\t\\\\x" + HexFormat.of().formatHex(column)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] archiveOf(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("part"));
            archive.write(content);
        }
        return bytes.toByteArray();
    }

    private static List<Path> files() throws IOException {
        var all = new ArrayList<Path>();
        for (var folder : WRITTEN) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile).forEach(all::add);
                }
            }
        }
        return all;
    }
}

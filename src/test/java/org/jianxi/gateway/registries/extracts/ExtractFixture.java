package org.jianxi.gateway.registries.extracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.database.TestDatabase;
import org.jianxi.gateway.records.PersonOfRecord;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.run.Answer;
import org.jianxi.gateway.registries.run.Person;
import org.jianxi.gateway.registries.run.RegistryName;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jianxi.gateway.registries.snapshot.Tokens;
import org.jianxi.gateway.signing.KeyedHash;
import org.jianxi.gateway.signing.PersonTokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An office that takes extracts in, over a real database, and files of every format as registries send them. */
public final class ExtractFixture {

    public static final Path HOME = Path.of("").toAbsolutePath();

    private static final NameForms NAMES = new NameVariants(HOME.resolve("schemas/codes/name-variants.csv")).read();

    private final TestDatabase database = TestDatabase.fresh();
    private final Path folder;
    private Instant now = Instant.parse("2023-07-10T02:00:00Z");

    public ExtractFixture(Path folder) {
        this.folder = folder;
    }

    public TestDatabase database() {
        return database;
    }

    Path snapshots() {
        return folder.resolve("snapshots");
    }

    void itIs(String day) {
        now = LocalDate.parse(day).atTime(10, 0).toInstant(ZoneOffset.ofHours(8));
    }

    public ExtractOffice office() {
        // one data source for both, or nothing would be within a transaction
        var source = database.dataSource();
        return new ExtractOffice(
                JdbcClient.create(source),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                snapshots(),
                () -> new Tokens(tokens(), NAMES),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static PersonTokens tokens() {
        return new PersonTokens(new KeyedHash("a key of the tests alone".getBytes(StandardCharsets.US_ASCII)));
    }

    /** As {@code registries/} describes it. */
    RegistrySettings shipped(String name) {
        return RegistryRegister.open(HOME).find(new RegistryName(name)).orElseThrow();
    }

    /** A registry of these words beside {@code extract}. */
    public RegistrySettings described(String extract) {
        try {
            var home = Files.createDirectories(folder.resolve("described/tested"));
            Files.writeString(home.resolve("registry.yaml"), """
                    registry: tested
                    title: {zh: 试, en: tested}
                    code: MCA_LOW_INCOME
                    authority: 某局
                    purpose: PRIORITY_HELP
                    legalBasis: 人社部发〔2023〕27号 二（一）
                    validityDays: 180
                    extract:
                    """ + extract.indent(2));
            var register = RegistryRegister.open(folder.resolve("described"), HOME);
            return register.find(new RegistryName("tested"))
                    .orElseThrow(() -> new AssertionError(register.problems().toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    ExtractOutcome take(RegistrySettings registry, Path file) throws IOException {
        return office().intake().take(registry, brought(file));
    }

    static BroughtExtract brought(Path file) {
        return new BroughtExtract(file, Optional.empty(), "office", Optional.empty());
    }

    public Path csv(String name, Charset encoding, String... lines) throws IOException {
        return Files.write(folder.resolve(name), (String.join("\n", lines) + "\n").getBytes(encoding));
    }

    Path xlsx(String name, Sheets sheets) throws IOException {
        return workbook(name, new XSSFWorkbook(), sheets);
    }

    Path xls(String name, Sheets sheets) throws IOException {
        return workbook(name, new HSSFWorkbook(), sheets);
    }

    /** Fills a new workbook. */
    interface Sheets {
        void fill(Workbook workbook);
    }

    private Path workbook(String name, Workbook made, Sheets sheets) throws IOException {
        try (made;
                var out = Files.newOutputStream(folder.resolve(name))) {
            sheets.fill(made);
            made.write(out);
        }
        return folder.resolve(name);
    }

    /** Rows of texts from a row on, counted from 1; nothing is written for an empty text. */
    static void rows(Workbook workbook, String sheet, int from, List<List<String>> rows) {
        var into = workbook.getSheet(sheet) == null ? workbook.createSheet(sheet) : workbook.getSheet(sheet);
        for (var at = 0; at < rows.size(); at++) {
            var row = into.createRow(from - 1 + at);
            for (var column = 0; column < rows.get(at).size(); column++) {
                if (!rows.get(at).get(column).isEmpty()) {
                    row.createCell(column).setCellValue(rows.get(at).get(column));
                }
            }
        }
    }

    static void merge(Workbook workbook, String sheet, String range) {
        workbook.getSheet(sheet).addMergedRegion(CellRangeAddress.valueOf(range));
    }

    /** What the registry answers for these people, in their order. */
    List<Answer> asked(RegistrySettings registry, org.jianxi.gateway.registries.Person... people)
            throws RegistryUnavailable {
        var answers = new ArrayList<Answer>();
        office().open(registry.name())
                .ask(
                        List.of(people).stream()
                                .map(one -> new Person(ofRecord(one.idNumber(), one.name()), Optional::empty))
                                .toList(),
                        answers::add);
        return answers;
    }

    static PersonOfRecord ofRecord(String number, String name) {
        return new PersonOfRecord(
                Digest.of(tokens().ofNumber(number)),
                Optional.of(HexFormat.of().formatHex(tokens().ofName(number, NAMES.comparable(name)))));
    }
}

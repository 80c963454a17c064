package org.jianxi.gateway.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.documents.Table;
import org.jianxi.gateway.filing.RecordTemplate;
import org.jianxi.gateway.filing.SdmxStructure;
import org.jianxi.gateway.filing.SheetTemplate;
import org.jianxi.gateway.forms.CanonicalJson;
import org.jianxi.gateway.forms.CanonicalJsonSchema;
import org.jianxi.gateway.forms.CanonicalXsd;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.RecordJsonSchema;
import org.jianxi.gateway.forms.RecordXsd;
import org.jianxi.gateway.forms.Relation;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.forms.Returns;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is made from the form's definition and from the code is committed, and is what would be made today.
 *
 * <p>When this fails after a change of a definition or a rule, run it with {@code -Djianxi.write=true} and commit what it
 * wrote.
 */
class GeneratedFilesTest {

    private static final Pattern RULE_ID = Pattern.compile("\"([LBFSP]-[A-Z0-9]+(?:-[A-Z0-9]+)*)\"");

    private static final ReportingUnits UNITS = Divisions.reportingUnits(Path.of(""));
    private static final RuleCatalogue CATALOGUE = RuleCatalogue.ofMainCode();

    @Test
    void committedFilesAreWhatTheDefinitionMakes() throws IOException {
        for (var file : generated(Returns.FORMS).entrySet()) {
            var path = Path.of(file.getKey());
            if (Boolean.getBoolean("jianxi.write")) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, file.getValue());
            }
            assertThat(path).exists();
            assertThat(same(file.getKey(), Files.readAllBytes(path), file.getValue()))
                    .as(file.getKey() + " is out of date: run this test with -Djianxi.write=true and commit")
                    .isTrue();
        }
    }

    @Test
    void anEditionWithAnIndicatorMoreMakesItsFilesToo() throws IOException {
        var made = generated(Returns.LATER);

        assertThat(new String(made.get("schemas/canonical/monthly-return.xsd"), UTF_8))
                .contains("name=\"i15\"");
        assertThat(new String(made.get("schemas/canonical/monthly-return-MOHRSS-2027.schema.json"), UTF_8))
                .contains("\"15\": {");
        assertThat(new String(made.get("docs/rules.md"), UTF_8)).contains("`L-6-15`");
        assertThat(entries(made.get("schemas/forms/MOHRSS-2027.xlsx")).toString())
                .contains("其中：困难毕业生到岗人数");
        assertThat(new String(made.get("schemas/sdmx/mohrss-2027.json"), UTF_8))
                .contains("CL_INDICATOR_MOHRSS-2027", "其中：困难毕业生到岗人数");
    }

    @Test
    void noStructureOfStatisticsIsLeftBehindByAnEditionThatWent() throws IOException {
        try (var files = Files.list(Path.of("schemas/sdmx"))) {
            assertThat(files.map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(Returns.FORMS.all().stream()
                            .map(GeneratedFilesTest::sdmx)
                            .toList());
        }
    }

    @Test
    void aSecondVersionOfTheCanonicalFormMakesItsFilesBesideTheFirst() throws IOException {
        var home = Path.of("src/test/resources/versions");
        var made = generated(ReturnForms.load(home, bytes -> Returns.FORM.digest()));

        assertThat(made).containsKey("schemas/canonical/monthly-return.xsd");
        assertThat(new String(made.get("schemas/canonical/2/monthly-return.xsd"), UTF_8))
                .contains("urn:jianxi:canonical:2", "name=\"month\"");
        assertThat(new String(made.get("schemas/canonical/2/monthly-return-MOHRSS-2023.schema.json"), UTF_8))
                .contains("\"month\"", "\"version\"");
    }

    @Test
    void everyRuleIdInMainCodeStandsInTheRuleBook() throws IOException {
        var known = Stream.concat(
                        CATALOGUE.rules().stream().map(StatedRule::id),
                        Returns.FORM.relations().stream().map(Relation::rule))
                .collect(Collectors.toSet());
        var used = new HashSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                RULE_ID.matcher(Files.readString(file, UTF_8)).results().forEach(found -> used.add(found.group(1)));
            }
        }

        assertThat(known).as("give the rule an enum that implements StatedRule").containsAll(used);
    }

    @Test
    void everyRuleThatCanBeSaidHasItsAnchorItsRepairAndItsPlaceOnTheWire() throws IOException {
        var page = Files.readString(Path.of("docs/rules.md"), UTF_8);
        var wire = new JsonMapper().readTree(Files.readAllBytes(Path.of("schemas/rules.json")));
        var told = wire.path("rules")
                .valueStream()
                .collect(Collectors.toMap(rule -> rule.path("id").asString(""), rule -> rule));

        var sayable = Stream.concat(
                CATALOGUE.rules().stream().map(StatedRule::id),
                Returns.FORM.relations().stream().map(Relation::rule));
        assertThat(sayable.distinct()).isNotEmpty().allSatisfy(id -> {
            assertThat(page).containsOnlyOnce("### <a id=\"" + id + "\"></a>" + id + "\n");
            assertThat(told).containsKey(id);
            assertThat(told.get(id).at("/mend/zh").asString("")).isNotBlank();
            assertThat(told.get(id).at("/mend/en").asString("")).isNotBlank();
            assertThat(told.get(id).at("/example/rule").asString("")).isEqualTo(id);
        });
    }

    @Test
    void everyRemedyIsOfARuleThereIs() {
        var known = CATALOGUE.rules().stream().map(StatedRule::id).collect(Collectors.toSet());

        assertThat(Table.read(Path.of("src/test/resources/rules/remedies.csv")).rows())
                .extracting(row -> row.get("rule"))
                .doesNotHaveDuplicates()
                .isSubsetOf(known);
    }

    @Test
    void oneIdIsOneRule() {
        var demands = new HashMap<String, Bilingual>();
        for (var rule : CATALOGUE.rules()) {
            assertThat(demands.getOrDefault(rule.id(), rule.title()))
                    .as(rule.id())
                    .isEqualTo(rule.title());
            demands.put(rule.id(), rule.title());
        }
    }

    private Map<String, byte[]> generated(ReturnForms forms) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var form : forms.all()) {
            files.put(
                    "schemas/canonical/monthly-return-" + form.id() + ".schema.json",
                    CanonicalJson.write(CanonicalJsonSchema.of(form)));
            files.put("schemas/forms/" + form.id() + ".xlsx", SheetTemplate.write(form));
            files.put(sdmx(form), new SdmxStructure(form, UNITS).write());
        }
        files.put(
                "schemas/canonical/monthly-return.schema.json",
                CanonicalJson.write(CanonicalJsonSchema.ofAny(forms.all())));
        CanonicalXsd.files(forms).forEach((name, xsd) -> files.put("schemas/canonical/" + name, xsd.getBytes(UTF_8)));
        forms.versions().all().stream().skip(1).forEach(version -> {
            var folder = "schemas/canonical/" + version.number() + "/";
            CanonicalXsd.files(forms, version).forEach((name, xsd) -> files.put(folder + name, xsd.getBytes(UTF_8)));
            forms.all()
                    .forEach(form -> files.put(
                            folder + "monthly-return-" + form.id() + ".schema.json",
                            CanonicalJson.write(CanonicalJsonSchema.of(form, version))));
        });
        files.put(
                "schemas/openapi-components.yaml",
                new ApiComponents(forms).write().getBytes(UTF_8));
        var datasets = Datasets.load(Path.of(""));
        files.put("docs/datasets.md", new DatasetHandbook(datasets).write().getBytes(UTF_8));
        for (var dataset : datasets.canonical()) {
            files.put(
                    "schemas/canonical/" + dataset.id() + ".schema.json",
                    CanonicalJson.write(RecordJsonSchema.of(dataset)));
            files.put(
                    "schemas/canonical/" + dataset.id() + ".xsd",
                    RecordXsd.of(dataset).getBytes(UTF_8));
            files.put("schemas/forms/" + dataset.id() + ".xlsx", RecordTemplate.write(dataset));
            files.put("schemas/forms/" + dataset.id() + ".mapping.yaml", RecordTemplate.mapping(dataset));
        }
        var handbook = new RuleHandbook(forms, CATALOGUE);
        files.put("docs/rules.md", handbook.write().getBytes(UTF_8));
        files.put("schemas/rules.json", handbook.json());
        return files;
    }

    private static String sdmx(ReturnForm form) {
        return "schemas/sdmx/" + form.id().toLowerCase(Locale.ROOT) + ".json";
    }

    private static boolean same(String name, byte[] committed, byte[] made) throws IOException {
        return name.endsWith(".xlsx")
                ? entries(committed).equals(entries(made))
                : new String(committed, UTF_8).equals(new String(made, UTF_8));
    }

    /** Workbooks are compared by what is in them: how tightly a ZIP is packed is the JDK's affair. */
    private static Map<String, String> entries(byte[] zip) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return entries;
    }
}

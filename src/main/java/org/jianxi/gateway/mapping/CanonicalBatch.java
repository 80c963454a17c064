package org.jianxi.gateway.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.forms.CanonicalRule;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.mapping.conversion.Conversions;
import org.jianxi.gateway.mapping.conversion.StrictConversion;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.FieldText;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.notation.Namespaces;
import org.jianxi.gateway.mapping.notation.NumberStyle;
import org.jianxi.gateway.mapping.notation.RecordsAddress;
import org.jianxi.gateway.mapping.notation.RowNames;
import org.jianxi.gateway.mapping.notation.Words;
import org.jianxi.gateway.mapping.table.RecordLimits;
import tools.jackson.core.JsonPointer;

/**
 * A batch of records in canonical form, read by the machinery of mappings: every field stands under its own name, written as its JSON
 * Schema and XSD ({@code schemas/canonical/}) say, and nothing else stands there.
 */
public final class CanonicalBatch {

    static final String NAMESPACE = "urn:jianxi:canonical:1";
    static final String DATASET = "dataset";
    static final String SENDER = "sender";
    static final String PERIOD = "period";
    static final String RECORDS = "records";
    private static final String RECORD = "record";
    private static final String REMOVAL = "removal";

    /** In JSON, the member of a record that is gone. */
    static final String REMOVED = "removed";

    static final Address REMOVED_FLAG = pointer(REMOVED);

    private static final Words NOTHING = Words.root(YamlFile.parse("canonical", "{}"));

    private final Dataset dataset;
    private final MediaType type;
    private final RecordReading reading;

    private CanonicalBatch(Dataset dataset, MediaType type, RecordReading reading) {
        this.dataset = dataset;
        this.type = type;
        this.reading = reading;
    }

    /** Empty for CSV and workbooks, which have no canonical form, and for datasets without one. */
    public static Optional<CanonicalBatch> of(String dataset, MediaType type, Dictionary dictionary) {
        return switch (type) {
            case CSV, XLSX -> Optional.empty();
            case JSON, XML ->
                dictionary.datasets().canonical().stream()
                        .filter(one -> one.id().equals(dataset))
                        .map(one -> new CanonicalBatch(one, type, reading(one, type, dictionary)))
                        .findFirst();
        };
    }

    private static RecordReading reading(Dataset dataset, MediaType type, Dictionary dictionary) {
        var format = type == MediaType.JSON ? Format.JSON : Format.XML;
        var style = NumberStyle.read(NOTHING, format);
        var conversions = new Conversions(dictionary, style, false);
        var rules = dataset.fields().stream()
                .map(field -> rule(field, type, conversions))
                .toList();
        var addresses = AddressReader.ofRecords(format, Namespaces.read(NOTHING));
        var names = new RowNames(addresses, NOTHING);
        return new RecordReading(
                format,
                style,
                Optional.empty(),
                Optional.empty(),
                Optional.of(records(dataset, type)),
                Map.of(),
                RecordLimits.read(NOTHING),
                true,
                new RecordFields(dataset, rules, Optional.empty(), Optional.empty(), List.of(), names));
    }

    private static RecordsAddress records(Dataset dataset, MediaType type) {
        return type == MediaType.JSON
                ? new RecordsAddress.Items(List.of(RECORDS), false)
                : new RecordsAddress.Elements(path(dataset.id(), RECORDS, RECORD), Optional.of(REMOVAL));
    }

    private static FieldRule rule(Field field, MediaType type, Conversions conversions) {
        var address = type == MediaType.JSON ? pointer(field.name()) : path(field.name());
        var conversion = new StrictConversion(field.type(), type == MediaType.JSON, conversions.of(field, NOTHING));
        return new FieldRule(field, new FieldRule.Origin.At(address), Optional.empty(), conversion, Optional.empty());
    }

    private static Address pointer(String name) {
        return new Address.Pointer(JsonPointer.compile("/" + name));
    }

    private static Address.XmlPath path(String... names) {
        var steps = List.of(names).stream()
                .map(name -> new Address.Step(new Address.XmlName(NAMESPACE, name), Optional.empty()))
                .toList();
        return new Address.XmlPath("/" + String.join("/", names), steps, Optional.empty());
    }

    RecordReading reading() {
        return reading;
    }

    MediaType type() {
        return type;
    }

    Dataset dataset() {
        return dataset;
    }

    /** What stands above and around the records; the dataset is XML's root element. */
    Set<String> heading() {
        return type == MediaType.JSON ? Set.of(DATASET, SENDER, PERIOD, RECORDS) : Set.of(SENDER, PERIOD, RECORDS);
    }

    /** Where a part of the heading stands. */
    Address addressOf(String part) {
        return type == MediaType.JSON ? pointer(part) : path(dataset.id(), part);
    }

    /** A name that could be anything, a person's too, is not repeated. */
    static Finding stranger(String name, Place at) {
        var shown = name.matches("[@a-z()][A-Za-z0-9()]{0,39}") ? name : FieldText.shape(name);
        var rule = CanonicalRule.MEMBER;
        return Finding.error(
                rule,
                at,
                new Bilingual("规范报文里没有“%s”".formatted(shown), "The canonical form has no \"%s\"".formatted(shown)));
    }
}

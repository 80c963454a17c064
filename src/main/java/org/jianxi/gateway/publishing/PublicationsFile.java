package org.jianxi.gateway.publishing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.Field;
import org.jspecify.annotations.Nullable;

/** Reads {@code publications.yaml} once its schema was kept, and refuses what is not public. */
final class PublicationsFile {

    /** A unit's bank, and why it was withdrawn. */
    private static final Set<String> NEVER = Set.of("bankName", "bankAccountName", "withdrawReason");

    private final YamlFile file;
    private final Datasets datasets;

    PublicationsFile(YamlFile file, Datasets datasets) {
        this.file = file;
        this.datasets = datasets;
    }

    /** The file as it is written. */
    private record Written(Map<String, ListPart> lists) {}

    private record ListPart(
            String kind,
            Bilingual title,
            String clause,
            @Nullable String dataset,
            @Nullable OfPart of,
            @Nullable ShownPart shown,
            Map<String, FieldPart> fields) {}

    private record OfPart(String list, String by) {}

    private record ShownPart(
            Map<String, List<String>> when,
            @Nullable List<String> from,
            @Nullable List<String> until,
            @Nullable List<String> through) {

        Shown shown() {
            return new Shown(when, orNone(from), orNone(until), orNone(through));
        }

        private static List<String> orNone(@Nullable List<String> fields) {
            return fields == null ? List.of() : fields;
        }
    }

    private record FieldPart(
            @Nullable String from,
            @Nullable Bilingual label,
            @Nullable String jsonLd,
            @Nullable String rss) {

        PublishedField.RssPart part() {
            return switch (rss == null ? "" : rss) {
                case "title" -> PublishedField.RssPart.TITLE;
                case "category" -> PublishedField.RssPart.CATEGORY;
                case "pubDate" -> PublishedField.RssPart.PUBLISHED_ON;
                default -> PublishedField.RssPart.TEXT;
            };
        }
    }

    Publications read() {
        var written = file.as(Written.class);
        var lists = new EnumMap<ListKind, PublishedList>(ListKind.class);
        var stored = new HashMap<String, List<String>>();
        for (var kind : ListKind.values()) {
            var part = written.lists().get(kind.wireName());
            if (part == null) {
                throw file.problem("/lists", "lacks the list " + kind.wireName());
            }
            var list = list(kind, part, written);
            lists.put(kind, list);
            list.dataset().ifPresent(name -> stored.put(name, stored(list, dataset(kind, name))));
        }
        return new Publications(lists, stored);
    }

    private PublishedList list(ListKind kind, ListPart part, Written written) {
        var shown = part.shown() == null ? Shown.ALWAYS : part.shown().shown();
        var dataset = Optional.ofNullable(part.dataset()).map(name -> dataset(kind, name));
        var owner = Optional.ofNullable(part.of())
                .map(OfPart::list)
                .map(written.lists()::get)
                .flatMap(list -> Optional.ofNullable(list.dataset()))
                .map(name -> dataset(kind, name));
        var fields = new ArrayList<PublishedField>();
        part.fields().forEach((name, one) -> fields.add(field(kind, name, one, one.from() == null ? dataset : owner)));
        dataset.ifPresent(of -> check(shown, of, pointer(kind) + "/shown"));
        var by = Optional.ofNullable(part.of()).map(OfPart::by);
        by.ifPresent(name -> open(dataset.orElseThrow(), name, pointer(kind) + "/of/by"));
        return new PublishedList(kind, part.title(), part.clause(), dataset.map(Dataset::id), by, shown, fields);
    }

    private void check(Shown shown, Dataset dataset, String place) {
        shown.when().keySet().forEach(name -> open(dataset, name, place + "/when/" + name));
        shown.from().forEach(name -> open(dataset, name, place + "/from"));
        shown.until().forEach(name -> open(dataset, name, place + "/until"));
        shown.through().forEach(name -> open(dataset, name, place + "/through"));
    }

    private PublishedField field(ListKind kind, String name, FieldPart part, Optional<Dataset> dataset) {
        var place = pointer(kind) + "/fields/" + name;
        var known = dataset.map(of -> open(of, part.from() == null ? name : part.from(), place));
        if (known.isEmpty() && part.label() == null || known.isPresent() && part.label() != null) {
            throw file.problem(place, name + " has its label from its dataset, or here where there is none");
        }
        return new PublishedField(
                name,
                known.map(Field::label).orElseGet(() -> Objects.requireNonNull(part.label())),
                known.map(Field::type),
                Optional.ofNullable(part.from()),
                Optional.ofNullable(part.jsonLd()),
                part.part());
    }

    /** What decides or is shown lies in the clear: nothing that is a person's, nothing secret. */
    private Field open(Dataset dataset, String name, String place) {
        var field = dataset.find(name)
                .orElseThrow(() -> file.problem(place, "%s has no field %s".formatted(dataset.id(), name)));
        if (field.personal().isHidden()) {
            throw hidden(place, name, field);
        }
        if (NEVER.contains(name)) {
            throw file.problem(place, name + " is no person's, and shown to nobody all the same");
        }
        return field;
    }

    private FileProblem hidden(String place, String name, Field field) {
        var kind = field.personal().name().toLowerCase(Locale.ROOT);
        return file.problem(place, "%s is %s in the dictionary and is shown to nobody".formatted(name, kind));
    }

    private List<String> stored(PublishedList list, Dataset dataset) {
        var names = new LinkedHashSet<String>();
        list.fields().stream()
                .filter(field -> field.from().isEmpty())
                .map(PublishedField::name)
                .forEach(names::add);
        names.addAll(list.shown().fields());
        list.by().ifPresent(names::add);
        Owners.keys(dataset).stream()
                .filter(name -> list.kind() == ListKind.UNITS)
                .forEach(name ->
                        names.add(open(dataset, name, pointer(list.kind())).name()));
        return List.copyOf(names);
    }

    private Dataset dataset(ListKind kind, String name) {
        return datasets.find(name)
                .filter(Dataset::isOfRecords)
                .orElseThrow(() -> file.problem(pointer(kind) + "/dataset", name + " is no dataset of records"));
    }

    private static String pointer(ListKind kind) {
        return "/lists/" + kind.wireName();
    }
}

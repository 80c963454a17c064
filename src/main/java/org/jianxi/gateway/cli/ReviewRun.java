package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.registries.files.FieldSink;
import org.jianxi.gateway.registries.files.QuotedRows;
import org.jianxi.gateway.registries.files.RowSink;
import org.jianxi.gateway.registries.files.TableFile;
import org.jianxi.gateway.registries.identity.IdNumber;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.registries.identity.NameVariants;
import org.jianxi.gateway.registries.linkage.Candidate;
import org.jianxi.gateway.registries.linkage.Described;
import org.jianxi.gateway.registries.linkage.People;
import org.jianxi.gateway.registries.linkage.Search;
import org.jianxi.gateway.registries.linkage.Weights;

/** Looks for those of ours whose number is missing or wrong, by name, birth date and place. What is found is for a person to look at. */
record ReviewRun(Home home, ProgressLines progress) {

    private static final List<String> OF_PEOPLE = List.of("idNumber", "name", "birthDate", "division");
    private static final List<String> OF_REGISTRIES = List.of("idNumber", "name", "category");
    private static final Pattern DIVISION = Pattern.compile("[1-9][0-9]{5}");
    private static final int DIGITS_OF_DIVISION = 6;

    /** @param people how many have no valid number */
    record Reviewed(int people, List<Candidate> candidates) {}

    /** All that is read, each header of which has the columns it needs. */
    record Opened(Weights weights, NameForms forms, TableFile people, Map<String, TableFile> registries) {}

    /** Throws where a file or a column is missing, or the weights do not add up; nothing is read yet, so nothing was written either. */
    Opened open(Path file, List<RegistryFile> registries) {
        var tables = new LinkedHashMap<String, TableFile>();
        registries.forEach(one -> tables.put(one.name(), TableFile.open(one.file(), OF_REGISTRIES)));
        return new Opened(
                Weights.load(home.folder()),
                new NameVariants(home.schemas().resolve("codes/name-variants.csv")).read(),
                TableFile.open(file, OF_PEOPLE),
                tables);
    }

    Reviewed of(Opened opened) {
        var forms = opened.forms();
        var people = people(opened.people(), forms);
        var candidates = new ArrayList<Candidate>();
        for (var registry : opened.registries().entrySet()) {
            var search = new Search(opened.weights(), people, registry.getKey());
            var table = registry.getValue();
            RowSink rows = (line, number, name, category) -> IdNumber.read(number)
                    .ifPresent(read -> search.row(line, listed(read.citizen(), forms.comparable(name)), category));
            new QuotedRows(table, rows).all(progress.of(registry.getKey(), table.size()));
            candidates.addAll(search.candidates());
        }
        return new Reviewed(people.size(), candidates);
    }

    private People people(TableFile table, NameForms forms) {
        var people = new People();
        var row = new int[1];
        FieldSink rows = (line, fields) -> {
            row[0]++;
            if (IdNumber.read(fields.getFirst()).isEmpty()) {
                people.add(row[0], described(fields, forms));
            }
        };
        new QuotedRows(table, rows).all(progress.of("人员 people", table.size()));
        return people;
    }

    /** A date or division that is none says nothing. */
    private static Described described(List<String> fields, NameForms forms) {
        return new Described(
                forms.comparable(fields.get(1)),
                day(fields.get(2).strip()),
                Optional.of(fields.get(3).strip()).filter(DIVISION.asMatchPredicate()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The registry's number says when and where somebody was first registered. */
    private static Described listed(CitizenId citizen, String name) {
        return new Described(
                name,
                CitizenId.dateIn(citizen.number()),
                Optional.of(citizen.number().substring(0, DIGITS_OF_DIVISION)));
    }
}

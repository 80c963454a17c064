package org.jianxi.gateway.registries.extracts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.MappingRule;
import org.jianxi.gateway.mapping.source.StreamedTable;
import org.jianxi.gateway.mapping.source.TableOrigin;
import org.jianxi.gateway.registries.identity.DisabilityCertificate;
import org.jianxi.gateway.registries.identity.IdNumber;
import org.jianxi.gateway.registries.snapshot.SnapshotWriter;
import org.jianxi.gateway.registries.snapshot.Token;
import org.jianxi.gateway.registries.snapshot.Tokens;

/** Reads the rows of an extract once, as they stream by, into a snapshot of tokens. Numbers and names are kept nowhere; whoever has no
 * number is told of and forgotten with this. For one file. */
final class ExtractReading {

    private final ExtractForm form;
    private final Tokens tokens;
    private final SnapshotWriter snapshot;
    private final NumberlessRows numberless;
    private final EntryWords words = new EntryWords();
    private long rows;
    private long unusable;
    private long entries;
    private Place firstUnusable = Place.WHOLE;

    ExtractReading(ExtractForm form, Tokens tokens, SnapshotWriter snapshot, NumberlessRows numberless) {
        this.form = form;
        this.tokens = tokens;
        this.snapshot = snapshot;
        this.numberless = numberless;
    }

    /** Throws {@link RefusedExtract} where it cannot be read as agreed, or where its own count of rows is another. */
    ExtractCounts read(ExtractFile file) throws RefusedExtract, IOException {
        try {
            for (var table : file.tables()) {
                read(file, table);
            }
            return new ExtractCounts(rows, unusable, entries, 0, firstUnusable);
        } catch (UnreadableDocument unreadable) {
            throw RefusedExtract.of(unreadable);
        }
    }

    private void read(ExtractFile file, TableOrigin origin) throws UnreadableDocument, RefusedExtract, IOException {
        var counted = new DeclaredRows(form.declared());
        var before = rows;
        try (var table = file.open(origin, counted::hear)) {
            for (var row = table.next(); row != null; row = table.next()) {
                told(table, counted).forEach(this::unread);
                var asked = new ExtractRow(row);
                if (!counted.isRow() || isAnybodyIn(asked)) {
                    counted.forget();
                    read(asked, table);
                }
            }
            refuseCut(told(table, counted));
            counted.compare(rows - before, table.place());
        }
    }

    private boolean isAnybodyIn(ExtractRow row) throws RefusedExtract {
        for (var member : form.members()) {
            if (!row.text(member.idNumber()).isBlank()
                    || !row.text(member.name()).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Where rows have more or fewer fields than their header and were not read: nobody knows whose they are. */
    private static List<Place> told(StreamedTable table, DeclaredRows counted) throws RefusedExtract {
        var remarks = table.remarks();
        if (remarks.isEmpty()) {
            return List.of();
        }
        for (var remark : remarks) {
            if (remark.isError() && remark.rule().equals(MappingRule.MERGED.id())) {
                throw merged(remark.at());
            }
        }
        return remarks.stream()
                .filter(remark -> remark.rule().equals(DocumentRule.CSV.id()))
                .map(Finding::at)
                .filter(at -> !counted.isAt(at))
                .toList();
    }

    private static RefusedExtract merged(Place at) {
        return new RefusedExtract(
                ExtractRule.COLUMN,
                at,
                new Bilingual(
                        "数据单元格合并在一起，不知其值适用于哪些行；在 registry.yaml 中写 merged: fill，或写明各列",
                        "data cells are merged, and nobody says which rows their value means; write merged: fill in registry.yaml, or name the columns"));
    }

    private void unread(Place at) {
        rows++;
        unusable(at);
    }

    /** Behind the last whole row nothing else may stand than what ends the table. */
    private static void refuseCut(List<Place> behind) throws RefusedExtract {
        if (!behind.isEmpty()) {
            throw new RefusedExtract(
                    ExtractRule.TRUNCATED,
                    behind.getFirst(),
                    new Bilingual(
                            "文件在一行的中间结束；若是表尾的说明，写入 registry.yaml 的 until",
                            "it ends in the middle of a row; where that is a note, name it under until in registry.yaml"));
        }
    }

    private void unusable(Place at) {
        if (unusable++ == 0) {
            firstUnusable = at;
        }
    }

    private void read(ExtractRow row, StreamedTable table) throws RefusedExtract, IOException {
        rows++;
        if (form.insured().isPresent()) {
            readInsured(form.insured().get(), row, table);
            return;
        }
        var category = form.category().in(row);
        var kind = form.disabilityKind().in(row);
        var level = form.disabilityLevel().in(row);
        var people = 0;
        var lacking = false;
        for (var member : form.members()) {
            var number = row.text(member.idNumber());
            var name = row.text(member.name());
            if (number.isBlank() && name.isBlank()) {
                continue;
            }
            var word = new HardshipWord(category, member.relation().in(row), kind, level);
            var isPerson = add(number, name, word, table);
            if (isPerson) {
                people++;
            } else {
                lacking = true;
                numberless.take(line(table), member, row, word);
            }
        }
        if (lacking || people == 0) {
            unusable(table.place());
        }
    }

    /** A row is a person. Without a number nobody is looked for: nothing says of a row like that whose days they are. */
    private void readInsured(InsuredForm insured, ExtractRow row, StreamedTable table)
            throws RefusedExtract, IOException {
        var member = form.members().getFirst();
        var token = tokens.of(row.text(member.idNumber()), row.text(member.name()));
        var days = insured.in(row);
        if (token.isEmpty() || days.isEmpty()) {
            unusable(table.place());
        } else if (!insured.isTooOld(days.get())) {
            add(token.get(), insured.written(days.get()), EntryWords.Kind.INSURED_DAYS, table);
        }
    }

    /** A workbook's rows have none. */
    private static long line(StreamedTable table) {
        return Optional.ofNullable(table.place().line()).map(Number::longValue).orElse(0L);
    }

    private boolean add(String number, String name, HardshipWord word, StreamedTable table)
            throws RefusedExtract, IOException {
        var token = tokens.of(number, name);
        if (token.isEmpty()) {
            return false;
        }
        var said = word.with(certificate(number)).tidied();
        if (said.isTooLong()) {
            throw EntryWords.Kind.CATEGORIES.refused(table.place());
        }
        add(token.get(), said.written(), EntryWords.Kind.CATEGORIES, table);
        return true;
    }

    private void add(Token token, String written, EntryWords.Kind kind, StreamedTable table)
            throws RefusedExtract, IOException {
        words.take(written, kind, table.place());
        snapshot.add(token, written);
        entries++;
    }

    private static Optional<DisabilityCertificate> certificate(String number) {
        return IdNumber.read(number).flatMap(IdNumber::certificate);
    }
}

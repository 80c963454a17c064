package org.jianxi.gateway.mapping.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.MappingRule;
import org.jianxi.gateway.mapping.table.Value;
import org.jspecify.annotations.Nullable;

/** The rows of another table by their key, held in memory while the records stream by. */
public final class JoinedTable {

    private static final int MOST_ROWS = 200_000;
    private static final int MOST_REMARKS = 100;

    private final JoinRule rule;
    private final RecordStream stream;
    private final Map<String, Joined> rows = new HashMap<>();
    private final List<Finding> remarks = new ArrayList<>();
    private int unjoined;
    private @Nullable Place firstUntold;

    /** A row, where it stands, how many have its key, and whether a record was found for it. */
    private static final class Joined {
        private final SourceDocument row;
        private final Place place;
        private int count = 1;
        private boolean used;

        Joined(SourceDocument row, Place place) {
            this.row = row;
            this.place = place;
        }
    }

    private JoinedTable(JoinRule rule, RecordStream stream) {
        this.rule = rule;
        this.stream = stream;
    }

    public static JoinedTable read(JoinRule rule, RecordStream stream) throws UnreadableDocument {
        var table = new JoinedTable(rule, stream);
        var read = 0;
        for (var row = stream.next(); row != null; row = stream.next()) {
            if (++read > MOST_ROWS) {
                throw new UnreadableDocument(
                        DocumentRule.LIMIT,
                        stream.place(),
                        new Bilingual(
                                "附表超过%d行".formatted(MOST_ROWS),
                                "A joined table has more than %d rows".formatted(MOST_ROWS)));
            }
            table.keep(row, stream.place());
        }
        return table;
    }

    /** What one row says at an address, to know a column that none has; nothing where there is no row. */
    public Optional<Answer> probe(Address address) {
        return rows.values().stream().findFirst().map(joined -> joined.row.find(address));
    }

    private void keep(SourceDocument row, Place place) throws UnreadableDocument {
        var key = key(row, false);
        if (key.isEmpty()) {
            unjoined(place);
            return;
        }
        var before = rows.putIfAbsent(key.get(), new Joined(row, place));
        if (before != null) {
            before.count++;
        }
    }

    /** What the row that belongs to a record says. Nothing where none does; several rows are not chosen from. */
    Answer find(SourceDocument record, Address address) {
        var keyPlace = record.find(rule.keys().getFirst().own());
        var joined = own(record).map(rows::get).orElse(null);
        if (joined == null) {
            return keyPlace instanceof Answer.Found found
                    ? new Answer.Found(new Value.Nothing(), found.whereabouts())
                    : keyPlace;
        }
        joined.used = true;
        if (joined.count > 1) {
            return new Answer.Several(
                    joined.place,
                    new Bilingual(
                            "附表%s中有%d行与此记录对应".formatted(rule.name(), joined.count),
                            "%d rows of %s belong to this record".formatted(joined.count, rule.name())));
        }
        return joined.row.find(address);
    }

    private Optional<String> own(SourceDocument record) {
        try {
            return key(record, true);
        } catch (UnreadableDocument headerWithoutKey) {
            return Optional.empty();
        }
    }

    private Optional<String> key(SourceDocument row, boolean own) throws UnreadableDocument {
        var key = new StringBuilder();
        for (var part : rule.keys()) {
            switch (row.find(own ? part.own() : part.other())) {
                case Answer.Found found -> {
                    var text = Characters.label(found.value().asText()).toUpperCase(java.util.Locale.ROOT);
                    if (text.isEmpty()) {
                        return Optional.empty();
                    }
                    key.append(text).append('\u001F');
                }
                case Answer.NoSuchPlace none -> {
                    if (row.isTable()) {
                        throw new UnreadableDocument(DocumentRule.HEADER, none.nearest(), none.why());
                    }
                    return Optional.empty();
                }
                case Answer.Several several ->
                    throw new UnreadableDocument(DocumentRule.HEADER, several.first(), several.why());
            }
        }
        return Optional.of(key.toString());
    }

    /** What was worth saying, after the last record: rows that belong to none, the first hundred of them, and how many more. */
    public List<Finding> remarks() {
        remarks.addAll(0, stream.remarks());
        rows.values().stream().filter(joined -> !joined.used).forEach(joined -> unjoined(joined.place));
        if (firstUntold != null) {
            remarks.add(Finding.warning(
                    MappingRule.UNJOINED,
                    firstUntold,
                    new Bilingual(
                            "附表%s还有%d行没有对应的记录，未读取".formatted(rule.name(), unjoined - MOST_REMARKS),
                            "%d more rows of %s belong to no record and were not read"
                                    .formatted(unjoined - MOST_REMARKS, rule.name()))));
        }
        return remarks;
    }

    private void unjoined(Place place) {
        if (++unjoined > MOST_REMARKS) {
            firstUntold = firstUntold == null ? place : firstUntold;
        } else {
            remarks.add(Finding.warning(
                    MappingRule.UNJOINED,
                    place,
                    new Bilingual(
                            "附表%s的这一行没有对应的记录，未读取".formatted(rule.name()),
                            "This row of %s belongs to no record and was not read".formatted(rule.name()))));
        }
    }
}

package org.jianxi.gateway.derivation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.recordfiles.ReadRecord;
import org.jianxi.gateway.recordfiles.RecordFile;
import org.jianxi.gateway.recordfiles.RecordHeader;
import org.jspecify.annotations.Nullable;

/** The records of one file by their id, and which of them are the sender's. */
final class OwnedRecords {

    private static final Kept MINE = new Kept(true, null);
    private static final Kept ANOTHERS = new Kept(false, null);

    private final RecordFile file;
    private final Belonging others;
    private final Map<String, Kept> byId = new HashMap<>();
    private Set<String> fields = Set.of();
    private long orphans;

    /** @param facts null where no condition leads to them */
    private record Kept(boolean mine, @Nullable ReadRecord facts) {}

    OwnedRecords(RecordFile file, Belonging others) {
        this.file = file;
        this.others = others;
    }

    RecordFile file() {
        return file;
    }

    void headed(RecordHeader header) {
        this.fields = header.fields();
    }

    boolean has(String field) {
        return fields.contains(field);
    }

    /** How many records lead to none, so that nobody knows whose they are. */
    long orphans() {
        return orphans;
    }

    /** Remembers a record by its id; whether it is the sender's own. */
    boolean keep(ReadRecord record) {
        var mine = isMine(record);
        var key = file.key();
        var id = has(key) ? record.text(key) : null;
        if (id != null) {
            var kept = others.areLedTo(file.dataset()) ? new Kept(mine, record) : mine ? MINE : ANOTHERS;
            if (byId.put(id, kept) != null) {
                file.problems().add(file.name(), record.line(), key, "与上面的记录重复", "stands on a line above already");
            }
        }
        return mine;
    }

    private boolean isMine(ReadRecord record) {
        var field = others.belongsTo(file.dataset()).orElse(null);
        if (field == null) {
            return false;
        }
        if (file.dataset().find(field).orElseThrow().type() instanceof FieldType.Office) {
            return !has(field) || others.isSender(record.text(field));
        }
        var id = record.text(field);
        var owner = Optional.ofNullable(id).flatMap(known -> find(field, known));
        if (owner.isEmpty()) {
            orphans++;
        }
        return owner.map(Kept::mine).orElse(false);
    }

    /** The record that a field of this dataset leads to. */
    @Nullable
    ReadRecord reference(String field, String id) {
        return find(field, id).map(Kept::facts).orElse(null);
    }

    private Optional<Kept> find(String field, String id) {
        return file.leadsTo(field).flatMap(others::of).map(records -> records.byId.get(id));
    }
}

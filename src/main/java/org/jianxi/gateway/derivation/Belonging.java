package org.jianxi.gateway.derivation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.recordfiles.RecordFile;
import org.jspecify.annotations.Nullable;

/** Whose each record is, across all files read so far. */
final class Belonging {

    private final Definitions definitions;
    private final Sender sender;
    private final Set<String> ledTo;
    private final Map<String, OwnedRecords> read = new LinkedHashMap<>();

    Belonging(Definitions definitions, Sender sender) {
        this.definitions = definitions;
        this.sender = sender;
        this.ledTo = definitions.ledTo();
    }

    OwnedRecords begin(RecordFile file) {
        var records = new OwnedRecords(file, this);
        read.put(file.dataset().id(), records);
        return records;
    }

    /** By dataset, in the order read; a dataset without a file is absent. */
    Map<String, OwnedRecords> read() {
        return read;
    }

    Optional<OwnedRecords> of(String dataset) {
        return Optional.ofNullable(read.get(dataset));
    }

    /** The field that says whose a record is; empty where records are nobody's own. */
    Optional<String> belongsTo(Dataset dataset) {
        return Optional.ofNullable(definitions.belongsTo().get(dataset.id()));
    }

    boolean isSender(@Nullable String office) {
        return sender.code().equals(office);
    }

    /** Whether a condition asks what the dataset's records say when it stands at another's. */
    boolean areLedTo(Dataset dataset) {
        return ledTo.contains(dataset.id());
    }
}

package org.jianxi.gateway.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.signing.PersonTokens;

/**
 * What a record and its person are found by. For one thread.
 *
 * @param comparable makes the writings of one name equal
 */
record RecordTokens(PersonTokens tokens, UnaryOperator<String> comparable) {

    static final String TRAINEES = "trainees";

    private static final String TRAINEE = "traineeId";
    private static final String NAME = "name";

    /** The same for every version of one record of that sender. */
    byte[] record(Dataset dataset, Sender sender, CanonicalRecord content) {
        var key = texts(dataset.key(), content);
        return record(
                dataset.id(),
                sender,
                key.size() == dataset.key().size() ? key : texts(dataset.keyWithoutId(), content));
    }

    private static List<String> texts(List<String> fields, CanonicalRecord content) {
        return fields.stream().flatMap(field -> content.text(field).stream()).toList();
    }

    byte[] record(String dataset, Sender sender, List<String> key) {
        var parts = new ArrayList<>(List.of(dataset, sender.code()));
        parts.addAll(key);
        return tokens.ofRecord(parts);
    }

    /** The fields that may hold a citizen's number, in their order; what a dataset calls its trainees by may be one. */
    static List<String> identities(Dataset dataset) {
        var own = dataset.fields().stream()
                .filter(field -> field.type() instanceof FieldType.CitizenId)
                .map(Field::name);
        return Stream.concat(own, dataset.id().equals(TRAINEES) ? Stream.empty() : Stream.of(TRAINEE))
                .toList();
    }

    /** The first citizen's number in these fields. */
    Optional<CitizenId> citizen(List<String> identities, CanonicalRecord content) {
        for (var field : identities) {
            var found = content.text(field).flatMap(CitizenId::find);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    byte[] person(CitizenId citizen) {
        return tokens.ofNumber(citizen.number());
    }

    Optional<byte[]> name(CitizenId citizen, CanonicalRecord content) {
        return content.text(NAME).map(name -> tokens.ofName(citizen.number(), comparable.apply(name)));
    }

    /** The token of the trainee's own record, for a record that speaks of a trainee. */
    Optional<byte[]> trainee(Dataset dataset, Sender sender, CanonicalRecord content) {
        return dataset.id().equals(TRAINEES)
                ? Optional.empty()
                : content.text(TRAINEE).map(id -> record(TRAINEES, sender, List.of(id)));
    }
}

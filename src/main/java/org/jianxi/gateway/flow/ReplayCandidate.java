package org.jianxi.gateway.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.signing.Sm3;

/**
 * What is tried in a replay; everything that is not named here stays as it was for each delivery.
 *
 * @param mapping the file, checked, with its bytes
 * @param form a return definition, which holds the rules
 * @param calendar the folder of a working calendar
 */
public record ReplayCandidate(Optional<Mapping> mapping, Optional<ReturnForm> form, Optional<CalendarFiles> calendar) {

    /** A mapping with the bytes it was read from, so that it can be read again beside an older definition. */
    public record Mapping(MappingFile file, byte[] bytes) {}

    public static ReplayCandidate ofMapping(Mapping mapping) {
        return new ReplayCandidate(Optional.of(mapping), Optional.empty(), Optional.empty());
    }

    /** It may change the verdict on every delivery, whichever source it came from. */
    boolean concernsAll() {
        return form.isPresent() || calendar.isPresent();
    }

    /** For programs: {@code mapping {source dataset digest}, form {id digest}, calendar {version digest}}, those that are tried. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        mapping.map(Mapping::file)
                .ifPresent(file -> tree.put(
                        "mapping",
                        ReplayText.ordered(
                                "source", file.source().value(),
                                "dataset", file.dataset(),
                                "digest", file.digest().hex())));
        form.ifPresent(one -> tree.put(
                "form",
                ReplayText.ordered("id", one.id(), "digest", one.digest().hex())));
        calendar.ifPresent(files -> tree.put(
                "calendar",
                ReplayText.ordered(
                        "version",
                        files.read().version(),
                        "digest",
                        Sm3.of(files.bytes()).hex())));
        return tree;
    }
}

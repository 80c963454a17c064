package org.jianxi.gateway.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param beside mappings of records that come into force with the mapping
 */
public record ReplayCandidate(
        Optional<Mapping> mapping,
        Optional<ReturnForm> form,
        Optional<CalendarFiles> calendar,
        List<MappingFile> beside) {

    public ReplayCandidate {
        beside = List.copyOf(beside);
    }

    public ReplayCandidate(Optional<Mapping> mapping, Optional<ReturnForm> form, Optional<CalendarFiles> calendar) {
        this(mapping, form, calendar, List.of());
    }

    /** A mapping with the bytes it was read from, so that it can be read again beside an older definition. */
    public record Mapping(MappingFile file, byte[] bytes) {}

    public static ReplayCandidate ofMapping(Mapping mapping) {
        return new ReplayCandidate(Optional.of(mapping), Optional.empty(), Optional.empty());
    }

    public ReplayCandidate beside(List<MappingFile> others) {
        return new ReplayCandidate(mapping, form, calendar, others);
    }

    /** All mappings that are tried. */
    Stream<MappingFile> mappings() {
        return Stream.concat(mapping.map(Mapping::file).stream(), beside.stream());
    }

    /** It may change the verdict on every delivery, whichever source it came from. */
    boolean concernsAll() {
        return form.isPresent() || calendar.isPresent();
    }

    /** For programs: {@code mapping {source dataset digest}, beside [{source dataset digest}], form {id digest}, calendar {version digest}}, those that are tried. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        mapping.map(Mapping::file).ifPresent(file -> tree.put("mapping", tree(file)));
        if (!beside.isEmpty()) {
            tree.put("beside", beside.stream().map(ReplayCandidate::tree).toList());
        }
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

    private static Map<String, Object> tree(MappingFile file) {
        return ReplayText.ordered(
                "source", file.source().value(),
                "dataset", file.dataset(),
                "digest", file.digest().hex());
    }
}

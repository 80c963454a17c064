package org.jianxi.gateway.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.ledger.KeptFiles;
import org.jianxi.gateway.ledger.KeptFiles.KeptFile;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.signing.Sm3;
import tools.jackson.databind.json.JsonMapper;

/** Finds again what a recorded verdict rested on: in the files that were kept, or among those that are in force unchanged. */
final class Grounds {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final KeptFiles kept;
    private final VersionShelf inForce;
    private final ReturnForms forms;
    private final ReportingUnits units;
    private final Map<String, byte[]> bytes = new HashMap<>();
    private final Map<String, Ground.Rules> rules = new HashMap<>();
    private final Map<String, MappingFile> mappings = new HashMap<>();
    private final Map<String, WorkingCalendar> calendars = new HashMap<>();

    /** @param forms the editions in force, for those that a verdict does not name */
    Grounds(KeptFiles kept, VersionShelf inForce, ReturnForms forms, ReportingUnits units) {
        this.kept = kept;
        this.inForce = inForce;
        this.forms = forms;
        this.units = units;
    }

    ReportingUnits units() {
        return units;
    }

    /** What this verdict was made with; {@link NotReproducible} where a file of it is gone. */
    Ground of(StoredSubmission submission) throws NotReproducible {
        var versions = submission.decision().versions();
        return new Ground(
                rules(versions.definition()),
                mapping(versions.mapping(), versions.definition()),
                calendar(versions.calendarFiles()));
    }

    /** Reads what was accepted with it; by the editions in force where its own is gone. */
    CanonicalDocuments canonical(StoredSubmission submission) {
        try {
            return rules(submission.decision().versions().definition()).canonical();
        } catch (NotReproducible gone) {
            return rules.computeIfAbsent("", none -> Ground.Rules.of(forms, units))
                    .canonical();
        }
    }

    /** The editions as they then stood, with {@code other} in place of its namesake. */
    Ground.Rules rules(String definition, ReturnForm other) throws NotReproducible {
        var then = rules(definition).forms();
        return rules.computeIfAbsent(
                definition + "+" + other.digest().hex(), key -> Ground.Rules.of(then.with(other), units));
    }

    private Ground.Rules rules(String definition) throws NotReproducible {
        var known = rules.get(definition);
        if (known != null) {
            return known;
        }
        var then = definition.isEmpty() ? forms : forms.with(form(definition));
        var made = Ground.Rules.of(then, units);
        rules.put(definition, made);
        return made;
    }

    private ReturnForm form(String definition) throws NotReproducible {
        var written =
                bytes(definition).orElseThrow(() -> NotReproducible.missing("报表定义", "return definition", definition));
        return ReturnForms.read("definition " + definition, written, Sm3::of);
    }

    /** The mapping of that digest, read beside these editions. */
    Optional<MappingFile> mapping(String digest, ReturnForms beside) throws NotReproducible {
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        var written = bytes(digest).orElseThrow(() -> NotReproducible.missing("映射", "mapping", digest));
        return Optional.of(read(written, beside));
    }

    private Optional<MappingFile> mapping(String digest, String definition) throws NotReproducible {
        var known = mappings.get(digest + "/" + definition);
        if (known != null) {
            return Optional.of(known);
        }
        var read = mapping(digest, rules(definition).forms());
        read.ifPresent(file -> mappings.put(digest + "/" + definition, file));
        return read;
    }

    /** A mapping whose shape was checked once; {@link NotReproducible} where it does not fit these editions. */
    static MappingFile read(byte[] written, ReturnForms beside) throws NotReproducible {
        try {
            return MappingFile.kept("mapping", written, beside, Sm3::of);
        } catch (FileProblem misfit) {
            throw new NotReproducible(new Bilingual(
                    "映射与报表定义不相合：" + misfit.getMessage(),
                    "the mapping does not fit the return definition: " + misfit.getMessage()));
        }
    }

    private WorkingCalendar calendar(String digest) throws NotReproducible {
        var known = calendars.get(digest);
        if (known != null) {
            return known;
        }
        var written = bytes(digest).orElseThrow(() -> NotReproducible.missing("日历", "calendar", digest));
        var texts = new TreeMap<String, String>();
        JSON.readTree(written)
                .properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asString("")));
        var read = CalendarFiles.kept(texts).read();
        calendars.put(digest, read);
        return read;
    }

    /** The file of that digest. */
    Optional<byte[]> bytes(String digest) {
        var known = Optional.ofNullable(bytes.get(digest));
        if (known.isPresent()) {
            return known;
        }
        var named = new Digest(digest);
        var found = kept.find(named).map(KeptFile::bytes).or(() -> inForce.bytes(named));
        found.ifPresent(one -> bytes.put(digest, one));
        return found;
    }
}

package org.jianxi.gateway.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.signing.Sm3;

/** What a bundle says of itself: its month, its units, its senders, and the definitions everything in it was made under. */
final class Month {

    private final Bundle bundle;
    private final Statement index;
    private final Map<Digest, ReturnForm> definitions;
    private final Map<Digest, Reader> readers = new ConcurrentHashMap<>();
    private final Map<Digest, WorkingCalendar> calendars = new ConcurrentHashMap<>();
    private final Rereading.Maker maker;
    private final ReportingUnits units;

    private Month(Bundle bundle, Statement index, Map<Digest, ReturnForm> definitions, Rereading.Maker maker)
            throws Doubt {
        this.bundle = bundle;
        this.index = index;
        this.definitions = definitions;
        this.maker = maker;
        this.units = units(index);
    }

    /** The two ways to read a document under one definition. */
    record Reader(ReturnForm form, CanonicalDocuments canonical, Rereading own) {}

    /** One sender's place in the bundle. */
    record Entry(String folder, Sender sender, String raw, boolean signed) {}

    static Month of(Bundle bundle, Rereading.Maker maker) throws Doubt {
        var index = bundle.statement(Names.INDEX);
        Doubt.unlessEqual(Reason.UNREADABLE, Names.INDEX, 1L, index.number("bundle"));
        return new Month(bundle, index, definitions(bundle), maker);
    }

    private static Map<Digest, ReturnForm> definitions(Bundle bundle) throws Doubt {
        var definitions = new LinkedHashMap<Digest, ReturnForm>();
        for (var version : bundle.statement(Names.VERSIONS).objects("versions")) {
            var digest = version.digest("digest");
            var file = Names.version(digest);
            var bytes = bundle.file(file);
            Doubt.unlessEqual(Reason.VERSION_MISSING, file, digest, Sm3.of(bytes));
            if (version.text("name").equals("definition")) {
                definitions.put(digest, definition(file, bytes));
            }
        }
        return definitions;
    }

    private static ReturnForm definition(String file, byte[] bytes) throws Doubt {
        try {
            return ReturnForms.read(file, bytes, Sm3::of);
        } catch (FileProblem broken) {
            throw new Doubt(Reason.UNREADABLE, file, "a return definition", String.valueOf(broken.getMessage()));
        }
    }

    private static ReportingUnits units(Statement index) throws Doubt {
        var units = new ArrayList<ReportingUnit>();
        for (var unit : index.objects("units")) {
            units.add(new ReportingUnit(sender(unit, "code"), unit.text("name")));
        }
        return new ReportingUnits(units);
    }

    private static Sender sender(Statement statement, String member) throws Doubt {
        var code = statement.text(member);
        return Sender.parse(code)
                .orElseThrow(() -> new Doubt(Reason.UNREADABLE, statement.file(), "a division code", code));
    }

    /** When the bundle was made. */
    static Instant madeAt(Bundle bundle) throws Doubt {
        return bundle.statement(Names.INDEX).moment("madeAt");
    }

    Period period() throws Doubt {
        var text = index.text("period");
        return Period.parse(text).orElseThrow(() -> new Doubt(Reason.UNREADABLE, Names.INDEX, "a month", text));
    }

    int revision() throws Doubt {
        return Math.toIntExact(index.number("revision"));
    }

    ReportingUnits units() {
        return units;
    }

    /** The submissions that count. */
    List<Entry> entries() throws Doubt {
        return entries("submissions", Names::submission);
    }

    /** Those that a correction replaced. */
    List<Entry> replaced() throws Doubt {
        return index.has("replaced") ? entries("replaced", Names::replaced) : List.of();
    }

    private List<Entry> entries(String member, Function<Sender, String> folder) throws Doubt {
        var entries = new ArrayList<Entry>();
        for (var one : index.objects(member)) {
            var sender = sender(one, "sender");
            entries.add(new Entry(
                    folder.apply(sender),
                    sender,
                    one.text("raw"),
                    one.tree().path("signed").asBoolean(false)));
        }
        return entries;
    }

    /** The edition the province filed under. */
    ReturnForm form() throws Doubt {
        var id = index.text("form");
        return definitions.values().stream()
                .filter(form -> form.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Doubt(Reason.VERSION_MISSING, Names.VERSIONS, id, "-"));
    }

    /** Reads by exactly the definition of this digest; other editions are known beside it. */
    Reader reader(Digest definition) throws Doubt {
        var form = Optional.ofNullable(definitions.get(definition))
                .orElseThrow(() -> new Doubt(Reason.VERSION_MISSING, Names.version(definition), definition, "-"));
        return readers.computeIfAbsent(definition, digest -> {
            var forms = new ArrayList<ReturnForm>();
            forms.add(form);
            definitions.values().stream()
                    .filter(other -> !other.id().equals(form.id()))
                    .forEach(forms::add);
            var known = new ReturnForms(forms);
            return new Reader(form, new CanonicalDocuments(known), maker.over(known, units));
        });
    }

    /** The working calendar that was kept under this digest. */
    WorkingCalendar calendar(Digest digest) throws Doubt {
        var known = calendars.get(digest);
        if (known != null) {
            return known;
        }
        var file = Names.version(digest);
        var texts = new TreeMap<String, String>();
        var kept = Statement.read(
                file, bundle.find(file).orElseThrow(() -> new Doubt(Reason.VERSION_MISSING, file, digest, "-")));
        for (var name : kept.tree().propertyNames()) {
            texts.put(name, kept.text(name));
        }
        try {
            return calendars.computeIfAbsent(
                    digest, same -> CalendarFiles.kept(texts).read());
        } catch (FileProblem broken) {
            throw new Doubt(Reason.UNREADABLE, file, "a calendar", String.valueOf(broken.getMessage()));
        }
    }

    /** The file of a version that an entry names. */
    Optional<byte[]> version(String digest) throws Doubt {
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(bundle.find(Container.isName("versions/" + digest) ? "versions/" + digest : "")
                .orElseThrow(() -> new Doubt(Reason.VERSION_MISSING, "versions/" + digest, digest, "-")));
    }

    /** A canonical return of a sender, read under its definition. */
    static MonthlyReturn content(Reader reader, String file, byte[] canonical) throws Doubt {
        return reader.canonical()
                .read(canonical, MediaType.JSON)
                .complete()
                .orElseThrow(() -> new Doubt(Reason.UNREADABLE, file, "a whole canonical return", "something else"));
    }
}

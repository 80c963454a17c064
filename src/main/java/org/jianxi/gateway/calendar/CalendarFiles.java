package org.jianxi.gateway.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.documents.Table;
import org.jianxi.gateway.documents.YamlFile;

/**
 * Reads {@code schemas/calendar}: {@code calendar.yaml} and the two tables it names. Throws {@link FileProblem} naming the file and
 * line that cannot be used; there is no half a calendar.
 */
public final class CalendarFiles {

    private static final String INDEX = "calendar.yaml";
    private static final int FINGERPRINT_DIGITS = 8;
    private static final int LINES_BEFORE_ROWS = 2;

    private final UnaryOperator<String> label;
    private final UnaryOperator<String> text;

    /** @param folder {@code schemas/calendar} under the home folder */
    public CalendarFiles(Path folder) {
        this(name -> folder.resolve(name).toString(), name -> text(folder.resolve(name)));
    }

    private CalendarFiles(UnaryOperator<String> label, UnaryOperator<String> text) {
        this.label = label;
        this.text = text;
    }

    /** A version that was kept: the texts that {@link #bytes} wrote, by their names. */
    public static CalendarFiles kept(Map<String, String> texts) {
        return new CalendarFiles(
                UnaryOperator.identity(),
                name -> Optional.ofNullable(texts.get(name))
                        .orElseThrow(() -> new FileProblem(name, 0, "is not among the files kept")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new FileProblem(file.toString(), 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    public WorkingCalendar read() {
        var index = index();
        var national = index.national();
        var local = index.local();
        var days = new TreeMap<LocalDate, SpecialDay>();
        for (var day : rows(national, CalendarFiles::specialDay)) {
            if (days.put(day.date(), day) != null) {
                throw new FileProblem(label.apply(national), 0, day.date() + " stands twice");
            }
        }
        return new WorkingCalendar(
                index.name() + "+" + fingerprint(INDEX, national, local),
                ZoneId.of(index.zone()),
                days,
                index.published().stream()
                        .collect(Collectors.toMap(Year::year, Year::notice, (a, b) -> b, TreeMap::new)),
                index.everyYear().stream().collect(Collectors.toMap(Fixed::monthDay, Fixed::name)),
                rows(local, CalendarFiles::localHoliday));
    }

    /** The files themselves, each text under its name in one JSON object: what a version of the calendar is made of. */
    public byte[] bytes() {
        var index = index();
        var texts = new TreeMap<String, Object>();
        for (var name : List.of(INDEX, index.national(), index.local())) {
            texts.put(name, text.apply(name));
        }
        return JsonText.of(texts);
    }

    private Index index() {
        return YamlFile.parse(label.apply(INDEX), text.apply(INDEX)).as(Index.class);
    }

    private <T> List<T> rows(String file, Function<Map<String, String>, T> reading) {
        var rows = Table.parse(label.apply(file), text.apply(file)).rows();
        return IntStream.range(0, rows.size())
                .mapToObj(number -> {
                    try {
                        return reading.apply(rows.get(number));
                    } catch (DateTimeException | IllegalArgumentException wrong) {
                        throw new FileProblem(
                                label.apply(file), number + LINES_BEFORE_ROWS, String.valueOf(wrong.getMessage()));
                    }
                })
                .toList();
    }

    private static SpecialDay specialDay(Map<String, String> row) {
        var kind = switch (cell(row, "kind")) {
            case "holiday" -> SpecialDay.Kind.HOLIDAY;
            case "workday" -> SpecialDay.Kind.WORKDAY;
            default -> throw new IllegalArgumentException("kind must be holiday or workday");
        };
        return new SpecialDay(LocalDate.parse(cell(row, "date")), kind, cell(row, "name"));
    }

    private static LocalHoliday localHoliday(Map<String, String> row) {
        return new LocalHoliday(
                new Sender(cell(row, "division_code")),
                LocalDate.parse(cell(row, "start")),
                LocalDate.parse(cell(row, "end")),
                cell(row, "name"),
                cell(row, "scope"),
                cell(row, "attribution"));
    }

    private static String cell(Map<String, String> row, String column) {
        var value = row.get(column);
        if (value == null) {
            throw new IllegalArgumentException("there is no column " + column);
        }
        return value;
    }

    /** So that changed data cannot go under an unchanged name. */
    private String fingerprint(String... files) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                sha256.update(text.apply(file).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, FINGERPRINT_DIGITS);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private record Index(
            String name, String zone, String national, String local, List<Year> published, List<Fixed> everyYear) {}

    private record Year(int year, String notice) {}

    private record Fixed(String day, String name) {
        MonthDay monthDay() {
            return MonthDay.parse("--" + day);
        }
    }
}

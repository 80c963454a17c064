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
import java.util.TreeMap;
import java.util.function.Function;
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

    private static final int FINGERPRINT_DIGITS = 8;
    private static final int LINES_BEFORE_ROWS = 2;

    private final Path folder;

    /** @param folder {@code schemas/calendar} under the home folder */
    public CalendarFiles(Path folder) {
        this.folder = folder;
    }

    public WorkingCalendar read() {
        var yaml = YamlFile.read(folder.resolve("calendar.yaml"));
        var index = yaml.as(Index.class);
        var national = folder.resolve(index.national());
        var local = folder.resolve(index.local());
        var days = new TreeMap<LocalDate, SpecialDay>();
        for (var day : rows(national, CalendarFiles::specialDay)) {
            if (days.put(day.date(), day) != null) {
                throw new FileProblem(national.toString(), 0, day.date() + " stands twice");
            }
        }
        return new WorkingCalendar(
                index.name() + "+" + fingerprint(folder.resolve("calendar.yaml"), national, local),
                ZoneId.of(index.zone()),
                days,
                index.published().stream()
                        .collect(Collectors.toMap(Year::year, Year::notice, (a, b) -> b, TreeMap::new)),
                index.everyYear().stream().collect(Collectors.toMap(Fixed::monthDay, Fixed::name)),
                rows(local, CalendarFiles::localHoliday));
    }

    /** The files themselves, each text under its name in one JSON object: what a version of the calendar is made of. */
    public byte[] bytes() {
        var index = YamlFile.read(folder.resolve("calendar.yaml")).as(Index.class);
        var texts = new TreeMap<String, Object>();
        for (var name : List.of("calendar.yaml", index.national(), index.local())) {
            try {
                texts.put(name, Files.readString(folder.resolve(name), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new FileProblem(name, 0, "cannot be read: " + unreadable.getMessage());
            }
        }
        return JsonText.of(texts);
    }

    private static <T> List<T> rows(Path file, Function<Map<String, String>, T> reading) {
        var rows = Table.read(file).rows();
        return IntStream.range(0, rows.size())
                .mapToObj(number -> {
                    try {
                        return reading.apply(rows.get(number));
                    } catch (DateTimeException | IllegalArgumentException wrong) {
                        throw new FileProblem(
                                file.toString(), number + LINES_BEFORE_ROWS, String.valueOf(wrong.getMessage()));
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
    private static String fingerprint(Path... files) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                sha256.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, FINGERPRINT_DIGITS);
        } catch (IOException unreadable) {
            throw new FileProblem(files[0].toString(), 0, "cannot be read: " + unreadable.getMessage());
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

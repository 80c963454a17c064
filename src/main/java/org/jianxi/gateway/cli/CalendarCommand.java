package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.calendar.Deadlines;
import org.jianxi.gateway.calendar.SpecialDay;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jianxi calendar}: until when the returns of a period are in time. */
@Command(
        name = "calendar",
        description = "各期报表的截止日期 · both deadlines of each period",
        footer = {"", "例 Example:", "  ./jianxi calendar 2023-04 2024-03 2026-01 --json"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class CalendarCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PERIOD", arity = "1..*", description = "月份，如 2023-06 · months such as 2023-06")
    private List<Period> periods;

    @Option(names = "--json", description = "JSON 输出 · one JSON document")
    private boolean json;

    CalendarCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var calendar = new CalendarFiles(home.schemas().resolve("calendar")).read();
        var deadlines = periods.stream().map(calendar::deadlinesOf).toList();
        var out = spec.commandLine().getOut();
        if (json) {
            new Output(spec.commandLine()).json(document(calendar, deadlines));
        } else {
            deadlines.forEach(one -> print(out, one));
            out.println("日历 calendar: " + calendar.version());
        }
        return ExitCodes.YES;
    }

    private static Map<String, Object> document(WorkingCalendar calendar, List<Deadlines> deadlines) {
        var document = new LinkedHashMap<String, Object>();
        document.put("calendar", calendar.version());
        document.put(
                "periods", deadlines.stream().map(CalendarCommand::document).toList());
        return document;
    }

    private static Map<String, Object> document(Deadlines deadlines) {
        var document = new LinkedHashMap<String, Object>();
        document.put("period", deadlines.period().toString());
        document.put("unitDeadline", deadlines.unitDay().toString());
        document.put("provinceDeadline", deadlines.provinceDay().toString());
        document.put("provisional", deadlines.provisional());
        return document;
    }

    private static void print(PrintWriter out, Deadlines deadlines) {
        out.printf(
                "%s  各州市 units %s 24:00  全省 province %s 24:00%s%n",
                deadlines.period(),
                deadlines.unitDay(),
                deadlines.provinceDay(),
                deadlines.provisional() ? "  暂定，该年放假安排未公布 · provisional, no schedule published" : "");
        for (var day : deadlines.moved()) {
            out.printf("         %s %s %s%n", day.date(), day.name(), words(day.kind()));
        }
    }

    private static String words(SpecialDay.Kind kind) {
        return switch (kind) {
            case HOLIDAY -> "放假 holiday";
            case WORKDAY -> "调休上班 worked";
        };
    }
}

package org.jianxi.gateway.entitlement;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Record files of a made-up province of any size, with every way that a placement and its money can go. Nobody is in them. */
public record MadeUpMoney(Path folder, Random random) {

    private static final List<String> OFFICES = List.of("530100", "530300", "539900");
    private static final LocalDate FIRST = LocalDate.of(2022, 9, 1);

    public static void write(Path folder, long seed, int placements) throws IOException {
        new MadeUpMoney(folder, new Random(seed)).write(placements);
    }

    private void write(int placements) throws IOException {
        var units = Math.max(3, placements / 8);
        rows("units", "unitId,reportingOffice,name", units, row -> line("U" + row, one(OFFICES), "单位" + row));
        rows(
                "placements",
                "placementId,unitId,startOn,plannedEndOn,actualEndOn,endKind,outcome,contractFrom,status",
                placements,
                row -> placement(row, units));
        rows(
                "payments",
                "paymentId,placementId,kind,periodFrom,periodTo,months,standard,amountYuan,appliedOn,paidOn,status",
                placements * 4,
                row -> payment(row, placements));
    }

    private String placement(int row, int units) {
        var start = day(FIRST, 420);
        var planned = random.nextInt(12) == 0
                ? null
                : start.plusMonths(1 + random.nextInt(15)).plusDays(shift());
        var actual = random.nextInt(3) == 0
                ? null
                : start.plusMonths(random.nextInt(12)).plusDays(random.nextInt(32));
        var kind =
                actual == null ? null : one(List.of("TERM_COMPLETED", "EARLY_RETAINED", "EARLY_RETAINED", "ABNORMAL"));
        var contract = actual == null || random.nextBoolean() ? null : actual.plusDays(random.nextInt(90) - 30);
        return line(
                "L" + row,
                "U" + random.nextInt(units),
                start.toString(),
                text(planned),
                text(actual),
                kind,
                actual == null ? null : one(List.of("RETAINED", "OTHER_EMPLOYED", "NOT_EMPLOYED")),
                text(contract),
                random.nextInt(15) == 0 ? "CANCELLED" : "IN_POST");
    }

    private String payment(int row, int placements) {
        var from = YearMonth.of(2022, 10).plusMonths(random.nextInt(18));
        var months = 1 + random.nextInt(3);
        var applied = day(FIRST, 600);
        return line(
                "B" + row,
                "L" + random.nextInt(placements + 1),
                one(List.of("MONTHLY", "MONTHLY", "MONTHLY", "DIFFERENCE", "REMAINDER", "INSURANCE")),
                from.toString(),
                from.plusMonths(months - 1L).toString(),
                String.valueOf(months),
                one(List.of("1500", "1500.00", "500", "2000")),
                random.nextInt(5_000) + "." + (10 + random.nextInt(90)),
                applied.toString(),
                random.nextInt(4) == 0
                        ? null
                        : applied.plusDays(random.nextInt(60)).toString(),
                one(List.of("PAID", "PAID", "PAID", "APPLIED", "RECOVERED", "REJECTED")));
    }

    /** Half of all terms end a day before the same day of a month, as agreements do. */
    private int shift() {
        return random.nextBoolean() ? -1 : random.nextInt(28);
    }

    private LocalDate day(LocalDate first, int days) {
        var day = first.plusDays(random.nextInt(days));
        return switch (random.nextInt(4)) {
            case 0 -> day.withDayOfMonth(1);
            case 1 -> day.withDayOfMonth(day.lengthOfMonth());
            default -> day;
        };
    }

    private interface Row {
        String of(int number);
    }

    private void rows(String dataset, String header, int count, Row row) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve(dataset + ".csv"))) {
            out.write(header + "\n");
            for (var number = 0; number < count; number++) {
                out.write(row.of(number) + "\n");
            }
        }
    }

    private static String line(@Nullable String... values) {
        var texts = new ArrayList<String>();
        for (var value : values) {
            texts.add(value == null ? "" : value);
        }
        return String.join(",", texts);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}

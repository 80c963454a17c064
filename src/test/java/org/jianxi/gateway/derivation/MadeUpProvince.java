package org.jianxi.gateway.derivation;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Record files of a made-up province of any size, with every kind of record that a definition tells apart. Nobody is in them. */
public record MadeUpProvince(Path folder, Random random) {

    private static final List<String> OFFICES = List.of("530100", "530300", "539900");
    private static final LocalDate FIRST = LocalDate.of(2022, 10, 1);
    private static final int DAYS = 330;

    public static void write(Path folder, long seed, int placements) throws IOException {
        new MadeUpProvince(folder, new Random(seed)).write(placements);
    }

    private void write(int placements) throws IOException {
        var units = Math.max(3, placements / 20);
        rows(
                "units",
                "unitId,reportingOffice,recognisedOn,recognitionValidTo,withdrawnOn,unitName",
                units,
                row -> line("U" + row, one(OFFICES), day(), maybe(day()), maybe(day()), "单位" + row));
        rows(
                "posts",
                "postId,unitId,headcount,raisedOn,closedOn",
                units * 2,
                row -> line(
                        "P" + row,
                        "U" + random.nextInt(units + 1),
                        String.valueOf(1 + random.nextInt(9)),
                        day(),
                        maybe(day())));
        rows("trainees", "traineeId,category", placements, row -> line("T" + row, one(List.of("01", "02", "03"))));
        rows(
                "placements",
                "placementId,unitId,traineeId,startOn,actualEndOn,endKind,outcome,status",
                placements,
                row -> placement(row, units, placements));
        rows(
                "payments",
                "paymentId,placementId,amountYuan,paidOn,status",
                placements,
                row -> line(
                        "B" + row,
                        "L" + random.nextInt(placements + 1),
                        new BigDecimal(random.nextInt(300_000)).movePointLeft(2).toPlainString(),
                        maybe(day()),
                        one(List.of("PAID", "PAID", "APPLIED", "RECOVERED"))));
    }

    private String placement(int row, int units, int trainees) {
        var ended = random.nextBoolean();
        return line(
                "L" + row,
                "U" + random.nextInt(units),
                "T" + random.nextInt(trainees + 1),
                day(),
                ended ? day() : null,
                ended ? one(List.of("TERM_COMPLETED", "EARLY_RETAINED", "ABNORMAL")) : null,
                ended ? one(List.of("RETAINED", "OTHER_EMPLOYED", "NOT_EMPLOYED", "UNKNOWN")) : null,
                random.nextInt(10) == 0 ? "CANCELLED" : "IN_POST");
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

    /** The first and last days of months are as frequent as all others together. */
    private String day() {
        var day = FIRST.plusDays(random.nextInt(DAYS));
        return switch (random.nextInt(4)) {
            case 0 -> day.withDayOfMonth(1).toString();
            case 1 -> day.withDayOfMonth(day.lengthOfMonth()).toString();
            default -> day.toString();
        };
    }

    private @Nullable String maybe(String value) {
        return random.nextInt(3) == 0 ? value : null;
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}

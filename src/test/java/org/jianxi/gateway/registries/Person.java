package org.jianxi.gateway.registries;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.CheckDigits;

/** The person with a certain number: always the same one, and no two share an identity number. Nobody who lives. */
public record Person(long number) {

    private static final List<String> SURNAMES = List.of("杨", "李", "王", "张", "陈", "刘", "普", "和", "木", "刀", "岩", "马");
    private static final List<String> GIVEN =
            List.of("秀", "英", "平", "志", "强", "文", "丽", "云", "梅", "国", "春", "海", "龙", "凤", "学", "明", "洁", "杰");
    private static final LocalDate FIRST_DAY = LocalDate.of(1940, 1, 1);
    private static final int DAYS = 24_837;
    private static final int SEQUENCES = 995;
    private static final long FIRST_AREA = 530_100;

    /** As yyyymmdd: formatting a date for each of fifty million is slow. */
    private static final int[] DAY_NUMBERS = IntStream.range(0, DAYS)
            .map(day -> Integer.parseInt(FIRST_DAY.plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE)))
            .toArray();

    /** More than seven times as many as stand in the three registries of the country. */
    private static final long ALL = (long) DAYS * SEQUENCES * 128;

    private static final long STRIDE = 1_000_000_007L;

    /** An identity number of 18 characters. */
    public String idNumber() {
        var first17 = Long.toString(packed());
        return first17 + CheckDigits.citizen(first17);
    }

    /** The first 17 digits as one number. */
    public long packed() {
        var place = Math.floorMod(number * STRIDE, ALL);
        var day = FIRST_DAY.plusDays(place % DAYS);
        var rest = place / DAYS;
        var sequence = 1 + rest % SEQUENCES;
        var area = FIRST_AREA + rest / SEQUENCES;
        return (area * 100_000_000 + DAY_NUMBERS[(int) (place % DAYS)]) * 1000 + sequence;
    }

    /** A name of two or three characters; for one in nine a minority's, with its dot. */
    public String name() {
        var given = GIVEN.get(at(3, GIVEN.size()));
        return switch (at(1, 9)) {
            case 0 -> "阿依" + given + "·买买提" + GIVEN.get(at(7, GIVEN.size()));
            case 1, 2 -> SURNAMES.get(at(2, SURNAMES.size())) + given;
            default -> SURNAMES.get(at(2, SURNAMES.size())) + given + GIVEN.get(at(5, GIVEN.size()));
        };
    }

    private int at(int salt, int size) {
        var mixed = (number + salt * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return (int) Math.floorMod((mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL >>> 33, (long) size);
    }
}

package org.jianxi.gateway.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Returns that tell their figures twice, for the month before and for the month: a draft reads one of the two and says which. */
class BlocksTest {

    private static final Path HOME = Path.of("");
    private static final ReturnForms FORMS = ReturnForms.load(HOME, Sm3::of);
    private static final Suggester SUGGESTER = Suggester.open(HOME);

    private static final List<String> NAMES = List.of(
            "dwzs", "xzdws", "gwzs", "xzgws", "jhrs", "dgrs", "dgbys", "wcrs", "lyrs", "lybys", "qtjy", "fzcjs", "zgrs",
            "btzj");
    private static final List<Integer> BEFORE = List.of(30, 1, 300, 9, 40, 30, 20, 12, 8, 5, 2, 1, 90, 100);
    private static final List<Integer> NOW = List.of(32, 2, 310, 10, 41, 33, 21, 14, 9, 6, 3, 0, 95, 130);

    @ParameterizedTest
    @CsvSource({
        "sq, bq",
        "bq, sq",
        "shangyue, benyue",
        "last, current",
        "上期, 本期",
        "去年同期, 本月",
        "qntq, by",
    })
    void theBlockNamedThisMonthIsReadWhereverItStands(String first, String second) throws Exception {
        var own = List.of("bq", "benyue", "current", "本期", "本月", "by").contains(first) ? first : second;
        var other = own.equals(first) ? second : first;
        var xml = "<yb>" + block(first, BEFORE, "") + block(second, NOW, "") + "</yb>";

        var suggestion = suggest(MediaType.XML, xml);

        assertThat(suggestion.placed().stream().filter(one -> one.target().matches("[0-9]+")))
                .hasSizeGreaterThanOrEqualTo(13)
                .allMatch(one -> String.valueOf(one.address()).contains("/yb/" + own + "/"))
                .allMatch(one -> one.reason().contains("取自" + own));
        assertThat(suggestion.left().stream().filter(place -> place.startsWith("/yb/" + other + "/")))
                .hasSize(14);
        assertThat(suggestion.draft()).contains("全部取自" + own, "all are read from " + own);
    }

    @Test
    void ofBlocksWithoutATellingNameTheOneOfTheLaterMonthIsRead() throws Exception {
        var xml = "<yb>" + block("a", NOW, "<ny>202406</ny>") + block("b", BEFORE, "<ny>202405</ny>") + "</yb>";

        var suggestion = suggest(MediaType.XML, xml);

        assertThat(figures(suggestion)).allMatch(place -> place.contains("/yb/a/"));
        assertThat(suggestion.draft()).contains("月份最晚").contains("period: {at: /yb/a/ny, as: yyyyMM}");
    }

    @Test
    void anElementThatComesTwiceIsToldApartByItsAttribute() throws Exception {
        var xml = "<yb>" + block("qi", BEFORE, "", "lx=\"上月\"") + block("qi", NOW, "", "lx=\"本月\"") + "</yb>";

        assertThat(figures(suggest(MediaType.XML, xml)))
                .hasSize(14)
                .allMatch(place -> place.contains("/yb/qi[@lx='本月']/"));
    }

    @Test
    void membersOfJsonAreToldApartLikewise() throws Exception {
        var json = "{\"data\":{\"lastMonth\":" + object(BEFORE) + ",\"thisMonth\":" + object(NOW) + "}}";

        assertThat(figures(suggest(MediaType.JSON, json)))
                .hasSize(14)
                .allMatch(place -> place.startsWith("/data/thisMonth/"));
    }

    @Test
    void whichOfTwoCannotBeToldIsSaid() throws Exception {
        var xml = "<yb>" + block("a", NOW, "") + block("b", BEFORE, "") + "</yb>";

        assertThat(suggest(MediaType.XML, xml).draft()).contains("看不出哪组是本期").contains("cannot be told");
    }

    @Test
    void moneyOfTheYearIsReadInTheYearsOwnBlock() throws Exception {
        var xml = "<yb>" + block("bq", NOW, "") + block("bnlj", BEFORE, "") + "</yb>";

        var suggestion = suggest(MediaType.XML, xml);

        assertThat(figures(suggestion).subList(0, 13)).allMatch(place -> place.startsWith("/yb/bq/"));
        assertThat(figures(suggestion).getLast()).isEqualTo("/yb/bnlj/btzj");
    }

    @Test
    void oneBlockAloneIsNothingToTellApart() throws Exception {
        assertThat(suggest(MediaType.XML, "<yb>" + block("bq", NOW, "") + "</yb>")
                        .draft())
                .doesNotContain("全部取自");
    }

    private static List<String> figures(Suggestion suggestion) {
        return suggestion.placed().stream()
                .filter(one -> one.target().matches("[0-9]+"))
                .map(one -> String.valueOf(one.address().get("at")))
                .toList();
    }

    private static String block(String name, List<Integer> figures, String more) {
        return block(name, figures, more, "");
    }

    private static String block(String name, List<Integer> figures, String more, String attribute) {
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> "<%s>%d</%s>".formatted(NAMES.get(i), figures.get(i), NAMES.get(i)))
                .collect(Collectors.joining("", "<" + name + " " + attribute + ">" + more, "</" + name + ">"));
    }

    private static String object(List<Integer> figures) {
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> "\"%s\":%d".formatted(NAMES.get(i), figures.get(i)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Suggestion suggest(MediaType type, String sample) throws Exception {
        return SUGGESTER.suggest(
                new Suggester.OfReturn("draft", FORMS.find("MOHRSS-2023").orElseThrow()),
                type,
                sample.getBytes(StandardCharsets.UTF_8));
    }
}

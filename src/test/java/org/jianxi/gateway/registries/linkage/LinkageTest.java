package org.jianxi.gateway.registries.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What name, birth date and place add up to. */
class LinkageTest {

    private static final Weights WEIGHTS = Weights.load(Path.of(""));

    @Property
    void theStepsAddUpAndMoreBitsAreMoreLikely(@ForAll("somebody") Described one, @ForAll("somebody") Described other) {
        var why = new Waterfall(WEIGHTS.prior(1000), WEIGHTS.steps(one, other));

        var sum = why.prior();
        for (var step : why.steps()) {
            sum += step.bits();
        }
        assertThat(why.total()).isCloseTo(sum, within(1e-9));
        assertThat(why.probability()).isStrictlyBetween(0.0, 1.0);
        var more = new ArrayList<>(why.steps());
        more.add(new Waterfall.Step("name", "equal", new Bilingual("", ""), 1));
        assertThat(new Waterfall(why.prior(), more).probability()).isGreaterThan(why.probability());
    }

    @Property
    void whoIsComparedWithWhomMakesNoDifference(
            @ForAll("somebody") Described one, @ForAll("somebody") Described other) {
        assertThat(WEIGHTS.steps(one, other)).isEqualTo(WEIGHTS.steps(other, one));
    }

    @Property
    void whatIsBlankSpeaksNeitherForNorAgainst(@ForAll("somebody") Described one) {
        assertThat(WEIGHTS.steps(one, new Described("", Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Provide
    Arbitrary<Described> somebody() {
        var name = Arbitraries.strings().withChars("杨李王秀英平").ofMinLength(0).ofMaxLength(4);
        var day = Dates.dates()
                .between(LocalDate.of(1999, 1, 1), LocalDate.of(2001, 12, 31))
                .optional();
        var division = Arbitraries.of("530102", "530103", "532901", "110101").optional();
        return Combinators.combine(name, day, division).as(Described::new);
    }

    @Test
    void levelsOfNames() {
        assertThat(Comparison.names("杨秀英", "杨秀英")).contains("equal");
        assertThat(Comparison.names("杨秀英", "杨秀平")).contains("similar");
        assertThat(Comparison.names("杨秀英", "杨英秀")).contains("similar");
        assertThat(Comparison.names("杨秀英", "杨秀")).contains("similar");
        assertThat(Comparison.names("杨秀英", "李国平")).contains("different");
        assertThat(Comparison.names("杨", "李")).contains("different");
        assertThat(Comparison.names("", "李")).isEmpty();
    }

    @Test
    void levelsOfDaysAndPlaces() {
        assertThat(days("2001-03-15", "2001-03-15")).contains("equal");
        assertThat(days("2001-03-15", "2001-03-16")).contains("similar");
        assertThat(days("2001-03-05", "2001-05-03"))
                .as("month and day changed places")
                .contains("similar");
        assertThat(days("2001-03-15", "2003-07-15")).contains("different");
        assertThat(Comparison.divisions(Optional.of("530102"), Optional.of("530103")))
                .contains("prefecture");
        assertThat(Comparison.divisions(Optional.of("530102"), Optional.of("532901")))
                .contains("province");
        assertThat(Comparison.divisions(Optional.of("530102"), Optional.of("110101")))
                .contains("elsewhere");
    }

    @Test
    void aWaterfallSaysWhatAddsUpInBothLanguages() {
        var one = new Described("杨秀英", Optional.of(LocalDate.of(2001, 3, 15)), Optional.of("530102"));
        var why = new Waterfall(WEIGHTS.prior(100_000), WEIGHTS.steps(one, one));

        assertThat(why.words().zh()).isEqualTo("先验 -19.9，姓名相同 +11.6，出生日期相同 +13.9，户籍地同县 +6.4 = 12.0，99.97%");
        assertThat(why.words().en())
                .isEqualTo("prior -19.9, name equal +11.6, birth date equal +13.9, registered division same county +6.4"
                        + " = 12.0, 99.97%");
    }

    @Test
    void probabilitiesThatDoNotAddUpAreRefusedWithTheirLine(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("schemas/linkage"));
        Files.copy(Path.of("schemas/linkage.schema.json"), home.resolve("schemas/linkage.schema.json"));
        var text = Files.readString(Path.of("schemas/linkage/weights.yaml"));
        Files.writeString(home.resolve("schemas/linkage/weights.yaml"), text.replace("'0.93'", "'0.94'"));

        assertThatThrownBy(() -> Weights.load(home)).isInstanceOfSatisfying(FileProblem.class, problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.getMessage()).contains("same adds up to 1.01");
        });
    }

    @Test
    void anAgreementThatWeighsMoreThanABetterOneIsRefused(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("schemas/linkage"));
        Files.copy(Path.of("schemas/linkage.schema.json"), home.resolve("schemas/linkage.schema.json"));
        var text = Files.readString(Path.of("schemas/linkage/weights.yaml"));
        Files.writeString(
                home.resolve("schemas/linkage/weights.yaml"),
                text.replace("same: '0.82', other: '0.01'", "same: '0.08', other: '0.06'")
                        .replace(
                                "same: '0.08', other: '0.06'}\n      province",
                                "same: '0.82', other: '0.01'}\n      province"));

        assertThatThrownBy(() -> Weights.load(home)).hasMessageContaining("weigh less");

        Files.writeString(home.resolve("schemas/linkage/weights.yaml"), text.replace("      county:", "      kreis:"));
        assertThatThrownBy(() -> Weights.load(home)).hasMessageContaining("county");
    }

    @Test
    void aDayOnWhichEverybodyIsBornFindsNobody() {
        var people = new People();
        var born = Optional.of(LocalDate.of(2000, 1, 1));
        for (var row = 1; row <= 201; row++) {
            people.add(row, new Described("人" + row, born, Optional.empty()));
        }

        assertThat(people.like(new Described("", born, Optional.empty()))).isEmpty();
        assertThat(people.like(new Described("人7", born, Optional.empty()))).containsExactly(7);
    }

    @Test
    void theFiveLikeliestAreKeptAndThoseOfNoWeightAreNot() {
        var people = new People();
        var somebody = new Described("杨秀英", Optional.of(LocalDate.of(2001, 3, 15)), Optional.of("530102"));
        people.add(1, somebody);
        var search = new Search(WEIGHTS, people, "low-income");
        for (var line = 2L; line < 12; line++) {
            search.row(line, somebody, "农村低保");
        }
        search.row(12, new Described("李国平", Optional.of(LocalDate.of(1970, 1, 1)), Optional.of("110101")), "");

        assertThat(search.candidates()).hasSize(5).extracting(Candidate::line).isEqualTo(List.of(2L, 3L, 4L, 5L, 6L));
    }

    private static Optional<String> days(String one, String other) {
        return Comparison.days(Optional.of(LocalDate.parse(one)), Optional.of(LocalDate.parse(other)));
    }
}

package org.jianxi.gateway.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Three sources that no weight and no word was chosen by: their samples and true mappings were written first. What counts as right is
 * the place that the true mapping reads, and nothing near it.
 */
class HeldOutTest {

    private static final Path HOME = Path.of("");
    private static final Suggester SUGGESTER = Suggester.open(HOME);
    private static final ReturnForms FORMS = ReturnForms.load(HOME, Sm3::of);

    /** One source's samples, as held against its mapping. */
    private record Score(long right, int of) {

        Score plus(Score other) {
            return new Score(right + other.right, of + other.of);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zhaotong, monthly-return, 2023-06.in.xml",
        "xishuangbanna, placements, placements-2023-06.in.csv",
        "wenshan, payments, payments-2023-06.in.xml"
    })
    void nineOfTenFieldsOfASourceNeverTunedOnArePlaced(String source, String dataset, String sample) throws Exception {
        var score = score(source, dataset, sample);

        assertThat(score.of()).isGreaterThanOrEqualTo(14);
        assertThat((double) score.right() / score.of()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void nineOfTenFieldsOfAllThreeTogetherArePlaced() throws Exception {
        var all = score("zhaotong", "monthly-return", "2023-06.in.xml")
                .plus(score("xishuangbanna", "placements", "placements-2023-06.in.csv"))
                .plus(score("wenshan", "payments", "payments-2023-06.in.xml"));

        System.out.printf("held out, together: placed %d of %d fields correctly%n", all.right(), all.of());
        assertThat((double) all.right() / all.of()).isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @CsvSource({
        "puer, trainees, trainees-2023-06.in.xlsx",
        "dali, units, units-2023-06.in.json",
        "dali, posts, posts-2023-06.in.json",
        "baoshan, monthly-return, 2023-06.in.json",
        "yuxi, monthly-return, 2023-06.in.csv",
        "qujing, monthly-return, 2023-06.in.xlsx"
    })
    void theOtherSourcesAreNoWorse(String source, String dataset, String sample) throws Exception {
        var score = score(source, dataset, sample);

        assertThat((double) score.right() / score.of()).isGreaterThanOrEqualTo(0.9);
    }

    private static Score score(String source, String dataset, String sample) throws Exception {
        var folder = Path.of("mappings", source);
        var truth = Places.of(Files.readString(folder.resolve(dataset + ".yaml")));
        var draft = Places.of(
                suggest(dataset, folder.resolve("samples").resolve(sample)).draft());
        var right = draft.rightOf(truth);
        System.out.printf(
                "%s %s: placed %d of %d fields correctly; read from elsewhere: %s%n",
                source, dataset, right, truth.byTarget().size(), draft.wrongOf(truth));
        return new Score(right, truth.byTarget().size());
    }

    private static Suggestion suggest(String dataset, Path sample) throws Exception {
        return SUGGESTER.suggest(
                dataset.equals(Dataset.MONTHLY_RETURN)
                        ? new Suggester.OfReturn(
                                "draft", FORMS.find("MOHRSS-2023").orElseThrow())
                        : new Suggester.OfRecords("draft", dataset),
                MediaType.ofFileName(sample.toString()).orElseThrow(),
                Files.readAllBytes(sample));
    }
}

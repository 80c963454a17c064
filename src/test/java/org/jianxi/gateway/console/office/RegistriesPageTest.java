package org.jianxi.gateway.console.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.crossmatch.RegistryStanding;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.run.MatchRun;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.jianxi.gateway.registries.run.SnapshotLabel;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The table of registries, with runs that went well, stood still or never were. */
class RegistriesPageTest {

    private static final LocalDate TODAY = LocalDate.parse("2023-07-20");
    private static final Instant STARTED = Instant.parse("2023-07-19T20:30:00Z");

    @Test
    void aRunThatStandsStillSaysWhyAndAnOldSnapshotIsMarked() {
        var stopped = Optional.of(new Bilingual("对方没有应答", "no answer"));
        var page = table(Locale.SIMPLIFIED_CHINESE, standing(TODAY.minusDays(500), Optional.of(run(stopped))));

        assertThat(page)
                .contains("2023-07-20 04:30", "停下", "对方没有应答", "3 / 8", "500", "已过有效期", "/candidates\"", ">3</a>");
    }

    @Test
    void aRunUnderWayOverAFreshSnapshotIsSaidInEnglishToo() {
        var page = table(Locale.ENGLISH, standing(TODAY.minusDays(3), Optional.of(run(Optional.empty()))));

        assertThat(page).contains("running", "3 / 8").doesNotContain("no longer valid");
    }

    @Test
    void aRegistryThatWasNeverAskedHasNoAge() {
        var settings = RegistryRegister.open(Path.of("")).all().iterator().next();
        var never = new RegistryStanding(
                settings, Optional.empty(), Optional.empty(), Optional.empty(), new RegistryStanding.Waiting(0, 0));

        assertThat(table(Locale.SIMPLIFIED_CHINESE, never))
                .contains(settings.title().zh(), "—")
                .doesNotContain("已过有效期");
    }

    private static RegistryStanding standing(LocalDate lastGood, Optional<MatchRun> newest) {
        var settings = RegistryRegister.open(Path.of("")).all().iterator().next();
        return new RegistryStanding(
                settings, newest, Optional.of(lastGood), Optional.of(STARTED), new RegistryStanding.Waiting(2, 3));
    }

    private static MatchRun run(Optional<Bilingual> stopped) {
        var settings = RegistryRegister.open(Path.of("")).all().iterator().next();
        return new MatchRun(
                1,
                settings.name(),
                settings.query(),
                Optional.of(new SnapshotLabel("snapshot", TODAY)),
                "timer",
                STARTED,
                STARTED,
                Optional.empty(),
                10,
                8,
                Map.of(MatchResult.HIT, 1L, MatchResult.MISS, 2L),
                stopped,
                false);
    }

    private static String table(Locale locale, RegistryStanding standing) {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("console/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
        var context = new Context(locale, Map.of("registries", List.of(standing), "today", TODAY));
        return engine.process("console/registries", Set.of("table"), context);
    }
}

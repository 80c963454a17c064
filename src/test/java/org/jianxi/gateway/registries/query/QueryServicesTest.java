package org.jianxi.gateway.registries.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jianxi.gateway.registries.Person;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.sandbox.ListedPerson;
import org.jianxi.gateway.sandbox.RegistryBehaviour;
import org.jianxi.gateway.signing.Algorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Registries that are asked person by person, on real sockets, well and badly behaved. */
class QueryServicesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-07-03T02:00:00Z"), ZoneOffset.UTC);
    private static final String NUMBER = "11010519491231002X";
    private static final String OTHER = "440524188001010014";
    private static final QueriedPerson LISTED = AskedRegistry.person(NUMBER, "张三");
    private static final QueriedPerson NOT_LISTED = AskedRegistry.person(OTHER, "赵六");
    private static final ListedPerson ZHANG = new ListedPerson(NUMBER, "张 三", "城市低保", "4", "2");

    @TempDir
    Path folder;

    @Test
    void aServiceOfTheExchangePlatformAnswersOnePersonACall() throws Exception {
        try (var registry = AskedRegistry.exchange(folder, CLOCK, ZHANG)) {
            var query = registry.exchangeQuery("");

            var hit = registry.ask(query, LISTED).getFirst();
            assertThat(hit.result()).isEqualTo(MatchResult.HIT);
            assertThat(hit.category()).isEqualTo("城市低保");
            assertThat(hit.kind() + hit.level()).isEqualTo("42");
            assertThat(registry.ask(query, NOT_LISTED).getFirst().result()).isEqualTo(MatchResult.MISS);
            assertThat(registry.ask(query, AskedRegistry.person(NUMBER, "王五"))
                            .getFirst()
                            .result())
                    .isEqualTo(MatchResult.NAME_MISMATCH);
            assertThat(registry.book.askedFor()).containsExactly(NUMBER, OTHER, NUMBER);
            assertThat(registry.sandbox.received()).allSatisfy(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.target())
                        .as("an address is logged on the way")
                        .doesNotContain(NUMBER, OTHER);
            });
        }
    }

    @Test
    void aServiceThatWantsParametersInTheAddressGetsThemThere() throws Exception {
        try (var registry = AskedRegistry.exchange(folder, CLOCK, ZHANG)) {
            var answer = registry.ask(registry.exchangeQuery("method: get\n"), LISTED);

            assertThat(answer.getFirst().result()).isEqualTo(MatchResult.HIT);
            assertThat(registry.sandbox.received().getFirst().query())
                    .isEqualTo("id_card=11010519491231002X&name=%E5%BC%A0%E4%B8%89");
        }
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void anSpdciRegistryIsAskedForSeveralPeopleUnderAnyOfOurKeys(Algorithm algorithm) throws Exception {
        try (var registry = AskedRegistry.spdci(folder, CLOCK, algorithm, ZHANG)) {
            var answers = registry.ask(registry.spdciQuery(""), NOT_LISTED, LISTED);

            assertThat(answers.getFirst().result()).isEqualTo(MatchResult.MISS);
            assertThat(answers.getLast().result()).isEqualTo(MatchResult.HIT);
            assertThat(answers.getLast().level()).isEqualTo("2");
            assertThat(registry.sandbox.received()).hasSize(1);
            assertThat(new String(registry.sandbox.received().getFirst().body(), StandardCharsets.UTF_8))
                    .as("the standard's search needs no name")
                    .doesNotContain("张三", "赵六");
        }
    }

    @Test
    void aDisabilityRegistrySaysYesOrNo() throws Exception {
        try (var registry = AskedRegistry.spdci(folder, CLOCK, Algorithm.SM2, ZHANG)) {
            var query = registry.spdciQuery("operation: disabled\n");

            assertThat(query.most()).isEqualTo(1);
            assertThat(registry.ask(query, LISTED).getFirst().result()).isEqualTo(MatchResult.HIT);
            assertThat(registry.ask(query, NOT_LISTED).getFirst().result()).isEqualTo(MatchResult.MISS);
            assertThat(registry.sandbox.received().getFirst().path()).isEqualTo("/registry/sync/disabled");
        }
    }

    @Test
    void anAnswerInAnotherOrderIsReadByItsReferences() throws Exception {
        try (var registry = AskedRegistry.spdci(folder, CLOCK, Algorithm.SM2, ZHANG)) {
            registry.sandbox.tell(new RegistryBehaviour.OtherOrder(), new RegistryBehaviour.Duplicate());
            var query = registry.spdciQuery("");

            for (var time = 0; time < 2; time++) {
                var answers = registry.ask(query, LISTED, NOT_LISTED);
                assertThat(answers).extracting(PersonAnswer::result).containsExactly(MatchResult.HIT, MatchResult.MISS);
            }
        }
    }

    @Test
    void whoIsLeftOutAndWhoIsTakenForSomebodyElseIsAnErrorAndNeverAMiss() throws Exception {
        try (var registry = AskedRegistry.spdci(folder, CLOCK, Algorithm.SM2, ZHANG)) {
            registry.sandbox.tell(new RegistryBehaviour.Omission(), new RegistryBehaviour.Stranger());
            var query = registry.spdciQuery("");

            assertThat(registry.ask(query, LISTED, NOT_LISTED))
                    .extracting(PersonAnswer::result)
                    .containsExactly(MatchResult.HIT, MatchResult.ERROR);
            assertThat(registry.ask(query, NOT_LISTED, AskedRegistry.person(new Person(7).idNumber(), "钱七")))
                    .extracting(PersonAnswer::result)
                    .containsExactly(MatchResult.ERROR, MatchResult.MISS);
        }
        try (var registry = AskedRegistry.exchange(folder.resolve("exchange"), CLOCK, ZHANG)) {
            registry.sandbox.tell(new RegistryBehaviour.Stranger());

            assertThat(registry.ask(registry.exchangeQuery(""), NOT_LISTED)
                            .getFirst()
                            .result())
                    .isEqualTo(MatchResult.ERROR);
        }
    }

    @Test
    void anAnswerUnderAnotherKeyOrNoneIsAnIncidentAndNothingOfItIsTaken() throws Exception {
        for (var behaviour : new RegistryBehaviour[] {
            new RegistryBehaviour.BadSignature(), new RegistryBehaviour.Unsigned(), new RegistryBehaviour.Nonsense()
        }) {
            try (var registry = AskedRegistry.exchange(folder.resolve("x" + behaviour), CLOCK, ZHANG)) {
                registry.sandbox.tell(behaviour);
                var query = registry.exchangeQuery("");

                assertThat(stopped(registry, query).why()).isEqualTo(QueryStopped.Cause.INCIDENT);
            }
            try (var registry = AskedRegistry.spdci(folder.resolve("s" + behaviour), CLOCK, Algorithm.RSA, ZHANG)) {
                registry.sandbox.tell(behaviour);
                var query = registry.spdciQuery("");

                assertThat(stopped(registry, query).why()).isEqualTo(QueryStopped.Cause.INCIDENT);
            }
        }
    }

    @Test
    void aBusyRegistryIsLeftAloneAsLongAsItAsksAndThenAskedAgain() throws Exception {
        try (var registry = AskedRegistry.exchange(folder, CLOCK, ZHANG)) {
            registry.sandbox.tell(
                    new RegistryBehaviour.Refuse(429, Optional.of(Duration.ofSeconds(7))),
                    new RegistryBehaviour.Refuse(503, Optional.empty()),
                    new RegistryBehaviour.HalfAnswer(),
                    new RegistryBehaviour.Refuse(500, Optional.empty()));

            var answer = registry.ask(registry.exchangeQuery(""), LISTED);

            assertThat(answer.getFirst().result()).isEqualTo(MatchResult.HIT);
            assertThat(registry.pauses).anyMatch(pause -> pause.compareTo(Duration.ofSeconds(7)) >= 0);
            assertThat(registry.sandbox.received()).hasSize(5);
            assertThat(registry.book.askedFor())
                    .as("the half answer and the whole one are one question")
                    .containsExactly(NUMBER);
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerAtAllStopsTheRunAndNobodyCountsAsAsked() throws Exception {
        try (var registry = AskedRegistry.exchange(folder, CLOCK, ZHANG)) {
            for (var tries = 0; tries < 5; tries++) {
                registry.sandbox.tell(new RegistryBehaviour.Hang());
            }
            var query = registry.exchangeQuery("timeoutSeconds: 1\n");

            assertThat(stopped(registry, query).why()).isEqualTo(QueryStopped.Cause.UNANSWERED);
            assertThat(registry.book.askedFor()).isEmpty();
        }
    }

    @Test
    void whoAsksForMuchPatienceOrDoesNotKnowUsIsAskedOnceOnly() throws Exception {
        try (var registry = AskedRegistry.exchange(folder, CLOCK, ZHANG)) {
            registry.sandbox.tell(
                    new RegistryBehaviour.Refuse(429, Optional.of(Duration.ofHours(5))),
                    new RegistryBehaviour.Refuse(403, Optional.empty()));
            var query = registry.exchangeQuery("");

            assertThat(stopped(registry, query).why()).isEqualTo(QueryStopped.Cause.LATER);
            assertThat(stopped(registry, query).why()).isEqualTo(QueryStopped.Cause.REFUSED);
            assertThat(registry.sandbox.received()).hasSize(2);
        }
    }

    @Test
    void aRegistryIsAskedWithinItsHoursAndNoFasterThanItSaid() throws Exception {
        try (var registry = AskedRegistry.exchange(folder, CLOCK, ZHANG)) {
            var night = registry.exchangeQuery("hours: { from: \"22:00\", to: \"06:00\" }\n");
            assertThat(stopped(registry, night).why()).isEqualTo(QueryStopped.Cause.LATER);
            assertThat(registry.sandbox.received()).isEmpty();

            var morning =
                    registry.exchangeQuery("hours: { from: \"09:00\", to: \"11:00\" }\nrate: { callsPerSecond: 4 }\n");
            registry.ask(morning, LISTED);
            registry.ask(morning, NOT_LISTED);
            assertThat(registry.pauses).containsExactly(Duration.ofMillis(250));
        }
    }

    private static QueryStopped stopped(AskedRegistry registry, PersonQuery query) {
        return catchThrowableOfType(QueryStopped.class, () -> registry.ask(query, LISTED));
    }
}

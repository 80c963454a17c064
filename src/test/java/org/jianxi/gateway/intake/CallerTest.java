package org.jianxi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.junit.jupiter.api.Test;

/** Whose deliveries each role reads; a role that nobody thought of here reads nobody's. */
class CallerTest {

    private static final Sender KUNMING = new Sender("530100");
    private static final Sender QUJING = new Sender("530300");
    private static final SourceId SOURCE = new SourceId("kunming");

    @Test
    void theOfficeReadsAllAUnitItsOwnAndTheAdministratorNobodys() {
        assertThat(readersOf(QUJING)).containsExactlyInAnyOrder(Role.OFFICER, Role.APPROVER, Role.FILER, Role.AUDITOR);
        assertThat(readersOf(KUNMING))
                .containsExactlyInAnyOrder(
                        Role.OFFICER, Role.APPROVER, Role.FILER, Role.AUDITOR, Role.SENDER, Role.REPORTER);
    }

    @Test
    void aDeliveryOfWhichNobodyCouldTellWhoseItIsIsReadByWhoBroughtItAndTheOffice() {
        assertThat(reads(Role.SENDER, Optional.empty())).isTrue();
        assertThat(reads(Role.OFFICER, Optional.empty())).isTrue();
        assertThat(reads(Role.REPORTER, Optional.empty())).isFalse();
        assertThat(reads(Role.ADMINISTRATOR, Optional.empty())).isFalse();
    }

    private static Set<Role> readersOf(Sender sender) {
        var readers = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> reads(role, Optional.of(sender)))
                .forEach(readers::add);
        return readers;
    }

    private static boolean reads(Role role, Optional<Sender> whose) {
        Set<Sender> units = role == Role.SENDER || role == Role.REPORTER ? Set.of(KUNMING) : Set.of();
        var source = role == Role.SENDER ? Optional.of(SOURCE) : Optional.<SourceId>empty();
        return new Caller("somebody", Set.of(role), source, units).mayRead(whose, SOURCE);
    }
}

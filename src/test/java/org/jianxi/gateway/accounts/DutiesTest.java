package org.jianxi.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.Role;
import org.junit.jupiter.api.Test;

class DutiesTest {

    private static final Set<Sender> KUNMING = Set.of(new Sender("530100"));

    /** Every set of roles there is, with units and without. */
    @Test
    void onlyOfficerApproverAndFilerAreOnePerson() {
        var possible = new java.util.TreeSet<String>();
        var roles = Role.values();
        for (int bits = 0; bits < 1 << roles.length; bits++) {
            var chosen = EnumSet.noneOf(Role.class);
            for (int at = 0; at < roles.length; at++) {
                if ((bits >> at & 1) == 1) {
                    chosen.add(roles[at]);
                }
            }
            if (Duties.objection(chosen, Set.of()).isEmpty()) {
                possible.add(words(chosen));
            }
            if (Duties.objection(chosen, KUNMING).isEmpty()) {
                possible.add(words(chosen) + " of units");
            }
        }
        assertThat(possible)
                .containsExactlyInAnyOrder(
                        "reporter of units",
                        "officer",
                        "approver",
                        "filer",
                        "approver officer",
                        "filer officer",
                        "approver filer",
                        "approver filer officer",
                        "administrator",
                        "auditor");
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::wireName).sorted().collect(Collectors.joining(" "));
    }
}

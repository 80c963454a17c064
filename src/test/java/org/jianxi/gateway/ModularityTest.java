package org.jianxi.gateway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The table of the architecture: who may import whom, as each {@code package-info} declares it, and no cycles. */
class ModularityTest {

    @Test
    void packagesOnlyImportWhatTheyDeclare() {
        ApplicationModules.of(GatewayApplication.class).verify();
    }
}
